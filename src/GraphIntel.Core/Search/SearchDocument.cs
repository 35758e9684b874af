using System.Buffers.Binary;

namespace GraphIntel.Core.Search;

/// <summary>What a store keeps of a node for searches: the keys for each index of its type, and its values in packed form.</summary>
/// <param name="Id">The id of the node.</param>
/// <param name="Keys">
/// For each of <see cref="SearchIndex.Of"/>: the keys in ASCII, each once, separated by spaces; null if the node is not in the index.
/// </param>
/// <param name="Packed">The values; null if it has none.</param>
internal sealed record SearchDocument(string Id, IReadOnlyList<byte[]?> Keys, byte[]? Packed)
{
    /// <summary>The bytes before each packed value: the index of its property, its position in a list, its length.</summary>
    public const int HeaderLength = 5;

    /// <summary>Reads the next packed value, and moves to the one after it; false at the end, or where the bytes are damaged.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> packed, out int property, out int position, out ReadOnlySpan<byte> value)
    {
        (property, position) = (0, 0);
        value = default;
        if (packed.Length < HeaderLength)
            return false;
        property = packed[0];
        position = BinaryPrimitives.ReadUInt16LittleEndian(packed[1..]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(packed[3..]);
        if (packed.Length < HeaderLength + length)
            return false;
        value = packed.Slice(HeaderLength, length);
        packed = packed[(HeaderLength + length)..];
        return true;
    }
}
