using System.CommandLine;
using System.Diagnostics;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Processes;

namespace GraphIntel.Benchmarks.Browser;

/// <summary>
/// Measures the explorer in a headless Chromium, from the published server over a generated graph: size and time of the first view,
/// expansion, frames, and moving the day. Fails where a figure exceeds its target by half.
/// </summary>
internal static class ExplorerCommand
{
    private static readonly Option<int> Events = new("--events") { Description = "Number of events in the graph.", DefaultValueFactory = _ => GeneratedGraph.Events };

    public static Command Create()
    {
        var command = new Command(
            "explorer",
            "Measures the explorer in a headless Chromium (CHROMIUM_PATH, else /usr/bin/chromium) from the published server; exit code 1 where a figure misses its target by half.")
        {
            Events,
        };
        command.SetAction(arguments => RunAsync(arguments.GetValue(Events)));
        return command;
    }

    private static async Task<int> RunAsync(int events)
    {
        var package = await NpmPackage.RestoreExplorerAsync();
        var published = Directory.CreateTempSubdirectory("graphintel-explorer-");
        try
        {
            await PublishAsync(published.FullName);
            await using var graph = await BenchmarkStore.OpenAsync(events);
            await using var server = await ServerProcess.StartAsync(ServerProcess.GraphIntelIn(
                published.FullName, "--store", "sqlite:" + graph.FilePath, "--seed", "none"));
            var start = package.Script("measure.mjs", server.Address.AbsoluteUri);
            start.RedirectStandardOutput = false;
            using var measurement = Process.Start(start)!;
            await measurement.WaitForExitAsync();
            return measurement.ExitCode;
        }
        finally
        {
            published.Delete(recursive: true);
        }
    }

    /// <summary>Publishes the server that was built with this program: only there are the files of its pages compressed.</summary>
    private static async Task PublishAsync(string folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string[] arguments =
        [
            "publish", Path.Combine(Repository.Folder, "src", "GraphIntel.Server"), "--no-build", "--nologo", "--verbosity", "quiet",
            "--configuration", configuration, "--output", folder,
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The server could not be published; build the solution first.");
    }
}
