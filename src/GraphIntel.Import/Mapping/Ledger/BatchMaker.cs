using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Mapping.Compiling;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// Makes the batch of some rows: rows that make the same as before are left alone, what others no longer make is removed, and the
/// records of rows and the log of the import are written with it. One object for one attempt of a batch.
/// </summary>
internal sealed class BatchMaker
{
    private readonly GraphModel _model;
    private readonly LedgerScope _scope;
    private readonly long _import;
    private readonly BatchOutcome _outcome;
    private readonly GraphChanges _changes;
    private readonly SharedRecords _shared;
    private readonly Removal _removal;
    private readonly List<(string Key, RowRecord Record)> _rows = [];

    /// <summary>A batch of an import.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scope">The store.</param>
    /// <param name="import">The number of the import.</param>
    /// <param name="mappings">The names of all tables of mappings that were imported.</param>
    /// <param name="outcome">Receives what became of what.</param>
    public BatchMaker(GraphModel model, LedgerScope scope, long import, IReadOnlyCollection<string> mappings, BatchOutcome outcome)
    {
        (_model, _scope, _import, _outcome) = (model, scope, import, outcome);
        _changes = new GraphChanges(Log);
        _shared = new SharedRecords(scope, Log, Records);
        _removal = new Removal(model, scope, _shared, mappings);
    }

    /// <summary>What the batch does.</summary>
    public LogRecord Log { get; } = new();

    /// <summary>The records that it writes, but for those of the rows that it writes.</summary>
    public Dictionary<string, byte[]?> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it does nothing that must be recorded.</summary>
    public bool IsEmpty => Log.IsEmpty && Records.Count + _rows.Count == 0;

    /// <summary>The ids that the rows no longer make, whether or not they are kept.</summary>
    public IReadOnlyCollection<string> Candidates => _removal.Candidates;

    /// <summary>Makes the batch.</summary>
    public async ValueTask<GraphBatch> MakeAsync(BatchDraft draft)
    {
        var keys = draft.Rows.Select(row => row.RecordKey).Concat(draft.Withdrawn.Select(row => row.Key));
        var records = (await _scope.ReadRecordsAsync([.. keys]).ConfigureAwait(false)).ToDictionary(pair => pair.Key, pair => (Bytes: pair.Value, Record: RowRecord.Read(pair.Value)));
        var changed = new List<(RowDraft Row, RowRecord? Before)>(draft.Rows.Count);
        foreach (var row in draft.Rows)
        {
            var before = records.GetValueOrDefault(row.RecordKey);
            if (before.Record is { } known && known.Hash.AsSpan().SequenceEqual(row.Hash) && known.Covers == row.Covers)
            {
                LeaveAlone(row);
                continue;
            }

            changed.Add((row, before.Record));
            Log.Rows.Add((row.Mapping, row.RecordKey, before.Bytes));
        }

        var stored = await _scope.ReadOwnAsync(changed.ConvertAll(entry => entry.Row.Own)).ConfigureAwait(false);
        await LoadAsync(draft, changed, records, stored).ConfigureAwait(false);
        await DraftSharedAsync(draft).ConfigureAwait(false);
        foreach (var (mapping, key) in draft.Withdrawn)
        {
            if (records.TryGetValue(key, out var before))
                Withdraw(mapping, key, before.Bytes, before.Record);
        }

        foreach (var (row, before) in changed)
            Replace(row, before);
        await _removal.RunAsync(Log, _outcome).ConfigureAwait(false);
        var areAllNew = changed.Count == draft.Rows.Count && changed.TrueForAll(entry => entry is { Before: null, Row.IfRecorded: null });
        foreach (var (row, before) in changed)
            Write(row, before, stored, countsUses: !areAllNew);
        foreach (var (id, rows) in areAllNew ? draft.Uses : [])
            _shared.Count(changed[0].Row.Mapping, id, rows);
        foreach (var match in draft.Matches)
        {
            var key = RecordKeys.Matches(match.Mapping) + match.OwnId;
            Records[key] = System.Text.Encoding.UTF8.GetBytes(match.Id);
            Log.Matches.Add(key);
        }

        _shared.Complete();
        return _changes.ToBatch() with { Records = Task.Run(CompleteRecords) };
    }

    /// <summary>Adds the records of the rows.</summary>
    private IReadOnlyDictionary<string, byte[]?> CompleteRecords()
    {
        var writer = new RowRecordWriter();
        Records.EnsureCapacity(Records.Count + _rows.Count);
        foreach (var (key, record) in _rows)
            Records[key] = writer.ToBytes(record);
        return Records;
    }

    private void LeaveAlone(RowDraft row)
    {
        _outcome.AddRow(row.Mapping, row.Key, Decisions.Unchanged, row.Place);
        foreach (var element in row.Own)
            Report(element, Decisions.Unchanged, row.Place);
    }

    /// <summary>Reads the records of what several rows make, as far as the batch concerns it.</summary>
    private ValueTask LoadAsync(
        BatchDraft draft, List<(RowDraft Row, RowRecord? Before)> changed, Dictionary<string, (byte[] Bytes, RowRecord Record)> records,
        Dictionary<string, StoredRow> stored)
    {
        var wanted = draft.Shared.Where(shared => !shared.IsOfAnother).Select(shared => (shared.Mapping, shared.Id))
            .Concat(changed.Count == draft.Rows.Count && changed.Count > 0
                ? draft.Uses.Keys.Select(id => (changed[0].Row.Mapping, id))
                : changed.SelectMany(entry => entry.Row.Shared.Select(use => (entry.Row.Mapping, use.Id))))
            .Concat(changed.SelectMany(entry => IdsOf(entry.Before).Select(id => (entry.Row.Mapping, id))))
            .Concat(draft.Withdrawn.SelectMany(row => IdsOf(records.GetValueOrDefault(row.Key).Record).Select(id => (row.Mapping, id))));
        // What a row alone makes has a record only if others make it, too; then it is there.
        if (stored.Count > 0)
            wanted = wanted.Concat(changed.SelectMany(entry => entry.Row.Own.Where(element => stored.ContainsKey(element.Id)).Select(element => (entry.Row.Mapping, element.Id))));
        return _shared.LoadAsync(wanted);
    }

    private static IEnumerable<string> IdsOf(RowRecord? record) => record is null
        ? []
        : record.Own.Select(element => element.Id).Concat(record.Shared.Select(use => use.Id));

    /// <summary>Writes what several rows make, unless it is written with the same values already.</summary>
    private async ValueTask DraftSharedAsync(BatchDraft draft)
    {
        var stored = await _scope.ReadAsync(_model, draft.Shared.SelectMany(IdsToCompare)).ConfigureAwait(false);
        var additions = draft.Shared.Where(shared => shared is { IsOfAnother: true, Merge: not null }).Select(shared => RecordKeys.Added(shared.Mapping, shared.Id));
        var added = await _scope.ReadRecordsAsync([.. additions.Distinct()]).ConfigureAwait(false);
        foreach (var shared in draft.Shared)
        {
            if (shared.IsOfAnother)
                AddToAnother(shared, stored.GetValueOrDefault(shared.Id), added);
            else
                Write(shared, stored);
        }
    }

    /// <summary>The ids of what is compared with what is stored, because it is not written with the same values already.</summary>
    private IEnumerable<string> IdsToCompare(SharedDraft shared)
    {
        if (shared.IsOfAnother)
            return [shared.Id];
        var record = _shared.Find(shared.Mapping, shared.Id) ?? new SharedRecord();
        var fields = IsSame(shared.FieldsHash, record.FieldsHash) ? [] : shared.Fields!.Select(field => field.Id);
        return IsSame(shared.Hash, record.Hash) ? fields : fields.Append(shared.Id);
    }

    /// <summary>Whether an import wrote the same before, so that what has become of it since stays.</summary>
    private static bool IsWritten(SharedDraft shared, SharedRecord? record) =>
        record is not null && IsSame(shared.Hash, record.Hash) && IsSame(shared.FieldsHash, record.FieldsHash);

    private static bool IsSame(byte[]? hash, byte[] recorded) => hash is null || hash.AsSpan().SequenceEqual(recorded);

    private void AddToAnother(SharedDraft shared, StoredRow? stored, Dictionary<string, byte[]> added)
    {
        var element = shared.Element!;
        if (shared.Merge is { } rules)
        {
            NoteAdditions(shared, rules, stored, added);
            element = _changes.Merge(element, rules, stored);
        }

        // Without a row it is made by an earlier batch of a dry run.
        if (stored is not null)
            Report(element, _changes.Decide(element, stored), shared.Place);
    }

    /// <summary>Records which items of lists come from the mapping, so that they go with its rows, and what was there before stays.</summary>
    private void NoteAdditions(SharedDraft shared, IReadOnlyList<PropertyPlan> rules, StoredRow? stored, Dictionary<string, byte[]> added)
    {
        if (stored is null)
            return;
        var key = RecordKeys.Added(shared.Mapping, shared.Id);
        var before = added.TryGetValue(key, out var bytes) ? ListAdditions.Read(bytes) : new ListAdditions();
        var after = before;
        for (var index = 0; index < rules.Count; index++)
        {
            if (rules[index].Merge == Syntax.MergeRule.Add)
                after = after.With(rules[index].Property, _changes.ValueOf(shared.Element!.Type, stored, rules[index].Property), shared.Element.Values[index]);
        }

        if (after == before)
            return;
        Records[key] = added[key] = after.ToBytes();
        Log.Additions.Add((key, bytes));
    }

    private void Write(SharedDraft shared, Dictionary<string, StoredRow> stored)
    {
        var record = _shared.Find(shared.Mapping, shared.Id);
        if (IsWritten(shared, record))
        {
            if (shared.Element is { } written)
                Report(written, Decisions.Unchanged, shared.Place);
            ReportUnchanged(shared.Fields, shared.Place);
            return;
        }

        var after = record ?? new SharedRecord();
        if (shared.Element is { } same && IsSame(shared.Hash, after.Hash))
        {
            Report(same, Decisions.Unchanged, shared.Place);
        }
        else if (shared.Element is { } element)
        {
            var row = stored.GetValueOrDefault(shared.Id);
            var merged = shared.Merge is { } rules ? _changes.Merge(element, rules, row) : element;
            var decision = _changes.Decide(merged, row);
            Report(element, decision, shared.Place);
            after = after with { Hash = shared.Hash! };
            if (decision == Decisions.Created)
            {
                Log.Created.Add(shared.Id);
                after = after with { CreatedBy = _import };
            }
        }

        if (IsSame(shared.FieldsHash, after.FieldsHash))
            ReportUnchanged(shared.Fields, shared.Place);
        else if (shared.Fields is { } fields)
            after = after with { Fields = WriteFields(shared, fields, after.Fields, stored), FieldsHash = shared.FieldsHash! };
        _shared.Set(shared.Mapping, shared.Id, after);
    }

    private List<OwnElement> WriteFields(
        SharedDraft shared, List<ElementDraft> fields, IReadOnlyList<OwnElement> before, Dictionary<string, StoredRow> stored)
    {
        var after = new List<OwnElement>();
        foreach (var field in fields)
        {
            var decision = _changes.Decide(field, stored.GetValueOrDefault(field.Id));
            Report(field, decision, shared.Place);
            if (decision == Decisions.Created)
                Log.Created.Add(field.Id);
            after.Add(new OwnElement(field.Id, decision == Decisions.Created || before.Any(other => other.Id == field.Id && other.IsCreated)));
        }

        foreach (var old in before.Where(old => old.IsCreated && !after.Exists(field => field.Id == old.Id)))
            _removal.Add(shared.Mapping, old.Id, _import, shared.Place);
        return after;
    }

    private void Withdraw(string mapping, string key, byte[] bytes, RowRecord before)
    {
        Log.Rows.Add((mapping, key, bytes));
        Records[key] = null;
        _outcome.Replaces.Add(before.Import);
        _outcome.AddRow(mapping, key[RecordKeys.Rows(mapping).Length..], Decisions.Withdrawn, "");
        foreach (var element in before.Own)
            Release(mapping, element, before.Import, "");
        foreach (var use in before.Shared)
        {
            _shared.Count(mapping, use.Id, -1);
            if (use.Merged.Count > 0)
                Records[RecordKeys.Merge(mapping, use.Id, key)] = MergedPart.ToBytes(use.Merged);
        }

        foreach (var use in before.Additions)
            Records[RecordKeys.Merge(mapping, use.Id, key)] = MergedPart.ToBytes(use.Merged);
    }

    /// <summary>Releases what the row made before and does not make now.</summary>
    private void Replace(RowDraft row, RowRecord? before)
    {
        if (before is null)
            return;
        _outcome.Replaces.Add(before.Import);
        var made = row.Own.Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var element in before.Own.Where(element => !made.Contains(element.Id)))
            Release(row.Mapping, element, before.Import, row.Place);
        foreach (var use in before.Shared)
        {
            _shared.Count(row.Mapping, use.Id, -1);
            if (use.Merged.Count > 0 && !row.Shared.Exists(other => other.Id == use.Id && IsSame(other, use)))
                Records[RecordKeys.Merge(row.Mapping, use.Id, row.Key)] = MergedPart.ToBytes(use.Merged);
        }

        foreach (var use in before.Additions.Where(use => !row.Additions.Exists(other => other.Id == use.Id && IsSame(other, use))))
            Records[RecordKeys.Merge(row.Mapping, use.Id, row.Key)] = MergedPart.ToBytes(use.Merged);
    }

    private static bool IsSame(SharedUse one, SharedUse other) => MergedPart.ToBytes(one.Merged).AsSpan().SequenceEqual(MergedPart.ToBytes(other.Merged));

    /// <summary>An element that a row made alone, and does not make any more.</summary>
    private void Release(string mapping, OwnElement element, long import, string place)
    {
        if (element.IsCreated)
            _removal.Add(mapping, element.Id, import, place);
        else if (_shared.Find(mapping, element.Id) is not null)
            _shared.Count(mapping, element.Id, -1);
    }

    private void Write(RowDraft row, RowRecord? before, Dictionary<string, StoredRow> stored, bool countsUses)
    {
        var own = new List<OwnElement>(row.Own.Count);
        foreach (var element in row.Own)
        {
            var old = FindOwn(before, element.Id);
            var there = stored.GetValueOrDefault(element.Id);
            if (there is null && IsInTheWay(element) is { } kept)
            {
                _outcome.AddFinding($"left out, because {kept} is kept and the model allows one", element.Id, row.Place);
                continue;
            }

            var decision = _changes.Decide(element, there);
            Report(element, decision, row.Place);
            if (decision == Decisions.Created && before is not null)
                Log.Created.Add(element.Id);
            // What was there before without this row, others vouch for; they must know that this row does, too.
            if (there is not null && old is null)
                _shared.Count(row.Mapping, element.Id, 1);
            own.Add(new OwnElement(element.Id, there is null || old is { IsCreated: true }));
        }

        var uses = row.IfRecorded is { } ids
            ? row.Shared.FindAll(use => !ids.Contains(use.Id) || _shared.Find(row.Mapping, use.Id) is not null)
            : row.Shared;
        foreach (var use in countsUses ? uses : [])
            _shared.Count(row.Mapping, use.Id, 1);
        var record = new RowRecord { Import = _import, Hash = row.Hash, Covers = row.Covers, Own = own, Shared = uses, Additions = row.Additions };
        _rows.Add((row.RecordKey, record));
        _outcome.AddRow(row.Mapping, row.Key, before is null ? Decisions.Created : Decisions.Changed, row.Place);
    }

    private static OwnElement? FindOwn(RowRecord? record, string id)
    {
        foreach (var element in record?.Own ?? [])
        {
            if (element.Id == id)
                return element;
        }

        return null;
    }

    /// <summary>The relationship that was kept at an end of which the model allows one; null if there is none.</summary>
    private string? IsInTheWay(ElementDraft element)
    {
        if (_removal.Kept.Count == 0 || element.Type is not RelationshipType { Id: null } type || !(type.OnePerSource || type.OnePerTarget))
            return null;
        foreach (var id in _removal.Kept)
        {
            if (_model.TypeOfId(id) == type && Core.Storage.Rules.DerivedId.Split(type, id) is var (source, target)
                && ((type.OnePerSource && source == element.Source) || (type.OnePerTarget && target == element.Target)))
            {
                return id;
            }
        }

        return null;
    }

    private void ReportUnchanged(List<ElementDraft>? elements, string place) => elements?.ForEach(element => Report(element, Decisions.Unchanged, place));

    private void Report(ElementDraft element, string decision, string place) =>
        _outcome.Add(Removal.NameOf(element.Type), element.Id, element.Type is RelationshipType, decision, place);
}
