using System.Buffers;

namespace GraphIntel.Sqlite.Keys;

/// <summary>Integer keys of nodes in ascending order, in bytes: the first one, then the distance of each from the one before.</summary>
internal static class NodeList
{
    /// <summary>Writes nodes in ascending order.</summary>
    public static void Write(ArrayBufferWriter<byte> to, ReadOnlySpan<long> nodes)
    {
        var before = 0L;
        foreach (var node in nodes)
        {
            Varint.Write(to, unchecked((ulong)(node - before)));
            before = node;
        }
    }

    /// <summary>Adds the nodes of a list.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, List<long> nodes)
    {
        var node = 0L;
        for (var position = 0; position < bytes.Length;)
            nodes.Add(node = unchecked(node + (long)Varint.Read(bytes, ref position)));
    }
}
