using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Connections that cannot be acquired or are no longer usable.</summary>
public sealed class PoolFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_one_unresponsive_idle_connection_the_others_are_closed()
    {
        await using var server = Silent(Tag.RESET);
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig
        {
            Time = time,
            ConnectionLivenessCheckTimeout = TimeSpan.FromMinutes(1),
            ResetTimeout = TimeSpan.FromMilliseconds(100),
        });
        var pool = await FillAsync(driver, 3);
        time.Advance(TimeSpan.FromMinutes(2));
        await pool.ReleaseAsync(await pool.AcquireAsync(AuthTokens.None, Cancellation), needsReset: false);
        Assert.Single(server.Requests, r => r == "RESET");
        Assert.Equal((0, 1, 4), (pool.InUse, pool.Idle, server.Connections));
    }

    [Fact]
    public async Task A_liveness_check_can_be_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = Silent(Tag.RESET, cancel);
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = time, ConnectionLivenessCheckTimeout = TimeSpan.FromMinutes(1) });
        var pool = await FillAsync(driver, 1);
        time.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pool.AcquireAsync(AuthTokens.None, cancel.Token));
        Assert.Equal((0, 0), (pool.InUse, pool.Idle));
    }

    [Fact]
    public async Task A_server_info_request_can_be_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = Silent(Tag.RESET, cancel);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await FillAsync(driver, 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.GetServerInfoAsync(cancel.Token));
        Assert.Equal((0, 0), (PoolOf(driver).InUse, PoolOf(driver).Idle));
    }

    [Fact]
    public async Task Opening_a_connection_can_be_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.ReadOfferAsync();
            await cancel.CancelAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.VerifyConnectivityAsync(cancel.Token));
        Assert.Equal((0, 0), (PoolOf(driver).InUse, PoolOf(driver).Idle));
    }

    [Fact]
    public async Task A_login_of_another_user_can_be_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = Silent(Tag.LOGOFF, cancel);
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { ResetTimeout = TimeSpan.FromMilliseconds(100) });
        var pool = await FillAsync(driver, 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pool.AcquireAsync(AuthTokens.Basic("jane", "hush"), cancel.Token));
        Assert.Equal((0, 0), (pool.InUse, pool.Idle));
    }

    [Fact]
    public async Task Beginning_a_transaction_can_be_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.BEGIN)
                return false;
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.RESET);
            await peer.IgnoredAsync();
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.BeginTransactionAsync(cancellation: cancel.Token));
        Assert.Equal((0, 1), (PoolOf(driver).InUse, PoolOf(driver).Idle));
    }

    [Fact]
    public async Task A_connection_is_closed_if_another_login_times_out()
    {
        await using var server = Silent(Tag.LOGOFF);
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { ConnectionTimeout = TimeSpan.FromMilliseconds(500) });
        var pool = await FillAsync(driver, 1);
        await pool.ReleaseAsync(await pool.AcquireAsync(AuthTokens.Basic("jane", "hush"), Cancellation), needsReset: false);
        Assert.Equal((1, 2), (pool.Idle, server.Connections));
    }

    [Fact]
    public async Task A_connection_whose_request_is_still_being_sent_is_not_kept()
    {
        var seen = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            // A response to a request that was not read, which only a faulty server sends.
            await peer.SuccessAsync();
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        var pool = PoolOf(driver);
        var connection = await pool.AcquireAsync(AuthTokens.None, Cancellation);
        var run = new RunResponse();
        connection.Add(new Run<ObjectParameters>("RETURN $x", new ObjectParameters(new { x = new byte[32 * 1024 * 1024] }), new Extra(), connection.Version), run);
        connection.Flush();
        await connection.WaitAsync(run, Cancellation);
        Assert.True(connection.IsIdle);
        await pool.ReleaseAsync(connection, needsReset: false);
        seen.SetResult();
        Assert.Equal((0, 0), (pool.InUse, pool.Idle));
    }

    [Fact]
    public async Task A_pool_that_is_retired_while_a_connection_opens_does_not_report_a_closed_driver()
    {
        var retired = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(async peer =>
        {
            await retired.Task;
            await peer.LogInAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        var pool = PoolOf(driver);
        var opening = pool.AcquireAsync(AuthTokens.None, Cancellation).AsTask();
        await pool.RetireAsync();
        retired.SetResult();
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => opening);
        Assert.Contains("no longer part", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (pool.InUse, pool.Idle));
    }

    private static ScriptedServer Silent(Tag on, CancellationTokenSource? cancel = null) => ScriptedServer.Serve(async (peer, request) =>
    {
        if (request.Tag != on)
            return false;
        if (cancel is not null)
            await cancel.CancelAsync();
        await peer.DrainAsync();
        return true;
    });

    private static async Task<ConnectionPool> FillAsync(Driver driver, int connections)
    {
        var pool = PoolOf(driver);
        var all = new List<Connections.Connection>();
        for (var i = 0; i < connections; i++)
            all.Add(await pool.AcquireAsync(AuthTokens.None, Cancellation));
        foreach (var connection in all)
            await pool.ReleaseAsync(connection, needsReset: false);
        Assert.Equal(connections, pool.Idle);
        return pool;
    }

    private static ConnectionPool PoolOf(Driver driver) => ((DirectSource)driver.Source).Pool;
}
