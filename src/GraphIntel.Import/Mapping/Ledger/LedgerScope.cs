using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// A store within the transaction of a batch. In a dry run, where no batch is committed, with what earlier batches would have recorded.
/// </summary>
/// <param name="scope">The store.</param>
/// <param name="overlay">What earlier batches would have recorded; null if they were committed.</param>
/// <param name="known">The records that need not be read; null if all must be.</param>
internal sealed class LedgerScope(IBatchScope scope, SortedDictionary<string, byte[]?>? overlay, KnownRecords? known = null)
{
    private const int PageSize = 1_000;

    /// <inheritdoc cref="IBatchScope.ReadRecordsAsync(IReadOnlyCollection{string})"/>
    public async ValueTask<Dictionary<string, byte[]>> ReadRecordsAsync(IReadOnlyCollection<string> keys)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var key in keys)
        {
            if (known is null || !known.TryFind(key, out var record))
                unknown.Add(key);
            else if (record is not null)
                found[key] = record;
        }

        if (unknown.Count > 0)
        {
            foreach (var (key, record) in await scope.ReadRecordsAsync(unknown).ConfigureAwait(false))
                found[key] = record;
        }

        foreach (var key in overlay is null ? [] : keys)
        {
            if (!overlay!.TryGetValue(key, out var value))
                continue;
            if (value is null)
                found.Remove(key);
            else
                found[key] = value;
        }

        return found;
    }

    /// <summary>All records whose keys begin with a text and follow another, in the order of their keys.</summary>
    public async IAsyncEnumerable<KeyValuePair<string, byte[]>> ReadAllAsync(string prefix, string after = "")
    {
        var added = new Queue<KeyValuePair<string, byte[]?>>((overlay ?? []).Where(record =>
            record.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(record.Key, after) > 0));
        IReadOnlyList<KeyValuePair<string, byte[]>> page;
        for (; ; after = page[^1].Key)
        {
            page = await scope.ReadRecordsAsync(prefix, after, PageSize).ConfigureAwait(false);
            foreach (var record in page)
            {
                while (added.TryPeek(out var next) && string.CompareOrdinal(next.Key, record.Key) < 0)
                {
                    if (added.Dequeue() is { Value: { } value } before)
                        yield return new(before.Key, value);
                }

                if (overlay?.ContainsKey(record.Key) != true)
                    yield return record;
            }

            if (page.Count < PageSize)
                break;
        }

        foreach (var (key, value) in added)
        {
            if (value is not null)
                yield return new(key, value);
        }
    }

    /// <summary>Nodes and relationships by their ids.</summary>
    public ValueTask<Dictionary<string, StoredRow>> ReadAsync(GraphModel model, IEnumerable<string> ids) =>
        ReadAsync(ids.Select(id => (model.TypeOfId(id), id)));

    /// <summary>The stored state of drafts of what only one row makes, by their ids; of a first import they are taken for new.</summary>
    public ValueTask<Dictionary<string, StoredRow>> ReadOwnAsync(IReadOnlyList<List<ElementDraft>> drafts)
    {
        if (known is null)
            return ReadAsync(drafts.SelectMany(own => own).Select(draft => ((ElementType?)draft.Type, draft.Id)));
        var ids = new HashSet<string>(drafts.Sum(own => own.Count), StringComparer.Ordinal);
        foreach (var own in drafts)
        {
            foreach (var draft in own)
                ids.Add(draft.Id);
        }

        scope.TakeForNew(ids);
        return ValueTask.FromResult(new Dictionary<string, StoredRow>());
    }

    /// <inheritdoc cref="IBatchScope.DeleteAsync"/>
    public ValueTask<IReadOnlySet<string>> DeleteAsync(IReadOnlyCollection<string> ids) => scope.DeleteAsync(ids);

    private async ValueTask<Dictionary<string, StoredRow>> ReadAsync(IEnumerable<(ElementType? Type, string Id)> wanted)
    {
        var ids = new Dictionary<ElementType, HashSet<string>>();
        foreach (var (type, id) in wanted)
        {
            if (type is null)
                continue;
            if (!ids.TryGetValue(type, out var ofType))
                ids.Add(type, ofType = new HashSet<string>(StringComparer.Ordinal));
            ofType.Add(id);
        }

        var found = new Dictionary<string, StoredRow>(StringComparer.Ordinal);
        foreach (var (type, ofType) in ids)
        {
            foreach (var (id, row) in await scope.ReadAsync(type, ofType).ConfigureAwait(false))
                found[id] = row;
        }

        return found;
    }
}
