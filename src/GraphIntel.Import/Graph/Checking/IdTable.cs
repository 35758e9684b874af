using System.Runtime.InteropServices;
using System.Text;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>Where a row starts.</summary>
/// <param name="File">The index of the file.</param>
/// <param name="Line">The line, counted from 1; 0 in an unknown location.</param>
internal readonly record struct SourceLocation(int File, int Line)
{
    /// <summary>Whether the location is known.</summary>
    public bool IsKnown => Line > 0;

    /// <summary>Whether it precedes another location, by file and line.</summary>
    public bool IsBefore(SourceLocation other) => (File, Line).CompareTo((other.File, other.Line)) < 0;
}

/// <summary>
/// All ids in the files, each with a number and the location of its definition. Ids are stored as UTF-8 in large blocks, with
/// about 30 bytes of overhead each, because files can have many millions.
/// </summary>
internal sealed class IdTable
{
    private const int BlockSize = 1 << 20;
    private const int LengthSize = sizeof(int);

    private readonly List<byte[]> _blocks = [];
    // The block in the upper 32 bits, the offset within it in the lower.
    private readonly List<long> _positions = [];
    private readonly List<int> _hashes = [];
    private readonly List<SourceLocation> _locations = [];
    // Open addressing: number + 1, 0 if free; the length is a power of two.
    private int[] _slots = new int[1 << 10];
    private int _used = BlockSize;

    /// <summary>The number of ids; they are numbered from 0.</summary>
    public int Count => _positions.Count;

    /// <summary>Adds an id unless it exists, and returns its number.</summary>
    public int Add(string id)
    {
        Span<byte> buffer = id.Length <= 128 ? stackalloc byte[512] : new byte[Encoding.UTF8.GetByteCount(id)];
        var text = buffer[..Encoding.UTF8.GetBytes(id, buffer)];
        var hash = Hash(text);
        var slot = FindSlot(text, hash);
        if (_slots[slot] > 0)
            return _slots[slot] - 1;

        var number = Count;
        _positions.Add(Append(text));
        _hashes.Add(hash);
        _locations.Add(default);
        _slots[slot] = number + 1;
        if (Count > _slots.Length / 4 * 3)
            Grow();
        return number;
    }

    /// <summary>The number of an id; -1 if it is not in the files.</summary>
    public int Find(string id)
    {
        var text = Encoding.UTF8.GetBytes(id);
        return _slots[FindSlot(text, Hash(text))] - 1;
    }

    /// <summary>The id with a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(Text(number));

    /// <summary>Where an id is defined; unknown if the files only refer to it.</summary>
    public SourceLocation LocationOf(int number) => _locations[number];

    /// <summary>Records where an id is defined.</summary>
    public void Define(int number, SourceLocation location) => _locations[number] = location;

    private int FindSlot(ReadOnlySpan<byte> text, int hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot] - 1;
            if (number < 0 || _hashes[number] == hash && Text(number).SequenceEqual(text))
                return slot;
        }
    }

    private void Grow()
    {
        _slots = new int[checked(_slots.Length * 2)];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = _hashes[number] & mask;
            while (_slots[slot] > 0)
                slot = (slot + 1) & mask;
            _slots[slot] = number + 1;
        }
    }

    private long Append(ReadOnlySpan<byte> text)
    {
        var needed = LengthSize + text.Length;
        if (_used + needed > BlockSize)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, needed)]);
            _used = 0;
        }

        var offset = _used;
        MemoryMarshal.Write(_blocks[^1].AsSpan(offset), text.Length);
        text.CopyTo(_blocks[^1].AsSpan(offset + LengthSize));
        _used += needed;
        return ((long)(_blocks.Count - 1) << 32) | (uint)offset;
    }

    private ReadOnlySpan<byte> Text(int number)
    {
        var position = _positions[number];
        var start = _blocks[(int)(position >> 32)].AsSpan((int)position);
        return start.Slice(LengthSize, MemoryMarshal.Read<int>(start));
    }

    /// <summary>Seeded per process, so that no file can be crafted whose ids all collide.</summary>
    private static int Hash(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        return hash.ToHashCode();
    }
}
