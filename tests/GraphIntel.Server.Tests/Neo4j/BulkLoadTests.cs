using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>An export that neo4j-admin loads into an empty database.</summary>
[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class BulkLoadTests : IAsyncLifetime
{
    private const string Query =
        """
        { events(first: 3, order: [{start: DESC}]) { totalCount nodes { title standing place { name ancestors { nodes { id } } }
            participants { edges { role standing node { name aliases externalIds backers { edges { from attestedFrom attestedUntil node { name } } } } } } } }
          search(query: "meskene") { items { node { id } } } }
        """;

    private readonly Neo4j526 _neo4j;
    private readonly TemporaryFolder _folder = new();

    public BulkLoadTests(Neo4j526 neo4j)
    {
        neo4j.Require();
        if (!neo4j.IsOwn)
            Assert.Skip("neo4j-admin needs a server that the tests can stop.");
        _neo4j = neo4j;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _neo4j.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);
        _folder.Dispose();
    }

    [Fact]
    public async Task It_is_adopted_and_served_and_is_the_same_graph()
    {
        _folder.Write("more/nodes/Actor.csv", "id:ID,name,aliases:string[],kind,description\nactor:x,\"X, \"\"the\nfirst\"\"\",\"[\"\"a;b\"\",\"\"[c]\"\"]\",STATE, note \n");
        await SucceedAsync("import", "graph", Repository.PathOf("seed"), "--store", _folder.Store());
        await SucceedAsync("import", "graph", _folder.File("more"), "--store", _folder.Store());
        await SucceedAsync("export", "graph", "out", "--store", _folder.Store(), "--array-delimiter", "U+001F");

        await _neo4j.StopAsync();
        await _neo4j.AdminAsync(_folder.File("out"), "database", "import", "full", "@neo4j-admin.args", "--overwrite-destination", "neo4j");
        await _neo4j.StartAsync();
        await SucceedAsync("check", "--store", "neo4j", "--repair");

        string expected, actual;
        await using (var sqlite = GraphIntelProcess.Start(_folder.Path, ["serve", "--urls", "http://127.0.0.1:0", "--store", _folder.Store()]))
            expected = await QueryAsync(await sqlite.EndpointAsync());
        await using (var neo4j = await ServedFromNeo4j.StartAsync(_folder.Path, ServedFromNeo4j.Environment(_neo4j)))
        {
            await neo4j.UntilReadyAsync();
            actual = await neo4j.QueryAsync(Query);
        }

        Assert.Contains("place:maskanah", expected, StringComparison.Ordinal);
        Assert.Equal(expected, actual);
        Assert.Equal("No problems found.", await SucceedAsync("check", "--store", "neo4j"));
        await SucceedAsync("export", "graph", "back", "--store", "neo4j", "--array-delimiter", "U+001F");
        foreach (var file in Directory.EnumerateFiles(_folder.File("out"), "*.csv", SearchOption.AllDirectories))
        {
            var other = Path.Combine(_folder.File("back"), Path.GetRelativePath(_folder.File("out"), file));
            Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
        }
    }

    private static async Task<string> QueryAsync(Uri endpoint)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync(endpoint, Http.Requests.Post(Http.Requests.Query(Query, null)).Content, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> SucceedAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await GraphIntelProcess.RunAsync(_folder.Path, arguments, ServedFromNeo4j.Environment(_neo4j));
        Assert.True(exitCode == 0, $"{string.Join(' ', arguments)}: {output}\n{error}");
        return output;
    }
}
