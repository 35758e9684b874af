namespace GraphIntel.Core.Model;

/// <summary>The direction in which a relationship is followed.</summary>
internal enum Direction
{
    /// <summary>From source to target.</summary>
    Out,

    /// <summary>From target to source.</summary>
    In,

    /// <summary>Both directions.</summary>
    Both,
}

/// <summary>
/// A field that the model declares on a node type or an @edge type. Closed:
/// <see cref="IModelFieldVisitor{TArgument,TResult}"/> has a method for each case.
/// </summary>
internal abstract class ModelField
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether aggregates group by it.</summary>
    public virtual bool IsGrouped => true;

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IModelFieldVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="ModelField"/>.</summary>
internal interface IModelFieldVisitor<in TArgument, out TResult>
{
    TResult Visit(PropertyField field, TArgument argument);

    TResult Visit(RelationshipField field, TArgument argument);

    TResult Visit(PathField field, TArgument argument);

    TResult Visit(RefersByField field, TArgument argument);

    TResult Visit(RefersToField field, TArgument argument);
}

/// <summary>A field that returns a stored property.</summary>
internal sealed class PropertyField : ModelField
{
    public required Property Property { get; init; }

    /// <inheritdoc/>
    public override bool IsGrouped => Property.IsGrouped;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IModelFieldVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A field that follows one relationship (@relationship).</summary>
internal sealed class RelationshipField : ModelField
{
    public required RelationshipType Relationship { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>Whether it is a list, which becomes a connection; otherwise there is at most one.</summary>
    public required bool IsList { get; init; }

    /// <summary>The node type at the other end.</summary>
    public required NodeType Target { get; init; }

    /// <summary>The property of the node at the other end by which it is ordered; null if there is none.</summary>
    public Property? OrderedBy { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IModelFieldVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A field that follows several relationships (@path).</summary>
internal sealed class PathField : ModelField
{
    /// <summary>The steps, at least one.</summary>
    public required IReadOnlyList<PathStep> Steps { get; init; }

    /// <summary>The node type at the end.</summary>
    public required NodeType Target { get; init; }

    /// <summary>On an @edge type, whether it starts at the source of the relationship, not at its target; null on a node type.</summary>
    public bool? StartsAtSource { get; init; }

    /// <summary>
    /// The day on which <c>whileValid</c> requires the steps with valid dates to have been so; null if the path does not take it.
    /// </summary>
    public PathDay? Day { get; init; }

    /// <summary>The default of <c>whileValid</c>.</summary>
    public bool WhileValid { get; init; }

    /// <summary>The relationship types that it follows.</summary>
    public IEnumerable<RelationshipType> Followed => Steps.Select(step => step.Relationship);

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IModelFieldVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The nodes of a walk whose day can be that of its steps.</summary>
internal enum PathNode
{
    /// <summary>The node at which the walk ends.</summary>
    End,

    /// <summary>The node at which it starts.</summary>
    Start,

    /// <summary>Of a path on an @edge type, the end of the relationship at which the walk does not start.</summary>
    OtherEnd,
}

/// <summary>The day of a node of a walk.</summary>
/// <param name="Node">The node.</param>
/// <param name="Property">Its property with the day.</param>
internal sealed record PathDay(PathNode Node, Property Property);

/// <summary>One step of a path: a relationship followed at least <paramref name="Min"/> and at most <paramref name="Max"/> times.</summary>
internal sealed record PathStep(RelationshipType Relationship, Direction Direction, int Min, int Max)
{
    /// <summary>The maximum repetitions of an unbounded step (<c>*</c>, <c>+</c>).</summary>
    public const int Unbounded = 32;

    /// <summary>Whether the relationship is followed exactly once.</summary>
    public bool IsTakenOnce => this is { Min: 1, Max: 1 };
}

/// <summary>A field that returns the nodes whose property holds the id of the parent (@refersBy).</summary>
internal sealed class RefersByField : ModelField
{
    public required NodeType Target { get; init; }

    /// <summary>The property of <see cref="Target"/> that holds the id.</summary>
    public required Property Property { get; init; }

    /// <inheritdoc/>
    public override bool IsGrouped => false;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IModelFieldVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A field that returns the nodes whose ids are in a hidden property of the parent (@refersTo).</summary>
internal sealed class RefersToField : ModelField
{
    public required NodeType Target { get; init; }

    /// <summary>The hidden property, a list of ids, named after the field with the suffix <c>Ids</c>.</summary>
    public required Property Ids { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IModelFieldVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
