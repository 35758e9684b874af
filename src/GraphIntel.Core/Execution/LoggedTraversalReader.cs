using System.Diagnostics;
using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>A reader of relationships that logs each of its reads.</summary>
internal sealed class LoggedTraversalReader(ITraversalReader reader, PreliminaryPart part) : ITraversalReader
{
    /// <inheritdoc/>
    public async ValueTask<int[]> CountAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await reader.CountAsync(hops, nodes, most).ConfigureAwait(false);
        Log($"count the relationships of {Count(nodes.Count, "node")}", Count(counts.Sum(count => Math.Max(0L, count)), "relationship"), start);
        return counts;
    }

    /// <inheritdoc/>
    public async ValueTask ReadAsync(TraversalHops hops, IReadOnlyList<string> nodes, IReadOnlyList<string>? among, List<FoundRelationship> found)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), found.Count);
        await reader.ReadAsync(hops, nodes, among, found).ConfigureAwait(false);
        Log(
            $"read the relationships of {Count(nodes.Count, "node")}{(among is null ? "" : $" to {Count(among.Count, "node")}")}",
            Count(found.Count - before, "relationship"),
            start);
    }

    /// <inheritdoc/>
    public async ValueTask ReadFirstAsync(TraversalHops hops, string node, int most, List<FoundRelationship> found)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), found.Count);
        await reader.ReadFirstAsync(hops, node, most, found).ConfigureAwait(false);
        Log($"read the first {Count(most, "relationship")} of {node}", Count(found.Count - before, "relationship"), start);
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most, List<string> found)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), found.Count);
        var last = await reader.ReadNeighborsAsync(hops, nodes, most, found).ConfigureAwait(false);
        Log($"read the neighbors of {Count(nodes.Count, "node")}", $"{Count(found.Count - before, "id")}{(last is null ? "" : $", all up to {last}")}", start);
        return last;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private void Log(string text, string found, long start) => part.Add(new PreliminaryRead(text, found, Stopwatch.GetElapsedTime(start)));

    private static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
