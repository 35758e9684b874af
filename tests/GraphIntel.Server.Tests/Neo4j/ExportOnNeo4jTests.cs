using System.Net;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>Exports from Neo4j are those from SQLite.</summary>
[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class ExportOnNeo4jTests : IAsyncLifetime
{
    private readonly Neo4j526 _neo4j;
    private readonly TemporaryFolder _folder = new();

    public ExportOnNeo4jTests(Neo4j526 neo4j)
    {
        neo4j.Require();
        _neo4j = neo4j;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _neo4j.WipeAsync(keepsSchema: false, Cancellation);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> RunAsync(string store, params string[] arguments)
    {
        var (exitCode, output, error) = await GraphIntelProcess.RunWithoutProgressAsync(
            _folder.Path, [.. arguments, "--store", store], ServedFromNeo4j.Environment(_neo4j));
        Assert.Equal((0, ""), (exitCode, error));
        return output;
    }

    [Fact]
    public async Task Rows_and_graphs_are_the_same_from_both_stores()
    {
        (string Format, string Document)[] exports =
        [
            ("csv", "{ events(first: 3, order: [{start: DESC}, {title: ASC}]) { nodes { id title start deathsBest place { name aliases } participants { edges { role node { name } } } } } }"),
            ("csv", "{ controls(first: 2, where: {target: {search: \"maskanah\"}}) { edges { node { id from until source { name } } } } }"),
            ("geojson", "{ places(first: 4) { nodes { id name location { latitude longitude } } } }"),
            ("gexf", "{ neighborhood(of: [\"place:maskanah\"], depth: 2) { nodes { id label } relationships { id source { id } target { id } ... on Control { from until } } } }"),
        ];
        foreach (var store in (string[])["neo4j", _folder.Store()])
            await RunAsync(store, "import", "graph", Repository.PathOf("seed"));
        await using var server = await ServedFromNeo4j.StartAsync(_folder.Path, ServedFromNeo4j.Environment(_neo4j));
        await server.UntilReadyAsync();
        using var client = new HttpClient { BaseAddress = server.Endpoint };
        foreach (var (format, document) in exports)
        {
            var query = _folder.Write("query.graphql", document);
            var expected = await RunAsync(_folder.Store(), "export", format, query);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await RunAsync("neo4j", "export", format, query));
            using var response = await client.SendAsync(ExportFiles.Post(format, document), Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            // The lines of a command's output end as those of the console.
            Assert.Equal(expected.ReplaceLineEndings().TrimEnd(), (await response.TextAsync()).ReplaceLineEndings().TrimEnd());
        }
    }
}
