using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Import.Mapping.Compiling;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>Compares drafts with what is stored, and collects the rows of a batch and what is needed to undo it.</summary>
internal sealed class GraphChanges(LogRecord log)
{
    /// <summary>The names of the ends of a relationship in a log.</summary>
    public const string Source = "$source", Target = "$target";

    private readonly Dictionary<(ElementType Type, IReadOnlyList<Property> Columns), List<ElementDraft>> _rows = new(new ByReference());
    private readonly Dictionary<ElementType, Property[]> _given = [];
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);

    /// <summary>Decides on a draft; what is to be written is collected.</summary>
    public string Decide(ElementDraft draft, StoredRow? stored)
    {
        if (stored is null)
        {
            // Two entries can set the same relationship as a field, whose id is derived.
            if (draft.Type is RelationshipType { Id: null } && !_created.Add(draft.Id))
                return Decisions.Unchanged;
            Write(draft);
            return Decisions.Created;
        }

        var isChanged = false;
        if (draft.Type is RelationshipType)
        {
            isChanged |= Note(draft.Id, Source, stored.Source, draft.Source);
            isChanged |= Note(draft.Id, Target, stored.Target, draft.Target);
        }

        for (var index = 0; index < draft.Columns.Count; index++)
        {
            var property = draft.Columns[index];
            var before = ValueOf(draft.Type, stored, property);
            if (ValueEquality.AreEqual(property, before, draft.Values[index]))
                continue;
            log.Changed.Add(new ChangedValue(draft.Id, property.Name, before, draft.Values[index]));
            isChanged = true;
        }

        if (!isChanged)
            return Decisions.Unchanged;
        Write(draft);
        return Decisions.Changed;
    }

    /// <summary>Adds a row to the batch.</summary>
    public void Write(ElementDraft draft)
    {
        if (!_rows.TryGetValue((draft.Type, draft.Columns), out var rows))
            _rows.Add((draft.Type, draft.Columns), rows = []);
        rows.Add(draft);
    }

    /// <summary>A draft whose values have met those that are stored.</summary>
    public ElementDraft Merge(ElementDraft draft, IReadOnlyList<PropertyPlan> rules, StoredRow? stored)
    {
        if (stored is null)
            return draft;
        object?[]? values = null;
        for (var index = 0; index < rules.Count; index++)
        {
            if (!EntryValues.CountsEachRow(rules[index].Merge))
                continue;
            values ??= [.. draft.Values];
            values[index] = EntryValues.Combine(draft.Columns[index], rules[index].Merge, ValueOf(draft.Type, stored, draft.Columns[index]), values[index]);
        }

        return values is null ? draft : draft with { Values = values };
    }

    /// <summary>The value of a property in a stored row.</summary>
    public object? ValueOf(ElementType type, StoredRow stored, Property property)
    {
        if (!_given.TryGetValue(type, out var given))
            _given.Add(type, given = GivenProperties.Of(type));
        return stored.Values[Array.IndexOf(given, property)];
    }

    /// <summary>The batch.</summary>
    public GraphBatch ToBatch()
    {
        var nodes = new List<NodeRows>();
        var relationships = new List<RelationshipRows>();
        foreach (var ((type, columns), rows) in _rows)
        {
            if (type is NodeType node)
                nodes.Add(new NodeRows(node, columns, rows.ConvertAll(row => new NodeRow(row.Id, row.Values))));
            else if (type is RelationshipType relationship)
                relationships.Add(new RelationshipRows(relationship, columns, rows.ConvertAll(row => new RelationshipRow(row.Id, row.Source, row.Target, row.Values))));
        }

        return new GraphBatch(nodes, relationships);
    }

    private bool Note(string id, string end, string before, string after)
    {
        if (before == after)
            return false;
        log.Changed.Add(new ChangedValue(id, end, before, after));
        return true;
    }

    /// <summary>The lists of columns are the same object for all rows of an entry.</summary>
    private sealed class ByReference : IEqualityComparer<(ElementType Type, IReadOnlyList<Property> Columns)>
    {
        public bool Equals((ElementType Type, IReadOnlyList<Property> Columns) x, (ElementType Type, IReadOnlyList<Property> Columns) y) =>
            x.Type == y.Type && ReferenceEquals(x.Columns, y.Columns);

        public int GetHashCode((ElementType Type, IReadOnlyList<Property> Columns) obj) =>
            HashCode.Combine(obj.Type, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Columns));
    }
}
