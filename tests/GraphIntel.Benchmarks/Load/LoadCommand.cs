using System.CommandLine;
using System.Text.RegularExpressions;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Server.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Load;

/// <summary>
/// A closed loop over loopback against the whole server. The baseline of each query is an endpoint of the same server that returns
/// the same bytes from memory.
/// </summary>
internal static class LoadCommand
{
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    private static readonly Option<string> Store = new("--store")
    {
        Description = "sqlite: relative to an endpoint that returns the same bytes from memory; neo4j: relative to raw Bolt, and compared with @neo4j/graphql.",
        DefaultValueFactory = _ => "sqlite",
    };

    private static readonly Option<int> Events = new("--events") { Description = "Number of events in the graph.", DefaultValueFactory = _ => GeneratedGraph.Events };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "With neo4j: number of measurements of each.", DefaultValueFactory = _ => 15 };

    private static readonly Option<double> Seconds = new("--seconds") { Description = "With neo4j: duration of each measurement, in seconds.", DefaultValueFactory = _ => 1 };

    private static readonly Option<string> Only = new("--only")
    {
        Description = "With neo4j: a regular expression; only queries whose name matches it.",
        DefaultValueFactory = _ => "",
    };

    public static Command Create()
    {
        Store.AcceptOnlyFromAmong("sqlite", "neo4j");
        var command = new Command("load", "Measures requests per second over loopback. NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD select an empty Neo4j; without them, the benchmark starts one.")
        {
            Store, Events, Rounds, Seconds, Only,
        };
        command.SetAction(arguments => arguments.GetValue(Store) == "neo4j"
            ? new Neo4jLoad(
                arguments.GetValue(Events),
                arguments.GetValue(Rounds),
                TimeSpan.FromSeconds(arguments.GetValue(Seconds)),
                Neo4jBenchmarkQuery.All.Where(query => Regex.IsMatch(query.Name, arguments.GetValue(Only)!)).ToList()).RunAsync()
            : RunAsync(arguments.GetValue(Events)));
        return command;
    }

    private static async Task<int> RunAsync(int events)
    {
        // Request lines would cover the results.
        Environment.SetEnvironmentVariable("Logging__LogLevel__GraphIntel", "Warning");
        await using var graph = await BenchmarkStore.OpenAsync(events);
        await using var server = ServerHost.Build(Settings(), graph.Schema, graph.Store);
        var responses = new Dictionary<string, byte[]>();
        server.MapPost("/baseline/{name}", context => SendAsync(context, responses[(string)context.Request.RouteValues["name"]!]));
        await server.StartAsync();
        var address = new Uri(server.Urls.First());

        var table = new Table().Title("Over loopback, client and server on the same cores")
            .AddColumns("query", "bytes", "connections", "requests/s", "p50 ms", "p99 ms", "baseline/s", "relative to the baseline");
        foreach (var query in BenchmarkQuery.All.Prepend(BenchmarkQuery.Minimal))
        {
            using (var client = new LoopbackClient(address, "/graphql", [query.Body]))
                responses[query.Name] = client.Send().ToArray();
            foreach (var connections in new[] { 1, 8 })
            {
                var ours = await SendAtRateAsync(address, "/graphql", query, connections);
                var baseline = await SendAtRateAsync(address, "/baseline/" + query.Name, query, connections);
                table.AddRow(
                    query.Name,
                    $"{responses[query.Name].Length}",
                    $"{connections}",
                    $"{ours.Rate:0}",
                    $"{ours.Median:0.00}",
                    $"{ours.P99:0.00}",
                    $"{baseline.Rate:0}",
                    $"{ours.Rate / baseline.Rate:0.00}");
            }
        }
        AnsiConsole.Write(table);
        await server.StopAsync();
        return 0;
    }

    private static ServeSettings Settings() => new()
    {
        Urls = ["http://127.0.0.1:0"],
        Store = StoreName.Parse("sqlite::memory:"),
        Model = null,
        Seed = SeedSource.None,
        Timeout = TimeSpan.FromSeconds(30),
        LogFormat = LogFormat.Text,
        CorsOrigins = [],
    };

    private static async Task SendAsync(HttpContext context, byte[] response)
    {
        using var drain = new MemoryStream();
        await context.Request.Body.CopyToAsync(drain);
        context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        context.Response.ContentLength = response.Length;
        await context.Response.BodyWriter.WriteAsync(response);
    }

    private static async Task<Timing> SendAtRateAsync(Uri address, string path, BenchmarkQuery query, int connections)
    {
        var clients = Enumerable.Range(0, connections).Select(_ => new LoopbackClient(address, path, [query.Body])).ToList();
        try
        {
            await ClosedLoop.RunAsync(clients, WarmUpTime);
            return await ClosedLoop.RunAsync(clients, Time);
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
        }
    }
}
