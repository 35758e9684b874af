using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.InProcess;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Claims;

/// <summary>
/// Measures a page of 50 events with participants and backers as it was known on a day, and according to sources, relative to the
/// same page without these arguments.
/// </summary>
internal static class ClaimsCommand
{
    /// <summary>The target: maximum time of the page with <c>knownBy</c>, relative to the page without.</summary>
    private const double MaxRatio = 1.6;

    private static readonly Option<string> Store = new("--store") { Description = "sqlite or neo4j.", DefaultValueFactory = _ => "sqlite" };
    private static readonly Option<int> Events = new("--events") { Description = "Number of events in the graph.", DefaultValueFactory = _ => GeneratedGraph.Events };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Number of rounds, each with every query.", DefaultValueFactory = _ => 200 };

    public static Command Create()
    {
        var command = new Command("claims", "Measures a page as it was known on a day, and according to sources, relative to the page without.")
        {
            Store, Events, Rounds,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        var schema = SchemaBuilder.Build(ModelReader.ReadDomain());
        var (events, rounds) = (arguments.GetValue(Events), arguments.GetValue(Rounds));
        if (arguments.GetValue(Store) == "neo4j")
        {
            await using var server = await BenchmarkServer.FindAsync();
            await using var store = server.Open(schema.Model);
            await store.PrepareAsync(CancellationToken.None);
            await LoadAsync(store, events);
            await MeasureAsync(new GraphEngine(schema, store, new EngineOptions()), rounds);
            return 0;
        }

        await using var graph = await BenchmarkStore.CreateAsync(schema.Model);
        await LoadAsync(graph.Store, events);
        await graph.ReopenAsync();
        await MeasureAsync(new GraphEngine(graph.Schema, graph.Store, new EngineOptions()), rounds);
        return 0;
    }

    private static async Task LoadAsync(IGraphStore store, int events)
    {
        var watch = Stopwatch.StartNew();
        var claims = await new ClaimedGraph(store.Model, events).WriteAsync(store);
        AnsiConsole.WriteLine($"{events:#,0} events and {claims:#,0} claims, written in {watch.Elapsed.TotalSeconds:0.0} s.");
    }

    private static async Task MeasureAsync(GraphEngine engine, int rounds)
    {
        BenchmarkQuery[] queries = [.. Pages().Select(page => new BenchmarkQuery(page.Name, Page(page.Arguments), MaxRatio))];
        var (bytes, times) = (new int[queries.Length], new double[queries.Length]);
        Array.Fill(times, double.MaxValue);
        var warm = Stopwatch.StartNew();
        while (warm.Elapsed < TimeSpan.FromSeconds(5))
        {
            for (var index = 0; index < queries.Length; index++)
                bytes[index] = await EngineRequest.ExecuteAsync(engine, queries[index].Body);
        }
        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < queries.Length; index++)
            {
                var start = Stopwatch.GetTimestamp();
                await EngineRequest.ExecuteAsync(engine, queries[index].Body);
                times[index] = Math.Min(times[index], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        var table = new Table().Title("A page of 50 events with participants and backers, microseconds, minimum of the rounds").AddColumns(
            "page", "bytes", "time", "relative", "target");
        for (var index = 0; index < queries.Length; index++)
        {
            var target = queries[index].Name.StartsWith("known", StringComparison.Ordinal) ? MaxRatio.ToString("0.0", CultureInfo.InvariantCulture) : "";
            table.AddRow(queries[index].Name, $"{bytes[index]}", $"{times[index]:0}", $"{times[index] / times[0]:0.00}", target);
        }
        AnsiConsole.Write(table);
    }

    /// <summary>The pages; on the last day and according to all sources, as much is shown as without the arguments, or nearly.</summary>
    private static IEnumerable<(string Name, string Arguments)> Pages()
    {
        var last = GeneratedGraph.FirstDay.AddDays(GeneratedGraph.Days);
        var all = string.Join(", ", Enumerable.Range(0, ClaimedGraph.Sources).Select(number => $"\"{ClaimedGraph.Source(number)}\""));
        yield return ("without", "");
        yield return ("known by the last day", $"(knownBy: \"{last:yyyy-MM-dd}\")");
        yield return ("known by a day in the middle", $"(knownBy: \"{GeneratedGraph.FirstDay.AddDays(GeneratedGraph.Days / 2):yyyy-MM-dd}\")");
        yield return ("known by the last day, disputed or denied too", $"(knownBy: \"{last:yyyy-MM-dd}\", standing: [ASSERTED, DISPUTED, DENIED])");
        yield return ("according to all sources", $"(accordingTo: [{all}])");
        yield return ("according to one source", $"(accordingTo: [\"{ClaimedGraph.Source(0)}\"])");
    }

    private static string Page(string arguments) =>
        $$"""
        { events(first: 50, order: [{start: DESC}]) { nodes { id title start kind deathsBest place { id name }
            participants{{arguments}} { edges { role node { id name backers{{arguments}} { edges { kinds from node { id name } } } } } } } } }
        """;
}
