using GraphIntel.Core.Values;

namespace GraphIntel.Core.Search;

/// <summary>
/// The nodes that an index has found for a query, in any order: their ids and packed values, in one buffer. Dispose of it to
/// return the buffer.
/// </summary>
internal sealed class SearchCandidates : IDisposable
{
    private readonly List<Entry> _entries = [];
    private byte[] _bytes = ByteArrays.Rent(16 * 1024);
    private int _length;

    /// <summary>Whether a store has found so many more that it has not added them.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a node.</summary>
    /// <param name="index">The number of the index that found it, among those asked.</param>
    /// <param name="id">Its id in UTF-8.</param>
    /// <param name="packed">Its packed values, from <see cref="SearchDocument.Packed"/>.</param>
    public void Add(int index, ReadOnlySpan<byte> id, ReadOnlySpan<byte> packed)
    {
        var needed = _length + id.Length + packed.Length;
        if (needed > _bytes.Length)
        {
            var larger = ByteArrays.Rent(Math.Max(needed, 2 * _bytes.Length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ByteArrays.Return(_bytes);
            _bytes = larger;
        }
        id.CopyTo(_bytes.AsSpan(_length));
        packed.CopyTo(_bytes.AsSpan(_length + id.Length));
        _entries.Add(new Entry(index, _length, id.Length, packed.Length));
        _length = needed;
    }

    /// <summary>Removes those from a number on.</summary>
    public void Truncate(int count)
    {
        if (count >= _entries.Count)
            return;
        _length = _entries[count].Start;
        _entries.RemoveRange(count, _entries.Count - count);
    }

    /// <summary>The number of the index that found it.</summary>
    public int IndexOf(int candidate) => _entries[candidate].Index;

    /// <summary>Its id in UTF-8.</summary>
    public ReadOnlySpan<byte> IdOf(int candidate) => _bytes.AsSpan(_entries[candidate].Start, _entries[candidate].IdLength);

    /// <summary>Its packed values.</summary>
    public ReadOnlySpan<byte> PackedOf(int candidate)
    {
        var entry = _entries[candidate];
        return _bytes.AsSpan(entry.Start + entry.IdLength, entry.PackedLength);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ByteArrays.Return(_bytes);
        _bytes = [];
    }

    private readonly record struct Entry(int Index, int Start, int IdLength, int PackedLength);
}
