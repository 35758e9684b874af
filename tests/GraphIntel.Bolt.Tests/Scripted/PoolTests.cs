using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using GraphIntel.Bolt.Pool;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class PoolTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_number_of_connections_never_exceeds_the_maximum()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { MaxConnectionPoolSize = 3 });
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await using var session = driver.Session();
            var cursor = await session.RunAsync("RETURN 1", cancellation: Cancellation);
            await Task.Yield();
            Assert.Equal(1L, (await cursor.SingleAsync(Cancellation))[0]);
        }));
        Assert.Equal(3, server.Connections);
        var pool = PoolOf(driver);
        Assert.Equal((0, 3, 0), (pool.InUse, pool.Idle, pool.Waiting));
    }

    [Fact]
    public async Task Waiters_are_served_in_order()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { MaxConnectionPoolSize = 1 });
        var pool = PoolOf(driver);
        var held = await pool.AcquireAsync(AuthTokens.None, Cancellation);
        var served = new ConcurrentQueue<int>();
        var waiting = Enumerable.Range(0, 10).Select(async i =>
        {
            var connection = await pool.AcquireAsync(AuthTokens.None, Cancellation);
            served.Enqueue(i);
            await pool.ReleaseAsync(connection, needsReset: false);
        }).ToList();
        Assert.Equal(10, pool.Waiting);
        await pool.ReleaseAsync(held, needsReset: false);
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 10), served);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task An_exhausted_pool_times_out_and_recovers()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig
        {
            MaxConnectionPoolSize = 1,
            ConnectionAcquisitionTimeout = TimeSpan.FromSeconds(7),
            Time = new ManualTime(skipsWaits: true),
        });
        var pool = PoolOf(driver);
        var held = await pool.AcquireAsync(AuthTokens.None, Cancellation);
        var error = await Assert.ThrowsAsync<ClientException>(async () => await pool.AcquireAsync(AuthTokens.None, Cancellation));
        Assert.Contains("All 1 connections", error.Message, StringComparison.Ordinal);
        Assert.Contains("7 seconds", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, pool.Waiting);
        await pool.ReleaseAsync(held, needsReset: false);
        await driver.VerifyConnectivityAsync(Cancellation);
    }

    [Fact]
    public async Task A_canceled_waiter_takes_no_permit()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { MaxConnectionPoolSize = 1 });
        var pool = PoolOf(driver);
        var held = await pool.AcquireAsync(AuthTokens.None, Cancellation);
        using var cancel = new CancellationTokenSource();
        var waiting = pool.AcquireAsync(AuthTokens.None, cancel.Token).AsTask();
        Assert.Equal(1, pool.Waiting);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, pool.Waiting);
        await pool.ReleaseAsync(held, needsReset: false);
        await driver.VerifyConnectivityAsync(Cancellation);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_connection_past_its_lifetime_is_replaced()
    {
        await using var server = ScriptedServer.Serve();
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = time, MaxConnectionLifetime = TimeSpan.FromMinutes(10) });
        await driver.VerifyConnectivityAsync(Cancellation);
        time.Advance(TimeSpan.FromMinutes(9));
        await driver.VerifyConnectivityAsync(Cancellation);
        Assert.Equal(1, server.Connections);
        time.Advance(TimeSpan.FromMinutes(2));
        await driver.VerifyConnectivityAsync(Cancellation);
        Assert.Equal(2, server.Connections);
        Assert.Equal(1, PoolOf(driver).Idle);
    }

    [Fact]
    public async Task A_connection_idle_for_long_is_tested()
    {
        var answers = true;
        await using var server = ScriptedServer.Serve((peer, request) =>
        {
            if (request.Tag is Tag.RESET && !answers)
                peer.Close();
            return Task.FromResult(false);
        });
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = time, ConnectionLivenessCheckTimeout = TimeSpan.FromMinutes(1) });
        async Task RunAsync()
        {
            await using var session = driver.Session();
            await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        }
        await RunAsync();
        time.Advance(TimeSpan.FromSeconds(59));
        await RunAsync();
        Assert.Equal(["RUN", "PULL", "RUN", "PULL"], server.Requests);
        time.Advance(TimeSpan.FromSeconds(61));
        await RunAsync();
        Assert.Equal(["RUN", "PULL", "RUN", "PULL", "RESET", "RUN", "PULL"], server.Requests);
        answers = false;
        time.Advance(TimeSpan.FromSeconds(61));
        await RunAsync();
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task Connections_that_a_server_closed_while_idle_are_detected_without_an_error()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        var pool = PoolOf(driver);
        var connections = new[] { await pool.AcquireAsync(AuthTokens.None, Cancellation), await pool.AcquireAsync(AuthTokens.None, Cancellation) };
        foreach (var connection in connections)
            await pool.ReleaseAsync(connection, needsReset: false);
        server.CutAll();
        await using var session = driver.Session();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(3, server.Connections);
        Assert.Equal(1, pool.Idle);
    }

    [Fact]
    public async Task An_unrequested_message_closes_the_connection_and_is_no_response()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL || peer.Number > 1)
                return false;
            // The response, and in the same packet an unrequested one.
            await peer.RawAsync([.. Peer.Frame(0x71, new List<object?> { 1L }), .. Peer.Frame(0x70, new Dictionary<string, object?>()), .. Peer.Frame(0x71, new List<object?> { 2L })]);
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        for (var i = 0; i < 3; i++)
        {
            await using var session = driver.Session();
            Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        }
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task Expired_authorization_requires_another_login_on_all_earlier_connections()
    {
        var expired = true;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || !expired)
                return false;
            expired = false;
            await peer.FailUntilResetAsync("Neo.ClientError.Security.AuthorizationExpired");
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        var pool = PoolOf(driver);
        var connections = new[] { await pool.AcquireAsync(AuthTokens.None, Cancellation), await pool.AcquireAsync(AuthTokens.None, Cancellation) };
        foreach (var connection in connections)
            await pool.ReleaseAsync(connection, needsReset: false);
        await using var session = driver.Session();
        await session.ExecuteReadAsync(tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: Cancellation);
        // The connection with the error is logged on again by now; the other one has to be used at the same time.
        var held = await pool.AcquireAsync(AuthTokens.None, Cancellation);
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(["1 LOGOFF", "2 LOGOFF"], server.Log.Where(l => l.EndsWith("LOGOFF", StringComparison.Ordinal)).Order());
        Assert.Equal(4, server.Log.Count(l => l.EndsWith("LOGON", StringComparison.Ordinal)));
        Assert.Equal(2, server.Connections);
        await pool.ReleaseAsync(held, needsReset: false);
    }

    [Fact]
    public async Task A_closed_driver_fails_running_and_new_requests()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.PULL)
                await peer.DrainAsync();
            return false;
        });
        var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { MaxConnectionPoolSize = 1 });
        var session = driver.Session();
        var cursor = await session.RunAsync("RETURN 1", cancellation: Cancellation);
        var fetching = cursor.FetchAsync(Cancellation).AsTask();
        var other = driver.Session();
        var waiting = other.RunAsync("RETURN 1", cancellation: Cancellation);
        await driver.DisposeAsync();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => fetching);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => other.RunAsync("RETURN 1", cancellation: Cancellation));
        Assert.Throws<ObjectDisposedException>(() => driver.Session());
        await driver.DisposeAsync();
    }

    [Fact]
    public async Task A_driver_says_goodbye_on_every_idle_connection()
    {
        await using var server = ScriptedServer.Serve();
        await using (var driver = GraphDatabase.Driver(server.Bolt))
            await driver.VerifyConnectivityAsync(Cancellation);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!server.Log.Contains("1 GOODBYE"))
            await Task.Delay(1, bound.Token);
    }

    [Fact]
    public async Task Metrics_describe_the_pool()
    {
        var seen = new ConcurrentDictionary<string, double>();
        await using var server = ScriptedServer.Serve();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == PoolMetrics.MeterName)
                l.EnableMeasurementEvents(instrument);
        };
        void Note(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (!tags.ToArray().Contains(new KeyValuePair<string, object?>("db.client.connection.pool.name", server.Address.ToString())))
                return;
            var state = tags.ToArray().FirstOrDefault(t => t.Key == "db.client.connection.state").Value;
            seen.AddOrUpdate(state is null ? name : $"{name} {state}", value, (_, old) => old + value);
        }
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Note(i.Name, v, tags));
        listener.SetMeasurementEventCallback<double>((i, _, tags, _) => Note(i.Name, 1, tags));
        listener.Start();

        await using (var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { MaxConnectionPoolSize = 1, Time = new ManualTime(skipsWaits: true) }))
        {
            var pool = PoolOf(driver);
            var held = await pool.AcquireAsync(AuthTokens.None, Cancellation);
            Assert.Equal((1, 1), (seen["db.client.connection.max"], seen["db.client.connection.count used"]));
            await Assert.ThrowsAsync<ClientException>(async () => await pool.AcquireAsync(AuthTokens.None, Cancellation));
            Assert.Equal((0, 1), (seen["db.client.connection.pending_requests"], seen["db.client.connection.timeouts"]));
            await pool.ReleaseAsync(held, needsReset: false);
            Assert.Equal((0, 1), (seen["db.client.connection.count used"], seen["db.client.connection.count idle"]));
            Assert.Equal((1, 1), (seen["db.client.connection.create_time"], seen["db.client.connection.use_time"]));
            // The caller that opened the connection did not wait; the one that timed out got none.
            Assert.Equal(1, seen["db.client.connection.wait_time"]);
            var lost = await pool.AcquireAsync(AuthTokens.None, Cancellation);
            Assert.Equal(2, seen["db.client.connection.wait_time"]);
            Assert.DoesNotContain("graphintel.bolt.connection.failures", seen.Keys);
            lost.Break("A test.", null);
            await pool.ReleaseAsync(lost, needsReset: false);
            Assert.Equal(1, seen["graphintel.bolt.connection.failures"]);
        }
        Assert.Equal((0, 0), (seen["db.client.connection.count idle"], seen["db.client.connection.max"]));
    }

    private static ConnectionPool PoolOf(Driver driver) => ((DirectSource)driver.Source).Pool;
}
