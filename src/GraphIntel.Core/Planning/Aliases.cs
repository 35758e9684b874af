using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A place in a plan that holds one node or one relationship at a time. Numbers follow the order of planning, so that a
/// statement made of a plan is stable text.
/// </summary>
internal abstract record Alias(int Number)
{
    /// <summary>The type of what it holds.</summary>
    public abstract FactType Type { get; }
}

/// <summary>Holds a node.</summary>
internal sealed record NodeAlias(int Number, NodeType Node) : Alias(Number)
{
    /// <inheritdoc/>
    public override FactType Type => Node;
}

/// <summary>Holds a relationship.</summary>
internal sealed record RelationshipAlias(int Number, RelationshipType Relationship) : Alias(Number)
{
    /// <inheritdoc/>
    public override FactType Type => Relationship;
}

/// <summary>Holds the length of the shortest walk to a path's end.</summary>
internal sealed record WalkAlias(int Number);
