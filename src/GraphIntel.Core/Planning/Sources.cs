using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A source of rows: each row has an item, which is a node or a relationship, and, if a relationship or walk led to the item,
/// that too. The conditions hold for every row. Closed: <see cref="ISourceVisitor{TArgument,TResult}"/> has a method for each
/// case.
/// </summary>
/// <param name="Where">The conditions.</param>
internal abstract record Source(Predicate Where)
{
    /// <summary>The node or relationship of a row.</summary>
    public abstract Alias Item { get; }

    /// <summary>The relationship that led to the node; null if there is none.</summary>
    public virtual RelationshipAlias? Relationship => null;

    /// <summary>The walk that led to the node; null if there is none.</summary>
    public virtual WalkAlias? Walk => null;

    /// <summary>Whether no node comes twice.</summary>
    public virtual bool HasDistinctNodes => true;

    /// <summary>The name in messages: the relationships that lead to the item, or the item's type.</summary>
    public virtual string Title => Item.Type.Name;

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A source of nodes.</summary>
internal abstract record NodeSource(NodeAlias Node, Predicate Where) : Source(Where)
{
    /// <inheritdoc/>
    public sealed override Alias Item => Node;

    /// <summary>
    /// A further condition by which few of the nodes are found, from which a store goes back to the origin. Null if there is none; set
    /// within <see cref="ScanSource.Start"/> alone.
    /// </summary>
    public Predicate? NodeStart { get; init; }
}

/// <summary>A visitor with a method for each case of <see cref="Source"/>.</summary>
internal interface ISourceVisitor<in TArgument, out TResult>
{
    TResult Visit(LookupSource lookup, TArgument argument);

    TResult Visit(ScanSource scan, TArgument argument);

    TResult Visit(HopSource hop, TArgument argument);

    TResult Visit(WalkSource walk, TArgument argument);

    TResult Visit(RefersBySource by, TArgument argument);

    TResult Visit(RefersToSource to, TArgument argument);

    TResult Visit(EndSource end, TArgument argument);

    TResult Visit(GroupNodeSource node, TArgument argument);

    TResult Visit(KeptSource kept, TArgument argument);
}

/// <summary>A node of one type by its id.</summary>
internal sealed record LookupSource(NodeAlias Node, Operand Id) : NodeSource(Node, Predicate.True)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>All nodes or all relationships of a type.</summary>
internal sealed record ScanSource(Alias Item, Predicate Where) : Source(Where)
{
    /// <inheritdoc/>
    public override Alias Item { get; } = Item;

    /// <summary>
    /// A further condition by which few of the items are found, so that a store starts with these: words of a text, or
    /// nodes to which a relationship or a walk leads. Null if there is none; set by the rewrite for what a search finds, and
    /// before by a choice of <see cref="Starts.ConditionStart"/>.
    /// </summary>
    public Predicate? Start { get; init; }

    /// <summary>Whether an index has the items in the order of a page.</summary>
    public bool IsInOrder(Page page) => page.FirstPropertyOf(Item) is { IsIndexed: true }
        || (page.Keys[0].Value is IdOperand { Of: var holder } && holder == Item && holder.HasIdIndex);

    /// <summary>A bound of the rows that are read, if they were counted for a choice of <see cref="Starts.StartAlternative"/>; else null.</summary>
    public int? KnownRows { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A hop: the relationships of a node in one direction or both.</summary>
/// <param name="Origin">The node where it starts.</param>
/// <param name="Followed">The current relationship.</param>
/// <param name="Direction">The direction, seen from the origin.</param>
/// <param name="IsSingle">Whether there is at most one.</param>
/// <param name="Node">The node at the other end.</param>
/// <param name="Where">Conditions on the relationship and the node.</param>
internal sealed record HopSource(
    NodeAlias Origin, RelationshipAlias Followed, Direction Direction, bool IsSingle, NodeAlias Node, Predicate Where)
    : NodeSource(Node, Where)
{
    /// <inheritdoc/>
    public override RelationshipAlias? Relationship => Followed;

    /// <inheritdoc/>
    public override string Title => Followed.Relationship.Type;

    /// <inheritdoc/>
    public override bool HasDistinctNodes => Followed.Relationship.Id is null && (Direction != Direction.Both || Followed.Relationship.IsSymmetric);

    /// <summary>
    /// The property of the node at the other end that is copied to every relationship in this direction; null if there is none.
    /// Relationships in one direction are read in its order.
    /// </summary>
    public Property? Copied => Direction switch
    {
        Direction.Out => Followed.Relationship.TargetOrder,
        Direction.In => Followed.Relationship.SourceOrder,
        Direction.Both => Followed.Relationship is { SourceOrder: { } source, TargetOrder: { } target } && source == target ? source : null,
    };

    /// <summary>
    /// As <see cref="Copied"/>, if an index has the relationships of a node in its order; there is none for both directions.
    /// </summary>
    public Property? Ordered => Direction == Direction.Both ? null : Copied;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A step of a walk: a relationship followed <c>Min</c> to <c>Max</c> times, under conditions.</summary>
internal sealed record WalkStep(RelationshipAlias Followed, Direction Direction, int Min, int Max, Predicate Where)
{
    /// <summary>The step from its end back to its start.</summary>
    public WalkStep Reversed => this with
    {
        Direction = Direction switch
        {
            Direction.Out => Direction.In,
            Direction.In => Direction.Out,
            Direction.Both => Direction.Both,
        },
    };

    /// <summary>
    /// Whether every store can follow it from its end back: in one direction, once, or over a hierarchy without conditions.
    /// </summary>
    public bool LeadsBack => Direction != Direction.Both
        && (IsTakenOnce || this is { Where.IsTrue: true, Followed.Relationship: { IsHierarchy: true, Valid: null, Standing: null } });

    /// <summary>
    /// The condition that compares the relationship with the day of the walk (<see cref="WalkSource.Day"/>); true if there is
    /// none. A step with such a condition is taken exactly once.
    /// </summary>
    public Predicate OnDay { get; init; } = Predicate.True;

    /// <summary>Whether the relationship is followed exactly once.</summary>
    public bool IsTakenOnce => this is { Min: 1, Max: 1 };

    /// <summary>
    /// The property of the node that it leads to that is copied to every relationship; null if there is none. See
    /// <see cref="HopSource.Ordered"/>.
    /// </summary>
    public Property? Copied => Direction switch
    {
        Direction.Out => Followed.Relationship.TargetOrder,
        Direction.In => Followed.Relationship.SourceOrder,
        Direction.Both => null,
    };

    /// <summary>Whether the relationship leads from a node to at most one node.</summary>
    public bool LeadsToOne => Direction switch
    {
        Direction.Out => Followed.Relationship.OnePerSource,
        Direction.In => Followed.Relationship.OnePerTarget,
        Direction.Both => false,
    };

    /// <summary>Whether a node leads to each node by at most one relationship.</summary>
    public bool HasOnePerPair => Followed.Relationship.Id is null && Direction != Direction.Both;

    /// <summary>
    /// Whether different nodes lead to different nodes, because the reached node has only one such relationship.
    /// </summary>
    public bool HasOnePerEnd => Direction switch
    {
        Direction.Out => Followed.Relationship.OnePerTarget,
        Direction.In => Followed.Relationship.OnePerSource,
        Direction.Both => false,
    };
}

/// <summary>The end of a relationship at which a walk starts.</summary>
/// <param name="Of">The relationship.</param>
/// <param name="IsSource">Whether the walk starts at its source.</param>
/// <param name="Other">The node at the other end.</param>
internal sealed record WalkStart(RelationshipAlias Of, bool IsSource, NodeAlias Other);

/// <summary>
/// The ends of all walks from a node: each end once, with the length of the shortest walk to it; the origin itself only if
/// every step may be empty, with length 0.
/// </summary>
internal sealed record WalkSource(
    NodeAlias Origin, IReadOnlyList<WalkStep> Steps, WalkAlias Walked, NodeAlias Node, Predicate Where)
    : NodeSource(Node, Where)
{
    /// <summary>The relationship with the origin at one of its ends; null if the walk starts at a node at hand.</summary>
    public WalkStart? Start { get; init; }

    /// <summary>
    /// The day on which steps have to be valid, a property of the origin, of the node at the end, or of <see cref="WalkStart.Other"/>;
    /// null if no step has a condition on it.
    /// </summary>
    public PropertyOperand? Day { get; init; }

    /// <summary>Whether the day is known only at the end of the walk.</summary>
    public bool IsDayAtEnd => Day?.Of == Node;

    /// <summary>Whether the day is known where the walk starts.</summary>
    public bool HasDayAtStart => Day is not null && !IsDayAtEnd;

    /// <summary>The conditions of all steps on the day.</summary>
    public Predicate OnDay => Predicate.All(Steps.Select(step => step.OnDay));

    /// <summary>Whether walks can return to their origin, which must then be excluded.</summary>
    public bool ExcludesOrigin => Node.Node == Origin.Node && Steps.Any(step => step.Min > 0);

    /// <summary>Whether the lengths of the walks are returned or sorted by. Set by the rewrite.</summary>
    public bool NeedsDepth { get; init; }

    /// <inheritdoc/>
    public override WalkAlias? Walk => Walked;

    /// <inheritdoc/>
    public override string Title => string.Join('/', Steps.Select(step => step.Followed.Relationship.Type + (step.Max > 1 ? "*" : "")));

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Nodes with a property that holds an id.</summary>
internal sealed record RefersBySource(Operand Id, Property Property, NodeAlias Node, Predicate Where) : NodeSource(Node, Where)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The nodes whose ids are in a list property of an element, each once.</summary>
internal sealed record RefersToSource(Alias Origin, Property Ids, NodeAlias Node, Predicate Where) : NodeSource(Node, Where)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>One end of a relationship.</summary>
internal sealed record EndSource(RelationshipAlias Origin, bool IsSource, NodeAlias Node, Predicate Where) : NodeSource(Node, Where)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The node that is the key of the current group, if there is one.</summary>
/// <param name="Key">The node to which the group's members lead.</param>
/// <param name="Node">The same node, of which fields are read.</param>
internal sealed record GroupNodeSource(NodeAlias Key, NodeAlias Node) : NodeSource(Node, Predicate.True)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The nodes that a connection has read already, for one of its reads; see <see cref="ConnectionSlot.Kept"/>.</summary>
internal sealed record KeptSource(NodeAlias Node) : NodeSource(Node, Predicate.True)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISourceVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
