using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GraphIntel.Core.Model;

/// <summary>
/// The model: node types, relationship types and enums, as declared in a model file. The GraphQL schema, the stores' tables and
/// indexes and the checks of an import are all derived from it. Immutable.
/// </summary>
internal sealed class GraphModel
{
    private readonly Dictionary<string, NodeType> _nodes;
    private readonly Dictionary<string, RelationshipType> _relationships;
    private readonly Dictionary<string, ElementType> _byPrefix;

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
        Searched = [.. nodes.Where(node => node.Searched.Count > 0)];
        _byPrefix = ElementTypes.ToDictionary(type => type.IdPrefix, StringComparer.Ordinal);
    }

    /// <summary>Node types in the order of the model file.</summary>
    public IReadOnlyList<NodeType> Nodes { get; }

    /// <summary>The node types with properties that search finds.</summary>
    public IReadOnlyList<NodeType> Searched { get; }

    /// <summary>Relationship types, with an @edge type or derived, in the order of their first mention.</summary>
    public IReadOnlyList<RelationshipType> Relationships { get; }

    /// <summary>Enums in the order of the model file.</summary>
    public IReadOnlyList<EnumType> Enums { get; }

    /// <summary>The claim type and its properties; null if the model has no type with @claim.</summary>
    public ClaimRole? Claim { get; }

    /// <summary>The node type of that name.</summary>
    public bool TryGetNode(string name, [NotNullWhen(true)] out NodeType? node) => _nodes.TryGetValue(name, out node);

    /// <summary>The relationship type of that type name, such as <c>BACKS</c>.</summary>
    public bool TryGetRelationship(string type, [NotNullWhen(true)] out RelationshipType? relationship) =>
        _relationships.TryGetValue(type, out relationship);

    /// <summary>
    /// The node or relationship type of an id by its prefix (<c>actor:</c>, <c>backing:</c>, <c>occurredAt:</c>); null if the
    /// prefix is unknown.
    /// </summary>
    public ElementType? TypeOfId(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id.AsSpan(0, colon), out var type) ? type : null;
    }

    /// <summary>
    /// Properties with an index: those with @index, and those that refer to other elements by id. Lists are not indexed.
    /// </summary>
    public IEnumerable<(ElementType Type, Property Property)> Indexed
    {
        get
        {
            var referring = ElementTypes.SelectMany(type => type.Fields).OfType<RefersByField>()
                .Select(referrer => (Type: (ElementType)referrer.Target, referrer.Property));
            if (Claim is { } claim)
                referring = referring.Append((claim.Type, claim.About));
            return ElementTypes
                .SelectMany(type => type.Properties, (type, property) => (Type: type, Property: property))
                .Where(pair => pair.Property.IsIndexed)
                .Concat(referring)
                .Where(pair => !pair.Property.IsList)
                .Distinct();
        }
    }

    /// <summary>Node types, then relationship types: the types that <c>node(id)</c> can return.</summary>
    public IEnumerable<ElementType> ElementTypes => Nodes.Cast<ElementType>().Concat(Relationships);
}

/// <summary>The properties of a claim node (directive @claim).</summary>
/// <param name="Type">The node type whose nodes are claims.</param>
/// <param name="About">The id of the fact.</param>
/// <param name="Field">The name of the property that the claim is about; null if the model has none.</param>
/// <param name="Stance">The enum property with the stance, for or against.</param>
/// <param name="Denies">The value of <paramref name="Stance"/> against the fact.</param>
/// <param name="Made">The day of the claim.</param>
internal sealed record ClaimRole(NodeType Type, Property About, Property? Field, Property Stance, string Denies, Property Made)
{
    /// <summary>The to-one field that leads to whoever made the claim; null if the model names none.</summary>
    public RelationshipField? Source { get; init; }

    /// <summary>Whether the standing and the attested days of facts depend on the property.</summary>
    public bool Decides(Property property) => property == About || property == Field || property == Stance || property == Made;
}

/// <summary>An enum of the model; its values are stored and sorted by name.</summary>
internal sealed record EnumType(string Name, string? Description, IReadOnlyList<EnumValue> Values)
{
    private readonly byte[][] _names = [.. Values.Select(value => Encoding.UTF8.GetBytes(value.Name))];

    /// <summary>Whether the enum has a value of that name.</summary>
    public bool Contains(string value)
    {
        for (var index = 0; index < Values.Count; index++)
        {
            if (Values[index].Name == value)
                return true;
        }

        return false;
    }

    /// <summary>As <see cref="Contains(string)"/>, for a name in UTF-8.</summary>
    public bool Contains(ReadOnlySpan<byte> utf8)
    {
        foreach (var name in _names)
        {
            if (utf8.SequenceEqual(name))
                return true;
        }
        return false;
    }
}

/// <summary>One value of an enum.</summary>
internal sealed record EnumValue(string Name, string? Description);
