using System.Globalization;
using System.Text;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// What <c>paths</c> or <c>neighborhood</c> may walk, with the conditions that hold for every request of a plan. Which of it is
/// walked in a request, its arguments <c>via</c> and <c>types</c> decide (<see cref="TraversalHops"/>).
/// </summary>
/// <param name="Relationships">The relationship types of the model.</param>
/// <param name="Nodes">The node types of the model.</param>
/// <param name="Ends">The ids of the given nodes, to which conditions on nodes do not apply.</param>
/// <param name="Among">The nodes, as a store names them, if only relationships that lead to one of these are read.</param>
/// <param name="Most">The maximum number of rows of a read.</param>
internal sealed record Traversal(
    IReadOnlyList<TraversedRelationships> Relationships, IReadOnlyList<TraversedNodes> Nodes, Parameter Ends, Parameter Among, Parameter Most)
{
    /// <summary>Outward and inward.</summary>
    internal static readonly bool[] BothDirections = [true, false];

    /// <summary>The nodes of the type of an id, by its prefix; null if it is not the id of a node.</summary>
    public TraversedNodes? NodesOf(string id)
    {
        var index = IndexOf(id);
        return index < 0 ? null : Nodes[index];
    }

    /// <summary>The position of the type of an id, by its prefix; -1 if it is not the id of a node.</summary>
    public int IndexOf(string id)
    {
        var prefix = id.AsSpan(0, Math.Max(0, id.IndexOf(':', StringComparison.Ordinal)));
        for (var index = 0; index < Nodes.Count; index++)
        {
            if (prefix.SequenceEqual(Nodes[index].Node.Node.IdPrefix))
                return index;
        }
        return -1;
    }

    /// <summary>The hop with the conditions of this traversal, which may be rewritten ones.</summary>
    public TraversalHop Rewritten(TraversalHop hop) => hop with
    {
        Relationships = Relationships.First(one => one.Followed == hop.Relationships.Followed),
        Origin = Nodes.First(one => one.At == hop.Origin.At),
        Other = Nodes.First(one => one.At == hop.Other.At),
    };

    /// <summary>The relationship types and directions that a condition selects.</summary>
    public IReadOnlySet<(RelationshipType Type, bool IsOut)> HopsOf(Func<RelationshipType, bool, bool> isWalked) => (
        from relationships in Relationships
        from isOut in BothDirections
        let type = relationships.Followed.Relationship
        where isWalked(type, isOut)
        select (type, isOut)).ToHashSet();

    /// <summary>The position of the nodes of a type.</summary>
    public int IndexOf(TraversedNodes nodes) => Enumerable.Range(0, Nodes.Count).First(index => Nodes[index].At == nodes.At);

    /// <summary>The types of nodes, by their ids.</summary>
    public HashSet<NodeType> TypesOf(IEnumerable<string> ids) => [.. ids.Select(NodesOf).OfType<TraversedNodes>().Select(nodes => nodes.Node.Node)];
}

/// <summary>The relationships of a type that may be walked.</summary>
/// <param name="Followed">The current relationship.</param>
/// <param name="Where">The condition on it.</param>
internal sealed record TraversedRelationships(RelationshipAlias Followed, Predicate Where);

/// <summary>The nodes of a type that may be passed or reached.</summary>
/// <param name="Node">The current node at the other end of a relationship.</param>
/// <param name="Where">The condition on it.</param>
/// <param name="At">The nodes whose relationships a read is about, as a store names them.</param>
internal sealed record TraversedNodes(NodeAlias Node, Predicate Where, Parameter At);

/// <summary>The relationships of a type in one direction, away from nodes.</summary>
/// <param name="Relationships">The relationships.</param>
/// <param name="IsOut">Whether they lead from a node as their source; else from their target.</param>
/// <param name="Origin">The nodes that they lead away from.</param>
/// <param name="Other">The nodes that they lead to.</param>
/// <param name="EndsOnly">Whether they may lead to the given nodes only.</param>
internal sealed record TraversalHop(TraversedRelationships Relationships, bool IsOut, TraversedNodes Origin, TraversedNodes Other, bool EndsOnly)
{
    /// <summary>The type of the relationships.</summary>
    public RelationshipType Type => Relationships.Followed.Relationship;

    /// <summary>The id of a relationship from a node to another: the stored one, or the one derived from its ends.</summary>
    public string IdOf(string node, string other, string? stored) => stored ?? (IsOut ? Type.DeriveId(node, other) : Type.DeriveId(other, node));
}

/// <summary>The hops of a request, in the order of their numbers.</summary>
internal sealed class TraversalHops
{
    public TraversalHops(IEnumerable<TraversalHop> hops)
    {
        Items = [.. hops];
        var key = new StringBuilder();
        foreach (var hop in Items)
            key.Append(CultureInfo.InvariantCulture, $"{hop.Relationships.Followed.Number}{(hop.IsOut ? '>' : '<')}{(hop.EndsOnly ? "!" : "")}");
        Key = key.ToString();
    }

    public IReadOnlyList<TraversalHop> Items { get; }

    /// <summary>Equal for equal hops of one plan.</summary>
    public string Key { get; }
}

/// <summary>
/// Which hops a request walks: what its arguments name, where it can lead from the given nodes by nodes of the given types.
/// </summary>
/// <param name="Traversal">What may be walked.</param>
/// <param name="Walked">The relationship types walked outward from their source, and those from their target.</param>
/// <param name="Types">The types of nodes that may be passed or reached; null for all.</param>
internal sealed record TraversalScope(Traversal Traversal, IReadOnlySet<(RelationshipType Type, bool IsOut)> Walked, IReadOnlySet<NodeType>? Types)
{
    /// <summary>What is walked without <c>via</c> and <c>types</c>: all but the relationships of provenance.</summary>
    public static TraversalScope Default(Traversal traversal) => new(traversal, traversal.HopsOf((type, _) => !type.Provenance), Types: null);

    /// <summary>Whether each relationship is walked in both directions or not at all.</summary>
    public bool IsSymmetric => Walked.All(hop => Walked.Contains((hop.Type, !hop.IsOut)));

    /// <summary>The hops away from the given nodes, or, reversed, towards them.</summary>
    public TraversalHops Hops(IReadOnlySet<NodeType> ends, bool isReversed) => Make(ends, hop => Walked.Contains((hop.Type, hop.IsOut != isReversed)));

    /// <summary>The relationships that may be walked in one direction or the other, in both directions, whichever nodes are at their ends.</summary>
    public TraversalHops AllHops(IReadOnlySet<NodeType> nodes) => new(
        Make(nodes, hop => Walked.Contains((hop.Type, true)) || Walked.Contains((hop.Type, false))).Items
            .Where(hop => nodes.Contains(hop.Origin.Node.Node) && nodes.Contains(hop.Other.Node.Node)));

    private TraversalHops Make(IReadOnlySet<NodeType> ends, Func<(RelationshipType Type, bool IsOut), bool> isWalked) => new(
        from relationships in Traversal.Relationships
        from isOut in Planning.Traversal.BothDirections
        let type = relationships.Followed.Relationship
        where isWalked((type, isOut))
        let origin = NodesOf(isOut ? type.Source : type.Target)
        let other = NodesOf(isOut ? type.Target : type.Source)
        where (IsFree(origin) || ends.Contains(origin.Node.Node)) && (IsFree(other) || ends.Contains(other.Node.Node))
        select new TraversalHop(relationships, isOut, origin, other, !IsFree(other)));

    private TraversedNodes NodesOf(NodeType type) => Traversal.Nodes.First(nodes => nodes.Node.Node == type);

    private bool IsFree(TraversedNodes nodes) => Types is null || Types.Contains(nodes.Node.Node);
}
