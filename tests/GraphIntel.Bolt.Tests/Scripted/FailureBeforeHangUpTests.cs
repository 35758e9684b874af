using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Servers that send an error and close the connection, as they do when a token expired.</summary>
public sealed class FailureBeforeHangUpTests
{
    private const string TokenExpired = "Neo.ClientError.Security.TokenExpired";
    private const string Transient = "Neo.TransientError.General.DatabaseUnavailable";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_statement_gets_the_failure_of_begin(bool reads)
    {
        await using var server = Failing(Tag.BEGIN, TokenExpired, reads ? 2 : 0);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var error = await Assert.ThrowsAsync<TokenExpiredException>(() => session.ExecuteReadAsync(
            tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: Cancellation));
        Assert.Equal((TokenExpired, false), (error.Code, error.IsRetriable));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_transient_failure_is_retried_and_a_permanent_one_is_not(bool routed)
    {
        foreach (var (code, attempts) in new[] { (Transient, 2), ("Neo.ClientError.Statement.SyntaxError", 1), ("Neo.DatabaseError.General.UnknownError", 1) })
        {
            var failed = 0;
            await using var server = ScriptedServer.Serve(async (peer, request) =>
            {
                if (request.Tag is not Tag.BEGIN || Interlocked.Exchange(ref failed, 1) == 1)
                    return false;
                await peer.FailureAsync(code);
                await peer.ExpectAsync(Tag.RUN, Tag.PULL);
                peer.Close();
                return true;
            });
            await using var driver = GraphDatabase.Driver(routed ? server.Neo4j : server.Bolt, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
            await using var session = driver.Session();
            var error = await Xunit.Record.ExceptionAsync(() => session.ExecuteReadAsync(
                tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: Cancellation));
            Assert.Equal(attempts == 2 ? null : code, (error as Neo4jException)?.Code);
            Assert.Equal(attempts, server.Requests.Count(r => r == nameof(Tag.BEGIN)));
        }
    }

    [Fact]
    public async Task A_failure_before_the_commit_is_no_unknown_outcome()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            switch (request.Tag)
            {
                case Tag.PULL:
                    await peer.RecordAsync(1);
                    await peer.SuccessAsync(new { has_more = true });
                    return true;
                case Tag.DISCARD:
                    await peer.FailureAsync(Transient);
                    await peer.ExpectAsync(Tag.COMMIT);
                    peer.Close();
                    return true;
                default:
                    return false;
            }
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await transaction.RunAsync("CREATE ()", cancellation: Cancellation);
        var error = await Assert.ThrowsAsync<TransientException>(() => transaction.CommitAsync(Cancellation));
        Assert.Equal(Transient, error.Code);
    }

    [Fact]
    public async Task All_statements_after_a_failure_get_it()
    {
        await using var server = Failing(Tag.RUN, "Neo.ClientError.Statement.SyntaxError", 5);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var cursors = await session.RunPipelinedAsync([new Query("BAD"), new Query("RETURN 2"), new Query("RETURN 3")], cancellation: Cancellation);
        foreach (var cursor in cursors)
            Assert.Equal("Neo.ClientError.Statement.SyntaxError", (await Assert.ThrowsAsync<ClientException>(() => cursor.ToListAsync(Cancellation))).Code);
    }

    [Fact]
    public async Task A_failure_is_read_also_if_the_server_closes_during_the_write()
    {
        await using var server = Failing(Tag.BEGIN, TokenExpired, 0);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        // More than the buffers of both sockets, so the write is running when the server closes.
        var error = await Assert.ThrowsAsync<TokenExpiredException>(() => session.ExecuteReadAsync(
            tx => tx.RunAsync("RETURN $x", new { x = new byte[64 * 1024 * 1024] }, Cancellation), cancellation: Cancellation));
        Assert.Equal(TokenExpired, error.Code);
    }

    [Fact]
    public async Task A_lost_connection_without_a_failure_stays_unavailable()
    {
        await using var server = ScriptedServer.Serve((peer, request) =>
        {
            if (request.Tag is Tag.RUN)
                peer.Close();
            return Task.FromResult(false);
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        Assert.Null((await Assert.ThrowsAsync<ServiceUnavailableException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation))).Code);
    }

    [Fact]
    public async Task A_cleared_failure_is_not_reported_for_a_later_connection_loss()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            if (request.Query == "BAD")
                await peer.FailUntilResetAsync("Neo.ClientError.Statement.SyntaxError");
            else
                peer.Close();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("BAD", cancellation: Cancellation));
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_rejected_login_is_reported_even_if_the_server_closes_at_once()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            await peer.ExpectAsync(Tag.HELLO);
            await peer.FailureAsync("Neo.ClientError.Security.AuthenticationRateLimit");
            peer.Close();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        var error = await Assert.ThrowsAsync<SecurityException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Equal("Neo.ClientError.Security.AuthenticationRateLimit", error.Code);
    }

    /// <summary>A server that responds to one request with a failure, reads some of the next requests, and closes.</summary>
    private static ScriptedServer Failing(Tag on, string code, int reads) => ScriptedServer.Serve(async (peer, request) =>
    {
        if (request.Tag != on)
            return false;
        await peer.FailureAsync(code);
        for (var i = 0; i < reads; i++)
            await peer.ReadAsync();
        peer.Close();
        return true;
    });
}
