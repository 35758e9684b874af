using System.CommandLine;
using System.Diagnostics;
using GraphIntel.Benchmarks.Graphs;
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

    public static Command Make()
    {
        var command = new Command("load", "Requests per second over loopback, next to the same bytes from memory.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        // A line for each request costs both sides the same, and would hide the figures.
        Environment.SetEnvironmentVariable("Logging__LogLevel__GraphIntel", "Warning");
        await using var graph = await BenchmarkStore.OpenAsync();
        await using var server = ServerHost.Build(Settings(), graph.Schema, graph.Store);
        var answers = new Dictionary<string, byte[]>();
        server.MapPost("/ceiling/{name}", context => SendAsync(context, answers[(string)context.Request.RouteValues["name"]!]));
        await server.StartAsync();
        var address = new Uri(server.Urls.First());

        var table = new Table().Title("Over loopback, client and server on the same cores")
            .AddColumns("question", "bytes", "connections", "requests/s", "p50 ms", "p99 ms", "ceiling/s", "of the ceiling");
        foreach (var question in Question.All.Prepend(Question.Least))
        {
            using (var client = new LoopbackClient(address, "/graphql", question.Body))
                answers[question.Name] = (await client.AskAsync()).ToArray();
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

    private static async Task<(double Rate, double Median, double Tail)> LoopAsync(Uri address, string path, Question question, int connections)
    {
        await WorkAsync(address, path, question, connections, Warmth);
        var times = await WorkAsync(address, path, question, connections, Time);
        times.Sort();
        return (times.Count / Time.TotalSeconds, times[times.Count / 2], times[(int)(times.Count * 0.99)]);
    }

    /// <summary>Milliseconds of each request.</summary>
    private static async Task<List<double>> WorkAsync(Uri address, string path, Question question, int connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var client = new LoopbackClient(address, path, question.Body);
            var times = new List<double>();
            while (watch.Elapsed < time)
            {
                var start = Stopwatch.GetTimestamp();
                await client.AskAsync();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return times;
        })));
        return [.. all.SelectMany(times => times)];
    }
}
