using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Reads the relationships of nodes, in bounded portions, as long as the budget lasts. The budget counts the relationships of
/// the walked types and directions, whether or not they meet the conditions; where it ends within a node, the first by their ids
/// are read.
/// </summary>
internal sealed class NodeExpander(ITraversalReader reader, CancellationToken cancellation)
{
    /// <summary>The maximum number of nodes in one read.</summary>
    private const int MaxNodes = 1_000;

    /// <summary>The number of relationships after which a read takes no further node.</summary>
    private const int MaxRelationships = 20_000;

    private int _remaining = PageLimits.MaxTraversed;

    /// <summary>Whether relationships were left out because the budget ended.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The number of relationships of nodes; -1 for a node that does not exist.</summary>
    public ValueTask<int[]> CountAsync(TraversalHops hops, IReadOnlyList<string> nodes) => CountAsync(hops, nodes, PageLimits.MaxTraversed + 1);

    /// <summary>As <see cref="CountAsync(TraversalHops, IReadOnlyList{string})"/>, at most so many for a hop.</summary>
    public async ValueTask<int[]> CountAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most)
    {
        var counts = new List<int>(nodes.Count);
        for (var start = 0; start < nodes.Count; start += MaxNodes)
        {
            cancellation.ThrowIfCancellationRequested();
            counts.AddRange(await reader.CountAsync(hops, Part(nodes, start, Math.Min(nodes.Count, start + MaxNodes)), most).ConfigureAwait(false));
        }
        return [.. counts];
    }

    /// <summary>Adds the relationships of nodes.</summary>
    /// <param name="hops">The hops.</param>
    /// <param name="nodes">The nodes, in the order in which they are expanded.</param>
    /// <param name="counts">The numbers of their relationships.</param>
    /// <param name="among">As in <see cref="ITraversalReader.ReadAsync"/>.</param>
    /// <param name="found">Receives the relationships.</param>
    /// <returns>The number of nodes of which all relationships were read.</returns>
    public async ValueTask<int> ExpandAsync(
        TraversalHops hops, IReadOnlyList<string> nodes, int[] counts, IReadOnlyList<string>? among, List<FoundRelationship> found)
    {
        var whole = Take(counts);
        await ReadAsync(hops, Part(nodes, 0, whole), counts, among, found).ConfigureAwait(false);
        await ExpandPartlyAsync(hops, nodes, whole, found).ConfigureAwait(false);
        return whole;
    }

    /// <summary>Adds the relationships of nodes, whatever is left of the budget.</summary>
    public async ValueTask ReadAsync(
        TraversalHops hops, IReadOnlyList<string> nodes, int[] counts, IReadOnlyList<string>? among, List<FoundRelationship> found)
    {
        for (int start = 0, end; start < nodes.Count; start = end)
        {
            end = start;
            for (var sum = 0; end < nodes.Count && end - start < MaxNodes && (sum == 0 || sum + counts[end] <= MaxRelationships); end++)
                sum += counts[end];
            cancellation.ThrowIfCancellationRequested();
            await reader.ReadAsync(hops, Part(nodes, start, end), among, found).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Adds the nodes to which the relationships of nodes lead, at least the first <paramref name="most"/> of those that are not
    /// known, by id.
    /// </summary>
    public async ValueTask<SortedSet<string>> FindNeighborsAsync(
        TraversalHops hops, IReadOnlyList<string> nodes, int[] counts, int most, IReadOnlySet<string> known)
    {
        var whole = Take(counts);
        var neighbors = new SortedSet<string>(Values.CodePointOrder.Instance);
        var found = new List<FoundRelationship>();
        var sum = counts.Take(whole).Sum();
        if (sum <= MaxRelationships / 10)
            await ReadAsync(hops, Part(nodes, 0, whole), counts, null, found).ConfigureAwait(false);
        else
            await FindFirstAsync(hops, Part(nodes, 0, whole), sum, most, known, neighbors).ConfigureAwait(false);
        await ExpandPartlyAsync(hops, nodes, whole, found).ConfigureAwait(false);
        neighbors.UnionWith(found.Select(relationship => relationship.Other).Where(id => !known.Contains(id)));
        return neighbors;
    }

    /// <summary>
    /// The first neighbors of nodes with many relationships. An id can come several times, so that more are read if too few are left.
    /// </summary>
    private async ValueTask FindFirstAsync(
        TraversalHops hops, IReadOnlyList<string> nodes, int sum, int most, IReadOnlySet<string> known, SortedSet<string> neighbors)
    {
        for (var rows = most + known.Count; ; rows *= 4)
        {
            cancellation.ThrowIfCancellationRequested();
            var ids = new List<string>();
            var last = await reader.ReadNeighborsAsync(hops, nodes, Math.Min(rows, sum + 1), ids).ConfigureAwait(false);
            neighbors.Clear();
            neighbors.UnionWith(ids.Where(id => !known.Contains(id) && (last is null || Values.CodePointOrder.Compare(id, last) <= 0)));
            if (last is null || neighbors.Count >= most)
                return;
        }
    }

    /// <summary>Adds the first relationships of the node at which the budget ends, if it does.</summary>
    private async ValueTask ExpandPartlyAsync(TraversalHops hops, IReadOnlyList<string> nodes, int whole, List<FoundRelationship> found)
    {
        if (whole == nodes.Count)
            return;
        IsExhausted = true;
        if (_remaining > 0)
            await reader.ReadFirstAsync(hops, nodes[whole], _remaining, found).ConfigureAwait(false);
        _remaining = 0;
    }

    /// <summary>How many nodes the budget is enough for, which it then no longer has.</summary>
    private int Take(int[] counts)
    {
        var whole = 0;
        while (whole < counts.Length && counts[whole] <= _remaining)
            _remaining -= counts[whole++];
        return whole;
    }

    private static ArraySegment<string> Part(IReadOnlyList<string> nodes, int start, int end) =>
        new(nodes as string[] ?? [.. nodes], start, end - start);
}
