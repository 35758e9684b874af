using System.Text.Json;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>
/// Builds the image without Docker: stages are folders, COPY copies files, RUN runs in a shell. This tests the
/// commands of the Dockerfile, but not its base images.
/// </summary>
public sealed class PublishedImage : IDisposable
{
    internal static readonly DockerfileText Dockerfile = DockerfileText.Read(Repository.PathOf("Dockerfile"));

    private readonly TemporaryFolder _folder = new();
    private Task? _publishing;

    private static DockerfileStage Last => Dockerfile.Stages[^1];

    /// <summary>The local folder of the image's working directory.</summary>
    internal string App => PlaceOf(Last, Last.Steps.First(step => step.Name == "WORKDIR").Arguments);

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs the commands of the Dockerfile, once.</summary>
    internal Task PublishAsync() => _publishing ??= RunAsync();

    /// <summary>Starts the entry point with the environment of the Dockerfile, except for the port, which is a free one.</summary>
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

    /// <summary>The local path of a path in a stage.</summary>
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
                    await Sources.ShellAsync(PlaceOf(stage, work), arguments);
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
            Sources.Copy(origin, target, file => from is not null || !Sources.IsIgnored(file));
        }
    }
}
