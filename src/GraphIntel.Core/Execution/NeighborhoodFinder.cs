using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Execution;

/// <summary>Finds the nodes around given ones, level by level, then the relationships among them.</summary>
internal static class NeighborhoodFinder
{
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
    /// The relationships among nodes. They are read from all nodes but the one with the most, because each has another end: a
    /// supernode among nodes with few is not expanded.
    /// </summary>
    private static async ValueTask<string[]> ConnectAsync(NeighborhoodSearch search, NodeExpander expander, List<string> nodes)
    {
        var hops = search.Scope.AllHops(search.Traversal.TypesOf(nodes));
        if (nodes.Count < 2 || hops.Items.Count == 0)
            return [];
        var counts = await expander.CountAsync(hops, nodes).ConfigureAwait(false);
        var few = Enumerable.Range(0, nodes.Count).OrderBy(index => counts[index]).Take(nodes.Count - 1).ToList();
        var found = new List<FoundRelationship>();
        await expander.ReadAsync(hops, [.. few.Select(index => nodes[index])], [.. few.Select(index => counts[index])], nodes, found).ConfigureAwait(false);
        var ids = found.Select(relationship => relationship.Id).Distinct(StringComparer.Ordinal).Order(CodePointOrder.Instance).ToArray();
        if (ids.Length <= PageLimits.MaxTraversed)
            return ids;
        search.IsTruncated = true;
        return ids[..PageLimits.MaxTraversed];
    }
}
