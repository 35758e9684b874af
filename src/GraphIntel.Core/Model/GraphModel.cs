using System.Diagnostics.CodeAnalysis;

namespace GraphIntel.Core.Model;

/// <summary>
/// The domain: node types, relationship types and enums, as a model file declares them. Every other stage (the GraphQL
/// schema, the stores' tables and indexes, the checks of an import) derives from it and from nothing else. Immutable.
/// </summary>
internal sealed class GraphModel
{
    private readonly Dictionary<string, NodeType> _nodes;
    private readonly Dictionary<string, RelationshipType> _relationships;

    public GraphModel(
        IReadOnlyList<NodeType> nodes,
        IReadOnlyList<RelationshipType> relationships,
        IReadOnlyList<EnumType> enums,
        ClaimRole? claim)
    {
        Nodes = nodes;
        Relationships = relationships;
        Enums = enums;
        Claim = claim;
        _nodes = nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        _relationships = relationships.ToDictionary(relationship => relationship.Type, StringComparer.Ordinal);
    }

    /// <summary>Node types in the order of the model file.</summary>
    public IReadOnlyList<NodeType> Nodes { get; }

    /// <summary>Relationship types, those with an @edge type and the derived ones, in the order of their first mention.</summary>
    public IReadOnlyList<RelationshipType> Relationships { get; }

    /// <summary>Enums in the order of the model file.</summary>
    public IReadOnlyList<EnumType> Enums { get; }

    /// <summary>What makes a node a claim; null where the model has no type with @claim.</summary>
    public ClaimRole? Claim { get; }

    /// <summary>The node type of that name.</summary>
    public bool TryGetNode(string name, [NotNullWhen(true)] out NodeType? node) => _nodes.TryGetValue(name, out node);

    /// <summary>The relationship type of that type name, such as <c>BACKS</c>.</summary>
    public bool TryGetRelationship(string type, [NotNullWhen(true)] out RelationshipType? relationship) =>
        _relationships.TryGetValue(type, out relationship);

    /// <summary>
    /// The node or relationship type to which an id belongs by its prefix (<c>actor:</c>, <c>backing:</c>,
    /// <c>occurredAt:</c>); null where no type has that prefix.
    /// </summary>
    public FactType? TypeOfId(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : FactTypes.FirstOrDefault(type => id.AsSpan(0, colon).SequenceEqual(type.IdPrefix));
    }

    /// <summary>
    /// Properties by which nodes and relationships are looked for: those of the model's choice, and those that hold the id of
    /// what they speak of. A list is in no index.
    /// </summary>
    public IEnumerable<(FactType Type, Property Property)> Indexed
    {
        get
        {
            var referring = FactTypes.SelectMany(type => type.Fields).OfType<RefersByField>()
                .Select(referrer => (Type: (FactType)referrer.Target, referrer.Property));
            if (Claim is { } claim)
                referring = referring.Append((claim.Type, claim.About));
            return FactTypes
                .SelectMany(type => type.Properties, (type, property) => (Type: type, Property: property))
                .Where(pair => pair.Property.IsIndexed)
                .Concat(referring)
                .Where(pair => !pair.Property.IsList)
                .Distinct();
        }
    }

    /// <summary>Node types, then relationship types: whatever <c>node(id)</c> can find.</summary>
    public IEnumerable<FactType> FactTypes => Nodes.Cast<FactType>().Concat(Relationships);
}

/// <summary>The properties by which a claim node speaks of a fact (directive @claim).</summary>
/// <param name="Type">The node type whose nodes are claims.</param>
/// <param name="About">Holds the id of the fact.</param>
/// <param name="Field">Holds the name of the property spoken of; null where the model names none.</param>
/// <param name="Stance">The enum property that says for or against.</param>
/// <param name="Denies">The value of <paramref name="Stance"/> that speaks against.</param>
/// <param name="Made">The day on which it was said.</param>
internal sealed record ClaimRole(NodeType Type, Property About, Property? Field, Property Stance, string Denies, Property Made);

/// <summary>An enum of the model; its values are kept and ordered by name.</summary>
internal sealed record EnumType(string Name, string? Description, IReadOnlyList<EnumValue> Values)
{
    /// <summary>Whether the enum has a value of that name.</summary>
    public bool Contains(string value) => Values.Any(candidate => candidate.Name == value);
}

/// <summary>One value of an enum.</summary>
internal sealed record EnumValue(string Name, string? Description);
