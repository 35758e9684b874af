using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
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
        // A small level is read whole, of a large one what leads to the first nodes.
        var read = new List<FoundRelationship>();
        var allowed = Math.Min(MaxWhole, expander.Remaining);
        var count = await expander.ReadAsync(hops, nodes, allowed, read).ConfigureAwait(false);
        if (count <= allowed)
        {
            expander.Spend(count);
            return await FirstAsync(hops, most, type => new(New(read, type))).ConfigureAwait(false);
        }

        var counts = await expander.CountByHopAsync(hops, nodes, expander.Remaining + 1).ConfigureAwait(false);
        var sum = counts.Sum(one => (long)one);
        // Where the budget ends within a node, its first relationships by their ids count, of whichever type.
        var partial = new List<FoundRelationship>();
        if (sum > expander.Remaining)
            nodes = await expander.ExhaustAsync(hops, nodes, partial).ConfigureAwait(false);
        else
            expander.Spend((int)sum);
        return await FirstAsync(hops, most, async type =>
        {
            var others = New(partial, type);
            var leading = hops.Items.Zip(counts, (hop, number) => (Hop: hop, Count: number)).Where(one => one.Hop.Other.Node.Node == type && one.Count > 0).ToArray();
            if (leading.Length > 0)
            {
                await ReadAsync(new TraversalHops(leading.Select(one => one.Hop)), nodes, leading.Sum(one => (long)one.Count), most, others)
                    .ConfigureAwait(false);
            }
            return others;
        }).ConfigureAwait(false);
    }

    /// <summary>The first nodes by id, type by type.</summary>
    private async ValueTask<List<KeyedNode>> FirstAsync(TraversalHops hops, int most, Func<NodeType, ValueTask<HashSet<NodeKey>>> find)
    {
        var found = new List<KeyedNode>();
        foreach (var type in hops.Items.Select(hop => hop.Other.Node.Node).Distinct().OrderBy(type => type.IdPrefix + ":", CodePointOrder.Instance))
        {
            if (found.Count >= most)
                break;
            NodeKey[] keys = [.. await find(type).ConfigureAwait(false)];
            if (keys.Length == 0)
                continue;
            var ids = await expander.Reader.IdsOfAsync(keys).ConfigureAwait(false);
            Array.Sort(ids, keys, CodePointOrder.Instance);
            found.AddRange(keys.Zip(ids, (key, id) => new KeyedNode(key, id)).Take(most - found.Count));
        }
        return found;
    }

    /// <summary>Adds the nodes to which the hops lead, all to one type, at least the first so many that are new.</summary>
    private async ValueTask ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, long count, int most, HashSet<NodeKey> others)
    {
        if (count > MaxWhole)
        {
            await ReadFirstAsync(hops, nodes, count, most, others).ConfigureAwait(false);
            return;
        }
        var found = new List<FoundRelationship>();
        await expander.ReadAsync(hops, nodes, int.MaxValue, found).ConfigureAwait(false);
        others.UnionWith(New(found, hops.Items[0].Other.Node.Node));
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

    private HashSet<NodeKey> New(List<FoundRelationship> found, NodeType type) =>
        [.. found.Where(one => one.Hop.Other.Node.Node == type).Select(one => one.Other).Where(IsNew)];

    private bool IsNew(NodeKey node) => !known.Contains(node);
}
