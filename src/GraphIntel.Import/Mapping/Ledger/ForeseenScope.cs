using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// Stands for the transaction of a batch that is made before it begins: what the batch looks for is taken for new, unless the store has it
/// now. The transaction finds out whether it is.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="cancellation">Cancels look-ups.</param>
internal sealed class ForeseenScope(IGraphStore store, CancellationToken cancellation) : IBatchScope
{
    private static readonly IReadOnlyDictionary<string, StoredRow> NoRows = new Dictionary<string, StoredRow>();

    /// <summary>What is taken for new.</summary>
    public HashSet<string> New { get; private set; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, byte[]>> ReadRecordsAsync(IReadOnlyCollection<string> keys) => throw new NotForeseenException();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count) =>
        throw new NotForeseenException();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, StoredRow>> ReadAsync(ElementType type, IReadOnlyCollection<string> ids)
    {
        if ((await store.FindAsync(ids, cancellation).ConfigureAwait(false)).Count > 0)
            throw new NotForeseenException();
        New.UnionWith(ids);
        return NoRows;
    }

    /// <inheritdoc/>
    public void TakeForNew(HashSet<string> ids)
    {
        ids.UnionWith(New);
        New = ids;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> DeleteAsync(IReadOnlyCollection<string> ids) => throw new NotForeseenException();
}

/// <summary>A batch depends on what is stored, and can only be made in its transaction.</summary>
internal sealed class NotForeseenException : Exception;
