using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Reads relationships around nodes for one traversal. Not thread-safe. Failures are those of <see cref="IGraphStore"/>; the
/// cancellation with which it was opened applies.
/// </summary>
internal interface ITraversalReader : IAsyncDisposable
{
    /// <summary>
    /// Counts the relationships of nodes in these hops, whatever the conditions on them, at most <paramref name="most"/> for a
    /// hop; -1 for a node that does not exist.
    /// </summary>
    ValueTask<int[]> CountAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most);

    /// <summary>Adds the relationships of nodes that meet the conditions, in no particular order.</summary>
    /// <param name="hops">The hops.</param>
    /// <param name="nodes">The ids of the nodes.</param>
    /// <param name="among">The ids of the nodes to which they lead, instead of the conditions on nodes; null for any.</param>
    /// <param name="found">Receives the relationships.</param>
    ValueTask ReadAsync(TraversalHops hops, IReadOnlyList<string> nodes, IReadOnlyList<string>? among, List<FoundRelationship> found);

    /// <summary>
    /// Adds those that meet the conditions of the first <paramref name="most"/> relationships of one node, by their ids.
    /// </summary>
    ValueTask ReadFirstAsync(TraversalHops hops, string node, int most, List<FoundRelationship> found);

    /// <summary>
    /// Adds the ids of the nodes to which relationships that meet the conditions lead, the first by id, an id possibly several times.
    /// </summary>
    /// <param name="hops">The hops.</param>
    /// <param name="nodes">The ids of the nodes.</param>
    /// <param name="most">The number of ids after which a part of the hops stops.</param>
    /// <param name="found">Receives the ids.</param>
    /// <returns>The id up to which all ids were added; null if they all were.</returns>
    ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most, List<string> found);
}

/// <summary>A relationship that a traversal read.</summary>
/// <param name="Hop">The hop that it belongs to.</param>
/// <param name="Node">The id of the node that it leads away from.</param>
/// <param name="Other">The id of the node that it leads to.</param>
/// <param name="StoredId">Its id; null if its type stores none.</param>
internal readonly record struct FoundRelationship(TraversalHop Hop, string Node, string Other, string? StoredId)
{
    /// <summary>Its id, stored or derived.</summary>
    public string Id => Hop.IdOf(Node, Other, StoredId);
}
