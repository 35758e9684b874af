using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.InProcess;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Scale;

/// <summary>
/// Measures queries over a graph of a million events relative to one of 20,000, in process: what has to stay as fast, whatever the
/// size of the graph.
/// </summary>
internal static class ScaleCommand
{
    private static readonly Option<string> Store = new("--store") { Description = "sqlite or neo4j.", DefaultValueFactory = _ => "sqlite" };
    private static readonly Option<int> Events = new("--events") { Description = "Number of events in the large graph.", DefaultValueFactory = _ => 1_000_000 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Number of measurements of each query.", DefaultValueFactory = _ => 50 };

    public static Command Create()
    {
        var command = new Command("scale", $"Measures queries over a graph of a million events relative to one of {GeneratedGraph.Events}.") { Store, Events, Rounds };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        // The table is wide, and a redirected output has no width.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 150);
        var (rounds, isNeo4j) = (arguments.GetValue(Rounds), arguments.GetValue(Store) == "neo4j");
        var measured = new List<IReadOnlyList<(ScaleQuery Query, double Milliseconds)>>();
        foreach (var events in new[] { GeneratedGraph.Events, arguments.GetValue(Events) })
            measured.Add(isNeo4j ? await MeasureNeo4jAsync(GraphSize.Growing(events), rounds) : await MeasureSqliteAsync(GraphSize.Growing(events), rounds));

        var table = new Table().Title("Minimum of the rounds, milliseconds").AddColumns(
            "query", $"{GeneratedGraph.Events:#,0} events", $"{arguments.GetValue(Events):#,0} events", "relative", "target", "target, ms");
        foreach (var (small, large) in measured[0].Zip(measured[1]))
        {
            table.AddRow(
                small.Query.Name, $"{small.Milliseconds:0.000}", $"{large.Milliseconds:0.000}", $"{large.Milliseconds / small.Milliseconds:0.00}",
                $"{small.Query.MaxRatio:0.0}", isNeo4j ? "" : $"{small.Query.MaxMilliseconds:0}");
        }
        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<IReadOnlyList<(ScaleQuery, double)>> MeasureSqliteAsync(GraphSize size, int rounds)
    {
        var watch = Stopwatch.StartNew();
        await using var graph = await BenchmarkStore.OpenAsync(size);
        Report(size, watch);
        return await MeasureAsync(graph.Schema, graph.Store, size, rounds);
    }

    private static async Task<IReadOnlyList<(ScaleQuery, double)>> MeasureNeo4jAsync(GraphSize size, int rounds)
    {
        var watch = Stopwatch.StartNew();
        var schema = SchemaBuilder.Build(ModelReader.ReadDomain());
        await using var server = await BenchmarkServer.FindAsync();
        await using var store = server.Open(schema.Model);
        await store.PrepareAsync(CancellationToken.None);
        await new GeneratedGraph(schema.Model, size).WriteAsync(store);
        Report(size, watch);
        return await MeasureAsync(schema, store, size, rounds);
    }

    private static void Report(GraphSize size, Stopwatch watch) => AnsiConsole.WriteLine(
        $"{size.Events:#,0} events, {size.Actors:#,0} actors, {size.Places:#,0} places, {size.Claims:#,0} claims, written in {watch.Elapsed.TotalSeconds:0} s.");

    private static async Task<IReadOnlyList<(ScaleQuery, double)>> MeasureAsync(GraphSchema schema, IGraphStore store, GraphSize size, int rounds)
    {
        var engine = new GraphEngine(schema, store, new EngineOptions { Timeout = TimeSpan.FromMinutes(5) });
        // The first operations wait for the statistics, and these for a large graph.
        while (await engine.Statistics.GetAsync(CancellationToken.None) is null)
            await Task.Delay(100);
        var results = new List<(ScaleQuery, double)>();
        foreach (var query in ScaleQueries.Of(size, await DeepCursorAsync(engine, size)))
            results.Add((query, await TimeAsync(engine, query, rounds)));
        return results;
    }

    private static async Task<double> TimeAsync(GraphEngine engine, ScaleQuery query, int rounds)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query = query.Query });
        var least = TimeSpan.MaxValue;
        // A query that takes seconds is not repeated as often.
        var limit = Stopwatch.StartNew();
        for (var round = 0; round < rounds + 2 && (round < 3 || limit.Elapsed < TimeSpan.FromSeconds(20)); round++)
        {
            var start = Stopwatch.GetTimestamp();
            await EngineRequest.ExecuteAsync(engine, body);
            var elapsed = Stopwatch.GetElapsedTime(start);
            least = elapsed < least ? elapsed : least;
        }
        return least.TotalMilliseconds;
    }

    /// <summary>The cursor before the deep page, or before the last page if there are not so many.</summary>
    private static async Task<string> DeepCursorAsync(GraphEngine engine, GraphSize size)
    {
        var before = Math.Min(ScaleQueries.DeepPage - 1, (size.Events * 3 / 10 / ScaleQueries.PageSize) - 1) * ScaleQueries.PageSize;
        string? cursor = null;
        for (var read = 0; read < before;)
        {
            var count = Math.Min(500, before - read);
            using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(ScaleQueries.CursorAfter(count, cursor))), CancellationToken.None);
            cursor = JsonElement.Parse(response.Body.Span).GetProperty("data").GetProperty("actor").GetProperty("events")
                .GetProperty("pageInfo").GetProperty("endCursor").GetString();
            read += count;
        }
        return cursor!;
    }
}
