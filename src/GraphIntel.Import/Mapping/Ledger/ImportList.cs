using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>The imports that a store records.</summary>
internal static class ImportList
{
    private const int PageSize = 500;

    /// <summary>All of them, in the order of their numbers.</summary>
    public static async Task<List<ImportRecord>> ReadAsync(IGraphStore store, CancellationToken cancellation)
    {
        var imports = new List<ImportRecord>();
        await foreach (var (_, value) in ReadAllAsync(store, RecordKeys.Imports, cancellation).ConfigureAwait(false))
            imports.Add(ImportRecord.Read(value));
        return imports;
    }

    /// <summary>All records whose keys begin with a text.</summary>
    public static async IAsyncEnumerable<KeyValuePair<string, byte[]>> ReadAllAsync(
        IGraphStore store, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<KeyValuePair<string, byte[]>> page;
        for (var after = ""; ; after = page[^1].Key)
        {
            page = await store.ReadRecordsAsync(prefix, after, PageSize, cancellation).ConfigureAwait(false);
            foreach (var record in page)
                yield return record;
            if (page.Count < PageSize)
                yield break;
        }
    }
}
