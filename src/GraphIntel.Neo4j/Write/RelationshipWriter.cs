using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// Merges the relationships of one type. What is stored is read first, so that the merging, row by row, is done here, and each
/// relationship is written once.
/// </summary>
internal sealed class RelationshipWriter
{
    private readonly BatchWriter _batch;
    private readonly RelationshipRows _rows;
    private readonly RelationshipType _type;
    private readonly Property[] _missing;
    private readonly int[] _plain;
    private readonly RelationshipStatements _statements;
    private readonly DayColumns _valid;
    private readonly DayColumns _attested;

    public RelationshipWriter(BatchWriter batch, RelationshipRows rows)
    {
        _batch = batch;
        _rows = rows;
        _type = rows.Type;
        _missing = MissingColumns.Of(_type, rows.Columns);
        _valid = new DayColumns(rows, _type.Valid);
        _attested = new DayColumns(rows, _type.Attested);
        _plain = [.. Enumerable.Range(0, rows.Columns.Count).Where(i => !_attested.Contains(i))];
        _statements = new RelationshipStatements(_type, [.. _plain.Select(i => rows.Columns[i])]);
    }

    /// <summary>Writes the rows.</summary>
    public async Task<WriteSummary> WriteAsync()
    {
        var entries = Entries();
        Entry[] all = [.. entries.Values];
        await _batch.ReadAsync(
            _statements.Read, Array.ConvertAll(all, entry => entry.Id), (offset, cursor) => Take(all, offset, cursor)).ConfigureAwait(false);

        var summary = await MergeAsync(entries).ConfigureAwait(false);
        var created = all.Where(entry => !entry.IsStored).ToList();
        var moved = all.Where(entry => entry is { IsStored: true, IsMoved: true }).ToList();
        var changed = all.Where(entry => entry is { IsStored: true, IsMoved: false, IsChanged: true }).ToList();
        var made = 0L;
        if (created.Count > 0)
            made += await _batch.RunAsync(_statements.Create, created, WriteRow).ConfigureAwait(false);
        if (moved.Count > 0)
            made += await _batch.RunAsync(_statements.Move, moved, WriteRow).ConfigureAwait(false);
        if (changed.Count > 0 && _statements.Update is { } update)
            await _batch.RunAsync(update, changed, WriteRow).ConfigureAwait(false);

        // A row one of whose ends is not there makes nothing.
        if (made < created.Count + moved.Count)
            await CheckEndsAsync(_rows.Rows).ConfigureAwait(false);
        return summary;
    }

    /// <summary>One entry for each relationship, in the order in which they first occur.</summary>
    private Dictionary<string, Entry> Entries()
    {
        var entries = new Dictionary<string, Entry>(_rows.Rows.Count, StringComparer.Ordinal);
        foreach (var row in _rows.Rows)
        {
            var id = IdOf(row);
            if (!entries.ContainsKey(id))
                entries.Add(id, new Entry(id, row));
        }

        _batch.Cancellation.ThrowIfCancellationRequested();
        return entries;
    }

    private void Take(Entry[] entries, int offset, ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var entry = entries[offset + (int)reader.ReadInteger()];
        entry.IsStored = true;
        entry.Source = reader.ReadString();
        entry.Target = reader.ReadString();
        foreach (var i in _plain)
            entry.Differs |= !StoredValue.Matches(reader.ReadRaw(), _rows.Columns[i], entry.Row.Values[i], _batch.Scratch);
        if (_type.Valid is not null)
            entry.Valid = (StoredValue.ReadDay(ref reader), StoredValue.ReadDay(ref reader));
        if (_type.Attested is not null)
        {
            var (from, until) = (StoredValue.ReadDay(ref reader), StoredValue.ReadDay(ref reader));
            entry.Attested = new AttestedDays(from, until, IsGiven: !reader.TryReadNull() && reader.ReadBoolean());
        }
    }

    private async Task<WriteSummary> MergeAsync(Dictionary<string, Entry> entries)
    {
        long created = 0, updated = 0;
        var merged = 0;
        var endsPass = false;
        try
        {
            foreach (var row in _rows.Rows)
            {
                merged++;
                var entry = entries[IdOf(row)];
                if (entry is { IsSeen: false, IsStored: false })
                {
                    Create(entry, row);
                    created++;
                }
                else
                {
                    // Ends that a later row of the batch replaces are never written, and so not found out by writing.
                    endsPass |= entry.IsSeen && (row.Source != entry.Source || row.Target != entry.Target);
                    if (Update(entry, row))
                        updated++;
                }

                entry.IsSeen = true;
                entry.Row = row;
            }
        }
        catch (StoreException)
        {
            // A row before this one, or this one itself, may end at a node that is not there, which is said first.
            await CheckEndsAsync([.. _rows.Rows.Take(merged)]).ConfigureAwait(false);
            throw;
        }

        if (endsPass)
            await CheckEndsAsync(_rows.Rows).ConfigureAwait(false);
        return new WriteSummary(created, updated, _rows.Rows.Count - created - updated);
    }

    private void Create(Entry entry, RelationshipRow row)
    {
        if (_missing.Length > 0)
            throw Refusal.Lacks(RowCheck.Name(_type, row), _type, _missing);
        var (from, until) = _valid.Given(row);
        _valid.Check(row, from, until);
        var (first, last) = _attested.Given(row);
        _attested.Check(row, first, last);
        (entry.Source, entry.Target) = (row.Source, row.Target);
        entry.Valid = (from, until);
        entry.Attested = new AttestedDays(first, last);
        _batch.Ends.Note(_type, row.Source, row.Target);
    }

    private bool Update(Entry entry, RelationshipRow row)
    {
        var isMoved = row.Source != entry.Source || row.Target != entry.Target;

        // Once a row is merged, the given columns are as it says.
        var differs = entry.IsSeen
            ? Array.Exists(_plain, i => !StoredValue.AreSame(_rows.Columns[i], entry.Row.Values[i], row.Values[i], _batch.Scratch))
            : entry.Differs;
        entry.Valid = _valid.Over(row, entry.Valid.From, entry.Valid.Until);
        _valid.Check(row, entry.Valid.From, entry.Valid.Until);
        var (attested, attestedChanged) = entry.Attested.Merge(_attested, row);
        if (!isMoved && !differs && !attestedChanged)
            return false;

        _attested.Check(row, attested.From, attested.Until);
        entry.IsChanged = true;
        entry.Attested = attested;
        if (isMoved)
        {
            (entry.Source, entry.Target) = (row.Source, row.Target);
            entry.IsMoved = true;
            _batch.Ends.Note(_type, row.Source, row.Target);
        }

        if (attestedChanged && !attested.IsGiven)
            _batch.Facts.Touch(entry.Id, claim: null);
        return true;
    }

    /// <summary>Refuses the first of these rows one of whose ends is not there.</summary>
    private async Task CheckEndsAsync(IReadOnlyList<RelationshipRow> rows)
    {
        var sources = await FindAsync(_type.Source, rows.Select(row => row.Source)).ConfigureAwait(false);
        var targets = await FindAsync(_type.Target, rows.Select(row => row.Target)).ConfigureAwait(false);
        foreach (var row in rows)
        {
            if (!sources.Contains(row.Source))
                throw Refusal.NoEnd(_type, row, _type.Source, row.Source);
            if (!targets.Contains(row.Target))
                throw Refusal.NoEnd(_type, row, _type.Target, row.Target);
        }
    }

    private async Task<HashSet<string>> FindAsync(NodeType type, IEnumerable<string> ids)
    {
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        var found = new HashSet<string>(StringComparer.Ordinal);
        await _batch.ReadAsync(
            LookupText.Of(type), wanted, (offset, cursor) => found.Add(wanted[offset + LookupText.ReadIndex(cursor)])).ConfigureAwait(false);
        return found;
    }

    private string IdOf(RelationshipRow row) => _type.Id is null ? _type.DeriveId(row.Source, row.Target) : row.Id!;

    private void WriteRow(PackStreamWriter writer, Entry entry)
    {
        writer.WriteListHeader(_plain.Length + (_type.Attested is null ? 3 : 6));
        writer.WriteString(entry.Id);
        writer.WriteString(entry.Source);
        writer.WriteString(entry.Target);
        foreach (var i in _plain)
            StoredValue.Write(writer, _rows.Columns[i], entry.Row.Values[i]);
        if (_type.Attested is null)
            return;
        StoredValue.WriteDay(writer, entry.Attested.From);
        StoredValue.WriteDay(writer, entry.Attested.Until);
        if (entry.Attested.IsGiven)
            writer.WriteBoolean(true);
        else
            writer.WriteNull();
    }

    /// <summary>A relationship of the batch.</summary>
    private sealed class Entry(string id, RelationshipRow row)
    {
        public string Id { get; } = id;

        /// <summary>The row merged last; before the first is merged, that one.</summary>
        public RelationshipRow Row { get; set; } = row;

        public string Source { get; set; } = "";

        public string Target { get; set; } = "";

        public (DateOnly? From, DateOnly? Until) Valid { get; set; }

        public AttestedDays Attested { get; set; }

        public bool IsStored { get; set; }

        public bool IsSeen { get; set; }

        public bool IsChanged { get; set; }

        public bool IsMoved { get; set; }

        /// <summary>Whether the first row differs from what is stored in a given column.</summary>
        public bool Differs { get; set; }
    }
}
