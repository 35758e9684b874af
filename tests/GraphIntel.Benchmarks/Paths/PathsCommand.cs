using System.CommandLine;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Paths;

/// <summary>
/// Measures paths and neighborhoods over the generated graph and over one with ten times the events, in process; with Neo4j, also
/// shortest paths beside <c>shortestPath</c>.
/// </summary>
internal static class PathsCommand
{
    private const int Factor = 10;

    private static readonly Option<string> Store = new("--store") { Description = "sqlite or neo4j.", DefaultValueFactory = _ => "sqlite" };
    private static readonly Option<int> Queries = new("--queries") { Description = "Number of queries of each kind.", DefaultValueFactory = _ => 200 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Number of measurements of each query.", DefaultValueFactory = _ => 3 };
    private static readonly Option<bool> Small = new("--small") { Description = $"Only the graph with {GeneratedGraph.Events} events." };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Also print what the median request of each kind reads before its statement." };

    public static Command Create()
    {
        var command = new Command("paths", "Measures paths and neighborhoods in process, and with Neo4j shortest paths beside shortestPath.") { Store, Queries, Rounds, Small, Explain };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        // The table is wide, and a redirected output has no width.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 150);
        var (count, rounds) = (arguments.GetValue(Queries), arguments.GetValue(Rounds));
        if (arguments.GetValue(Store) == "neo4j")
        {
            await RunAsync(count, rounds, arguments.GetValue(Explain));
            return 0;
        }
        var table = PathTimes.Table();
        foreach (var events in arguments.GetValue(Small) ? [GeneratedGraph.Events] : new[] { GeneratedGraph.Events, GeneratedGraph.Events * Factor })
        {
            await using var graph = await BenchmarkStore.OpenAsync(events);
            var times = new PathTimes(new GraphEngine(graph.Schema, graph.Store, new EngineOptions()), rounds);
            await times.WarmAsync(PathQueries.All(count));
            foreach (var group in PathQueries.All(count))
            {
                var measured = await times.MeasureAsync(group);
                table.AddRow([$"{events:#,0}", .. measured.Columns]);
                if (arguments.GetValue(Explain))
                    await times.ExplainAsync(graph.Store, $"{group.Name}, {events:#,0} events", group.Bodies[measured.MedianRun]);
            }
        }
        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task RunAsync(int count, int rounds, bool explains)
    {
        var schema = SchemaBuilder.Build(ModelReader.ReadDomain());
        await using var server = await BenchmarkServer.FindAsync();
        await using var store = server.Open(schema.Model);
        await store.PrepareAsync(CancellationToken.None);
        await new GeneratedGraph(schema.Model).WriteAsync(store);
        await using var driver = server.Driver();
        var times = new PathTimes(new GraphEngine(schema, store, new EngineOptions()), rounds);
        var table = PathTimes.Table();
        var shortest = PathQueries.Shortest(count);
        await times.WarmAsync([.. PathQueries.All(count), shortest]);
        foreach (var group in PathQueries.All(count))
            table.AddRow([$"{GeneratedGraph.Events:#,0}", .. (await times.MeasureAsync(group)).Columns]);
        var raw = new ShortestPaths(driver, server.Database, rounds);
        await raw.WarmAsync(PathQueries.Ends(count));
        var ours = await times.MeasureAsync(shortest);
        if (explains)
            await times.ExplainAsync(store, shortest.Name, shortest.Bodies[ours.MedianRun]);
        var theirs = await raw.MeasureAsync(PathQueries.Ends(count));
        table.AddRow([$"{GeneratedGraph.Events:#,0}", .. ours.Columns]);
        table.AddRow([$"{GeneratedGraph.Events:#,0}", .. theirs.Columns]);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"relative to shortestPath: p50 {ours.Median / theirs.Median:0.00}, p99 {ours.P99 / theirs.P99:0.00}; target: at most {ShortestPaths.MaxRatio}");
    }
}
