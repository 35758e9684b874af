using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Graph.Checking;

/// <summary>Asks the store which ids it has, many at a time and each once.</summary>
internal sealed class StoreIds(IGraphStore store, IdTable ids, IImportProgress progress)
{
    private const int BatchSize = 1_000;

    private readonly HashSet<int> _wanted = [];
    private readonly HashSet<int> _found = [];

    /// <summary>Notes an id to be asked for.</summary>
    public void Want(int id) => _wanted.Add(id);

    /// <summary>Asks for all ids noted.</summary>
    public async Task AskAsync(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var batch in _wanted.Chunk(BatchSize))
        {
            progress.Report(ImportPhase.Resolving, done, _wanted.Count);
            var texts = Array.ConvertAll(batch, id => ids[id]);
            var there = await store.FindAsync(texts, cancellation).ConfigureAwait(false);
            for (var index = 0; index < batch.Length; index++)
            {
                if (there.ContainsKey(texts[index])) _found.Add(batch[index]);
            }

            done += batch.Length;
        }

        if (done > 0) progress.Report(ImportPhase.Resolving, done, done);
    }

    /// <summary>Whether the store has the id; only of those asked for.</summary>
    public bool Has(int id) => _found.Contains(id);
}
