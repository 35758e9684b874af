namespace GraphIntel.Core.Model;

/// <summary>What has an identity of its own and properties: a node type or a relationship type.</summary>
internal abstract class FactType
{
    /// <summary>The GraphQL type's name: <c>Actor</c>, <c>Backing</c>, <c>OccurredAt</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The model's description; null where it has none.</summary>
    public string? Description { get; init; }

    /// <summary>What its ids begin with, before the colon: the name in camel case.</summary>
    public required string IdPrefix { get; init; }

    /// <summary>
    /// Fields in the order of the model file. Filled by the reader once all types are known: relationship fields refer to
    /// other types.
    /// </summary>
    public IReadOnlyList<ModelField> Fields { get; internal set; } = [];

    /// <summary>
    /// Stored properties: those of the fields, then the hidden ones behind @refersTo. An index into this list names a
    /// property in batches.
    /// </summary>
    public IReadOnlyList<Property> Properties { get; internal set; } = [];

    /// <summary>The property that sums up the claims about it; null where claims change nothing.</summary>
    public Property? Standing { get; internal set; }

    /// <summary>Whether a claim can be about it: every relationship, and a node whose type has claims by @refersBy.</summary>
    public abstract bool IsFact { get; }

    /// <summary>The property of that name; null where there is none.</summary>
    public Property? FindProperty(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A type whose objects are kept as nodes (directive @node).</summary>
internal sealed class NodeType : FactType
{
    /// <summary>The root field for one: <c>actor</c>.</summary>
    public required string Singular { get; init; }

    /// <summary>The root field for many: <c>actors</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>Whether its nodes say where facts come from, so that paths and neighbourhoods leave them out.</summary>
    public bool Provenance { get; init; }

    /// <summary>The property that a picture or a list shows.</summary>
    public Property Label { get; internal set; } = null!;

    /// <summary>The field that lists the claims about a node of this type; null where nothing is claimed of it.</summary>
    public RefersByField? Claims { get; internal set; }

    /// <inheritdoc/>
    public override bool IsFact => Claims is not null;
}

/// <summary>A relationship type between two node types, with an @edge type or one derived.</summary>
internal sealed class RelationshipType : FactType
{
    /// <summary>The type in the graph database: <c>BACKS</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the model gives it no @edge type: it then has nothing but its ends.</summary>
    public required bool IsDerived { get; init; }

    /// <summary>The node type from which it leads.</summary>
    public required NodeType Source { get; init; }

    /// <summary>The node type to which it leads.</summary>
    public required NodeType Target { get; init; }

    /// <summary>
    /// The stored id; null where the id is derived from the ends (<c>occurredAt:SOURCE&gt;TARGET</c>) and the relationship
    /// is unique for them.
    /// </summary>
    public Property? Id { get; internal set; }

    /// <summary>The two dates between which it was so, from (included) and until (excluded); null where it has none.</summary>
    public (Property From, Property Until)? Valid { get; internal set; }

    /// <summary>The first and last day that some claim vouches for, both included; null where it has none.</summary>
    public (Property From, Property Until)? Attested { get; internal set; }

    /// <summary>Whether a source has at most one: some outgoing field of this type is a single value.</summary>
    public bool OnePerSource { get; internal set; }

    /// <summary>Whether a target has at most one: some incoming field of this type is a single value.</summary>
    public bool OnePerTarget { get; internal set; }

    /// <summary>A to-one relationship from a type to itself: a hierarchy, in which a cycle is refused.</summary>
    public bool IsHierarchy => Source == Target && (OnePerSource || OnePerTarget);

    /// <summary>The target's property in whose order a source's relationships are read; null where the model names none.</summary>
    public Property? TargetOrder { get; internal set; }

    /// <summary>The source's property in whose order a target's relationships are read; null where the model names none.</summary>
    public Property? SourceOrder { get; internal set; }

    /// <summary>The claims field that the model declares on the @edge type; null where it declares none.</summary>
    public RefersByField? Claims { get; internal set; }

    /// <inheritdoc/>
    public override bool IsFact => true;

    /// <summary>Whether either end says where facts come from.</summary>
    public bool Provenance => Source.Provenance || Target.Provenance;

    /// <summary>The id of a relationship whose type stores none.</summary>
    public string DeriveId(string source, string target) => $"{IdPrefix}:{source}>{target}";
}
