namespace GraphIntel.Sqlite.Keys;

/// <summary>A block of values, with the places of its nodes.</summary>
internal sealed class ReadBlock
{
    private readonly byte[] _block;
    private readonly int[] _starts = new int[ValueBlock.Size];

    /// <summary>Reads a block.</summary>
    public ReadBlock(long number, byte[] block)
    {
        _block = block;
        Array.Fill(_starts, -1);
        for (int position = 0, start = 0; ValueBlock.TryRead(number, block, ref position, out var node, out _, out _); start = position)
            _starts[ValueBlock.PlaceOf(node)] = start;
    }

    /// <summary>The size in bytes.</summary>
    public int Length => _block.Length + (sizeof(int) * ValueBlock.Size);

    /// <summary>Finds the id and the packed values of a node.</summary>
    public bool TryFind(long node, out ReadOnlySpan<byte> id, out ReadOnlySpan<byte> packed)
    {
        id = packed = default;
        var position = _starts[ValueBlock.PlaceOf(node)];
        if (position < 0 || !ValueBlock.TryRead(ValueBlock.Of(node), _block, ref position, out _, out var idRange, out var packedRange))
            return false;
        id = _block.AsSpan(idRange);
        packed = _block.AsSpan(packedRange);
        return true;
    }
}
