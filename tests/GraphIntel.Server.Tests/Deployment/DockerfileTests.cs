using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.Neo4j;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>The published files of the Dockerfile, started as in the image and in docker-compose.yml.</summary>
[Long]
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
    public async Task The_published_server_runs_with_the_entry_point()
    {
        await PublishAsync();
        await using var server = image.Start(["serve", "--store", "sqlite::memory:"], []);
        using var client = new HttpClient();
        var endpoint = await server.EndpointAsync();
        Assert.Equal(Maskanah, await client.GetStringAsync(new Uri(endpoint + Place), Cancellation));

        using var file = new HttpRequestMessage(HttpMethod.Get, await ServedPage.ScriptOfAsync(client, endpoint));
        file.Headers.Add("Accept-Encoding", "gzip, br");
        using var packed = await client.SendAsync(file, Cancellation);
        Assert.Equal(HttpStatusCode.OK, packed.StatusCode);
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.Equal("public, max-age=31536000, immutable", packed.Headers.CacheControl!.ToString());
        await using var unpacked = new BrotliStream(await packed.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
        using var content = new MemoryStream();
        await unpacked.CopyToAsync(content, Cancellation);
        Assert.True(packed.Content.Headers.ContentLength < content.Length * 0.4);
    }

    [Fact]
    public async Task With_the_settings_of_compose_it_seeds_neo4j_serves_it_and_writes_no_file()
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
        // Root can write to a read-only folder, so the test checks that nothing was written, not that writes fail.
        Assert.Equal(before, Files(image.App));
        Assert.Empty(Files(home.Path));
    }

    /// <summary>
    /// Neo4j's archive has no cypher-shell; a stub sends the same query to the same server, with the
    /// user and the password from the variables that cypher-shell reads.
    /// </summary>
    [Fact]
    public async Task The_health_check_of_compose_queries_neo4j_as_its_user()
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

    /// <summary>Every file of a folder with the time of its last write.</summary>
    private static IEnumerable<(string, DateTime)> Files(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => (file.FullName, file.LastWriteTimeUtc)).Order()];
}
