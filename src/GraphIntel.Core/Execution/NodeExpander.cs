using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Reads the relationships of nodes, in bounded portions, as long as the budget lasts. The budget counts the relationships of
/// the walked types and directions, whether or not they meet the conditions. Where it ends, the nodes are taken in the order of their
/// ids, and of the first that is too large its first relationships by their ids.
/// </summary>
internal sealed class NodeExpander(ITraversalReader reader, CancellationToken cancellation)
{
    /// <summary>The maximum number of nodes in one read.</summary>
    private const int MaxNodes = 1_000;

    /// <summary>Reads what the expander does not count.</summary>
    public ITraversalReader Reader => reader;

    /// <summary>The number of relationships that may still be looked at.</summary>
    public int Remaining { get; private set; } = PageLimits.MaxTraversed;

    /// <summary>Whether relationships were left out because the budget ended.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The number of relationships of nodes together, at most so many.</summary>
    public async ValueTask<int> CountAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var count = 0;
        foreach (var part in Parts(nodes, MaxNodes))
        {
            cancellation.ThrowIfCancellationRequested();
            count += await reader.CountAsync(hops, part, most - count).ConfigureAwait(false);
            if (count >= most)
                break;
        }
        return count;
    }

    /// <summary>As <see cref="CountAsync"/>, for each hop, at most so many of each.</summary>
    public async ValueTask<int[]> CountByHopAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var counts = new int[hops.Items.Count];
        foreach (var part in Parts(nodes, MaxNodes))
        {
            cancellation.ThrowIfCancellationRequested();
            var counted = await reader.CountByHopAsync(hops, part, most).ConfigureAwait(false);
            for (var hop = 0; hop < counts.Length; hop++)
                counts[hop] = Math.Min(most, counts[hop] + counted[hop]);
        }
        return counts;
    }

    /// <summary>
    /// Adds the relationships of nodes, if these have no more than <paramref name="most"/>, which the budget is enough for; else perhaps
    /// some of them. The budget is not changed.
    /// </summary>
    /// <returns>The number of relationships that were looked at; more than <paramref name="most"/> if there are more.</returns>
    public async ValueTask<int> ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<FoundRelationship> found)
    {
        var count = 0;
        foreach (var part in Parts(nodes, MaxNodes))
        {
            cancellation.ThrowIfCancellationRequested();
            count += await reader.ReadAsync(hops, part, most - count, found).ConfigureAwait(false);
            if (count > most)
                break;
        }
        return count;
    }

    /// <summary>Adds the relationships of nodes that lead to one of others.</summary>
    public async ValueTask ReadAmongAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, IReadOnlyList<NodeKey> others, List<FoundRelationship> found)
    {
        foreach (var part in Parts(nodes, MaxNodes))
        {
            cancellation.ThrowIfCancellationRequested();
            await reader.ReadAmongAsync(hops, part, others, found).ConfigureAwait(false);
        }
    }

    /// <summary>Takes what was looked at from the budget.</summary>
    public void Spend(int count) => Remaining -= count;

    /// <summary>
    /// The nodes for which the budget is enough, if it is not enough for all. It then no longer has anything: the first relationships of the
    /// next node are added.
    /// </summary>
    public async ValueTask<IReadOnlyList<NodeKey>> ExhaustAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, List<FoundRelationship> found)
    {
        IsExhausted = true;
        var ordered = await OrderAsync(nodes).ConfigureAwait(false);
        var whole = 0;
        foreach (var part in Parts(ordered, MaxNodes))
        {
            cancellation.ThrowIfCancellationRequested();
            var counts = await reader.CountEachAsync(hops, part, Remaining + 1).ConfigureAwait(false);
            for (var index = 0; index < counts.Length; index++)
            {
                if (counts[index] > Remaining)
                {
                    if (Remaining > 0)
                        await reader.ReadFirstAsync(hops, part[index], Remaining, found).ConfigureAwait(false);
                    Remaining = 0;
                    return ordered[..whole];
                }
                Remaining -= counts[index];
                whole++;
            }
        }
        return ordered;
    }

    private async ValueTask<NodeKey[]> OrderAsync(IReadOnlyList<NodeKey> nodes)
    {
        var ids = await reader.IdsOfAsync(nodes).ConfigureAwait(false);
        NodeKey[] ordered = [.. nodes];
        Array.Sort(ids, ordered, CodePointOrder.Instance);
        return ordered;
    }

    private static IEnumerable<ArraySegment<NodeKey>> Parts(IReadOnlyList<NodeKey> nodes, int size)
    {
        var all = nodes as NodeKey[] ?? [.. nodes];
        for (var start = 0; start < all.Length; start += size)
            yield return new ArraySegment<NodeKey>(all, start, Math.Min(size, all.Length - start));
    }
}
