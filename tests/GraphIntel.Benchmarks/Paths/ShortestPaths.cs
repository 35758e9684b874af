using System.Diagnostics;
using GraphIntel.Bolt;

namespace GraphIntel.Benchmarks.Paths;

/// <summary>Measures Neo4j's <c>shortestPath</c> over the relationships that <c>paths</c> walks by default, through the Bolt client alone.</summary>
internal sealed class ShortestPaths(Driver driver, string? database, int rounds)
{
    /// <summary>The target: maximum time of a shortest path, relative to <c>shortestPath</c>.</summary>
    public const double MaxRatio = 1.5;

    private const string Query =
        "CYPHER 5 MATCH (a:Actor {id: $p.from}) MATCH (b:Actor {id: $p.to}) " +
        "MATCH path = shortestPath((a)-[:BASED_IN|BACKS|MEMBER_OF|SUCCEEDS|PARTICIPATED_IN|CONTROLS|PART_OF|LIES_IN|BORDERS|OCCURRED_AT|PART_OF_EVENT*..4]-(b)) " +
        "WHERE all(r IN relationships(path) WHERE r.standing IS NULL OR r.standing IN ['ASSERTED', 'DISPUTED']) " +
        "RETURN [n IN nodes(path) | n.id], [r IN relationships(path) | r.id]";

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(4);

    private readonly SessionConfig _config = new() { Database = database, DefaultAccessMode = AccessMode.Read };

    /// <summary>Runs until code and plan are warm.</summary>
    public async Task WarmAsync(IReadOnlyList<(string From, string To)> ends)
    {
        var watch = Stopwatch.StartNew();
        for (var index = 0; watch.Elapsed < WarmUpTime; index++)
            await RunAsync(ends[index % ends.Count]);
    }

    /// <summary>Measures a path for each pair.</summary>
    public Task<PathMeasurement> MeasureAsync(IReadOnlyList<(string From, string To)> ends) =>
        PathMeasurement.OfAsync("shortestPath", rounds, null, null, ends.Select(pair => (Func<Task>)(() => RunAsync(pair))));

    private async Task RunAsync((string From, string To) ends)
    {
        await using var session = driver.Session(_config);
        var cursor = await session.RunAsync(
            Query, new Dictionary<string, object?> { ["p"] = new Dictionary<string, object?> { ["from"] = ends.From, ["to"] = ends.To } });
        await cursor.ToListAsync();
    }
}
