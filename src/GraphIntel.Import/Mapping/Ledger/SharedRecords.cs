
namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>The records of what several rows make, during a batch.</summary>
internal sealed class SharedRecords(LedgerScope scope, LogRecord log, Dictionary<string, byte[]?> puts)
{
    private readonly Dictionary<(string Mapping, string Id), Entry> _entries = [];

    /// <summary>Reads records.</summary>
    public async ValueTask LoadAsync(IEnumerable<(string Mapping, string Id)> wanted)
    {
        var missing = wanted.Where(pair => !_entries.ContainsKey(pair)).Distinct().ToList();
        var found = await scope.ReadRecordsAsync([.. missing.Select(pair => RecordKeys.Shared(pair.Mapping, pair.Id))]).ConfigureAwait(false);
        foreach (var pair in missing)
        {
            var before = found.GetValueOrDefault(RecordKeys.Shared(pair.Mapping, pair.Id));
            _entries.Add(pair, new Entry(before) { Record = before is null ? null : SharedRecord.Read(before) });
        }
    }

    /// <summary>The record; null if there is none.</summary>
    public SharedRecord? Find(string mapping, string id) => _entries[(mapping, id)].Record;

    /// <summary>The record, if it was read and there is one.</summary>
    public SharedRecord? TryFind(string mapping, string id) => _entries.TryGetValue((mapping, id), out var entry) ? entry.Record : null;

    /// <summary>Replaces the record; null removes it.</summary>
    public void Set(string mapping, string id, SharedRecord? record) => _entries[(mapping, id)].Record = record;

    /// <summary>Counts rows that make it, or no longer do. Without rows it becomes an orphan if an import created it, else it is forgotten.</summary>
    public void Count(string mapping, string id, long rows)
    {
        var entry = _entries[(mapping, id)];
        var before = entry.Record ?? new SharedRecord();
        var after = before with { Rows = Math.Max(0, before.Rows + rows) };
        entry.Record = after is { Rows: 0, CreatedBy: 0 } ? null : after;
    }

    /// <summary>Adds what changed to the records of the batch and to its log.</summary>
    public void Complete()
    {
        foreach (var ((mapping, id), entry) in _entries)
        {
            var (before, after) = (entry.Stored, entry.Record);
            var bytes = after?.ToBytes();
            if (bytes is null ? entry.Before is null : entry.Before is { } old && bytes.AsSpan().SequenceEqual(old))
                continue;
            puts[RecordKeys.Shared(mapping, id)] = bytes;
            // The number of rows follows from the rows.
            if (before is null || after is null || !(before with { Rows = 0 }).ToBytes().AsSpan().SequenceEqual((after with { Rows = 0 }).ToBytes()))
                log.Shared.Add((mapping, id, entry.Before));
            if (after is { Rows: 0 })
                puts[RecordKeys.Orphan(mapping, id)] = [];
            else if (before is { Rows: 0 })
                puts[RecordKeys.Orphan(mapping, id)] = null;
        }
    }

    private sealed class Entry(byte[]? before)
    {
        public byte[]? Before { get; } = before;

        public SharedRecord? Stored { get; } = before is null ? null : SharedRecord.Read(before);

        public SharedRecord? Record { get; set; }
    }
}
