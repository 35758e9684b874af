using System.Diagnostics;
using System.Net;
using System.Text.Json;
using GraphIntel.Server.Tests.CommandLine;
using Microsoft.Extensions.FileSystemGlobbing;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>
/// The Dockerfile by hand: its stages are folders, what it copies is copied, its commands run in a shell, and what comes out is
/// started as the image would be. So its commands are right; the images themselves are not tried.
/// </summary>
public sealed class DockerfileTests : IDisposable
{
    private static readonly DockerfileText Dockerfile = DockerfileText.Read(Repository.PathOf("Dockerfile"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_are_pinned_and_the_last_one_does_not_run_as_root()
    {
        Assert.All(Dockerfile.Stages, stage => Assert.Matches(@":\d+\.\d+\.\d+-", stage.Image));
        Assert.Contains(Dockerfile.Stages[^1].Steps, step => step is { Name: "USER", Arguments: "$APP_UID" });
    }

    [Fact]
    public async Task What_its_commands_publish_answers_when_its_entry_point_is_started()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The commands are those of a Linux image.");
        foreach (var stage in Dockerfile.Stages)
            await RunAsync(stage);

        var last = Dockerfile.Stages[^1];
        var entry = JsonSerializer.Deserialize<string[]>(last.Steps.Single(step => step.Name == "ENTRYPOINT").Arguments)!;
        Assert.Equal("dotnet", entry[0]);
        var app = PlaceOf(last, last.Steps.First(step => step.Name == "WORKDIR").Arguments);
        await using var server = GraphIntelProcess.StartProgram(
            Path.Combine(app, entry[1]), _folder.Path, ["serve", "--store", "sqlite::memory:", "--urls", "http://127.0.0.1:0"], ("DOTNET_EnableDiagnostics", "0"));
        using var client = new HttpClient();
        var endpoint = await server.EndpointAsync();
        Assert.Equal(
            "{\"data\":{\"place\":{\"name\":\"Maskanah\"}}}",
            await client.GetStringAsync(new Uri(endpoint + "?query={place(id:\"place:maskanah\"){name}}"), TestContext.Current.CancellationToken));
        using var page = new HttpRequestMessage(HttpMethod.Get, endpoint);
        page.Headers.Add("Accept", "text/html");
        using var shown = await client.SendAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
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
