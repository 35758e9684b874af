using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Collects the rows of each entry for the next batch.</summary>
internal sealed class RowSink
{
    private readonly MappingPlan _plan;
    private readonly List<NodeRow>[] _nodes;
    private readonly List<RelationshipRow>[] _relationships;
    private readonly List<RelationshipRow>[][] _fields;
    private readonly List<RelationshipRows> _extended = [];

    public RowSink(MappingPlan plan)
    {
        _plan = plan;
        _nodes = [.. plan.Entries.Select(_ => new List<NodeRow>())];
        _relationships = [.. plan.Entries.Select(_ => new List<RelationshipRow>())];
        _fields = [.. plan.Entries.Select(entry => entry.Fields.Select(_ => new List<RelationshipRow>()).ToArray())];
    }

    /// <summary>The number of rows since the last batch.</summary>
    public int Pending { get; private set; }

    /// <summary>The number of nodes and relationships by type, over all batches.</summary>
    public SortedDictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a node.</summary>
    public void AddNode(EntryPlan entry, string id, object?[] values)
    {
        _nodes[entry.Index].Add(new NodeRow(id, values));
        Pending++;
    }

    /// <summary>Adds a relationship.</summary>
    public void AddRelationship(EntryPlan entry, string? id, string source, string target, object?[] values)
    {
        _relationships[entry.Index].Add(new RelationshipRow(id, source, target, values));
        Pending++;
    }

    /// <summary>Sets the valid days of a relationship of the store.</summary>
    public void Extend(RelationshipType type, string id, string source, string target, (DateOnly? From, DateOnly? Until) days)
    {
        var (from, until) = type.Valid!.Value;
        _extended.Add(new RelationshipRows(type, [from, until], [new RelationshipRow(id, source, target, [days.From, days.Until])]));
        Pending++;
    }

    /// <summary>Adds a relationship of a field.</summary>
    public void AddField(EntryPlan entry, int field, string source, string target)
    {
        _fields[entry.Index][field].Add(new RelationshipRow(null, source, target, []));
        Pending++;
    }

    /// <summary>Moves the rows to a batch.</summary>
    public void MoveTo(BatchWriter batch)
    {
        foreach (var entry in _plan.Entries)
        {
            if (_nodes[entry.Index] is { Count: > 0 } nodes)
            {
                batch.Add(new NodeRows((NodeType)entry.Type, entry.Columns, [.. nodes]));
                Count(entry.Type.Name, nodes.Count);
                nodes.Clear();
            }

            if (_relationships[entry.Index] is { Count: > 0 } relationships)
            {
                batch.Add(new RelationshipRows((RelationshipType)entry.Type, entry.Columns, [.. relationships]));
                Count(((RelationshipType)entry.Type).Type, relationships.Count);
                relationships.Clear();
            }

            for (var field = 0; field < entry.Fields.Count; field++)
            {
                if (_fields[entry.Index][field] is not { Count: > 0 } rows)
                    continue;
                var type = entry.Fields[field].Type;
                batch.Add(new RelationshipRows(type, [], [.. rows]));
                Count(type.Type, rows.Count);
                rows.Clear();
            }
        }

        _extended.ForEach(batch.Add);
        _extended.Clear();
        Pending = 0;
    }

    private void Count(string type, int count) => Counts[type] = Counts.GetValueOrDefault(type) + count;
}
