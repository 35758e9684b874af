using System.Diagnostics;
using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>A reader of relationships that logs each of its reads.</summary>
internal sealed class LoggedTraversalReader(ITraversalReader reader, PreliminaryPart part) : ITraversalReader
{
    /// <inheritdoc/>
    public async ValueTask<NodeKey?[]> FindAsync(IReadOnlyList<string> ids)
    {
        var start = Stopwatch.GetTimestamp();
        var found = await reader.FindAsync(ids).ConfigureAwait(false);
        Log($"find {Count(ids.Count, "node")}", Count(found.Count(key => key is not null), "node"), start);
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<string[]> IdsOfAsync(IReadOnlyList<NodeKey> nodes)
    {
        var start = Stopwatch.GetTimestamp();
        var ids = await reader.IdsOfAsync(nodes).ConfigureAwait(false);
        Log($"read the ids of {Count(nodes.Count, "node")}", Count(ids.Length, "id"), start);
        return ids;
    }

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var start = Stopwatch.GetTimestamp();
        var count = await reader.CountAsync(hops, nodes, most).ConfigureAwait(false);
        Log($"count the relationships of {Count(nodes.Count, "node")}", $"{(count == most ? "at least " : "")}{Count(count, "relationship")}", start);
        return count;
    }

    /// <inheritdoc/>
    public async ValueTask<int[]> CountByHopAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await reader.CountByHopAsync(hops, nodes, most).ConfigureAwait(false);
        Log($"count the relationships of {Count(nodes.Count, "node")}, at most {most} of each type", Total(counts), start);
        return counts;
    }

    /// <inheritdoc/>
    public async ValueTask<int[]> CountEachAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await reader.CountEachAsync(hops, nodes, most).ConfigureAwait(false);
        Log($"count the relationships of each of {Count(nodes.Count, "node")}", Total(counts), start);
        return counts;
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<FoundRelationship> found)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), found.Count);
        var count = await reader.ReadAsync(hops, nodes, most, found).ConfigureAwait(false);
        Log(
            $"read the relationships of {Count(nodes.Count, "node")}",
            count > most ? $"more than {Count(most, "relationship")}" : $"{Count(found.Count - before, "relationship")} of {Count(count, "relationship")}",
            start);
        return count;
    }

    /// <inheritdoc/>
    public async ValueTask ReadAmongAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, IReadOnlyList<NodeKey> others, List<FoundRelationship> found)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), found.Count);
        await reader.ReadAmongAsync(hops, nodes, others, found).ConfigureAwait(false);
        Log($"read the relationships of {Count(nodes.Count, "node")} to {Count(others.Count, "node")}", Count(found.Count - before, "relationship"), start);
    }

    /// <inheritdoc/>
    public async ValueTask ReadFirstAsync(TraversalHops hops, NodeKey node, int most, List<FoundRelationship> found)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), found.Count);
        await reader.ReadFirstAsync(hops, node, most, found).ConfigureAwait(false);
        Log($"read the first {Count(most, "relationship")} of a node", Count(found.Count - before, "relationship"), start);
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<KeyedNode> found)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), found.Count);
        var last = await reader.ReadNeighborsAsync(hops, nodes, most, found).ConfigureAwait(false);
        Log($"read the first neighbors of {Count(nodes.Count, "node")}", $"{Count(found.Count - before, "node")}{(last is null ? "" : $", all up to {last}")}", start);
        return last;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private void Log(string text, string found, long start) => part.Add(new PreliminaryRead(text, found, Stopwatch.GetElapsedTime(start)));

    private static string Total(int[] counts) => Count(counts.Sum(count => (long)count), "relationship");

    private static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
