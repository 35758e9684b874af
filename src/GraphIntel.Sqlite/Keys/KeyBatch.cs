using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GraphIntel.Core.Search;

namespace GraphIntel.Sqlite.Keys;

/// <summary>
/// Collects the keys of nodes in memory, and orders them. Not thread-safe. One that is given back is used again, because its tables are
/// large.
/// </summary>
internal sealed class KeyBatch : ISearchKeys
{
    private const int FreeShare = 2;
    private const int NoNode = -1;

    /// <summary>One with more bytes of keys is not used again.</summary>
    private const int MaxSpareBytes = 4 * 1024 * 1024;

    private static KeyBatch? _spare;

    /// <summary>Each key once, one after the other.</summary>
    private byte[] _bytes = new byte[64 * 1024];

    /// <summary>Where each key ends.</summary>
    private readonly List<int> _ends = [];

    /// <summary>The node that had each key last.</summary>
    private readonly List<int> _lastNodes = [];

    /// <summary>The keys of each word, in names and in longer texts.</summary>
    private readonly Dictionary<WordForm, int[]?> _nameWords = [];
    private readonly Dictionary<WordForm, int[]?> _textWords = [];

    /// <summary>The keys of several words written as one, by their consonants.</summary>
    private readonly Dictionary<ulong, int> _joined = [];

    private readonly KeyBuffer _word = new();

    /// <summary>A hash table of the other keys: their numbers, plus one; 0 is a free place. Its size is a power of two.</summary>
    private int[] _places = new int[16 * 1024];

    /// <summary>The numbers of the keys of all nodes, one node after the other.</summary>
    private readonly List<int> _numbers = [];

    /// <summary>Where the keys of each node end.</summary>
    private readonly List<int> _nodeEnds = [];

    private int _placed;
    private int[] _order = [];
    private int[] _starts = [];
    private int[] _next = [];
    private ulong[] _beginnings = [];
    private int[] _nodes = [];

    private KeyBatch()
    {
    }

    /// <summary>An empty one.</summary>
    public static KeyBatch Rent() => Interlocked.Exchange(ref _spare, null) ?? new KeyBatch();

    /// <summary>Whether there is no key.</summary>
    public bool IsEmpty => _numbers.Count == 0;

    /// <summary>Gives it back, to be rented again; it must not be used any more.</summary>
    public void Return()
    {
        _ends.Clear();
        _lastNodes.Clear();
        _nameWords.Clear();
        _textWords.Clear();
        _joined.Clear();
        Array.Clear(_places);
        _placed = 0;
        _numbers.Clear();
        _nodeEnds.Clear();
        if (_bytes.Length <= MaxSpareBytes)
            _spare = this;
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
        if (!isKnown)
        {
            Span<byte> key = stackalloc byte[ConsonantKeys.MaxLength];
            known = Append(key[..ConsonantKeys.Write(SearchKeys.Joined, number, key)]);
        }
        Add(known);
    }

    /// <inheritdoc/>
    public void AddExact(ulong hash)
    {
        Span<byte> key = stackalloc byte[SampleKeys.ExactLength];
        SampleKeys.Write(hash, key);
        Add(NumberOf(key));
    }

    /// <inheritdoc/>
    public void AddShare(char share) => Add(NumberOf([(byte)share]));

    private int[] NumbersOf(WordForm word, bool isOfName)
    {
        _word.Clear();
        _word.Add(word, isOfName);
        var numbers = new int[_word.Count];
        var rest = _word.Text;
        for (var key = 0; key < numbers.Length; key++)
        {
            var end = rest.IndexOf((byte)' ');
            numbers[key] = NumberOf(end < 0 ? rest : rest[..end]);
            rest = rest[(end + 1)..];
        }
        return numbers;
    }

    /// <summary>Adds a key to those of the node, unless it has it.</summary>
    private void Add(int number)
    {
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
        _starts = Cleared(_starts, _ends.Count + 1);
        foreach (var number in _numbers)
            _starts[number + 1]++;
        for (var number = 0; number < _ends.Count; number++)
            _starts[number + 1] += _starts[number];
        _nodes = Cleared(_nodes, _numbers.Count);
        _next = Cleared(_next, _ends.Count);
        _starts.AsSpan(0, _ends.Count).CopyTo(_next);
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
        foreach (var key in _order.AsSpan(0, _ends.Count))
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
            pages.Add(KeyOf(key), CollectionsMarshal.AsSpan(list));
        }
    }

    /// <summary>The numbers of the keys in their ascending order: by their first eight bytes, then by the others.</summary>
    private void Order()
    {
        _order = Cleared(_order, _ends.Count);
        _beginnings = Cleared(_beginnings, _ends.Count);
        var order = _order.AsSpan(0, _ends.Count);
        var beginnings = _beginnings.AsSpan(0, _ends.Count);
        Span<byte> beginning = stackalloc byte[sizeof(ulong)];
        for (var key = 0; key < order.Length; key++)
        {
            order[key] = key;
            var bytes = KeyOf(key);
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
                order[start..end].Sort((one, other) => KeyOf(one).SequenceCompareTo(KeyOf(other)));
        }
    }

    private static T[] Cleared<T>(T[] array, int length)
    {
        if (array.Length < length)
            return new T[Math.Max(length, 2 * array.Length)];
        Array.Clear(array, 0, length);
        return array;
    }

    private int NumberOf(ReadOnlySpan<byte> key)
    {
        var place = PlaceOf(key);
        if (_places[place] != 0)
            return _places[place] - 1;
        if (FreeShare * ++_placed > _places.Length)
        {
            Enlarge();
            place = PlaceOf(key);
        }
        _places[place] = _ends.Count + 1;
        return Append(key);
    }

    /// <summary>Adds a key that is not there, and returns its number.</summary>
    private int Append(ReadOnlySpan<byte> key)
    {
        var start = _ends.Count == 0 ? 0 : _ends[^1];
        if (start + key.Length > _bytes.Length)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        key.CopyTo(_bytes.AsSpan(start));
        _ends.Add(start + key.Length);
        _lastNodes.Add(NoNode);
        return _ends.Count - 1;
    }

    /// <summary>The place of a key that is there, or the free place for it.</summary>
    private int PlaceOf(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;
        foreach (var part in key)
            hash = (hash ^ part) * 16777619u;
        var place = (int)((hash ^ (hash >> 15)) & (uint)(_places.Length - 1));
        while (_places[place] != 0 && !KeyOf(_places[place] - 1).SequenceEqual(key))
            place = (place + 1) & (_places.Length - 1);
        return place;
    }

    private void Enlarge()
    {
        var places = _places;
        _places = new int[2 * places.Length];
        foreach (var place in places)
        {
            if (place != 0)
                _places[PlaceOf(KeyOf(place - 1))] = place;
        }
    }

    private ReadOnlySpan<byte> KeyOf(int key) => _bytes.AsSpan((key == 0 ? 0 : _ends[key - 1])..(_ends[key]));
}
