using System.Text;
using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>A graph that can be changed, written to a store, and printed.</summary>
internal sealed class GraphText(GraphModel model)
{
    public GraphModel Model { get; } = model;

    public List<Node> Nodes { get; } = [];

    public List<Relationship> Relationships { get; } = [];

    /// <summary>What a store is given first: some facts are missing, others different. Null where all is written at once.</summary>
    public GraphText? Earlier { get; set; }

    public IEnumerable<Fact> Facts => Nodes.Concat<Fact>(Relationships);

    /// <summary>Every id, and one of nothing.</summary>
    public List<string> Ids => [.. Facts.Select(fact => fact.Id), "nothing:here"];

    /// <summary>The values that search finds.</summary>
    public List<string> SearchedTexts =>
    [
        .. Facts.SelectMany(fact => fact.Values).Where(entry => entry.Key.SearchedAs is not null)
            .SelectMany(entry => entry.Value switch { string text => [text], string[] list => list, _ => Array.Empty<string>() }),
    ];

    /// <summary>A node or a relationship.</summary>
    public abstract record Fact(ElementType Type, string Id)
    {
        public Dictionary<Property, object?> Values { get; init; } = [];

        /// <summary>Properties that are given: standing is derived, an id stands beside them.</summary>
        public IReadOnlyList<Property> Columns =>
            [.. Type.Properties.Where(property => property.Name != "id" && property != Type.Standing)];

        public object?[] Row => [.. Columns.Select(column => Values.GetValueOrDefault(column))];
    }

    /// <summary>A node.</summary>
    public sealed record Node(ElementType Type, string Id) : Fact(Type, Id);

    /// <summary>A relationship.</summary>
    public sealed record Relationship(ElementType Type, string Id, string Source, string Target) : Fact(Type, Id)
    {
        /// <summary>The id where the type stores one; else it is derived.</summary>
        public string? GivenId => ((RelationshipType)Type).Id is null ? null : Id;
    }

    /// <summary>The graph as a store takes it.</summary>
    public GraphBatch ToBatch() => new(
        [.. Nodes.GroupBy(node => node.Type).Select(group => new NodeRows(
            (NodeType)group.Key, group.First().Columns, [.. group.Select(node => new NodeRow(node.Id, node.Row))]))],
        [.. Relationships.GroupBy(relationship => relationship.Type).Select(group => new RelationshipRows(
            (RelationshipType)group.Key,
            group.First().Columns,
            [.. group.Select(one => new RelationshipRow(one.GivenId, one.Source, one.Target, one.Row))]))]);

    /// <summary>Another graph with the same facts.</summary>
    public GraphText Copy()
    {
        var copy = new GraphText(Model) { Earlier = Earlier?.Copy() };
        copy.Nodes.AddRange(Nodes.Select(node => node with { Values = new(node.Values) }));
        copy.Relationships.AddRange(Relationships.Select(relationship => relationship with { Values = new(relationship.Values) }));
        return copy;
    }

    /// <summary>Takes a fact away, with its relationships and the claims about what goes.</summary>
    public void Remove(Fact fact)
    {
        Earlier?.Remove(fact);
        Nodes.RemoveAll(node => node.Id == fact.Id);
        Relationships.RemoveAll(relationship => relationship.Id == fact.Id);
        foreach (var relationship in Relationships.Where(other => other.Source == fact.Id || other.Target == fact.Id).ToList())
            Remove(relationship);
        if (Model.Claim is not { } role)
            return;
        var claims = Nodes.Where(node => node.Type == role.Type && node.Values.GetValueOrDefault(role.About) as string == fact.Id);
        foreach (var claim in claims.ToList())
            Remove(claim);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(Earlier is null ? "" : $"first:\n{Earlier}then:\n");
        foreach (var fact in Facts)
        {
            text.Append(fact is Relationship relationship
                ? $"{relationship.Source} -[{fact.Id}]-> {relationship.Target} {{"
                : $"{fact.Id} {{");
            var values = fact.Values
                .Where(entry => entry.Value is not null).Select(entry => $"{entry.Key.Name}: {Show(entry.Value!)}");
            text.Append(string.Join(", ", values)).Append("}\n");
        }
        return text.ToString();
    }

    private static string Show(object value)
    {
        if (value is Array list)
            return $"[{string.Join(", ", list.Cast<object>().Select(Show))}]";
        if (value is Core.Values.GeoPoint point)
            return point.ToString();
        var json = new StringBuilder();
        CanonicalJson.WriteScalar(json, value);
        return json.ToString();
    }
}
