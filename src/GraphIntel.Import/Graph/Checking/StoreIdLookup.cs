using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>Looks up which ids the store has, in batches, each id once.</summary>
internal sealed class StoreIdLookup(IGraphStore store, IdTable ids, IImportProgress progress)
{
    private const int BatchSize = 1_000;

    private readonly HashSet<int> _ids = [];
    private readonly HashSet<int> _found = [];

    /// <summary>Adds an id to look up.</summary>
    public void Add(int id) => _ids.Add(id);

    /// <summary>Looks up all added ids.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var batch in _ids.Chunk(BatchSize))
        {
            progress.Report(ImportPhase.Resolving, done, _ids.Count);
            var texts = Array.ConvertAll(batch, id => ids[id]);
            var found = await store.FindAsync(texts, cancellation).ConfigureAwait(false);
            for (var index = 0; index < batch.Length; index++)
            {
                if (found.ContainsKey(texts[index]))
                    _found.Add(batch[index]);
            }

            done += batch.Length;
        }

        if (done > 0)
            progress.Report(ImportPhase.Resolving, done, done);
    }

    /// <summary>Whether the store has an id, one of those looked up.</summary>
    public bool Contains(int id) => _found.Contains(id);
}
