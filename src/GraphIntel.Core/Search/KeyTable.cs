using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>
/// Keys in ASCII, each once, numbered in the order in which they came, in one buffer and separated by spaces. Not thread-safe.
/// </summary>
/// <param name="keys">For how many keys it has room at first: a power of two.</param>
internal sealed class KeyTable(int keys)
{
    private const int FreeShare = 2;
    private const int KeyBytes = 8;

    private readonly List<int> _ends = new(keys);
    private byte[] _bytes = new byte[KeyBytes * keys];

    /// <summary>A hash table: the number of a key, plus one; 0 is a free place. Its size is a power of two.</summary>
    private int[] _places = new int[FreeShare * keys];

    /// <summary>How many keys are in the hash table, without those that were appended.</summary>
    private int _placed;

    /// <summary>How many keys.</summary>
    public int Count => _ends.Count;

    /// <summary>The size of the keys in memory, in bytes.</summary>
    public int Bytes => _bytes.Length;

    /// <summary>The keys, separated by spaces.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, Math.Max(0, End - 1));

    /// <summary>A key by its number.</summary>
    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(StartOf(number)..(_ends[number] - 1));

    /// <summary>Where the next key begins.</summary>
    private int End => _ends.Count == 0 ? 0 : _ends[^1];

    /// <summary>Removes all keys.</summary>
    public void Clear()
    {
        _ends.Clear();
        Array.Clear(_places);
        _placed = 0;
    }

    /// <summary>The number of a key, which is added if it is not there.</summary>
    public int NumberOf(ReadOnlySpan<byte> key)
    {
        key.CopyTo(Reserve(key.Length));
        return Commit(key.Length);
    }

    /// <summary>Room for a key after the others; it is added by <see cref="Commit"/> or <see cref="Append"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        if (End + length + 1 > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, End + length + 1));
        return _bytes.AsSpan(End, length);
    }

    /// <summary>The number of the key whose bytes were written, which is added if it is not there.</summary>
    public int Commit(int length)
    {
        var key = _bytes.AsSpan(End, length);
        var place = PlaceOf(key);
        if (_places[place] != 0)
            return _places[place] - 1;
        if (FreeShare * ++_placed > _places.Length)
        {
            Enlarge();
            place = PlaceOf(key);
        }
        _places[place] = Count + 1;
        return Append(length);
    }

    /// <summary>Adds the key whose bytes were written, which is known not to be there and is not found by its bytes.</summary>
    public int Append(int length)
    {
        var end = End + length;
        _bytes[end] = (byte)' ';
        _ends.Add(end + 1);
        return Count - 1;
    }

    /// <summary>The keys as strings.</summary>
    public string[] ToArray() => Count == 0 ? [] : Encoding.ASCII.GetString(Text).Split(' ');

    private int StartOf(int number) => number == 0 ? 0 : _ends[number - 1];

    /// <summary>The place of a key that is there, or the free place for it.</summary>
    private int PlaceOf(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;
        foreach (var part in key)
            hash = (hash ^ part) * 16777619u;
        var place = (int)((hash ^ (hash >> 15)) & (uint)(_places.Length - 1));
        while (_places[place] != 0 && !this[_places[place] - 1].SequenceEqual(key))
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
                _places[PlaceOf(this[place - 1])] = place;
        }
    }
}
