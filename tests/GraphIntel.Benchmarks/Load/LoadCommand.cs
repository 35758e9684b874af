using System.CommandLine;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Server.Commands;
using GraphIntel.Server.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Load;

/// <summary>
/// A closed loop over loopback against the whole server: each connection asks again once it is answered. Beside each
/// question, the ceiling: an endpoint of the same server that answers the same bytes from memory.
/// </summary>
internal static class LoadCommand
{
    private static readonly TimeSpan Warmth = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    private static readonly Option<string> Store = new("--store")
    {
        Description = "sqlite: next to the same bytes from memory; neo4j: next to the statements alone over Bolt and to @neo4j/graphql.",
        DefaultValueFactory = _ => "sqlite",
    };

    private static readonly Option<int> Events = new("--events") { Description = "How many events the graph has.", DefaultValueFactory = _ => GeneratedGraph.Events };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "With neo4j: how often each is measured.", DefaultValueFactory = _ => 15 };

    private static readonly Option<double> Seconds = new("--seconds") { Description = "With neo4j: how long each time.", DefaultValueFactory = _ => 1 };

    public static Command Make()
    {
        Store.AcceptOnlyFromAmong("sqlite", "neo4j");
        var command = new Command("load", "Requests per second over loopback. NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD name an empty Neo4j; without them one is started.")
        {
            Store, Events, Rounds, Seconds,
        };
        command.SetAction(arguments => arguments.GetValue(Store) == "neo4j"
            ? new Neo4jLoad(arguments.GetValue(Events), arguments.GetValue(Rounds), TimeSpan.FromSeconds(arguments.GetValue(Seconds))).RunAsync()
            : RunAsync(arguments.GetValue(Events)));
        return command;
    }

    private static async Task<int> RunAsync(int events)
    {
        // A line for each request costs both sides the same, and would hide the figures.
        Environment.SetEnvironmentVariable("Logging__LogLevel__GraphIntel", "Warning");
        await using var graph = await BenchmarkStore.OpenAsync(events);
        await using var server = ServerHost.Build(Settings(), graph.Schema, graph.Store);
        var answers = new Dictionary<string, byte[]>();
        server.MapPost("/ceiling/{name}", context => SendAsync(context, answers[(string)context.Request.RouteValues["name"]!]));
        await server.StartAsync();
        var address = new Uri(server.Urls.First());

        var table = new Table().Title("Over loopback, client and server on the same cores")
            .AddColumns("question", "bytes", "connections", "requests/s", "p50 ms", "p99 ms", "ceiling/s", "of the ceiling");
        foreach (var question in Question.All.Prepend(Question.Least))
        {
            using (var client = new LoopbackClient(address, "/graphql", [question.Body]))
                answers[question.Name] = client.Ask().ToArray();
            foreach (var connections in new[] { 1, 8 })
            {
                var ours = await LoopAsync(address, "/graphql", question, connections);
                var ceiling = await LoopAsync(address, "/ceiling/" + question.Name, question, connections);
                table.AddRow(
                    question.Name,
                    $"{answers[question.Name].Length}",
                    $"{connections}",
                    $"{ours.Rate:0}",
                    $"{ours.Median:0.00}",
                    $"{ours.Tail:0.00}",
                    $"{ceiling.Rate:0}",
                    $"{ours.Rate / ceiling.Rate:0.00}");
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

    private static async Task SendAsync(HttpContext context, byte[] answer)
    {
        using var drain = new MemoryStream();
        await context.Request.Body.CopyToAsync(drain);
        context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.BodyWriter.WriteAsync(answer);
    }

    private static async Task<Timing> LoopAsync(Uri address, string path, Question question, int connections)
    {
        var clients = Enumerable.Range(0, connections).Select(_ => new LoopbackClient(address, path, [question.Body])).ToList();
        try
        {
            await ClosedLoop.RunAsync(clients, Warmth);
            return await ClosedLoop.RunAsync(clients, Time);
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
        }
    }
}
