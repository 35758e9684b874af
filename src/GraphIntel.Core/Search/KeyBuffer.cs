using System.Text;

namespace GraphIntel.Core.Search;

/// <summary>
/// Collects keys in ASCII, each once, separated by spaces. It is cleared and used for the next node, so that no memory is allocated for a
/// key. Not thread-safe.
/// </summary>
internal sealed class KeyBuffer : ISearchKeys
{
    private const int FreeShare = 2;

    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>A hash table of the keys: where each begins, plus one; 0 is a free place. Its size is a power of two.</summary>
    private int[] _starts = new int[128];

    /// <summary>How many keys.</summary>
    public int Count { get; private set; }

    /// <summary>The keys, separated by spaces.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, Math.Max(0, _length - 1));

    /// <summary>Removes all keys.</summary>
    public void Clear()
    {
        Array.Clear(_starts);
        _length = Count = 0;
    }

    /// <summary>Adds a key, unless it is there.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="rest">What follows the kind, in ASCII.</param>
    public void Add(char kind, ReadOnlySpan<char> rest)
    {
        var key = Reserve(1 + rest.Length);
        key[0] = (byte)kind;
        Encoding.ASCII.GetBytes(rest, key[1..]);
        Commit(1 + rest.Length);
    }

    /// <inheritdoc/>
    public void Add(WordForm word, bool isOfName)
    {
        if (isOfName)
            SearchKeys.AddWord(word, this);
        else
            Add(SearchKeys.Word, word.Letters);
    }

    /// <inheritdoc/>
    public void AddJoined(ulong number) => ConsonantKeys.Add(SearchKeys.Joined, number, this);

    /// <inheritdoc/>
    public void AddExact(ulong hash)
    {
        SampleKeys.Write(hash, Reserve(SampleKeys.ExactLength));
        Commit(SampleKeys.ExactLength);
    }

    /// <inheritdoc/>
    public void AddShare(char share) => Add(share, []);

    /// <summary>Room for a key after the others; it is added by <see cref="Commit"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_length + length + 1 > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + length + 1));
        return _bytes.AsSpan(_length, length);
    }

    /// <summary>Adds the key whose bytes were written, unless it is there.</summary>
    public void Commit(int length)
    {
        if (FreeShare * (Count + 1) > _starts.Length)
            Enlarge();
        var key = _bytes.AsSpan(_length, length);
        var place = PlaceOf(key);
        if (_starts[place] != 0)
            return;
        _starts[place] = _length + 1;
        _bytes[_length + length] = (byte)' ';
        _length += length + 1;
        Count++;
    }

    /// <summary>The keys as strings.</summary>
    public string[] ToArray() => Count == 0 ? [] : Encoding.ASCII.GetString(Text).Split(' ');

    /// <summary>The place of a key that is there, or the free place for it.</summary>
    private int PlaceOf(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;
        foreach (var part in key)
            hash = (hash ^ part) * 16777619u;
        var place = (int)((hash ^ (hash >> 15)) & (uint)(_starts.Length - 1));
        while (_starts[place] != 0 && !IsAt(_starts[place] - 1, key))
            place = (place + 1) & (_starts.Length - 1);
        return place;
    }

    private bool IsAt(int start, ReadOnlySpan<byte> key)
    {
        var rest = _bytes.AsSpan(start, _length - start);
        return rest.Length > key.Length && rest[key.Length] == (byte)' ' && rest.StartsWith(key);
    }

    private void Enlarge()
    {
        var starts = Array.FindAll(_starts, start => start != 0);
        _starts = new int[2 * _starts.Length];
        foreach (var start in starts)
        {
            var rest = _bytes.AsSpan(start - 1, _length - start + 1);
            _starts[PlaceOf(rest[..rest.IndexOf((byte)' ')])] = start;
        }
    }
}
