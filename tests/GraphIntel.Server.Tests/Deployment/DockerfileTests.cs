using System.Diagnostics;
using System.Net;
using GraphIntel.Server.Tests.Neo4j;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>What the Dockerfile publishes, started as the image and as docker-compose.yml start it.</summary>
[Collection(Neo4j526Collection.Name)]
public sealed class DockerfileTests(PublishedImage image, Neo4j526 neo4j) : IClassFixture<PublishedImage>
{
    private const string Place = "?query={place(id:\"place:maskanah\"){name}}";
    private const string Maskanah = "{\"data\":{\"place\":{\"name\":\"Maskanah\"}}}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Images_are_pinned_and_the_last_one_does_not_run_as_root()
    {
        Assert.All(PublishedImage.Dockerfile.Stages, stage => Assert.Matches(@":\d+\.\d+\.\d+-", stage.Image));
        Assert.Contains(PublishedImage.Dockerfile.Stages[^1].Steps, step => step is { Name: "USER", Arguments: "$APP_UID" });
    }

    [Fact]
    public async Task What_its_commands_publish_answers_when_its_entry_point_is_started()
    {
        await PublishAsync();
        await using var server = image.Start(["serve", "--store", "sqlite::memory:"], []);
        using var client = new HttpClient();
        var endpoint = await server.EndpointAsync();
        Assert.Equal(Maskanah, await client.GetStringAsync(new Uri(endpoint + Place), Cancellation));
        using var page = new HttpRequestMessage(HttpMethod.Get, endpoint);
        page.Headers.Add("Accept", "text/html");
        using var shown = await client.SendAsync(page, Cancellation);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task As_compose_starts_it_it_seeds_neo4j_answers_from_it_and_writes_no_file()
    {
        neo4j.Require();
        await neo4j.WipeAsync(keepsSchema: false, Cancellation);
        await PublishAsync();
        using var home = new TemporaryFolder();
        var before = Files(image.App);
        var environment = ComposeFile.Environment(ComposeFile.Server, neo4j.Password)
            .Select(pair => (pair.Name, pair.Value.Replace("neo4j:7687", neo4j.Uri.Authority, StringComparison.Ordinal)))
            .Append(("NEO4J_USER", neo4j.User)).Append(("NEO4J_DATABASE", neo4j.Database)).Append(("HOME", home.Path));
        await using (var server = image.Start(ComposeFile.List(ComposeFile.Server, "command"), environment))
        {
            using var client = new HttpClient();
            var endpoint = await server.EndpointAsync();
            Assert.Equal("localhost", endpoint.Host);
            while (!server.Output.Contains("GraphIntel is ready", StringComparison.Ordinal))
                await Task.Delay(50, Cancellation);
            Assert.Equal(Maskanah, await client.GetStringAsync(new Uri(endpoint + Place), Cancellation));
            using var health = await client.GetAsync(new Uri(endpoint, "/health/ready"), Cancellation);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            await server.TerminateAsync();
            Assert.Equal(0, await server.EndAsync());
        }
        // Root may write to a folder that nobody may, so what was not written counts, and not what was refused.
        Assert.Equal(before, Files(image.App));
        Assert.Empty(Files(home.Path));
    }

    /// <summary>
    /// The archive of Neo4j's server has no cypher-shell, so one stands in its place that asks the same of the same server, with the
    /// user and the password that it finds where cypher-shell looks for them.
    /// </summary>
    [Fact]
    public async Task The_health_check_of_compose_asks_neo4j_as_its_user()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The check is that of a Linux image.");
        neo4j.Require();
        var check = ComposeFile.Text(ComposeFile.Map(ComposeFile.Neo4j, "healthcheck"), "test").Replace("$$", "$", StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var shell = folder.Write("cypher-shell", $$"""
            #!/bin/sh
            [ "$#" = 3 ] && [ "$1 $2" = "--format plain" ] || exit 64
            printf '{"statement": "%s"}' "$3" | curl --silent --fail --user "$NEO4J_USERNAME:$NEO4J_PASSWORD" \
                --header 'content-type: application/json' --data @- {{neo4j.Http}}db/{{neo4j.Database}}/query/v2
            """);
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(shell, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var (password, expected) in new[] { (neo4j.Password, true), ("not-" + neo4j.Password, false) })
        {
            var auth = ComposeFile.Environment(ComposeFile.Neo4j, password).Single(pair => pair.Name == "NEO4J_AUTH").Value;
            var start = new ProcessStartInfo("/bin/sh", ["-c", check]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["NEO4J_AUTH"] = auth;
            start.Environment["PATH"] = $"{folder.Path}:{start.Environment["PATH"]}";
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0 == expected, $"`{check}` ended with {process.ExitCode} and said: {output}");
        }
    }

    private async Task PublishAsync()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The commands are those of a Linux image.");
        await image.PublishAsync();
    }

    /// <summary>Every file of a folder and when it was written last.</summary>
    private static IEnumerable<(string, DateTime)> Files(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => (file.FullName, file.LastWriteTimeUtc)).Order()];
}
