using GraphIntel.Bolt.Pool;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Bolt.Tests.Server;

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class FaultsOnNeo4j526(Neo4j526 server) : FaultTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class FaultsOnNeo4j2026(Neo4j2026 server) : FaultTests(server);

/// <summary>Networks that cut and delay, and servers that stop.</summary>
public abstract class FaultTests
{
    private readonly Neo4jServer _server;

    protected FaultTests(Neo4jServer server)
    {
        server.Require();
        _server = server;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_cut_anywhere_is_an_error_and_the_next_request_works()
    {
        await using var proxy = new FaultProxy(_server.Uri);
        await using var driver = GraphDatabase.Driver($"bolt://{proxy.Address}", _server.Token, new DriverConfig { MaxConnectionPoolSize = 2 });
        foreach (var bytes in new[] { 0, 3, 4, 8, 60, 200, 300, 400, 1_000, 5_000, 100_000 })
        {
            proxy.CutAfter = bytes;
            var error = await Xunit.Record.ExceptionAsync(async () =>
            {
                await using var session = driver.Session();
                await (await session.RunAsync("UNWIND range(1, 100000) AS n RETURN n", cancellation: Cancellation)).ToListAsync(Cancellation);
            });
            Assert.True(error is ServiceUnavailableException, $"{bytes} bytes: {error}");
            proxy.CutAfter = null;
            await using var after = driver.Session();
            Assert.Equal(1L, (await (await after.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
            proxy.CutAll();
        }
        Assert.Equal(0, ((DirectSource)driver.Source).Pool.InUse);
    }

    [Fact]
    public async Task Slow_networks_are_waited_for()
    {
        await using var proxy = new FaultProxy(_server.Uri) { Delay = TimeSpan.FromMilliseconds(20) };
        await using var driver = GraphDatabase.Driver($"neo4j://{proxy.Address}", _server.Token);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
            Assert.Equal((long)i, (await driver.ExecuteQueryAsync("UNWIND range(1, 2000) AS n WITH collect(n) AS l RETURN $i, l", new { i }, cancellation: Cancellation)).Records[0][0])));
    }

    [Fact]
    public async Task A_server_killed_while_streaming_is_unavailable_until_it_is_back()
    {
        Assert.SkipUnless(_server.IsOwn, "The server that NEO4J_URI names is not ours to kill.");
        await using var driver = _server.Driver();
        await using var session = driver.Session();
        var cursor = await session.RunAsync("UNWIND range(1, 100000000) AS n RETURN n", cancellation: Cancellation);
        Assert.True(await cursor.FetchAsync(Cancellation));
        await _server.KillAsync();
        await Assert.ThrowsAsync<ServiceUnavailableException>(async () =>
        {
            while (await cursor.FetchAsync(Cancellation))
            {
                // Records that arrived before are still returned.
            }
        });
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation));
        await _server.StartAsync();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(0, ((DirectSource)driver.Source).Pool.InUse);
    }

    [Fact]
    public async Task A_server_that_is_stopped_is_unavailable_until_it_is_started()
    {
        Assert.SkipUnless(_server.IsOwn, "The server that NEO4J_URI names is not ours to stop.");
        await using var driver = _server.Driver();
        await using var session = driver.Session();
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        await _server.StopAsync();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation));
        await _server.StartAsync();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(0, ((DirectSource)driver.Source).Pool.InUse);
    }

    [Fact]
    public async Task Idle_connections_are_replaced_after_a_server_restart_without_an_error()
    {
        Assert.SkipUnless(_server.IsOwn, "The server that NEO4J_URI names is not ours to stop.");
        await using var driver = _server.Driver();
        await driver.VerifyConnectivityAsync(Cancellation);
        await _server.StopAsync();
        await _server.StartAsync();
        // The first request is a statement that is never retried.
        await using var session = driver.Session();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }
}
