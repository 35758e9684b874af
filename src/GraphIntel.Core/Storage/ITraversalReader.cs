using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Reads relationships around nodes for one traversal. Not thread-safe. Failures are those of <see cref="IGraphStore"/>; the
/// cancellation with which it was opened applies.
/// </summary>
internal interface ITraversalReader : IAsyncDisposable
{
    /// <summary>Finds nodes by their ids; null for one that does not exist.</summary>
    ValueTask<NodeKey?[]> FindAsync(IReadOnlyList<string> ids);

    /// <summary>The ids of nodes.</summary>
    ValueTask<string[]> IdsOfAsync(IReadOnlyList<NodeKey> nodes);

    /// <summary>Counts the relationships of nodes together, whatever the conditions on them, at most <paramref name="most"/>.</summary>
    ValueTask<int> CountAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most);

    /// <summary>As <see cref="CountAsync"/>, for each hop, at most <paramref name="most"/> of each.</summary>
    ValueTask<int[]> CountByHopAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most);

    /// <summary>As <see cref="CountAsync"/>, for each node, at most <paramref name="most"/> or a few times as many.</summary>
    ValueTask<int[]> CountEachAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most);

    /// <summary>
    /// Adds the relationships of nodes that meet the conditions, in no particular order, if no more than <paramref name="most"/> have to be
    /// looked at; else perhaps some of them.
    /// </summary>
    /// <returns>The number of relationships, whatever the conditions on them; more than <paramref name="most"/> if there are more.</returns>
    ValueTask<int> ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<FoundRelationship> found);

    /// <summary>Adds the relationships of nodes that lead to one of others, whether or not the conditions on nodes hold for it.</summary>
    ValueTask ReadAmongAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, IReadOnlyList<NodeKey> others, List<FoundRelationship> found);

    /// <summary>
    /// Adds those that meet the conditions of the first <paramref name="most"/> relationships of one node, by their ids.
    /// </summary>
    ValueTask ReadFirstAsync(TraversalHops hops, NodeKey node, int most, List<FoundRelationship> found);

    /// <summary>
    /// Adds nodes to which relationships that meet the conditions lead, the first by id, a node possibly several times.
    /// </summary>
    /// <param name="hops">The hops, which lead to nodes of one type.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="most">The number of nodes after which a part of the hops stops.</param>
    /// <param name="found">Receives the nodes.</param>
    /// <returns>The id up to which all nodes were added; null if they all were.</returns>
    ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<KeyedNode> found);
}

/// <summary>A node, as the reader that found it names it: millions are compared, so that it is one number.</summary>
internal readonly record struct NodeKey
{
    private const int NumberBits = 48;

    private readonly long _value;

    /// <summary>The node of a type with a number.</summary>
    /// <param name="type">The position of its type among <see cref="Traversal.Nodes"/>.</param>
    /// <param name="number">Its number among the nodes of the type, below 2^48.</param>
    public NodeKey(int type, long number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)number, 1UL << NumberBits, nameof(number));
        _value = ((long)type << NumberBits) | number;
    }

    /// <summary>The position of its type among <see cref="Traversal.Nodes"/>.</summary>
    public int Type => (int)(_value >> NumberBits);

    /// <summary>Its number among the nodes of the type.</summary>
    public long Number => _value & ((1L << NumberBits) - 1);
}

/// <summary>A node with its id.</summary>
internal readonly record struct KeyedNode(NodeKey Key, string Id);

/// <summary>A relationship that a traversal read.</summary>
/// <param name="Hop">The hop that it belongs to.</param>
/// <param name="Node">The node that it leads away from.</param>
/// <param name="Other">The node that it leads to.</param>
/// <param name="StoredId">Its id; null if its type stores none.</param>
internal readonly record struct FoundRelationship(TraversalHop Hop, NodeKey Node, NodeKey Other, string? StoredId);
