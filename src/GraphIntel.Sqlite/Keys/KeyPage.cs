using System.Buffers;

namespace GraphIntel.Sqlite.Keys;

/// <summary>Pages of an index: keys in ascending order, each as its length, its bytes, the length of its list of nodes, and this list.</summary>
internal static class KeyPage
{
    /// <summary>Finds a key and its nodes in a page, and moves behind them; false at the end, or where the bytes are damaged.</summary>
    public static bool TryRead(ReadOnlySpan<byte> page, ref int position, out Range key, out Range nodes)
    {
        nodes = default;
        return Varint.TryReadBytes(page, ref position, out key) && Varint.TryReadBytes(page, ref position, out nodes);
    }
}

/// <summary>Writes keys in ascending order to pages.</summary>
/// <param name="write">Receives the first key of a page, and the page; both are valid until it returns.</param>
internal sealed class KeyPageWriter(Action<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> write)
{
    /// <summary>Bytes of a page; a longer list has a longer page for itself.</summary>
    private const int PageBytes = 4_000;

    private readonly ArrayBufferWriter<byte> _page = new(2 * PageBytes);
    private readonly ArrayBufferWriter<byte> _nodes = new();
    private byte[] _first = [];

    /// <summary>Adds a key and its nodes, in ascending order.</summary>
    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<long> nodes)
    {
        _nodes.ResetWrittenCount();
        NodeList.Write(_nodes, nodes);
        if (_page.WrittenCount > 0 && _page.WrittenCount + key.Length + _nodes.WrittenCount > PageBytes)
            Flush();
        if (_page.WrittenCount == 0)
            _first = key.ToArray();
        Varint.WriteBytes(_page, key);
        Varint.WriteBytes(_page, _nodes.WrittenSpan);
    }

    /// <summary>Writes the last page.</summary>
    public void Flush()
    {
        if (_page.WrittenCount == 0)
            return;
        write(_first, _page.WrittenMemory);
        _page.ResetWrittenCount();
    }
}
