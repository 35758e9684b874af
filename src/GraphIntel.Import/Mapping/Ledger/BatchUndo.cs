using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Merging;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Takes back what a batch of an import did. One object for one attempt.</summary>
/// <param name="model">The model.</param>
/// <param name="scope">The store.</param>
/// <param name="import">The number of the import.</param>
/// <param name="mappings">The names of all tables of mappings that were imported.</param>
/// <param name="outcome">Receives what became of what.</param>
/// <param name="restored">In a dry run, the values that later batches of the import would have got back; empty otherwise.</param>
internal sealed class BatchUndo(
    GraphModel model, LedgerScope scope, long import, IReadOnlyCollection<string> mappings, BatchOutcome outcome,
    Dictionary<(string Id, string Property), object?> restored)
{
    /// <summary>What the undo does itself, which nobody undoes.</summary>
    private readonly LogRecord _unused = new();

    /// <summary>The values to which a row gave something that is taken back, each with the mapping.</summary>
    private readonly Dictionary<(string Id, string Property), string> _merged = [];

    private Removal _removal = null!;

    /// <summary>The records that it writes.</summary>
    public Dictionary<string, byte[]?> Records { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc cref="BatchMaker.Candidates"/>
    public IReadOnlyCollection<string> Candidates => _removal.Candidates;

    /// <summary>Makes the batch.</summary>
    public async ValueTask<GraphBatch> MakeAsync(LogRecord log)
    {
        var shared = new SharedRecords(scope, _unused, Records);
        _removal = new Removal(model, scope, shared, mappings);
        var current = await scope.ReadRecordsAsync([.. log.Rows.Select(row => row.Key)]).ConfigureAwait(false);
        var rows = log.Rows.ConvertAll(row => (
            row.Mapping, row.Key, Bytes: row.Before, Before: row.Before is null ? null : RowRecord.Read(row.Before),
            Now: current.TryGetValue(row.Key, out var now) ? RowRecord.Read(now) : null));
        await shared.LoadAsync(rows
            .SelectMany(row => IdsOf(row.Before).Concat(IdsOf(row.Now)).Select(id => (row.Mapping, id)))
            .Concat(log.Shared.Select(entry => (entry.Mapping, entry.Id)))).ConfigureAwait(false);

        foreach (var (mapping, key, bytes, before, now) in rows)
            TakeBack(shared, mapping, key, bytes, before, now);
        foreach (var (mapping, id, before) in log.Shared)
            Restore(shared, mapping, id, before);
        var owners = log.Shared.DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id, entry => entry.Mapping, StringComparer.Ordinal);
        var owner = log.Rows.Concat(log.Shared).Select(entry => entry.Mapping).FirstOrDefault(mappings.First());
        await shared.LoadAsync(log.Created.Select(id => (owners.GetValueOrDefault(id, owner), id))).ConfigureAwait(false);
        foreach (var id in log.Created)
            _removal.Add(owners.GetValueOrDefault(id, owner), id, import, "");

        var changes = new GraphChanges(_unused);
        await RestoreValuesAsync(log, changes, shared).ConfigureAwait(false);
        await RestoreDeletedAsync(log, changes).ConfigureAwait(false);
        await _removal.RunAsync(_unused, outcome).ConfigureAwait(false);
        foreach (var key in log.Matches)
            Records[key] = null;
        foreach (var (key, before) in Enumerable.Reverse(log.Additions))
            Records[key] = before;
        shared.Complete();
        return changes.ToBatch().With(Records);
    }

    private static IEnumerable<string> IdsOf(RowRecord? record) => record is null
        ? []
        : record.Own.Select(element => element.Id).Concat(record.Shared.Select(use => use.Id));

    private void TakeBack(SharedRecords shared, string mapping, string key, byte[]? bytes, RowRecord? before, RowRecord? now)
    {
        outcome.AddRow(mapping, key[RecordKeys.Rows(mapping).Length..], before is null ? Decisions.Withdrawn : Decisions.Changed, "");
        Records[key] = bytes;
        var kept = before?.Own.ToDictionary(element => element.Id, StringComparer.Ordinal) ?? [];
        foreach (var element in now?.Own ?? [])
        {
            if (kept.ContainsKey(element.Id))
                continue;
            if (!element.IsCreated && shared.Find(mapping, element.Id) is not null)
                shared.Count(mapping, element.Id, -1);
            else if (element.IsCreated)
                _removal.Add(mapping, element.Id, import, "");
        }

        foreach (var element in before?.Own ?? [])
        {
            if (now?.Own.Any(other => other.Id == element.Id) == true)
                continue;
            // It is the row's again, or it is one of those who make it.
            if (element.IsCreated)
                shared.Set(mapping, element.Id, null);
            else
                shared.Count(mapping, element.Id, 1);
        }

        foreach (var use in now?.Shared ?? [])
            Count(shared, mapping, key, use, -1);
        foreach (var use in before?.Shared ?? [])
            Count(shared, mapping, key, use, 1);
    }

    private void Count(SharedRecords shared, string mapping, string key, SharedUse use, int rows)
    {
        shared.Count(mapping, use.Id, rows);
        if (rows > 0 || use.Merged.Count == 0)
            return;
        Records[RecordKeys.Merge(mapping, use.Id, key)] = MergedPart.ToBytes(use.Merged);
        foreach (var part in use.Merged)
            _merged[(use.Id, part.Property)] = mapping;
    }

    /// <summary>Restores the record of what several rows make, but for their number, which has been counted.</summary>
    private void Restore(SharedRecords shared, string mapping, string id, byte[]? bytes)
    {
        var now = shared.Find(mapping, id);
        var before = bytes is null ? null : SharedRecord.Read(bytes);
        if (before is not null)
            shared.Set(mapping, id, now is null ? before : before with { Rows = now.Rows });
        // What another import created, which was undone before, is an orphan now.
        else if (now is { Rows: 0 } && (now.CreatedBy == 0 || now.CreatedBy == import))
            shared.Set(mapping, id, null);
    }

    /// <summary>Whether a value is computed again from the rows that are left.</summary>
    private bool IsMergedAgain(SharedRecords shared, string id, string property) => _merged.TryGetValue((id, property), out var mapping)
        && shared.Find(mapping, id) is { CreatedBy: > 0, Rows: > 0 };

    /// <summary>Gives values back that the import changed, as far as they are still those that it wrote.</summary>
    private async ValueTask RestoreValuesAsync(LogRecord log, GraphChanges changes, SharedRecords shared)
    {
        var stored = await scope.ReadAsync(model, log.Changed.Select(change => change.Id)).ConfigureAwait(false);
        // The last change of a value is taken back first.
        foreach (var group in Enumerable.Reverse(log.Changed).GroupBy(change => change.Id))
        {
            var type = model.TypeOfId(group.Key);
            if (type is null || !stored.TryGetValue(group.Key, out var row))
            {
                outcome.AddFinding("not given back its values, because it has been deleted since", group.Key, "");
                continue;
            }

            var (source, target, values) = (row.Source, row.Target, new Dictionary<Property, object?>());
            foreach (var change in group)
            {
                if (IsMergedAgain(shared, change.Id, change.Property))
                    continue;
                if (change.Property == GraphChanges.Source && source == (string?)change.After)
                {
                    source = (string)change.Before!;
                }
                else if (change.Property == GraphChanges.Target && target == (string?)change.After)
                {
                    target = (string)change.Before!;
                }
                else if (type.FindProperty(change.Property) is { } property && change.Before is not UnknownValue
                    && ValueEquality.AreEqual(
                        property, values.TryGetValue(property, out var value) ? value : ValueOf(changes, type, group.Key, row, property), change.After))
                {
                    values[property] = restored[(group.Key, property.Name)] = change.Before;
                }
                else
                {
                    outcome.AddFinding($"{change.Property} was changed since, and stays", group.Key, "");
                }
            }

            var draft = new ElementDraft(type, group.Key, source, target, [.. values.Keys], [.. values.Values]);
            outcome.Add(Removal.NameOf(type), group.Key, type is RelationshipType, changes.Decide(draft, row), "");
        }
    }

    private object? ValueOf(GraphChanges changes, ElementType type, string id, StoredRow row, Property property) =>
        restored.TryGetValue((id, property.Name), out var value) ? value : changes.ValueOf(type, row, property);

    /// <summary>Creates again what the import deleted.</summary>
    private async ValueTask RestoreDeletedAsync(LogRecord log, GraphChanges changes)
    {
        var stored = await scope.ReadAsync(model, log.Deleted.Select(deleted => deleted.Id)
            .Concat(log.Deleted.SelectMany(deleted => (string[])[deleted.Source, deleted.Target]).Where(id => id.Length > 0))).ConfigureAwait(false);
        var made = log.Deleted.Select(deleted => deleted.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var deleted in log.Deleted)
        {
            if (model.TypeOfId(deleted.Id) is not { } type || stored.ContainsKey(deleted.Id))
                continue;
            if (type is RelationshipType && !(HasEnd(deleted.Source) && HasEnd(deleted.Target)))
            {
                outcome.AddFinding("not made again, because one of its ends has been deleted since", deleted.Id, "");
                continue;
            }

            var properties = deleted.Values
                .Select(value => (Property: type.FindProperty(value.Property), value.Value))
                .Where(value => value is { Property: not null, Value: not UnknownValue }).ToList();
            var draft = new ElementDraft(
                type, deleted.Id, deleted.Source, deleted.Target, [.. properties.Select(value => value.Property!)], [.. properties.Select(value => value.Value)]);
            outcome.Add(Removal.NameOf(type), deleted.Id, type is RelationshipType, changes.Decide(draft, null), "");
        }

        bool HasEnd(string id) => stored.ContainsKey(id) || made.Contains(id);
    }
}
