using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using GraphIntel.Core.Search;

namespace GraphIntel.Sqlite.Keys;

/// <summary>
/// Collects the keys of nodes in memory, and orders them. Not thread-safe. One that is given back is used again, because its tables are
/// large.
/// </summary>
internal sealed class KeyBatch : ISearchKeys
{
    private const int NoNode = -1;
    private const int InitialBytes = 32 * 1024;

    /// <summary>One with more bytes is not used again.</summary>
    private const int MaxSpareBytes = 4 * 1024 * 1024;

    /// <summary>Some are used at once: an import creates nodes of several types.</summary>
    private const int MaxSpares = 6;

    private static readonly ConcurrentBag<KeyBatch> Spares = [];

    /// <summary>The keys, each once.</summary>
    private readonly KeyTable _keys = new(8 * 1024);

    /// <summary>The node that had each key last.</summary>
    private readonly List<int> _lastNodes = [];

    /// <summary>The numbers of the keys of each word, in names and in longer texts.</summary>
    private readonly Dictionary<WordForm, int[]?> _nameWords = [];
    private readonly Dictionary<WordForm, int[]?> _textWords = [];

    /// <summary>The numbers of the keys of several words written as one, by their consonants.</summary>
    private readonly Dictionary<ulong, int> _joined = [];

    private readonly KeyBuffer _word = new();

    /// <summary>The numbers of the keys of all nodes, one node after the other.</summary>
    private readonly List<int> _numbers = [];

    /// <summary>Where the keys of each node end.</summary>
    private readonly List<int> _nodeEnds = [];

    private ulong[] _beginnings = [];
    private int[] _order = [];
    private int[] _starts = [];
    private int[] _next = [];
    private int[] _nodes = [];

    private KeyBatch()
    {
    }

    /// <summary>An empty one.</summary>
    public static KeyBatch Rent() => Spares.TryTake(out var spare) ? spare : new KeyBatch();

    /// <summary>Room for what else is made of the nodes.</summary>
    public ArrayBufferWriter<byte> Bytes { get; } = new(InitialBytes);

    /// <summary>Where parts of <see cref="Bytes"/> end.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>Whether there is no key.</summary>
    public bool IsEmpty => _numbers.Count == 0;

    /// <summary>Gives it back, to be rented again; it must not be used any more.</summary>
    public void Return()
    {
        _keys.Clear();
        _lastNodes.Clear();
        _nameWords.Clear();
        _textWords.Clear();
        _joined.Clear();
        _numbers.Clear();
        _nodeEnds.Clear();
        Bytes.ResetWrittenCount();
        Ends.Clear();
        if (_keys.Bytes + Bytes.Capacity <= MaxSpareBytes && Spares.Count < MaxSpares)
            Spares.Add(this);
    }

    /// <summary>Ends the keys of a node; those that follow are of the next one.</summary>
    public void EndNode() => _nodeEnds.Add(_numbers.Count);

    /// <inheritdoc/>
    public void Add(WordForm word, bool isOfName)
    {
        ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(isOfName ? _nameWords : _textWords, word, out _);
        foreach (var number in numbers ??= NumbersOf(word, isOfName))
            Add(number);
    }

    /// <inheritdoc/>
    public void AddJoined(ulong number)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_joined, number, out var isKnown);
        // No other key is of this kind, so that it need not be found by its bytes.
        if (!isKnown)
            known = _keys.Append(ConsonantKeys.Write(SearchKeys.Joined, number, _keys.Reserve(ConsonantKeys.MaxLength)));
        Add(known);
    }

    /// <inheritdoc/>
    public void AddExact(ulong hash)
    {
        SampleKeys.Write(hash, _keys.Reserve(SampleKeys.ExactLength));
        Add(_keys.Commit(SampleKeys.ExactLength));
    }

    /// <inheritdoc/>
    public void AddShare(char share) => Add(_keys.NumberOf([(byte)share]));

    private int[] NumbersOf(WordForm word, bool isOfName)
    {
        _word.Clear();
        _word.Add(word, isOfName);
        var numbers = new int[_word.Count];
        for (var key = 0; key < numbers.Length; key++)
            numbers[key] = _keys.NumberOf(_word[key]);
        return numbers;
    }

    /// <summary>Adds a key to those of the node, unless it has it.</summary>
    private void Add(int number)
    {
        while (_lastNodes.Count <= number)
            _lastNodes.Add(NoNode);
        if (_lastNodes[number] == _nodeEnds.Count)
            return;
        _lastNodes[number] = _nodeEnds.Count;
        _numbers.Add(number);
    }

    /// <summary>Orders the keys, each with its nodes. Nothing can be added any more.</summary>
    public void Sort()
    {
        Order();
        // The nodes in the order of the numbers of their keys, by counting.
        Fit(ref _starts, _keys.Count + 1);
        Array.Clear(_starts);
        foreach (var number in _numbers)
            _starts[number + 1]++;
        for (var number = 0; number < _keys.Count; number++)
            _starts[number + 1] += _starts[number];
        Fit(ref _nodes, _numbers.Count);
        Fit(ref _next, _keys.Count);
        _starts.AsSpan(0, _keys.Count).CopyTo(_next);
        var start = 0;
        for (var node = 0; node < _nodeEnds.Count; node++)
        {
            for (; start < _nodeEnds[node]; start++)
                _nodes[_next[_numbers[start]]++] = node;
        }
    }

    /// <summary>Writes the sorted keys, each with its nodes in ascending order.</summary>
    /// <param name="pages">Receives them.</param>
    /// <param name="nodes">The nodes, in the order in which their keys were added.</param>
    public void WriteTo(KeyPageWriter pages, ReadOnlySpan<long> nodes)
    {
        var list = new List<long>();
        foreach (var key in _order.AsSpan(0, _keys.Count))
        {
            list.Clear();
            var isAscending = true;
            foreach (var node in _nodes.AsSpan(_starts[key].._starts[key + 1]))
            {
                isAscending &= list.Count == 0 || list[^1] < nodes[node];
                list.Add(nodes[node]);
            }
            if (!isAscending)
                list.Sort();
            pages.Add(_keys[key], CollectionsMarshal.AsSpan(list));
        }
    }

    /// <summary>The numbers of the keys in their ascending order: by their first eight bytes, then by the others.</summary>
    private void Order()
    {
        Fit(ref _order, _keys.Count);
        Fit(ref _beginnings, _keys.Count);
        var order = _order.AsSpan(0, _keys.Count);
        var beginnings = _beginnings.AsSpan(0, _keys.Count);
        Span<byte> beginning = stackalloc byte[sizeof(ulong)];
        for (var key = 0; key < order.Length; key++)
        {
            order[key] = key;
            var bytes = _keys[key];
            beginning.Clear();
            bytes[..Math.Min(bytes.Length, beginning.Length)].CopyTo(beginning);
            beginnings[key] = BinaryPrimitives.ReadUInt64BigEndian(beginning);
        }
        beginnings.Sort(order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && beginnings[end] == beginnings[start];)
                end++;
            if (end - start > 1)
                order[start..end].Sort((one, other) => _keys[one].SequenceCompareTo(_keys[other]));
        }
    }

    /// <summary>Replaces an array that is too short; its content is lost.</summary>
    private static void Fit<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[Math.Max(length, 2 * array.Length)];
    }
}
