using GraphIntel.Bolt;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class ServeFromNeo4jTests : IAsyncLifetime
{
    private const string Place = """{ place(id: "place:maskanah") { name } }""";

    private readonly Neo4j526 _neo4j;
    private readonly TemporaryFolder _folder = new();

    public ServeFromNeo4jTests(Neo4j526 neo4j)
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

    private Task<ServedFromNeo4j> ServeAsync(params IEnumerable<string> arguments) =>
        ServedFromNeo4j.StartAsync(_folder.Path, ServedFromNeo4j.Environment(_neo4j), arguments);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params IEnumerable<string> arguments) =>
        GraphIntelProcess.RunAsync(_folder.Path, [.. arguments, "--store", "neo4j"], ServedFromNeo4j.Environment(_neo4j));

    [Theory]
    [InlineData("NEO4J_PASSWORD", "not-the-password")]
    [InlineData("NEO4J_DATABASE", "no.such.database")]
    public async Task A_permanent_error_stops_the_start(string variable, string value)
    {
        var (exitCode, output, error) = await GraphIntelProcess.RunAsync(
            _folder.Path,
            ["serve", "--urls", "http://127.0.0.1:0", "--store", "neo4j"],
            [.. ServedFromNeo4j.Environment(_neo4j).Where(pair => pair.Name != variable), (variable, value)]);
        Assert.Equal(3, exitCode);
        Assert.Single(error.Split('\n'));
        Assert.DoesNotContain("not-the-password", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain(_neo4j.Password, output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_not_seeded_by_default_and_one_filled_by_others_is_unchanged()
    {
        await using (var unasked = await ServeAsync())
        {
            await unasked.UntilReadyAsync();
            Assert.Equal("""{"data":{"place":null}}""", await unasked.QueryAsync(Place));
        }
        await _neo4j.WipeAsync(keepsSchema: false, Cancellation);
        await using (var driver = _neo4j.Driver())
        {
            await driver.ExecuteQueryAsync(
                "CREATE (:Actor {id: 'actor:a', name: 'A', kind: 'STATE'})", config: new QueryConfig { Database = _neo4j.Database }, cancellation: Cancellation);
        }
        var (exitCode, _, error) = await RunAsync("serve", "--urls", "http://127.0.0.1:0", "--seed", "default");
        Assert.Equal(3, exitCode);
        Assert.Contains("was not created by GraphIntel", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_a_check_finds_and_repairs_problems()
    {
        var seed = Repository.PathOf("seed");
        var first = await RunAsync("import", "graph", seed);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("9,440 created, 0 updated, 0 unchanged", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 created, 0 updated, 9,440 unchanged", (await RunAsync("import", "graph", seed)).Output, StringComparison.Ordinal);
        Assert.Equal((0, "No problems found."), await CheckAsync());

        await using (var driver = _neo4j.Driver())
        {
            await driver.ExecuteQueryAsync(
                "MATCH ()-[b:BACKS]->() WITH b ORDER BY b.id LIMIT 1 SET b.standing = 'DENIED'",
                config: new QueryConfig { Database = _neo4j.Database },
                cancellation: Cancellation);
        }
        var (found, text) = await CheckAsync();
        Assert.Equal(4, found);
        Assert.StartsWith("repairable: ", text, StringComparison.Ordinal);
        var (repaired, words) = await CheckAsync("--repair");
        Assert.Equal(0, repaired);
        Assert.StartsWith("repaired: ", words, StringComparison.Ordinal);
        Assert.Equal((0, "No problems found."), await CheckAsync());
    }

    private async Task<(int ExitCode, string Output)> CheckAsync(params IEnumerable<string> arguments)
    {
        var (exitCode, output, error) = await RunAsync(["check", .. arguments]);
        Assert.Equal("", error);
        return (exitCode, output);
    }
}
