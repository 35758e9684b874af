using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Graph;

/// <summary>Collects rows and writes them in batches, each of which is atomic.</summary>
/// <param name="write">Writes a batch, as a store does.</param>
internal sealed class BatchWriter(Func<GraphBatch, CancellationToken, ValueTask<WriteSummary>> write)
{
    /// <summary>Rows per batch: large enough for fast writes, small enough for memory.</summary>
    public const int BatchSize = 10_000;

    private readonly List<NodeRows> _nodes = [];
    private readonly List<RelationshipRows> _relationships = [];
    private int _pending;

    /// <summary>What the written batches changed.</summary>
    public WriteSummary Summary { get; private set; }

    /// <summary>The number of rows written.</summary>
    public long Written { get; private set; }

    /// <summary>Adds nodes of one type.</summary>
    public void Add(NodeRows rows)
    {
        _nodes.Add(rows);
        _pending += rows.Rows.Count;
    }

    /// <summary>Adds relationships of one type; their ends must be in the store, in this batch or in an earlier one.</summary>
    public void Add(RelationshipRows rows)
    {
        _relationships.Add(rows);
        _pending += rows.Rows.Count;
    }

    /// <summary>Writes what was added as one batch; false if that is nothing.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellation)
    {
        if (_pending == 0)
            return false;
        var batch = new GraphBatch([.. _nodes], [.. _relationships]);
        Summary += await write(batch, cancellation).ConfigureAwait(false);
        Written += _pending;
        _pending = 0;
        _nodes.Clear();
        _relationships.Clear();
        return true;
    }
}
