namespace GraphIntel.Core.Model;

/// <summary>A node type or a relationship type.</summary>
internal abstract class ElementType
{
    /// <summary>The GraphQL type's name: <c>Actor</c>, <c>Backing</c>, <c>OccurredAt</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The description in the model; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The prefix of its ids before the colon: the name in camel case.</summary>
    public required string IdPrefix { get; init; }

    /// <summary>
    /// Fields in the order of the model file. Set when all types are known, because relationship fields refer to other types.
    /// </summary>
    public IReadOnlyList<ModelField> Fields { get; internal set; } = [];

    /// <summary>
    /// Stored properties: those of the fields, then the hidden ones of @refersTo. Batches identify a property by its index in
    /// this list.
    /// </summary>
    public IReadOnlyList<Property> Properties { get; internal set; } = [];

    /// <summary>The property with the standing derived from claims; null if there is none.</summary>
    public Property? Standing { get; internal set; }

    /// <summary>Whether claims can be about it: every relationship type, and node types with claims by @refersBy.</summary>
    public abstract bool IsFact { get; }

    /// <summary>
    /// The pairs of dates that are given in order: the end of an imprecise date is not before it, nor that of a validity before its
    /// start.
    /// </summary>
    public virtual IEnumerable<(Property From, Property Until)> Periods => Properties
        .Where(property => property.Imprecise?.Until is not null)
        .Select(property => (property, property.Imprecise!.Until!));

    /// <summary>The properties that an aggregate summarizes: numbers, dates and points.</summary>
    public IEnumerable<Property> Summarized => Fields.OfType<PropertyField>().Select(held => held.Property).Where(property => property.IsSummarized);

    /// <summary>The days over which a timeline runs.</summary>
    public IEnumerable<Property> Dates => Summarized.Where(property => property.Kind == ScalarKind.Date);

    /// <summary>The fields by which an aggregate groups.</summary>
    public IEnumerable<ModelField> GroupedFields => Fields.Where(candidate => candidate.IsGrouped);

    /// <summary>The property of that name; null if there is none.</summary>
    public Property? FindProperty(string name) => Properties.FirstOrDefault(property => property.Name == name);

    /// <summary>Calls the function for the kind of type.</summary>
    public abstract TResult Match<TResult>(Func<NodeType, TResult> node, Func<RelationshipType, TResult> relationship);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A type whose objects are stored as nodes (directive @node).</summary>
internal sealed class NodeType : ElementType
{
    private IReadOnlyList<Property>? _searched;

    /// <summary>The root field for one: <c>actor</c>.</summary>
    public required string Singular { get; init; }

    /// <summary>The root field for many: <c>actors</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>Whether its nodes record the provenance of facts; paths and neighborhoods exclude them.</summary>
    public bool Provenance { get; init; }

    /// <summary>The property that is displayed as a label.</summary>
    public Property Label { get; internal set; } = null!;

    /// <summary>The day on which a node happened (<c>day</c> of @node); null if there is none.</summary>
    public Property? Day { get; internal set; }

    /// <summary>The properties that search finds.</summary>
    public IReadOnlyList<Property> Searched => _searched ??= [.. Properties.Where(property => property.SearchedAs is not null)];

    /// <summary>The field that lists the claims about a node of this type; null if there is none.</summary>
    public RefersByField? Claims { get; internal set; }

    /// <inheritdoc/>
    public override bool IsFact => Claims is not null;

    /// <inheritdoc/>
    public override TResult Match<TResult>(Func<NodeType, TResult> node, Func<RelationshipType, TResult> relationship) => node(this);
}

/// <summary>A relationship type between two node types, with an @edge type or one derived.</summary>
internal sealed class RelationshipType : ElementType
{
    /// <summary>The type in the graph database: <c>BACKS</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it has no @edge type in the model, and therefore only its ends.</summary>
    public bool IsDerived => Plural is null;

    /// <summary>The root field for one: <c>backing</c>; null without an @edge type.</summary>
    public string? Singular => IsDerived ? null : IdPrefix;

    /// <summary>The root field for many: <c>backings</c>; null without an @edge type.</summary>
    public required string? Plural { get; init; }

    /// <summary>The node type at which it starts.</summary>
    public required NodeType Source { get; init; }

    /// <summary>The node type at which it ends.</summary>
    public required NodeType Target { get; init; }

    /// <summary>
    /// The stored id; null if the id is derived from the ends (<c>occurredAt:SOURCE&gt;TARGET</c>) and the relationship is
    /// unique for them.
    /// </summary>
    public Property? Id { get; internal set; }

    /// <summary>The validity period, from (inclusive) and until (exclusive); null if there is none.</summary>
    public (Property From, Property Until)? Valid { get; internal set; }

    /// <summary>The first and last day attested by claims, both inclusive; null if there are none.</summary>
    public (Property From, Property Until)? Attested { get; internal set; }

    /// <inheritdoc/>
    public override IEnumerable<(Property From, Property Until)> Periods => Valid is { } valid ? base.Periods.Prepend(valid).Distinct() : base.Periods;

    /// <summary>The claims that decide its standing; null if it has none.</summary>
    public ClaimRole? Claim { get; internal set; }

    /// <summary>
    /// Hidden properties beside the standing: the first days on which a claim for it, and a claim against it, was made, both about
    /// the whole relationship; each null without such a claim. Null if it has no standing.
    /// </summary>
    public (Property Supporting, Property Denying)? FirstClaims { get; internal set; }

    /// <summary>The names of the arguments of time and claims that a field takes that follows it.</summary>
    public IEnumerable<string> HopArguments =>
    [
        .. Valid is null ? (string[])[] : ["asOf", "during"],
        .. Attested is null ? (string[])[] : ["certainty"],
        .. Claim is null ? (string[])[] : ["standing", "knownBy"],
        .. Claim?.Source is null ? (string[])[] : ["accordingTo"],
    ];

    /// <summary>Whether a source has at most one, because an outgoing field of this type is a single value.</summary>
    public bool OnePerSource { get; internal set; }

    /// <summary>Whether a target has at most one, because an incoming field of this type is a single value.</summary>
    public bool OnePerTarget { get; internal set; }

    /// <summary>Whether it is a hierarchy: a to-one relationship from a type to itself, in which cycles are rejected.</summary>
    public bool IsHierarchy => Source == Target && (OnePerSource || OnePerTarget);

    /// <summary>
    /// Whether it is undirected: every field follows it in both directions (BOTH). Without a stored id it is then unique for
    /// its ends in either order.
    /// </summary>
    public bool IsUndirected { get; internal set; }

    /// <summary>Whether one relationship represents both directions.</summary>
    public bool IsSymmetric => IsUndirected && Id is null;

    /// <summary>The target's property by which a source's relationships are ordered; null if there is none.</summary>
    public Property? TargetOrder { get; internal set; }

    /// <summary>The source's property by which a target's relationships are ordered; null if there is none.</summary>
    public Property? SourceOrder { get; internal set; }

    /// <summary>The claims field on the @edge type; null if there is none.</summary>
    public RefersByField? Claims { get; internal set; }

    /// <inheritdoc/>
    public override bool IsFact => true;

    /// <summary>Whether either end records the provenance of facts.</summary>
    public bool Provenance => Source.Provenance || Target.Provenance;

    /// <summary>Of a hierarchy: the child end, which is the source if a source has at most one, else the target.</summary>
    public T Child<T>(T source, T target) => OnePerSource ? source : target;

    private string? _idBeginning;

    /// <summary>The derived id of a relationship whose type stores none.</summary>
    public string DeriveId(string source, string target) => string.Concat(_idBeginning ??= IdPrefix + ":", source, ">", target);

    /// <inheritdoc/>
    public override TResult Match<TResult>(Func<NodeType, TResult> node, Func<RelationshipType, TResult> relationship) => relationship(this);
}
