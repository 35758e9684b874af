using System.Diagnostics;
using System.Text.Json;
using GraphIntel.Server.Tests.CommandLine;
using Microsoft.Extensions.FileSystemGlobbing;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>
/// The image by hand: the stages of the Dockerfile are folders, what it copies is copied, its commands run in a shell. So its
/// commands are right; the images that it starts from are not tried.
/// </summary>
public sealed class PublishedImage : IDisposable
{
    internal static readonly DockerfileText Dockerfile = DockerfileText.Read(Repository.PathOf("Dockerfile"));

    private readonly TemporaryFolder _folder = new();
    private Task? _publishing;

    private static DockerfileStage Last => Dockerfile.Stages[^1];

    /// <summary>Where the image's own working folder is here.</summary>
    internal string App => PlaceOf(Last, Last.Steps.First(step => step.Name == "WORKDIR").Arguments);

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs the Dockerfile's commands, once.</summary>
    internal Task PublishAsync() => _publishing ??= RunAsync();

    /// <summary>Starts it as the image is started, with what the Dockerfile sets in its environment but for the port, which is a free one.</summary>
    internal GraphIntelProcess Start(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var entry = JsonSerializer.Deserialize<string[]>(Last.Steps.Single(step => step.Name == "ENTRYPOINT").Arguments)!;
        Assert.Equal("dotnet", entry[0]);
        var set = Last.Steps.Where(step => step.Name == "ENV")
            .SelectMany(step => step.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1].Replace(":8080", ":0", StringComparison.Ordinal)));
        return GraphIntelProcess.StartProgram(Path.Combine(App, entry[1]), App, arguments, [.. set, .. environment]);
    }

    private async Task RunAsync()
    {
        foreach (var stage in Dockerfile.Stages)
            await RunAsync(stage);
    }

    /// <summary>Where a path of a stage is here.</summary>
    private string PlaceOf(DockerfileStage stage, string path) =>
        Path.Combine(_folder.Path, stage.Name ?? "last", path.TrimStart('/'));

    private async Task RunAsync(DockerfileStage stage)
    {
        var work = "/";
        foreach (var (name, arguments) in stage.Steps)
        {
            switch (name)
            {
                case "WORKDIR":
                    work = arguments;
                    Directory.CreateDirectory(PlaceOf(stage, work));
                    break;
                case "COPY":
                    Copy(stage, work, arguments.Split(' '));
                    break;
                case "RUN":
                    await ShellAsync(PlaceOf(stage, work), arguments);
                    break;
                case "ENV" or "USER" or "EXPOSE" or "ENTRYPOINT":
                    break;
                default:
                    Assert.Fail($"The test does not know {name}.");
                    break;
            }
        }
    }

    private void Copy(DockerfileStage stage, string work, string[] arguments)
    {
        var from = arguments[0].StartsWith("--from=", StringComparison.Ordinal)
            ? Dockerfile.Stages.Single(other => other.Name == arguments[0]["--from=".Length..]) : null;
        var target = Path.GetFullPath(Path.Combine(PlaceOf(stage, work), arguments[^1]));
        foreach (var source in arguments[(from is null ? 0 : 1)..^1])
        {
            var origin = from is null ? Repository.PathOf(source) : PlaceOf(from, source);
            if (File.Exists(origin))
            {
                File.Copy(origin, Path.Combine(target, Path.GetFileName(origin)));
                continue;
            }
            Assert.True(Directory.Exists(origin), $"COPY {source}: there is no such folder");
            foreach (var file in Directory.EnumerateFiles(origin, "*", SearchOption.AllDirectories).Where(file => from is not null || !IsIgnored(file)))
            {
                var copy = Path.Combine(target, Path.GetRelativePath(origin, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    /// <summary>What .dockerignore keeps out of the folders that it lets in.</summary>
    private static bool IsIgnored(string file)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in File.ReadLines(Repository.PathOf(".dockerignore")).Where(line => line.StartsWith("**/", StringComparison.Ordinal)))
            matcher.AddInclude(pattern).AddInclude(pattern + "/**");
        return matcher.Match(Path.GetRelativePath(Repository.PathOf(""), file)).HasMatches;
    }

    private static async Task ShellAsync(string folder, string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // An image starts with nothing of the desk's own, such as what a test runner tells MSBuild.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"RUN {command}\n{await output}\n{await error}");
    }
}
