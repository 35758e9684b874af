using System.CommandLine;
using System.Diagnostics;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Processes;

namespace GraphIntel.Benchmarks.Pages;

/// <summary>Measures the explorer in a headless Chromium, over the generated graph: sizes, first paint, first graph, expanding, panning, the day.</summary>
internal static class ExplorerCommand
{
    public static Command Create()
    {
        var command = new Command("explorer", "Measures the explorer in a headless Chromium (CHROMIUM_PATH) over 20,000 events; needs Node.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        await using var store = await BenchmarkStore.OpenAsync();
        await using var server = await ServerProcess.StartAsync(ServerProcess.GraphIntel("--store", "sqlite:" + store.FilePath, "--seed", "none"));
        var folder = Path.Combine(Repository.Folder, "tests", "GraphIntel.Benchmarks", "explorer");
        var restored = await RunAsync(folder, "npm", "ci");
        return restored != 0 ? restored : await RunAsync(folder, "node", "measure.mjs", server.Address.AbsoluteUri);
    }

    private static async Task<int> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
