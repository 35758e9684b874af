namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// The records of tables of which nothing was imported before: what the import has not written itself is in no record, and need not be
/// read; of what it has written, some is remembered.
/// </summary>
/// <param name="tables">The names of the tables.</param>
internal sealed class KnownRecords(IEnumerable<string> tables)
{
    /// <summary>Records that are remembered, of about 300 bytes each with their keys.</summary>
    private const int MaxRemembered = 100_000;

    private readonly string[] _prefixes = [.. tables.SelectMany(table => (string[])[RecordKeys.Rows(table), RecordKeys.AllShared(table)])];
    private readonly string[] _remembered = [.. tables.Select(RecordKeys.AllShared)];
    private readonly HashSet<int> _written = [];
    private readonly Dictionary<string, byte[]> _records = new(StringComparer.Ordinal);

    /// <summary>Looks for a record; false if it must be read.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="record">The record; null if there is none.</param>
    public bool TryFind(string key, out byte[]? record)
    {
        if (_records.TryGetValue(key, out record))
            return true;
        // A key with the hash of another is read for nothing.
        return !_written.Contains(HashOf(key)) && HasPrefix(key, _prefixes);
    }

    /// <summary>Adds records that were committed; null is one that was removed.</summary>
    public void Add(IReadOnlyDictionary<string, byte[]?> records)
    {
        if (_records.Count > MaxRemembered)
            _records.Clear();
        foreach (var (key, value) in records)
        {
            _written.Add(HashOf(key));
            _records.Remove(key);
            if (value is not null && HasPrefix(key, _remembered))
                _records.Add(key, value);
        }
    }

    private static bool HasPrefix(string key, string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static int HashOf(string key) => string.GetHashCode(key, StringComparison.Ordinal);
}
