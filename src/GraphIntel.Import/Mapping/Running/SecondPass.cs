using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>
/// The second pass over the rows: makes what each row makes, for batches. What several rows share is made with the first of them, with
/// its final values; a batch ends with a row, so that it has all ends of its relationships.
/// </summary>
internal sealed class SecondPass
{
    private readonly MappingPlan _plan;
    private readonly MappingState _state;
    private readonly Frame _frame;
    private readonly RowSink _sink;
    private readonly HashSet<string> _relationshipIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly PropertyPlan[][] _merged;
    private readonly Action<EntryPlan, Instance> _writeNode;
    private readonly Action<EntryPlan, Instance> _writeRelationship;

    public SecondPass(MappingPlan plan, MappingState state, RowSink sink)
    {
        (_plan, _state, _sink) = (plan, state, sink);
        _frame = Preparation.NewFrame(plan, state.Findings);
        (_writeNode, _writeRelationship) = (WriteNode, WriteRelationship);
        _merged = [.. plan.Entries.Select(entry => entry.Span is null
            ? entry.Properties.Where(property => entry.IsUpdate ? property.Merge == Syntax.MergeRule.Add : EntryValues.CountsEachRow(property.Merge)).ToArray()
            : [])];
    }

    /// <summary>The batches of all rows that count, in their order, each with the number of rows up to its end.</summary>
    public IEnumerable<(BatchDraft Draft, long Rows)> MakeBatches(IReadOnlyList<(TableFile File, int Index)> files)
    {
        foreach (var row in TableRun.Read(files, _plan.Options, _plan.Columns, _frame.Cells, _state.Gathered))
        {
            if (row.Error is not null || _state.Skipped.Contains(row.Number))
                continue;
            _state.Findings.At = (_state.FileNames[row.File], row.Line);
            _state.Maker.At = (row.File, row.Line);
            try
            {
                Write(row);
            }
            catch (RowException failure)
            {
                throw new ImportException($"{_state.FileNames[row.File]}:{row.Line}: {failure.Message}");
            }

            if (_sink.Draft.Count >= BatchWriter.BatchSize)
                yield return (_sink.Take(), row.Number + 1);
        }

        // What other entries make must be in the store before values are added to it.
        yield return (_sink.Take(), _state.Rows);
        WriteUpdates();
        yield return (_sink.Take(), _state.Rows);
    }

    /// <summary>Values of nodes that others make, when these are there.</summary>
    private void WriteUpdates()
    {
        foreach (var entry in _plan.Entries)
        {
            foreach (var (identity, values) in _state.Updates[entry.Index] ?? [])
            {
                if (!identity.IsMissing)
                    _sink.AddUpdate(entry, identity.Id, values);
            }
        }
    }

    private void Write(TableRun.Row row)
    {
        _frame.BeginRow();
        _sink.Begin(_plan.Key(_frame)!, _plan.Covers?.Invoke(_frame), _state.FileNames[row.File], row.Line);
        _state.Maker.Make(_frame);
        // Claims can be about relationships, so these have their ids first.
        ForEach(isNode: false, _writeRelationship);
        ForEach(isNode: true, _writeNode);
        foreach (var instances in _frame.Instances)
        {
            foreach (var instance in instances)
                _sink.Note(instance?.Identity is { IsMissing: false } identity ? identity.Id : null);
        }

        _sink.End();
    }

    /// <summary>
    /// Notes that the row makes what other rows can make, too, or adds to its lists, with its values of properties for which each row
    /// counts.
    /// </summary>
    private void Use(EntryPlan entry, Identity identity)
    {
        if (entry.IsPerRow || !(entry.IsMade || entry.IsUpdate))
            return;
        if (entry.IsUpdate)
            _sink.AddTo(identity.Id, ReadMerged(entry));
        else
            _sink.Use(identity, identity.IsMatched ? [] : ReadMerged(entry));
    }

    private MergedPart[] ReadMerged(EntryPlan entry)
    {
        var properties = _merged[entry.Index];
        if (properties.Length == 0)
            return [];
        var parts = new MergedPart[properties.Length];
        for (var index = 0; index < parts.Length; index++)
            parts[index] = new MergedPart(properties[index].Property.Name, properties[index].Merge, properties[index].Read(_frame));
        return parts;
    }

    private void ForEach(bool isNode, Action<EntryPlan, Instance> write)
    {
        foreach (var entry in _plan.Entries)
        {
            if (entry.Type is NodeType != isNode)
                continue;
            var instances = _frame.Instances[entry.Index];
            for (var position = 0; position < instances.Count; position++)
            {
                if (instances[position] is not { } instance)
                    continue;
                if (entry.Root.HasLoop)
                    RowMaker.Enter(entry.Root, position, _frame);
                write(entry, instance);
            }
        }
    }

    private void WriteRelationship(EntryPlan entry, Instance instance)
    {
        if ((entry.From!(_frame) as Instance)?.Identity is not { IsMissing: false } from
            || (entry.To!(_frame) as Instance)?.Identity is not { IsMissing: false } to)
        {
            return;
        }

        if (from.Id == to.Id)
        {
            _state.Findings.Add($"{entry.Name} from a node to itself, left out", from.Id);
            return;
        }

        if (entry.Span is not null)
        {
            WriteSpan(entry, instance, from, to);
            return;
        }

        var values = EntryValues.Read(entry, _frame, hasSpan: false);
        if (EntryValues.IsAboutNothing(values))
            return;
        WriteOnce(entry, instance, from, to, values, entry.Key is null ? null : RowMaker.ReadId(entry, _frame));
    }

    private void WriteSpan(EntryPlan entry, Instance instance, Identity from, Identity to)
    {
        var spans = _state.SpansOf(entry);
        var values = EntryValues.Read(entry, _frame, hasSpan: false);
        if (spans.StepOf(_frame) is not { } step || spans.Find(from, to, step, values) is not { } run)
            return;
        instance.Span = run;
        if (run.Identity is not null)
        {
            instance.Identity = run.Identity;
            Use(entry, run.Identity);
            return;
        }

        _frame.Span = run;
        var all = EntryValues.Read(entry, _frame, hasSpan: true);
        _frame.Span = null;
        for (var index = 0; index < all.Length; index++)
        {
            if (!entry.Properties[index].HasSpan)
                all[index] = run.Values[index];
        }

        EntryValues.Check(entry, all);
        WriteOnce(entry, instance, from, to, all, id: null, run.Mark);
        run.Identity = instance.Identity;
    }

    /// <summary>Writes a relationship unless it was; its id follows from its ends and its first day, if it has none of its own.</summary>
    private void WriteOnce(EntryPlan entry, Instance instance, Identity from, Identity to, object?[] values, string? id, string mark = "")
    {
        var type = (RelationshipType)entry.Type;
        if (type.Id is null)
        {
            id = type.DeriveId(from.Id, to.Id);
        }
        else
        {
            id ??= RowMaker.CheckId(entry, DefaultId(entry, type, from, to, values) + mark);
            if (_state.Relationships[entry.Index]?.Find(id, from.Id, to.Id, values, out var days) is { } matched)
            {
                instance.Identity = new Identity(matched) { IsMatched = true };
                Use(entry, instance.Identity);
                if (!IsFirst(entry, matched))
                    return;
                if (_state.Recognized.GetValueOrDefault(id) != matched)
                    _sink.AddMatch(id, matched);
                if (days is { } extended)
                    _sink.Extend(type, matched, from.Id, to.Id, extended);
                return;
            }
        }

        instance.Identity = new Identity(id);
        Use(entry, instance.Identity);
        if (!IsFirst(entry, id))
            return;
        if (entry.IsPerRow)
            _sink.AddOwn(entry, id, from.Id, to.Id, values);
        else
            _sink.AddShared(entry, id, from.Id, to.Id, values, fields: null);
    }

    private static string DefaultId(EntryPlan entry, RelationshipType type, Identity from, Identity to, object?[] values)
    {
        var day = entry.IdDay >= 0 && values[entry.IdDay] is DateOnly first ? "~" + first.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";
        return $"{type.IdPrefix}:{KeyOf(from.Id)}~{KeyOf(to.Id)}{day}";
    }

    private static ReadOnlySpan<char> KeyOf(string id) => id.AsSpan(id.IndexOf(':', StringComparison.Ordinal) + 1);

    /// <summary>Whether a relationship was not written yet. One with the key of the row can only repeat within the row.</summary>
    private bool IsFirst(EntryPlan entry, string id)
    {
        if (!entry.IsPerRow)
            return _relationshipIds.Add(id);
        var occurrences = 0;
        foreach (var instance in _frame.Instances[entry.Index])
        {
            if (instance?.Identity is { } identity && identity.Id == id)
                occurrences++;
        }

        return occurrences == 1;
    }

    private void WriteNode(EntryPlan entry, Instance instance)
    {
        var identity = instance.Identity!;
        if (!identity.IsMissing)
            Use(entry, identity);
        if (identity.IsMatched || identity.LinkedWith is not null)
            return;
        var maker = identity.Maker < 0 || identity.Maker == entry.Number ? entry : FindEntry(identity.Maker);
        if (maker is not { IsMade: true })
            return;
        if (identity.WrittenWith is null && identity.Values is { } kept)
            _state.Identities.Resolve(maker, kept);
        // Another entry can refer to a node before the row that makes it.
        var values = identity.WrittenWith is not null ? null : identity.Values ?? EntryValues.Read(maker, _frame, hasSpan: false);
        if (values is not null)
        {
            if (maker.IsMerged)
                EntryValues.Check(maker, values);
            if (EntryValues.IsAboutNothing(values))
                return;
            identity.WrittenWith = _state.Table;
        }

        var fields = maker == entry ? ReadFields(entry, identity) : null;
        identity.LinkedWith = maker == entry ? _state.Table : null;
        if (maker.IsPerRow)
        {
            if (values is not null)
                _sink.AddOwn(maker, identity.Id, values);
            fields?.ForEach(field => _sink.AddOwnField((RelationshipType)field.Type, field.Source, field.Target));
        }
        else if (values is not null)
        {
            _sink.AddShared(maker, identity.Id, "", "", values, fields);
        }
        else if (fields is not null)
        {
            _sink.AddSharedFields(identity.Id, fields);
        }
    }

    /// <summary>The entry of this table with a number; null if it is of another.</summary>
    private EntryPlan? FindEntry(int number)
    {
        var index = number - _plan.Entries[0].Number;
        return index >= 0 && index < _plan.Entries.Count ? _plan.Entries[index] : null;
    }

    private List<ElementDraft> ReadFields(EntryPlan entry, Identity identity)
    {
        var fields = new List<ElementDraft>();
        foreach (var field in entry.Fields)
        {
            _others.Clear();
            foreach (var read in field.Read)
            {
                switch (read(_frame))
                {
                    case Instance instance:
                        Add(fields, field, identity, instance);
                        break;
                    case object?[] instances:
                        foreach (var instance in instances)
                            Add(fields, field, identity, (Instance)instance!);
                        break;
                }

                if (_others.Count > 0 && !field.IsList)
                    break;
            }
        }

        return fields;
    }

    private void Add(List<ElementDraft> fields, FieldPlan field, Identity identity, Instance instance)
    {
        if (instance.Identity is not { IsMissing: false } other || other.Id == identity.Id || !_others.Add(other.Id))
            return;
        fields.Add(field.IsReversed
            ? RowSink.FieldDraft(field.Type, other.Id, identity.Id)
            : RowSink.FieldDraft(field.Type, identity.Id, other.Id));
    }
}
