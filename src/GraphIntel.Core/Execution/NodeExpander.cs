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

    /// <summary>The number of relationships that one read has on average, at most.</summary>
    private const int MaxRelationships = 20_000;

    private int _remaining = PageLimits.MaxTraversed;

    /// <summary>Reads what the expander does not count.</summary>
    public ITraversalReader Reader => reader;

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

    /// <summary>Adds the relationships of nodes.</summary>
    /// <param name="hops">The hops.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="count">The number of their relationships, or one above the budget.</param>
    /// <param name="among">As in <see cref="ITraversalReader.ReadAsync"/>.</param>
    /// <param name="found">Receives the relationships.</param>
    /// <returns>The nodes of which all relationships were read.</returns>
    public async ValueTask<IReadOnlyList<NodeKey>> ExpandAsync(
        TraversalHops hops, IReadOnlyList<NodeKey> nodes, long count, IReadOnlyList<NodeKey>? among, List<FoundRelationship> found)
    {
        var whole = await TakeAsync(hops, nodes, count, found).ConfigureAwait(false);
        await ReadAsync(hops, whole, count, among, found).ConfigureAwait(false);
        return whole;
    }

    /// <summary>Adds the relationships of nodes, whatever is left of the budget.</summary>
    /// <inheritdoc cref="ExpandAsync"/>
    public async ValueTask ReadAsync(
        TraversalHops hops, IReadOnlyList<NodeKey> nodes, long count, IReadOnlyList<NodeKey>? among, List<FoundRelationship> found)
    {
        var size = (int)Math.Clamp(nodes.Count * (long)MaxRelationships / Math.Max(1, count), 1, MaxNodes);
        foreach (var part in Parts(nodes, size))
        {
            cancellation.ThrowIfCancellationRequested();
            await reader.ReadAsync(hops, part, among, found).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The nodes for which the budget is enough, which it then no longer has. Where it ends, the first relationships of the next node
    /// are added.
    /// </summary>
    public async ValueTask<IReadOnlyList<NodeKey>> TakeAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, long count, List<FoundRelationship> found)
    {
        if (count <= _remaining)
        {
            _remaining -= (int)count;
            return nodes;
        }
        IsExhausted = true;
        var ordered = await OrderAsync(nodes).ConfigureAwait(false);
        var whole = 0;
        foreach (var part in Parts(ordered, MaxNodes))
        {
            cancellation.ThrowIfCancellationRequested();
            var counts = await reader.CountEachAsync(hops, part, _remaining + 1).ConfigureAwait(false);
            for (var index = 0; index < counts.Length; index++)
            {
                if (counts[index] > _remaining)
                {
                    if (_remaining > 0)
                        await reader.ReadFirstAsync(hops, part[index], _remaining, found).ConfigureAwait(false);
                    _remaining = 0;
                    return ordered[..whole];
                }
                _remaining -= counts[index];
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
