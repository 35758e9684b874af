using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Finds the first of the nodes around given ones, in the order of their ids. An id begins with the prefix of its type, so that the types
/// are read in that order, until there are enough.
/// </summary>
/// <param name="expander">Reads relationships.</param>
/// <param name="known">The nodes that are not looked for.</param>
internal sealed class NeighborFinder(NodeExpander expander, IReadOnlySet<NodeKey> known)
{
    /// <summary>Up to so many relationships are read whole; of more, only those that lead to the first nodes.</summary>
    private const int MaxWhole = 2_000;

    /// <summary>The first <paramref name="most"/> nodes to which relationships of nodes lead, by id.</summary>
    public async ValueTask<List<KeyedNode>> FindAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var counts = await expander.CountByHopAsync(hops, nodes, PageLimits.MaxTraversed + 1).ConfigureAwait(false);
        // Where the budget ends within a node, its first relationships by their ids count, of whichever type.
        var partial = new List<FoundRelationship>();
        var whole = await expander.TakeAsync(hops, nodes, counts.Sum(count => (long)count), partial).ConfigureAwait(false);
        var found = new List<KeyedNode>();
        var types = hops.Items.Zip(counts, (hop, count) => (Hop: hop, Count: count)).GroupBy(one => one.Hop.Other.Node.Node)
            .OrderBy(type => type.Key.IdPrefix + ":", CodePointOrder.Instance);
        foreach (var type in types)
        {
            if (found.Count >= most)
                break;
            var others = partial.Where(one => one.Hop.Other.Node.Node == type.Key).Select(one => one.Other).Where(IsNew).ToHashSet();
            TraversalHop[] some = [.. type.Where(one => one.Count > 0).Select(one => one.Hop)];
            if (some.Length > 0)
                await ReadAsync(new TraversalHops(some), whole, type.Sum(one => (long)one.Count), most - found.Count, others).ConfigureAwait(false);
            NodeKey[] keys = [.. others];
            var ids = await expander.Reader.IdsOfAsync(keys).ConfigureAwait(false);
            Array.Sort(ids, keys, CodePointOrder.Instance);
            found.AddRange(keys.Zip(ids, (key, id) => new KeyedNode(key, id)).Take(most - found.Count));
        }
        return found;
    }

    /// <summary>Adds the nodes to which the hops lead, at least the first so many that are new.</summary>
    private async ValueTask ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, long count, int most, HashSet<NodeKey> others)
    {
        if (count > MaxWhole)
        {
            await ReadFirstAsync(hops, nodes, count, most, others).ConfigureAwait(false);
            return;
        }
        var found = new List<FoundRelationship>();
        await expander.ReadAsync(hops, nodes, count, null, found).ConfigureAwait(false);
        others.UnionWith(found.Select(one => one.Other).Where(IsNew));
    }

    /// <summary>As <see cref="ReadAsync"/>, where there are many. A node can come several times, so that more are read if too few are left.</summary>
    private async ValueTask ReadFirstAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, long count, int most, HashSet<NodeKey> others)
    {
        for (long rows = most + known.Count; ; rows *= 4)
        {
            var found = new List<KeyedNode>();
            var last = await expander.Reader.ReadNeighborsAsync(hops, nodes, (int)Math.Min(rows, count + 1), found).ConfigureAwait(false);
            var complete = found.Where(one => IsNew(one.Key) && (last is null || CodePointOrder.Compare(one.Id, last) <= 0)).Select(one => one.Key).ToHashSet();
            if (last is not null && complete.Count < most)
                continue;
            others.UnionWith(complete);
            return;
        }
    }

    private bool IsNew(NodeKey node) => !known.Contains(node);
}
