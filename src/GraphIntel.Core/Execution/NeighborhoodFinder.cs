using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Execution;

/// <summary>Finds the nodes around given ones, level by level, then the relationships among them.</summary>
internal sealed class NeighborhoodFinder
{
    /// <summary>So many relationships of a type are counted first to find the end with fewer.</summary>
    private const int FirstCounted = 1_000;

    /// <summary>How many times as many are counted next, if both ends have more.</summary>
    private const int CountedFactor = 8;

    private readonly NeighborhoodSearch _search;
    private readonly NodeExpander _expander;
    private readonly NeighborFinder _neighbors;

    /// <summary>The nodes found, the nearest first, then by id.</summary>
    private readonly List<KeyedNode> _nodes = [];

    private readonly HashSet<NodeKey> _known = [];

    private NeighborhoodFinder(NeighborhoodSearch search, NodeExpander expander)
    {
        (_search, _expander) = (search, expander);
        _neighbors = new NeighborFinder(expander, _known);
    }

    /// <summary>The ids of the nodes, the nearest first, then by id, and of the relationships among them, by id.</summary>
    public static async ValueTask<(string[] Nodes, string[] Relationships)> FindAsync(
        NeighborhoodSearch search, ITraversalReader reader, BoundParameters bound, CancellationToken cancellation)
    {
        var traversal = search.Traversal;
        string[] given = [.. search.Origins.Where(id => traversal.NodesOf(id) is not null).Distinct(StringComparer.Ordinal).Order(CodePointOrder.Instance)];
        if (given.Length == 0)
            return ([], []);
        bound.Values[traversal.Ends.Index] = given;
        var hops = search.Scope.Hops(traversal.TypesOf(given), isReversed: false);
        var keys = await reader.FindAsync(given).ConfigureAwait(false);
        KeyedNode[] origins = [.. given.Zip(keys).Where(one => one.Second is not null).Select(one => new KeyedNode(one.Second!.Value, one.First))];
        var finder = new NeighborhoodFinder(search, new NodeExpander(reader, cancellation));
        finder.Add(origins.Take(search.MaxNodes));
        search.IsTruncated = origins.Length > search.MaxNodes;
        if (!search.IsTruncated)
            await finder.WalkAsync(hops).ConfigureAwait(false);
        return ([.. finder._nodes.Select(node => node.Id)], await finder.ConnectAsync().ConfigureAwait(false));
    }

    private void Add(IEnumerable<KeyedNode> nodes)
    {
        foreach (var node in nodes)
        {
            _nodes.Add(node);
            _known.Add(node.Key);
        }
    }

    private async ValueTask WalkAsync(TraversalHops hops)
    {
        var level = _nodes.ConvertAll(node => node.Key);
        for (var depth = 1; depth <= _search.Depth && level.Count > 0 && hops.Items.Count > 0 && !_search.IsTruncated; depth++)
        {
            // One more says whether there are others.
            var free = _search.MaxNodes - _nodes.Count;
            var found = await _neighbors.FindAsync(hops, level, free + 1).ConfigureAwait(false);
            _search.IsTruncated = found.Count > free || _expander.IsExhausted;
            level = found.Take(free).Select(node => node.Key).ToList();
            Add(found.Take(free));
        }
    }

    /// <summary>
    /// The relationships among the nodes. Each has both ends among them, so that those of a type are read from the end whose nodes have
    /// fewer relationships: a supernode is not expanded.
    /// </summary>
    private async ValueTask<string[]> ConnectAsync()
    {
        var traversal = _search.Traversal;
        var all = _search.Scope.AllHops(traversal.TypesOf(_nodes.Select(node => node.Id)));
        if (_nodes.Count < 2 || all.Items.Count == 0)
            return [];
        var keys = _nodes.ConvertAll(node => node.Key);
        var found = new List<FoundRelationship>();
        await _expander.ReadAmongAsync(await SmallerAsync(all, keys).ConfigureAwait(false), keys, keys, found).ConfigureAwait(false);
        var idOf = _nodes.ToDictionary(node => node.Key, node => node.Id);
        var ids = found.Select(one => one.Hop.IdOf(idOf[one.Node], idOf[one.Other], one.StoredId)).Order(CodePointOrder.Instance).ToArray();
        if (ids.Length <= PageLimits.MaxTraversed)
            return ids;
        _search.IsTruncated = true;
        return ids[..PageLimits.MaxTraversed];
    }

    /// <summary>Of the two hops of each relationship type, that which has fewer relationships; of a type without any, neither.</summary>
    private async ValueTask<TraversalHops> SmallerAsync(TraversalHops all, IReadOnlyList<NodeKey> keys)
    {
        for (var most = FirstCounted; ; most *= CountedFactor)
        {
            var counts = all.Items.Zip(await _expander.CountByHopAsync(all, keys, most).ConfigureAwait(false))
                .ToDictionary(one => (one.First.Type, one.First.IsOut), one => one.Second);
            // Both ends of a relationship among the nodes are among them, so that there are none if one end has none.
            if (most < PageLimits.MaxTraversed && counts.Keys.Any(hop => counts[hop] == most && counts[(hop.Type, !hop.IsOut)] == most))
                continue;
            return new TraversalHops(all.Items.Where(hop => counts[(hop.Type, hop.IsOut)] is var one and > 0
                && counts[(hop.Type, !hop.IsOut)] is var other and > 0 && (hop.IsOut ? one <= other : one < other)));
        }
    }
}
