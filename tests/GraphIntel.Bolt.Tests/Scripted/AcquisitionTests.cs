using GraphIntel.Bolt.Pool;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>The timeout for acquiring a connection, and the shorter one for connecting.</summary>
public sealed class AcquisitionTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("handshake")]
    [InlineData("hello")]
    [InlineData("logon")]
    public async Task A_server_that_hangs_at_any_step_exceeds_the_acquisition_timeout(string step)
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.ReadOfferAsync();
            if (step is "handshake")
                return;
            await peer.RawAsync([0, 0, 8, 5]);
            await peer.ExpectAsync(Tag.HELLO);
            if (step is "logon")
                await peer.SuccessAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { ConnectionAcquisitionTimeout = Short, ConnectionTimeout = Long });
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Contains($"No connection to {server.Address} within 0.3 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connect_timeout_does_not_apply_to_handshake_and_login()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.ReadOfferAsync();
            await Task.Delay(2 * Short, Cancellation);
            await peer.RawAsync([0, 0, 8, 5]);
            await peer.ExpectAsync(Tag.HELLO);
            await Task.Delay(2 * Short, Cancellation);
            await peer.SuccessAsync();
            await peer.ExpectAsync(Tag.LOGON);
            await peer.SuccessAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { ConnectionAcquisitionTimeout = Long, ConnectionTimeout = Short });
        await driver.VerifyConnectivityAsync(Cancellation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hanging_TLS_handshake_ends_at_the_shorter_timeout(bool connectingIsSmaller)
    {
        await using var server = ScriptedServer.Start(peer => peer.DrainAsync());
        await using var driver = GraphDatabase.Driver($"bolt+ssc://{server.Address}", config: new DriverConfig
        {
            ConnectionAcquisitionTimeout = connectingIsSmaller ? Long : Short,
            ConnectionTimeout = connectingIsSmaller ? Short : Long,
        });
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Contains(connectingIsSmaller ? "did not respond within 0.3" : "No connection to", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_permit_counts_in_the_acquisition_timeout()
    {
        var time = new ManualTime();
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig
        {
            MaxConnectionPoolSize = 1,
            ConnectionAcquisitionTimeout = TimeSpan.FromMinutes(1),
            Time = time,
        });
        var pool = ((DirectSource)driver.Source).Pool;
        var held = await pool.AcquireAsync(AuthTokens.None, Cancellation);
        var waiting = pool.AcquireAsync(AuthTokens.None, Cancellation).AsTask();
        time.Advance(TimeSpan.FromMinutes(2));
        held.Break("A test.", null);
        await pool.ReleaseAsync(held, needsReset: false);
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => waiting);
        Assert.Contains("within 60 seconds", error.Message, StringComparison.Ordinal);
        // The permit is free again.
        Assert.Equal((0, 0, 1), (pool.InUse, pool.Idle, server.Connections));
        await pool.ReleaseAsync(await pool.AcquireAsync(AuthTokens.None, Cancellation), needsReset: false);
    }

    [Fact]
    public async Task A_liveness_check_counts_in_the_acquisition_timeout()
    {
        var time = new ManualTime();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RESET)
                return false;
            await peer.DrainAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig
        {
            ConnectionAcquisitionTimeout = Short,
            ResetTimeout = Long,
            ConnectionLivenessCheckTimeout = TimeSpan.FromMinutes(1),
            Time = time,
        });
        await driver.VerifyConnectivityAsync(Cancellation);
        time.Advance(TimeSpan.FromMinutes(2));
        var pool = ((DirectSource)driver.Source).Pool;
        // This clock stands still, so the remaining time is enough for a new connection.
        await pool.ReleaseAsync(await pool.AcquireAsync(AuthTokens.None, Cancellation), needsReset: false);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_router_has_the_connect_timeout_for_its_response()
    {
        object? table = null;
        await using var reader = ScriptedServer.Start(async peer =>
        {
            await Task.Delay(2 * Short, Cancellation);
            await peer.LogInAsync();
            await peer.ServeAsync();
        });
        await using var router = ScriptedServer.Start(async peer =>
        {
            await Task.Delay(2 * Short, Cancellation);
            await peer.LogInAsync();
            await peer.ServeAsync(async (_, request) =>
            {
                if (request.Tag is not Tag.ROUTE)
                    return false;
                await Task.Delay(4 * Short, Cancellation);
                await peer.SuccessAsync(table);
                return true;
            });
        });
        table = Peer.Table([router.Address], [reader.Address], [reader.Address]);
        await using var driver = GraphDatabase.Driver(router.Neo4j, config: new DriverConfig { ConnectionAcquisitionTimeout = 3 * Short });
        await driver.VerifyConnectivityAsync(Cancellation);
    }
}
