using System.Buffers;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Keys;

/// <summary>Writes the ids and packed values of nodes in blocks.</summary>
internal sealed class ValueBlocks(NodeType type, StatementCache statements)
{
    private readonly Statement _read = statements.Get(Select(type));
    private readonly Statement _write = statements.Get($"INSERT OR REPLACE INTO {Names.Searched(type)} VALUES (?1, ?2)");
    private readonly Statement _remove = statements.Get($"DELETE FROM {Names.Searched(type)} WHERE {Names.Block} = ?1");
    private readonly ArrayBufferWriter<byte> _block = new();

    /// <summary>The statement that returns the values of a block by its number.</summary>
    public static string Select(NodeType type) => $"SELECT {Names.Values} FROM {Names.Searched(type)} WHERE {Names.Block} = ?1";

    /// <summary>Writes the values of nodes, in any order.</summary>
    /// <returns>Those that had values before, in ascending order.</returns>
    public long[] Write(List<(long Node, SearchDocument Document)> nodes)
    {
        nodes.Sort(static (one, other) => one.Node.CompareTo(other.Node));
        var replaced = new List<long>();
        for (int start = 0, end; start < nodes.Count; start = end)
        {
            var number = ValueBlock.Of(nodes[start].Node);
            for (end = start + 1; end < nodes.Count && ValueBlock.Of(nodes[end].Node) == number;)
                end++;
            Write(number, nodes, start..end, replaced);
        }
        return [.. replaced];
    }

    private void Write(long number, List<(long Node, SearchDocument Document)> nodes, Range changed, List<long> replaced)
    {
        _block.ResetWrittenCount();
        var (next, end) = (changed.Start.Value, changed.End.Value);
        _read.Bind(1, number);
        if (_read.Step())
        {
            var before = _read.Blob(0);
            for (var position = 0; ValueBlock.TryRead(number, before, ref position, out var node, out var id, out var packed);)
            {
                for (; next < end && nodes[next].Node < node; next++)
                    Append(nodes[next]);
                if (next < end && nodes[next].Node == node)
                {
                    replaced.Add(node);
                    Append(nodes[next++]);
                }
                else
                {
                    ValueBlock.Write(_block, node, before[id], before[packed]);
                }
            }
        }
        _read.Reset();
        for (; next < end; next++)
            Append(nodes[next]);

        var write = _block.WrittenCount > 0 ? _write : _remove;
        write.Bind(1, number);
        if (write == _write)
            write.BindBlob(2, _block.WrittenSpan);
        write.Run();
    }

    private void Append((long Node, SearchDocument Document) node)
    {
        if (node.Document.Packed is not { } packed)
            return;
        Span<byte> id = stackalloc byte[Encoding.UTF8.GetMaxByteCount(node.Document.Id.Length)];
        ValueBlock.Write(_block, node.Node, id[..Encoding.UTF8.GetBytes(node.Document.Id, id)], packed);
    }
}
