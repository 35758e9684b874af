using GraphIntel.Bolt;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class ExplainOnNeo4j526Tests(Neo4j526 neo4j) : ExplainOnNeo4jTests(neo4j);

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class ExplainOnNeo4j2026Tests(Neo4j2026 neo4j) : ExplainOnNeo4jTests(neo4j);

/// <summary><c>graphintel explain --store neo4j</c>.</summary>
public abstract class ExplainOnNeo4jTests : IAsyncLifetime
{
    private const string Document = """
        { events(where: {place: {search: "meskene"}}, order: [{start: DESC}], first: 2) { nodes { title } } actor(id: "actor:russia") { name } }
        """;

    private readonly Neo4jServer _neo4j;
    private readonly TemporaryFolder _folder = new();

    private protected ExplainOnNeo4jTests(Neo4jServer neo4j)
    {
        neo4j.Require();
        _neo4j = neo4j;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _neo4j.WipeAsync(keepsSchema: false, Cancellation);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_operation_is_explained_and_analyzed_and_nothing_is_written()
    {
        var (exitCode, _, error) = await ExplainAsync();
        Assert.Equal(3, exitCode);
        Assert.Contains("is not prepared for this model and version", error, StringComparison.Ordinal);
        Assert.Equal("0 ", await StateAsync());

        Assert.Equal(0, (await RunAsync("import", "graph", Repository.PathOf("seed"))).ExitCode);
        await _neo4j.SampleIndexesAsync(Cancellation);
        var before = await StateAsync();
        (exitCode, var output, error) = await ExplainAsync();
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("\nSearch for \"meskene\" in Place\n  names of Place: ", output, StringComparison.Ordinal);
        Assert.Contains("\n  1 node found\n", output, StringComparison.Ordinal);
        Assert.Matches("\nStatement of events\n  CYPHER 5\n(?s:.*)\nParameters of events\n  \\$p\\.a0 = \\$[0-9] = \\[\"place:maskanah\"\\]\n", output);
        Assert.Matches("\nQuery plan of events\n  operator +estimated rows  details\n  ProduceResults ", output);
        Assert.Matches("\nQuery plan of actor\n(?s:.*) NodeUniqueIndexSeek +1  UNIQUE n[0-9]+:Actor\\(id\\)", output);
        Assert.DoesNotContain("Execution", output, StringComparison.Ordinal);

        (exitCode, output, error) = await ExplainAsync("--analyze");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches("\nQuery plan of events\n  operator +estimated rows  rows  database hits  details\n  ProduceResults ", output);
        Assert.Matches("\nExecution of actor\n  [0-9.,]+ ms with profiling, a result of [0-9]+ bytes, [1-9][0-9]* database hits\n", output);
        Assert.Matches("\nResponse\n  [0-9]+ bytes in [0-9.,]+ ms, all stages together\\z", output);
        Assert.Equal(before, await StateAsync());
    }

    private Task<(int ExitCode, string Output, string Error)> ExplainAsync(params IEnumerable<string> arguments) =>
        RunAsync(["explain", _folder.Write("operation.graphql", Document), .. arguments]);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params IEnumerable<string> arguments) =>
        GraphIntelProcess.RunAsync(_folder.Path, [.. arguments, "--store", "neo4j"], ServedFromNeo4j.Environment(_neo4j));

    // The number of nodes, and the token of the last write.
    private async Task<string> StateAsync()
    {
        await using var driver = _neo4j.Driver();
        var found = await driver.ExecuteQueryAsync(
            "MATCH (n) RETURN count(n), max(n.write)", config: new QueryConfig { Database = _neo4j.Database }, cancellation: Cancellation);
        var record = Assert.Single(found.Records);
        return $"{record[0]} {record[1]}";
    }
}
