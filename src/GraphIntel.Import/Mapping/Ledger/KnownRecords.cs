using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// The records of tables of which nothing was imported before: what the import has not written itself is in no record, and need not be
/// read; of what it has written, some is remembered.
/// </summary>
/// <param name="tables">The names of the tables.</param>
internal sealed class KnownRecords(IEnumerable<string> tables)
{
    /// <summary>Half of the records that are remembered, of about 300 bytes each with their keys.</summary>
    private const int MaxRecent = 50_000;

    private readonly string[] _prefixes = [.. tables.SelectMany(table => (string[])[RecordKeys.Rows(table), RecordKeys.AllShared(table)])];
    private readonly string[] _remembered = [.. tables.Select(RecordKeys.AllShared)];

    // Of 32 bits, the hashes of a few hundred thousand keys would be those of others in every tenth batch.
    private readonly HashSet<ulong> _written = [];

    // A record that many rows use is never forgotten: it is among those that were written or found last.
    private Dictionary<string, byte[]> _recent = new(StringComparer.Ordinal);
    private Dictionary<string, byte[]> _earlier = new(StringComparer.Ordinal);

    /// <summary>Looks for a record; false if it must be read.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="record">The record; null if there is none.</param>
    public bool TryFind(string key, out byte[]? record)
    {
        if (_recent.TryGetValue(key, out record))
            return true;
        if (_earlier.Remove(key, out record))
        {
            _recent.Add(key, record);
            return true;
        }

        // A key with the hash of another is read for nothing.
        return !_written.Contains(HashOf(key)) && HasPrefix(key, _prefixes);
    }

    /// <summary>Adds records that were committed; null is one that was removed.</summary>
    public void Add(IReadOnlyDictionary<string, byte[]?> records)
    {
        if (_recent.Count > MaxRecent)
        {
            (_recent, _earlier) = (_earlier, _recent);
            _recent.Clear();
        }

        foreach (var (key, value) in records)
        {
            _written.Add(HashOf(key));
            _earlier.Remove(key);
            if (value is null)
                _recent.Remove(key);
            else if (HasPrefix(key, _remembered))
                _recent[key] = value;
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

    private static ulong HashOf(string key) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key.AsSpan()));
}
