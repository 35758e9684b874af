namespace GraphIntel.Core.Model;

/// <summary>Which way a relationship is followed.</summary>
internal enum Direction
{
    /// <summary>From source to target.</summary>
    Out,

    /// <summary>From target to source.</summary>
    In,

    /// <summary>Either way.</summary>
    Both,
}

/// <summary>A field that the model declares on a node type or an @edge type.</summary>
internal abstract class ModelField
{
    public required string Name { get; init; }

    public string? Description { get; init; }
}

/// <summary>A field that shows a stored property.</summary>
internal sealed class PropertyField : ModelField
{
    public required Property Property { get; init; }
}

/// <summary>A field that follows one relationship (@relationship).</summary>
internal sealed class RelationshipField : ModelField
{
    public required RelationshipType Relationship { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>A list becomes a connection; otherwise there is at most one.</summary>
    public required bool IsList { get; init; }

    /// <summary>The node type at the other end.</summary>
    public required NodeType Target { get; init; }

    /// <summary>The property of the node at the other end in whose order it is usually read; null where none is named.</summary>
    public Property? OrderedBy { get; init; }
}

/// <summary>A traversal over several steps (@path).</summary>
internal sealed class PathField : ModelField
{
    /// <summary>At least one step.</summary>
    public required IReadOnlyList<PathStep> Steps { get; init; }

    /// <summary>The node type at the end.</summary>
    public required NodeType Target { get; init; }
}

/// <summary>One step of a path: a relationship followed at least <paramref name="Min"/> and at most <paramref name="Max"/> times.</summary>
internal sealed record PathStep(RelationshipType Relationship, Direction Direction, int Min, int Max)
{
    /// <summary>Where an unbounded step (<c>*</c>, <c>+</c>) stops.</summary>
    public const int Unbounded = 32;
}

/// <summary>Nodes whose property holds the id of the object that has the field (@refersBy).</summary>
internal sealed class RefersByField : ModelField
{
    public required NodeType Target { get; init; }

    /// <summary>The property of <see cref="Target"/> that holds the id.</summary>
    public required Property Property { get; init; }
}

/// <summary>Nodes whose ids a hidden property of the object holds (@refersTo).</summary>
internal sealed class RefersToField : ModelField
{
    public required NodeType Target { get; init; }

    /// <summary>The hidden property, named after the field with <c>Ids</c> behind it: a list of ids.</summary>
    public required Property Ids { get; init; }
}
