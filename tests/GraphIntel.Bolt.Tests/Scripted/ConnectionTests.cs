using System.Net.Sockets;
using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>The guarantees of a connection, whatever the server sends and the callers do.</summary>
public sealed class ConnectionTests
{
    /// <summary>A message whose map has a duration out of range.</summary>
    private const string HostileFailure = "0017B17FA18178B4450000CB7FFFFFFFFFFFFFFFCA7FFFFFFF0000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_host_that_disappears_is_detected_within_minutes()
    {
        using var socket = Connector.CreateSocket();
        int Option(SocketOptionName name) => (int)socket.GetSocketOption(SocketOptionLevel.Tcp, name)!;
        Assert.NotEqual(0, (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)!);
        Assert.InRange(
            Option(SocketOptionName.TcpKeepAliveTime) + (Option(SocketOptionName.TcpKeepAliveInterval) * Option(SocketOptionName.TcpKeepAliveRetryCount)),
            30, 180);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_is_unchanged_while_another_result_of_the_same_write_is_read(bool inTransaction)
    {
        var more = new TaskCompletionSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.RESET)
            {
                // Enough bytes to overwrite everything before.
                await peer.RawAsync([.. Record("r"), .. Record("r"), .. Peer.Frame(0x70, new Dictionary<string, object?>()), .. Peer.Frame(0x70, new Dictionary<string, object?>())]);
                return true;
            }
            if (request.Tag is not Tag.RUN)
                return false;
            await peer.ExpectAsync(Tag.PULL, Tag.RUN, Tag.PULL);
            var fields = Peer.Frame(0x70, Peer.Plain(new { fields = new[] { "x" } }));
            await peer.RawAsync([.. fields, .. Record("a"), .. Peer.Frame(0x70, new Dictionary<string, object?>()), .. fields, .. Record("b")]);
            if (inTransaction)
                return true;
            await more.Task;
            await peer.RawAsync([.. Record("c"), .. Record("d"), .. Peer.Frame(0x70, new Dictionary<string, object?>())]);
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var queries = new[] { new Query("RETURN 'a'"), new Query("RETURN 'b'") };
        var transaction = inTransaction ? await session.BeginTransactionAsync(cancellation: Cancellation) : null;
        var cursors = transaction is null
            ? await session.RunPipelinedAsync(queries, cancellation: Cancellation)
            : await transaction.RunPipelinedAsync(queries, Cancellation);
        Assert.True(await cursors[0].FetchAsync(Cancellation));
        Assert.True(await cursors[1].FetchAsync(Cancellation));
        more.SetResult();
        if (transaction is null)
            Assert.True(await cursors[1].FetchAsync(Cancellation));
        else
            await transaction.RollbackAsync(Cancellation);
        Assert.Equal(Record("a")[4..^2], cursors[0].CurrentBytes.ToArray());
        Assert.Equal(new string('a', 100), cursors[0].Current[0]);
    }

    [Theory]
    [InlineData(Tag.RUN)]
    [InlineData(Tag.RESET)]
    public async Task A_response_with_an_invalid_value_closes_the_connection_and_frees_its_permit(Tag where)
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (peer.Number > 1)
                return false;
            if (request.Tag == where)
            {
                await peer.RawAsync(Hex.Parse(HostileFailure));
                return true;
            }
            if (request.Tag is not Tag.RUN)
                return false;
            await peer.FailureAsync("Neo.ClientError.Statement.SyntaxError");
            await peer.ExpectAsync(Tag.PULL);
            await peer.IgnoredAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { MaxConnectionPoolSize = 1 });
        await using var session = driver.Session();
        var error = await Assert.ThrowsAnyAsync<Neo4jException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation));
        Assert.Equal(where is Tag.RUN ? typeof(ProtocolException) : typeof(ClientException), error.GetType());
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task An_internal_error_while_reading_a_response_closes_the_connection()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        var pool = ((DirectSource)driver.Source).Pool;
        for (var i = 0; i < 2; i++)
        {
            var connection = await pool.AcquireAsync(AuthTokens.None, Cancellation);
            var faulty = new FaultyResponse();
            connection.Add(default(Rollback), i == 0 ? faulty : new Response());
            connection.Add(default(Rollback), i == 0 ? new Response() : faulty);
            connection.Flush();
            await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await connection.WaitAsync(faulty, Cancellation));
            Assert.True(connection.IsBroken);
            await pool.ReleaseAsync(connection, needsReset: true);
        }
        Assert.Equal((0, 0), (pool.InUse, pool.Idle));
    }

    [Theory]
    [InlineData("failure")]
    [InlineData("ignored")]
    [InlineData("garbage")]
    public async Task A_reset_without_success_does_not_pass_the_liveness_check(string answer)
    {
        var healthy = true;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RESET || healthy)
                return false;
            await (answer switch
            {
                "failure" => peer.FailureAsync("Neo.DatabaseError.General.UnknownError"),
                "ignored" => peer.IgnoredAsync(),
                _ => peer.RawAsync(Hex.Parse("0002B0550000")),
            });
            return true;
        });
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = time, ConnectionLivenessCheckTimeout = TimeSpan.FromMinutes(1) });
        await driver.VerifyConnectivityAsync(Cancellation);
        healthy = false;
        await Assert.ThrowsAnyAsync<Neo4jException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Equal((0, 0), (PoolOf(driver).InUse, PoolOf(driver).Idle));

        // A connection that fails its liveness check is replaced without an error.
        healthy = true;
        await driver.VerifyConnectivityAsync(Cancellation);
        healthy = false;
        time.Advance(TimeSpan.FromMinutes(2));
        await using var session = driver.Session();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task A_request_ignored_without_a_previous_failure_closes_the_connection()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || peer.Number > 1)
                return false;
            await peer.IgnoredAsync();
            await peer.ExpectAsync(Tag.PULL);
            await peer.IgnoredAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAsync<ProtocolException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_concurrent_read_is_rejected()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.PULL && peer.Number == 1)
                await peer.DrainAsync();
            return false;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { MaxConnectionPoolSize = 1 });
        var session = driver.Session();
        var cursor = await session.RunAsync("RETURN 1", cancellation: Cancellation);
        var left = cursor.FetchAsync(Cancellation).AsTask();
        await Assert.ThrowsAsync<TimeoutException>(() => left.WaitAsync(TimeSpan.FromMilliseconds(50), Cancellation));
        var error = await Assert.ThrowsAsync<ClientException>(async () => await session.DisposeAsync());
        Assert.Contains("one operation at a time", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => left);
        await using var next = driver.Session();
        Assert.Equal(1L, (await (await next.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_noop_after_a_summary_keeps_the_connection()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL)
                return false;
            await peer.RawAsync([.. Peer.Frame(0x71, new List<object?> { 1L }), .. Peer.Frame(0x70, new Dictionary<string, object?>()), 0, 0]);
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        for (var i = 0; i < 3; i++)
        {
            await using var session = driver.Session();
            Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        }
        Assert.Equal(1, server.Connections);
    }

    private static ConnectionPool PoolOf(Driver driver) => ((DirectSource)driver.Source).Pool;

    private static byte[] Record(string letter) =>
        Peer.Frame(0x71, new List<object?> { string.Concat(Enumerable.Repeat(letter, 100)) });

    /// <summary>Simulates an error in this library.</summary>
    private sealed class FaultyResponse : Response
    {
        protected override void OnSuccess(ReadOnlySpan<byte> metadata) => throw new InvalidTimeZoneException();
    }
}
