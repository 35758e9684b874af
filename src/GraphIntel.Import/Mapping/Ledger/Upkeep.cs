using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Import.Mapping.Compiling;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>
/// What follows when rows are replaced, withdrawn or undone: what several rows made and none makes now is removed, if nothing refers to
/// it, and values that were the least, the greatest or the union of those of all rows are computed again from the rows that are left.
/// </summary>
internal sealed class Upkeep
{
    /// <summary>The number of orphans of a batch.</summary>
    private const int MaxOrphans = 5_000;

    private readonly GraphModel _model;
    private readonly LedgerScope _scope;
    private readonly BatchOutcome _outcome;
    private readonly IReadOnlyCollection<string> _mappings;
    private readonly Dictionary<string, byte[]?> _records = new(StringComparer.Ordinal);

    /// <summary>The upkeep after an import.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scope">The store.</param>
    /// <param name="mappings">The names of all tables of mappings that were imported.</param>
    /// <param name="outcome">Receives what became of what.</param>
    public Upkeep(GraphModel model, LedgerScope scope, IReadOnlyCollection<string> mappings, BatchOutcome outcome) =>
        (_model, _scope, _mappings, _outcome) = (model, scope, mappings, outcome);

    /// <inheritdoc cref="BatchMaker.Log"/>
    public LogRecord Log { get; } = new();

    /// <inheritdoc cref="BatchMaker.IsEmpty"/>
    public bool IsEmpty => Log.IsEmpty && _records.Count == 0;

    /// <summary>The key of the last orphan of <see cref="RemoveOrphansAsync"/>; null if there are no more.</summary>
    public string? Last { get; private set; }

    /// <summary>The ids of what was deleted.</summary>
    public IReadOnlyCollection<string> Deleted { get; private set; } = [];

    /// <summary>
    /// Runs all batches: what depends on something that a later batch deletes is tried again, until nothing more is deleted.
    /// </summary>
    /// <param name="run">Runs a batch, which is made by the callback.</param>
    public static async Task RunAsync(Func<Func<Upkeep, ValueTask<GraphBatch>>, Task> run)
    {
        bool isDone;
        do
        {
            isDone = true;
            for (string? after = ""; after is not null;)
            {
                var (begin, isFirst, deleted) = (after, after.Length == 0, 0);
                await run(async upkeep =>
                {
                    var batch = await upkeep.RemoveOrphansAsync(begin).ConfigureAwait(false);
                    (after, deleted) = (upkeep.Last, upkeep.Deleted.Count);
                    return batch;
                }).ConfigureAwait(false);
                // One batch has all dependencies in itself.
                isDone &= deleted == 0 || (isFirst && after is null);
            }
        }
        while (!isDone);
        await run(upkeep => upkeep.MergeAgainAsync()).ConfigureAwait(false);
    }

    /// <summary>Makes a batch that computes merged values again.</summary>
    public async ValueTask<GraphBatch> MergeAgainAsync()
    {
        var changes = new GraphChanges(Log);
        await MergeAgainAsync(changes).ConfigureAwait(false);
        return changes.ToBatch().With(_records);
    }

    /// <summary>Makes a batch that removes some of what has no rows.</summary>
    /// <param name="after">The key of the orphan after which it begins; empty for the first.</param>
    public async ValueTask<GraphBatch> RemoveOrphansAsync(string after)
    {
        var orphans = new List<(string Mapping, string Id)>();
        Last = null;
        await foreach (var (key, _) in _scope.ReadAllAsync(RecordKeys.Orphans, after).ConfigureAwait(false))
        {
            orphans.Add(RecordKeys.Split(key));
            Last = key;
            if (orphans.Count == MaxOrphans)
                break;
        }

        if (orphans.Count < MaxOrphans)
            Last = null;
        if (orphans.Count > 0)
            await RemoveAsync(orphans).ConfigureAwait(false);
        return new GraphBatch([], []).With(_records);
    }

    private async ValueTask RemoveAsync(List<(string Mapping, string Id)> orphans)
    {
        var shared = new SharedRecords(_scope, Log, _records);
        await shared.LoadAsync(orphans).ConfigureAwait(false);
        var removal = new Removal(_model, _scope, shared, _mappings);
        foreach (var (mapping, id) in orphans)
        {
            if (shared.Find(mapping, id) is not { Rows: 0 } record)
            {
                _records[RecordKeys.Orphan(mapping, id)] = null;
                continue;
            }

            removal.Add(mapping, id, record.CreatedBy, "");
            foreach (var field in record.Fields.Where(field => field.IsCreated))
                removal.Add(mapping, field.Id, record.CreatedBy, "");
        }

        await shared.LoadAsync(removal.Candidates.SelectMany(id => _mappings.Select(mapping => (mapping, id)))).ConfigureAwait(false);
        await removal.RunAsync(Log, _outcome).ConfigureAwait(false);
        Deleted = removal.Deleted;
        shared.Complete();
        // One that was removed is no orphan any more.
        foreach (var (mapping, id) in orphans.Where(orphan => shared.Find(orphan.Mapping, orphan.Id) is null))
            _records[RecordKeys.Orphan(mapping, id)] = null;
    }

    private async ValueTask MergeAgainAsync(GraphChanges changes)
    {
        // By mapping, and by id: the values of the rows that no longer count.
        var pending = new Dictionary<string, Dictionary<string, List<MergedPart>>>(StringComparer.Ordinal);
        await foreach (var (key, bytes) in _scope.ReadAllAsync(RecordKeys.Merges).ConfigureAwait(false))
        {
            var (mapping, id) = RecordKeys.Split(key);
            _records[key] = null;
            if (!pending.TryGetValue(mapping, out var ids))
                pending.Add(mapping, ids = new Dictionary<string, List<MergedPart>>(StringComparer.Ordinal));
            if (!ids.TryGetValue(id, out var parts))
                ids.Add(id, parts = []);
            using var reader = new RecordReader(bytes);
            parts.AddRange(MergedPart.Read(reader));
        }

        foreach (var (mapping, ids) in pending)
        {
            var values = await ReadValuesAsync(mapping, ids.Keys).ConfigureAwait(false);
            var records = await _scope.ReadRecordsAsync([.. ids.Keys.Select(id => RecordKeys.Shared(mapping, id))]).ConfigureAwait(false);
            var stored = await _scope.ReadAsync(_model, ids.Keys).ConfigureAwait(false);
            var added = await _scope.ReadRecordsAsync([.. ids.Keys.Select(id => RecordKeys.Added(mapping, id))]).ConfigureAwait(false);
            foreach (var (id, removed) in ids)
            {
                if (!stored.TryGetValue(id, out var row))
                    continue;
                // What another made keeps what it had itself.
                var properties = values.GetValueOrDefault(id) ?? [];
                if (records.TryGetValue(RecordKeys.Shared(mapping, id), out var record) && SharedRecord.Read(record).CreatedBy > 0)
                    Write(changes, id, row, properties, removed);
                else if (added.TryGetValue(RecordKeys.Added(mapping, id), out var bytes))
                    RemoveAdded(changes, (mapping, id, row), removed, properties, ListAdditions.Read(bytes));
            }
        }
    }

    /// <summary>What the values of all rows come to.</summary>
    private async ValueTask<Dictionary<string, Dictionary<Property, object?>>> ReadValuesAsync(
        string mapping, Dictionary<string, List<MergedPart>>.KeyCollection wanted)
    {
        var ids = wanted.ToHashSet(StringComparer.Ordinal);
        var values = new Dictionary<string, Dictionary<Property, object?>>(StringComparer.Ordinal);
        await foreach (var (_, bytes) in _scope.ReadAllAsync(RecordKeys.Rows(mapping)).ConfigureAwait(false))
        {
            var row = RowRecord.Read(bytes);
            foreach (var use in row.Shared.Concat(row.Additions).Where(use => use.Merged.Count > 0 && ids.Contains(use.Id)))
            {
                if (!values.TryGetValue(use.Id, out var properties))
                    values.Add(use.Id, properties = []);
                foreach (var part in use.Merged)
                {
                    if (_model.TypeOfId(use.Id)?.FindProperty(part.Property) is { } property)
                        properties[property] = EntryValues.Combine(property, part.Rule, properties.GetValueOrDefault(property), part.Value);
                }
            }
        }

        return values;
    }

    /// <summary>Removes what rows added to lists of another's node, and no row adds any more.</summary>
    private void RemoveAdded(
        GraphChanges changes, (string Mapping, string Id, StoredRow Row) node, List<MergedPart> removed, Dictionary<Property, object?> properties,
        ListAdditions added)
    {
        var type = _model.TypeOfId(node.Id)!;
        var (after, left) = (new Dictionary<Property, object?>(), added);
        foreach (var property in removed.Select(part => type.FindProperty(part.Property)).OfType<Property>().Distinct())
        {
            var value = properties.GetValueOrDefault(property);
            left = left.Without(property, value);
            var items = PropertyCompiler.ToArray(property.Kind, [.. added.Of(property.Name)]);
            after[property] = ListWithout(property, changes.ValueOf(type, node.Row, property), items, value);
        }

        if (left != added)
        {
            _records[RecordKeys.Added(node.Mapping, node.Id)] = left.IsEmpty ? null : left.ToBytes();
            Log.Additions.Add((RecordKeys.Added(node.Mapping, node.Id), added.ToBytes()));
        }

        Report(changes, new ElementDraft(type, node.Id, node.Row.Source, node.Row.Target, [.. after.Keys], [.. after.Values]), node.Row);
    }

    private void Write(
        GraphChanges changes, string id, StoredRow row, Dictionary<Property, object?> properties, List<MergedPart> removed)
    {
        var type = _model.TypeOfId(id)!;
        var after = new Dictionary<Property, object?>();
        foreach (var (property, value) in properties)
        {
            var without = removed.Where(part => part.Property == property.Name).ToList();
            if (without.Count == 0)
                continue;
            var stored = changes.ValueOf(type, row, property);
            var with = without.Aggregate(value, (all, part) => EntryValues.Combine(property, part.Rule, all, part.Value));
            if (property.IsList)
                after[property] = ListWithout(property, stored, with, value);
            else if (ValueEquality.AreEqual(property, stored, with))
                after[property] = value;
            else if (!ValueEquality.AreEqual(property, stored, value))
                _outcome.AddFinding($"{property.Name} was changed by another, and stays", id, "");
        }

        Report(changes, new ElementDraft(type, id, row.Source, row.Target, [.. after.Keys], [.. after.Values]), row);
    }

    private void Report(GraphChanges changes, ElementDraft draft, StoredRow row)
    {
        var decision = changes.Decide(draft, row);
        if (decision == Decisions.Changed)
            _outcome.Add(Removal.NameOf(draft.Type), draft.Id, draft.Type is RelationshipType, decision, "");
    }

    /// <summary>A stored list without the items that only rows gave which no longer count.</summary>
    private static object? ListWithout(Property property, object? stored, object? with, object? without)
    {
        if (stored is not Array list || with is not Array all)
            return stored;
        var left = (without as Array)?.Cast<object>().ToHashSet() ?? [];
        var gone = all.Cast<object>().Where(item => !left.Contains(item)).ToHashSet();
        return PropertyCompiler.ToArray(property.Kind, [.. list.Cast<object>().Where(item => !gone.Contains(item))]);
    }
}
