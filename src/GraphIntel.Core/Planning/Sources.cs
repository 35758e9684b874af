using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>Where rows come from: each row holds a node, and what led to it. The conditions hold for every row.</summary>
internal abstract record Source(NodeAlias Node, Predicate Where)
{
    /// <summary>The relationship that led to the node; null where none did.</summary>
    public virtual RelationshipAlias? Relationship => null;

    /// <summary>The walk that led to the node; null where none did.</summary>
    public virtual WalkAlias? Walk => null;
}

/// <summary>The node of one type with an id.</summary>
internal sealed record LookupSource(NodeAlias Node, Operand Id) : Source(Node, Predicate.True);

/// <summary>Every node of a type.</summary>
internal sealed record ScanSource(NodeAlias Node, Predicate Where) : Source(Node, Where);

/// <summary>A relationship followed from a node.</summary>
/// <param name="Origin">The node from which.</param>
/// <param name="Followed">The relationship at hand.</param>
/// <param name="Direction">Which way it is followed, seen from the origin.</param>
/// <param name="IsSingle">Whether there is at most one.</param>
/// <param name="Node">The node at the other end.</param>
/// <param name="Where">Conditions on the relationship and the node.</param>
internal sealed record HopSource(
    NodeAlias Origin, RelationshipAlias Followed, Direction Direction, bool IsSingle, NodeAlias Node, Predicate Where)
    : Source(Node, Where)
{
    /// <inheritdoc/>
    public override RelationshipAlias? Relationship => Followed;
}

/// <summary>One step of a walk: a relationship followed between <c>Min</c> and <c>Max</c> times where its conditions hold.</summary>
internal sealed record WalkStep(RelationshipAlias Followed, Direction Direction, int Min, int Max, Predicate Where);

/// <summary>
/// The ends of all walks from a node: each end once, with the least length of any walk to it; the origin itself only
/// where every step may be empty, at length 0.
/// </summary>
internal sealed record WalkSource(
    NodeAlias Origin, IReadOnlyList<WalkStep> Steps, WalkAlias Walked, NodeAlias Node, Predicate Where)
    : Source(Node, Where)
{
    /// <inheritdoc/>
    public override WalkAlias? Walk => Walked;
}

/// <summary>Nodes whose property holds the id of what an alias holds.</summary>
internal sealed record RefersBySource(Alias Origin, Property Property, NodeAlias Node, Predicate Where) : Source(Node, Where);

/// <summary>Nodes whose ids a list property of what an alias holds names, each once.</summary>
internal sealed record RefersToSource(Alias Origin, Property Ids, NodeAlias Node, Predicate Where) : Source(Node, Where);

/// <summary>One end of a relationship.</summary>
internal sealed record EndSource(RelationshipAlias Origin, bool IsSource, NodeAlias Node) : Source(Node, Predicate.True);
