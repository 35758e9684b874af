using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A variable of a plan that is bound to one node or one relationship at a time. Numbers follow the order of planning, so that
/// the statement of a plan is stable text.
/// </summary>
internal abstract record Alias(int Number)
{
    /// <summary>The type of the bound element.</summary>
    public abstract ElementType Type { get; }

    /// <summary>Whether stores have an index of its ids: relationships without an @edge type have derived ids.</summary>
    public bool HasIdIndex => this is not RelationshipAlias { Relationship.Id: null };

    /// <summary>Calls the function for the kind of alias.</summary>
    public abstract TResult Match<TResult>(Func<NodeAlias, TResult> node, Func<RelationshipAlias, TResult> relationship);
}

/// <summary>An alias of a node.</summary>
internal sealed record NodeAlias(int Number, NodeType Node) : Alias(Number)
{
    /// <inheritdoc/>
    public override ElementType Type => Node;

    /// <inheritdoc/>
    public override TResult Match<TResult>(Func<NodeAlias, TResult> node, Func<RelationshipAlias, TResult> relationship) => node(this);
}

/// <summary>An alias of a relationship.</summary>
internal sealed record RelationshipAlias(int Number, RelationshipType Relationship) : Alias(Number)
{
    /// <inheritdoc/>
    public override ElementType Type => Relationship;

    /// <inheritdoc/>
    public override TResult Match<TResult>(Func<NodeAlias, TResult> node, Func<RelationshipAlias, TResult> relationship) => relationship(this);
}

/// <summary>An alias of the length of the shortest walk to the end of a path.</summary>
internal sealed record WalkAlias(int Number);
