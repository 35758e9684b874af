using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Execution;

/// <summary>Finds the nodes around given ones, level by level, then the relationships among them.</summary>
internal static class NeighborhoodFinder
{
    /// <summary>So many relationships of a node are counted to find the end with fewer.</summary>
    private const int MaxCounted = 1_000;

    /// <summary>The ids of the nodes, the nearest first, then by id, and of the relationships among them, by id.</summary>
    public static async ValueTask<(string[] Nodes, string[] Relationships)> FindAsync(
        NeighborhoodSearch search, ITraversalReader reader, BoundParameters bound, CancellationToken cancellation)
    {
        var traversal = search.Traversal;
        string[] given = [.. search.Origins.Where(id => traversal.NodesOf(id) is not null).Distinct(StringComparer.Ordinal).Order(CodePointOrder.Instance)];
        if (given.Length == 0)
            return ([], []);
        bound.Values[traversal.Ends.Index] = given;
        var expander = new NodeExpander(reader, cancellation);
        var hops = search.Scope.Hops(traversal.TypesOf(given), isReversed: false);
        var counts = await expander.CountAsync(hops, given).ConfigureAwait(false);
        string[] origins = [.. given.Where((_, index) => counts[index] >= 0)];
        var nodes = origins.Take(search.MaxNodes).ToList();
        search.IsTruncated = origins.Length > nodes.Count;
        if (!search.IsTruncated && hops.Items.Count > 0)
            await WalkAsync(search, expander, hops, (origins, [.. counts.Where(count => count >= 0)]), nodes).ConfigureAwait(false);
        return ([.. nodes], await ConnectAsync(search, expander, nodes).ConfigureAwait(false));
    }

    private static async ValueTask WalkAsync(
        NeighborhoodSearch search, NodeExpander expander, TraversalHops hops, (string[] Nodes, int[] Counts) level, List<string> nodes)
    {
        var known = nodes.ToHashSet(StringComparer.Ordinal);
        for (var depth = 1; depth <= search.Depth && level.Nodes.Length > 0 && !search.IsTruncated; depth++)
        {
            if (depth > 1)
                level.Counts = await expander.CountAsync(hops, level.Nodes).ConfigureAwait(false);
            // One more says whether there are others.
            var free = search.MaxNodes - nodes.Count;
            var neighbors = await expander.FindNeighborsAsync(hops, level.Nodes, level.Counts, free + 1, known).ConfigureAwait(false);
            level.Nodes = [.. neighbors.Take(free)];
            nodes.AddRange(level.Nodes);
            known.UnionWith(level.Nodes);
            search.IsTruncated = neighbors.Count > free || expander.IsExhausted;
        }
    }

    /// <summary>
    /// The relationships among nodes. Each has both ends among them, so that those of a type are read from the end whose nodes have
    /// fewer relationships: a supernode is not expanded.
    /// </summary>
    private static async ValueTask<string[]> ConnectAsync(NeighborhoodSearch search, NodeExpander expander, List<string> nodes)
    {
        var traversal = search.Traversal;
        var all = search.Scope.AllHops(traversal.TypesOf(nodes));
        if (nodes.Count < 2 || all.Items.Count == 0)
            return [];
        var counts = await expander.CountAsync(all, nodes, MaxCounted).ConfigureAwait(false);
        var sizes = nodes.Select((id, index) => (traversal.NodesOf(id)!.Node.Node, Count: counts[index])).GroupBy(one => one.Node)
            .ToDictionary(group => group.Key, group => group.Sum(one => one.Count));
        var hops = new TraversalHops(all.Items.Where(hop => hop.IsOut == (sizes[hop.Type.Source] <= sizes[hop.Type.Target])));
        var found = new List<FoundRelationship>();
        await expander.ReadAsync(hops, nodes, counts, nodes, found).ConfigureAwait(false);
        var ids = found.Select(relationship => relationship.Id).Order(CodePointOrder.Instance).ToArray();
        if (ids.Length <= PageLimits.MaxTraversed)
            return ids;
        search.IsTruncated = true;
        return ids[..PageLimits.MaxTraversed];
    }
}
