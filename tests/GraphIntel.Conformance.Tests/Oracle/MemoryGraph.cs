using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>A node or a relationship, with its properties by name.</summary>
internal abstract class MemoryFact(ElementType type, string id)
{
    public ElementType Type { get; } = type;

    public string Id { get; } = id;

    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The property's value; null where nothing is known, an empty list where a list may not be null.</summary>
    public object? Get(Property property)
    {
        if (property.Name == "id")
            return Id;
        var value = Values.GetValueOrDefault(property.Name);
        return value is null && property is { IsList: true, IsRequired: true } ? Array.Empty<object>() : value;
    }

    /// <summary>The elements of a list property; none where it is missing.</summary>
    public IEnumerable<object> GetList(Property property) =>
        Get(property) is System.Collections.IEnumerable list ? list.Cast<object>() : [];
}

/// <summary>A node.</summary>
internal sealed class MemoryNode(NodeType type, string id) : MemoryFact(type, id);

/// <summary>A relationship between two nodes.</summary>
internal sealed class MemoryRelationship(RelationshipType type, string id, MemoryNode source, MemoryNode target)
    : MemoryFact(type, id)
{
    public MemoryNode Source { get; } = source;

    public MemoryNode Target { get; } = target;

    /// <summary>The node at the end of that name; null for any other name.</summary>
    public MemoryNode? End(string name) => name == "source" ? Source : name == "target" ? Target : null;

    /// <summary>Whether a field of this relationship type and direction on <paramref name="node"/> lists it.</summary>
    public bool LeadsFrom(MemoryNode node, Direction direction) =>
        (direction != Direction.In && Source == node) || (direction != Direction.Out && Target == node);

    /// <summary>The other end.</summary>
    public MemoryNode Other(MemoryNode node) => Source == node ? Target : Source;
}

/// <summary>A graph in lists, with what is derived from its claims.</summary>
internal sealed class MemoryGraph
{
    /// <summary>Takes a graph as a store is given it.</summary>
    public MemoryGraph(GraphModel model, GraphBatch batch)
    {
        Model = model;
        foreach (var rows in batch.Nodes)
        {
            foreach (var row in rows.Rows)
            {
                var node = new MemoryNode(rows.Type, row.Id);
                SetValues(node, rows.Columns, row.Values);
                Nodes.Add(node);
            }
        }
        foreach (var rows in batch.Relationships)
        {
            foreach (var row in rows.Rows)
            {
                var source = Nodes.Single(node => node.Id == row.Source);
                var target = Nodes.Single(node => node.Id == row.Target);
                var id = row.Id ?? $"{rows.Type.IdPrefix}:{row.Source}>{row.Target}";
                var relationship = new MemoryRelationship(rows.Type, id, source, target);
                SetValues(relationship, rows.Columns, row.Values);
                Relationships.Add(relationship);
            }
        }
        foreach (var fact in Nodes.Concat<MemoryFact>(Relationships))
            Derive(fact);
    }

    public GraphModel Model { get; }

    public List<MemoryNode> Nodes { get; } = [];

    public List<MemoryRelationship> Relationships { get; } = [];

    /// <summary>The node or relationship with an id; null where there is none.</summary>
    public MemoryFact? Find(string id) =>
        Nodes.Concat<MemoryFact>(Relationships).FirstOrDefault(fact => fact.Id == id);

    /// <summary>The claims about the whole of a fact.</summary>
    public List<MemoryNode> ClaimsOf(MemoryFact fact) => Model.Claim is not { } role ? [] :
    [
        .. Nodes
            .Where(node => node.Type == role.Type && (string)node.Get(role.About)! == fact.Id)
            .Where(claim => role.Field is null || claim.Get(role.Field) is null),
    ];

    /// <summary>What claims come to; null where there are none.</summary>
    public static string? StandingOf(ClaimRole role, IReadOnlyCollection<MemoryNode> claims)
    {
        var denials = claims.Count(claim => Denies(role, claim));
        return claims.Count == 0 ? null : denials == 0 ? "ASSERTED" : denials == claims.Count ? "DENIED" : "DISPUTED";
    }

    private static bool Denies(ClaimRole role, MemoryNode claim) => (string)claim.Get(role.Stance)! == role.Denies;

    private static void SetValues(MemoryFact fact, IReadOnlyList<Property> columns, object?[] values)
    {
        for (var i = 0; i < columns.Count; i++)
            fact.Values[columns[i].Name] = values[i];
    }

    // Standing and, where neither is given, the attested days.
    private void Derive(MemoryFact fact)
    {
        if (Model.Claim is not { } role)
            return;
        var claims = ClaimsOf(fact);
        var supports = claims.Where(claim => !Denies(role, claim)).ToList();
        if (fact.Type.Standing is { } standing)
            fact.Values[standing.Name] = StandingOf(role, claims) ?? "ASSERTED";
        if (fact.Type is not RelationshipType { Attested: var (from, until) } || supports.Count == 0)
            return;
        if (fact.Get(from) is not null || fact.Get(until) is not null)
            return;
        fact.Values[from.Name] = supports.Min(claim => (DateOnly)claim.Get(role.Made)!);
        fact.Values[until.Name] = supports.Max(claim => (DateOnly)claim.Get(role.Made)!);
    }
}
