using System.Text;
using GraphIntel.Bolt;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>A seeding of Neo4j that is interrupted before its first node, or in the middle.</summary>
[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class InterruptedSeedingTests : IAsyncLifetime
{
    /// <summary>A text that only statements that create nodes contain.</summary>
    private static readonly byte[] Making = Encoding.UTF8.GetBytes("CREATE (n:");

    private readonly Neo4j526 _neo4j;
    private readonly TemporaryFolder _folder = new();

    public InterruptedSeedingTests(Neo4j526 neo4j)
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

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task An_interrupted_seeding_is_completed_when_neo4j_or_the_server_restarts(int statements, bool isKilled)
    {
        await using var proxy = new FaultProxy(_neo4j.Uri);
        var cuts = 0;
        proxy.SelectFault = piece =>
        {
            if (piece.Span.IndexOf(Making) < 0 || Interlocked.Decrement(ref statements) >= 0)
                return FaultKind.Forwarded;
            Interlocked.Increment(ref cuts);
            return FaultKind.Lost;
        };
        var environment = ServedFromNeo4j.Environment(_neo4j, new Uri($"bolt://{proxy.Address}"));
        await using var server = await ServedFromNeo4j.StartAsync(_folder.Path, environment, "--seed", "default");
        while (Volatile.Read(ref cuts) == 0)
            await Task.Delay(20, Cancellation);
        Assert.Equal("started default", await MarkAsync());
        if (isKilled)
            await server.Process.KillAsync();
        proxy.SelectFault = null;

        // Without --seed, the interrupted seeding is completed.
        await using var next = isKilled ? await ServedFromNeo4j.StartAsync(_folder.Path, environment) : null;
        await (next ?? server).UntilReadyAsync();
        Assert.Equal("complete", await MarkAsync());
        var again = await GraphIntelProcess.RunAsync(
            _folder.Path, ["import", "graph", Repository.PathOf("seed"), "--store", "neo4j"], ServedFromNeo4j.Environment(_neo4j));
        Assert.Contains("0 created, 0 updated, 9,440 unchanged", again.Output, StringComparison.Ordinal);
    }

    private async Task<string> MarkAsync()
    {
        await using var driver = _neo4j.Driver();
        var found = await driver.ExecuteQueryAsync(
            "MATCH (m) WHERE m.`mark seed` IS NOT NULL RETURN m.`mark seed`",
            config: new QueryConfig { Database = _neo4j.Database },
            cancellation: Cancellation);
        return (string)Assert.Single(found.Records)[0]!;
    }
}
