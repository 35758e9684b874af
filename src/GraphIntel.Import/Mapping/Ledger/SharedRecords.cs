namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>The records of what several rows make, during a batch.</summary>
internal sealed class SharedRecords(LedgerScope scope, LogRecord log, Dictionary<string, byte[]?> puts)
{
    private readonly Dictionary<(string Mapping, string Id), Entry> _entries = [];

    /// <summary>Reads records.</summary>
    public async ValueTask LoadAsync(IEnumerable<(string Mapping, string Id)> wanted)
    {
        var missing = new List<((string Mapping, string Id) Pair, string Key)>();
        foreach (var pair in wanted)
        {
            // A place is taken, so that each is read once.
            if (_entries.TryAdd(pair, Entry.NotRead))
                missing.Add((pair, RecordKeys.Shared(pair.Mapping, pair.Id)));
        }

        var found = await scope.ReadRecordsAsync(missing.ConvertAll(one => one.Key)).ConfigureAwait(false);
        foreach (var (pair, key) in missing)
            _entries[pair] = new Entry(key, found.GetValueOrDefault(key));
    }

    /// <summary>The record; null if there is none.</summary>
    public SharedRecord? Find(string mapping, string id) => _entries[(mapping, id)].Current;

    /// <summary>Replaces the record; null removes it.</summary>
    public void Set(string mapping, string id, SharedRecord? record) => _entries[(mapping, id)].Set(record);

    /// <summary>Counts rows that make it, or no longer do. Without rows it becomes an orphan if an import created it, else it is forgotten.</summary>
    public void Count(string mapping, string id, long rows) => _entries[(mapping, id)].Count(rows);

    /// <summary>Adds what changed to the records of the batch and to its log.</summary>
    public void Complete()
    {
        var writer = new RecordWriter();
        foreach (var ((mapping, id), entry) in _entries)
        {
            var (before, after) = (entry.Stored, entry.Current);
            if (SharedRecord.AreEqual(before, after))
                continue;
            puts[entry.Key] = after?.ToBytes(writer);
            // The number of rows follows from the rows.
            if (before is null || after is null || !SharedRecord.AreEqual(before with { Rows = after.Rows }, after))
                log.Shared.Add((mapping, id, entry.Before));
            if (after is { Rows: 0 })
                puts[RecordKeys.Orphan(mapping, id)] = [];
            else if (before is { Rows: 0 })
                puts[RecordKeys.Orphan(mapping, id)] = null;
        }
    }

    private sealed class Entry
    {
        public static readonly Entry NotRead = new("", null);

        private SharedRecord? _record;
        private long _rows;

        public Entry(string key, byte[]? before)
        {
            (Key, Before) = (key, before);
            Set(Stored = before is null ? null : SharedRecord.Read(before));
        }

        public string Key { get; }

        public byte[]? Before { get; }

        public SharedRecord? Stored { get; }

        public SharedRecord? Current => _record is null || _record.Rows == _rows ? _record : _record = _record with { Rows = _rows };

        public void Set(SharedRecord? record) => (_record, _rows) = (record, record?.Rows ?? 0);

        public void Count(long rows)
        {
            _record ??= new SharedRecord();
            _rows = Math.Max(0, _rows + rows);
            if (_rows == 0 && _record.CreatedBy == 0)
                _record = null;
        }
    }
}
