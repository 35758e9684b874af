using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Stands for the store in a dry run: counts what is new, and writes nothing.</summary>
internal sealed class Preview(IGraphStore store)
{
    /// <summary>Counts a batch: what is in the store is unchanged here, whether or not its values differ.</summary>
    public async ValueTask<WriteSummary> CountAsync(GraphBatch batch, CancellationToken cancellation)
    {
        var ids = new List<string>();
        foreach (var rows in batch.Nodes)
            ids.AddRange(rows.Rows.Select(row => row.Id));
        foreach (var rows in batch.Relationships)
            ids.AddRange(rows.Rows.Select(row => row.Id ?? rows.Type.DeriveId(row.Source, row.Target)));
        var found = await store.FindAsync(ids, cancellation).ConfigureAwait(false);
        var known = ids.Count(found.ContainsKey);
        return new WriteSummary(ids.Count - known, 0, known);
    }
}
