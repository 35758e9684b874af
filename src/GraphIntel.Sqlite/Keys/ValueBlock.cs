using System.Buffers;

namespace GraphIntel.Sqlite.Keys;

/// <summary>
/// The ids and packed values of nodes with successive integer keys, in one row: for each node, its place in the block, the length of its
/// id, the id, the length of the packed values, and these.
/// </summary>
internal static class ValueBlock
{
    /// <summary>The logarithm of <see cref="Size"/>.</summary>
    private const int SizeBits = 5;

    /// <summary>Keys of nodes of a block.</summary>
    public const int Size = 1 << SizeBits;

    /// <summary>The place of a node in its block.</summary>
    public static int PlaceOf(long node) => (int)(node & (Size - 1));

    /// <summary>The number of the block of a node.</summary>
    public static long Of(long node) => node >> SizeBits;

    /// <summary>Writes a node; nodes are written in ascending order.</summary>
    public static void Write(ArrayBufferWriter<byte> block, long node, ReadOnlySpan<byte> id, ReadOnlySpan<byte> packed)
    {
        Varint.Write(block, (ulong)PlaceOf(node));
        Varint.WriteBytes(block, id);
        Varint.WriteBytes(block, packed);
    }

    /// <summary>Reads a node, and moves behind it; false at the end, or where the bytes are damaged.</summary>
    public static bool TryRead(long number, ReadOnlySpan<byte> block, ref int position, out long node, out Range id, out Range packed)
    {
        node = (number << SizeBits) + (long)Varint.Read(block, ref position);
        packed = default;
        return Varint.TryReadBytes(block, ref position, out id) && Varint.TryReadBytes(block, ref position, out packed);
    }
}
