using System.CommandLine;
using System.Diagnostics;
using System.Net.Http.Json;
using GraphIntel.Benchmarks.Processes;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Start;

/// <summary>Measures the time from the start of the server process, with a seeded store, to its first response.</summary>
internal static class StartCommand
{
    private const int Runs = 5;

    public static Command Create()
    {
        var command = new Command("start", "Measures the time from the start of the process, with a seeded store, to its first response; the target is one second.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        var store = Path.Combine(Path.GetTempPath(), $"graphintel-start-{Environment.ProcessId}.db");
        try
        {
            await StartAsync(store);
            var table = new Table().Title("Milliseconds to the first response").AddColumns("run", "listening", "first response");
            for (var run = 1; run <= Runs; run++)
            {
                var (listening, answered) = await StartAsync(store);
                table.AddRow($"{run}", $"{listening.TotalMilliseconds:0}", $"{answered.TotalMilliseconds:0}");
            }
            AnsiConsole.Write(table);
        }
        finally
        {
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(store) + "*"))
                File.Delete(file);
        }
        return 0;
    }

    private static async Task<(TimeSpan Listening, TimeSpan Answered)> StartAsync(string store)
    {
        var watch = Stopwatch.StartNew();
        await using var server = await ServerProcess.StartAsync(ServerProcess.GraphIntel("--store", "sqlite:" + store));
        var listening = watch.Elapsed;
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(server.Address, new { query = """{ place(id: "place:maskanah") { name } }""" });
        response.EnsureSuccessStatusCode();
        return (listening, watch.Elapsed);
    }
}
