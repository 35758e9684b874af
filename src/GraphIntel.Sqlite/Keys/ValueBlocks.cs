using System.Buffers;
using System.Text;
using GraphIntel.Core.Model;
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
    private readonly ArrayBufferWriter<byte> _id = new();

    /// <summary>The statement that returns the values of a block by its number.</summary>
    public static string Select(NodeType type) => $"SELECT {Names.Values} FROM {Names.Searched(type)} WHERE {Names.Block} = ?1";

    /// <summary>Writes the values of nodes, in any order.</summary>
    /// <param name="nodes">The keys of the nodes.</param>
    /// <param name="job">Has made the values, in the order of the nodes.</param>
    /// <returns>Those that had values before, in ascending order.</returns>
    public long[] Write(long[] nodes, SearchJob job)
    {
        var order = Enumerable.Range(0, nodes.Length).ToArray();
        Array.Sort((long[])nodes.Clone(), order);
        var replaced = new List<long>();
        for (int start = 0, end; start < order.Length; start = end)
        {
            var number = ValueBlock.Of(nodes[order[start]]);
            for (end = start + 1; end < order.Length && ValueBlock.Of(nodes[order[end]]) == number;)
                end++;
            Write(number, nodes, order.AsSpan(start..end), job, replaced);
        }
        return [.. replaced];
    }

    /// <summary>Writes the values of nodes of a block.</summary>
    private void Write(long number, long[] nodes, ReadOnlySpan<int> changed, SearchJob job, List<long> replaced)
    {
        _block.ResetWrittenCount();
        _read.Bind(1, number);
        if (_read.Step())
        {
            var before = _read.Blob(0);
            for (var position = 0; ValueBlock.TryRead(number, before, ref position, out var node, out var id, out var packed);)
            {
                for (; !changed.IsEmpty && nodes[changed[0]] < node; changed = changed[1..])
                    Append(nodes, changed[0], job);
                if (changed.IsEmpty || nodes[changed[0]] != node)
                {
                    ValueBlock.Write(_block, node, before[id], before[packed]);
                    continue;
                }
                replaced.Add(node);
                Append(nodes, changed[0], job);
                changed = changed[1..];
            }
        }
        _read.Reset();
        foreach (var node in changed)
            Append(nodes, node, job);

        var write = _block.WrittenCount > 0 ? _write : _remove;
        write.Bind(1, number);
        if (write == _write)
            write.BindBlob(2, _block.WrittenSpan);
        write.Run();
    }

    private void Append(long[] nodes, int node, SearchJob job)
    {
        var packed = job.PackedOf(node);
        if (packed.IsEmpty)
            return;
        _id.ResetWrittenCount();
        Encoding.UTF8.GetBytes(job.Nodes[node].Id, _id);
        ValueBlock.Write(_block, nodes[node], _id.WrittenSpan, packed);
    }
}
