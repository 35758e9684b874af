using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphIntel.Sqlite.Keys;

/// <summary>
/// Collects the keys of nodes in memory, and orders them. Not thread-safe. An import is too short for the runtime to find out what is hot
/// in it: it is told, here and elsewhere.
/// </summary>
internal sealed class KeyBatch
{
    private const int FreeShare = 2;

    /// <summary>Each key once, one after the other.</summary>
    private byte[] _bytes = new byte[64 * 1024];

    /// <summary>Where each key ends.</summary>
    private readonly List<int> _ends = [];

    /// <summary>A hash table of the keys: their numbers, plus one; 0 is a free place. Its size is a power of two.</summary>
    private int[] _places = new int[16 * 1024];

    /// <summary>The numbers of the keys of all nodes, one node after the other.</summary>
    private readonly List<int> _numbers = [];

    /// <summary>Where the keys of each node end.</summary>
    private readonly List<int> _nodeEnds = [];

    private int[] _order = [];
    private int[] _starts = [];
    private int[] _nodes = [];

    /// <summary>Whether there is no key.</summary>
    public bool IsEmpty => _numbers.Count == 0;

    /// <summary>Adds the keys of the next node, each once, separated by spaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> keys)
    {
        while (!keys.IsEmpty)
        {
            var end = keys.IndexOf((byte)' ');
            _numbers.Add(NumberOf(end < 0 ? keys : keys[..end]));
            keys = end < 0 ? [] : keys[(end + 1)..];
        }
        _nodeEnds.Add(_numbers.Count);
    }

    /// <summary>Orders the keys, each with its nodes. Nothing can be added any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort()
    {
        _order = Order();
        // The nodes in the order of the numbers of their keys, by counting.
        _starts = new int[_ends.Count + 1];
        foreach (var number in _numbers)
            _starts[number + 1]++;
        for (var number = 0; number < _ends.Count; number++)
            _starts[number + 1] += _starts[number];
        _nodes = new int[_numbers.Count];
        var next = _starts[..^1];
        var start = 0;
        for (var node = 0; node < _nodeEnds.Count; node++)
        {
            for (; start < _nodeEnds[node]; start++)
                _nodes[next[_numbers[start]]++] = node;
        }
    }

    /// <summary>Writes the sorted keys, each with its nodes in ascending order.</summary>
    /// <param name="pages">Receives them.</param>
    /// <param name="nodes">The nodes, in the order in which their keys were added.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteTo(KeyPageWriter pages, ReadOnlySpan<long> nodes)
    {
        var list = new List<long>();
        foreach (var key in _order)
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Order()
    {
        var beginnings = new ulong[_ends.Count];
        var order = new int[_ends.Count];
        Span<byte> beginning = stackalloc byte[sizeof(ulong)];
        for (var key = 0; key < order.Length; key++)
        {
            order[key] = key;
            var bytes = KeyOf(key);
            beginning.Clear();
            bytes[..Math.Min(bytes.Length, beginning.Length)].CopyTo(beginning);
            beginnings[key] = BinaryPrimitives.ReadUInt64BigEndian(beginning);
        }
        Array.Sort(beginnings, order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && beginnings[end] == beginnings[start];)
                end++;
            if (end - start > 1)
                order.AsSpan(start..end).Sort((one, other) => KeyOf(one).SequenceCompareTo(KeyOf(other)));
        }
        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int NumberOf(ReadOnlySpan<byte> key)
    {
        if (FreeShare * (_ends.Count + 1) > _places.Length)
            Enlarge();
        var place = PlaceOf(key);
        if (_places[place] != 0)
            return _places[place] - 1;
        var start = _ends.Count == 0 ? 0 : _ends[^1];
        if (start + key.Length > _bytes.Length)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        key.CopyTo(_bytes.AsSpan(start));
        _ends.Add(start + key.Length);
        _places[place] = _ends.Count;
        return _ends.Count - 1;
    }

    /// <summary>The place of a key that is there, or the free place for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        _places = new int[2 * _places.Length];
        for (var key = 0; key < _ends.Count; key++)
            _places[PlaceOf(KeyOf(key))] = key + 1;
    }

    private ReadOnlySpan<byte> KeyOf(int key) => _bytes.AsSpan((key == 0 ? 0 : _ends[key - 1])..(_ends[key]));
}
