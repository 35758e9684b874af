using GraphIntel.Bolt.Routing;
using Xunit;
using static GraphIntel.Bolt.Tests.Scripted.Cluster;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Routing tables that are unavailable, for all or some callers, or not in time.</summary>
public sealed class RoutingFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_router_with_a_running_request_is_not_closed_by_the_table_of_another_database()
    {
        var first = new TaskCompletionSource();
        await using var member = Member("member", () => null);
        await using var seed = ScriptedServer.Start(async peer =>
        {
            if (peer.Number == 1)
                await first.Task;
            await peer.LogInAsync();
            await peer.ServeAsync(async (_, request) =>
            {
                if (request.Tag is not Tag.ROUTE)
                    return false;
                await peer.SuccessAsync(Peer.Table([member.Address], [member.Address], [member.Address], db: (string)request.Map(2)["db"]!));
                return true;
            });
        });
        await using var driver = GraphDatabase.Driver(seed.Neo4j);
        var slow = QueryAsync(driver, AccessMode.Read, "slow");
        Assert.Equal("member", await QueryAsync(driver, AccessMode.Read, "fast"));
        first.SetResult();
        Assert.Equal("member", await slow);
    }

    [Fact]
    public async Task Concurrent_callers_share_one_failing_refresh()
    {
        await using var silent = ScriptedServer.Start(peer => peer.ReadOfferAsync());
        await using var driver = GraphDatabase.Driver(silent.Neo4j, config: new DriverConfig { ConnectionAcquisitionTimeout = TimeSpan.FromMilliseconds(500) });
        var errors = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await Xunit.Record.ExceptionAsync(() => QueryAsync(driver, AccessMode.Read))));
        Assert.All(errors, e => Assert.True(Assert.IsType<ServiceUnavailableException>(e).IsRetriable));
        Assert.Equal(1, silent.Connections);
    }

    [Fact]
    public async Task Waiting_for_another_callers_refresh_has_the_acquisition_timeout()
    {
        using var cancel = new CancellationTokenSource();
        await using var silent = ScriptedServer.Serve(async (peer, request) =>
        {
            await peer.DrainAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(silent.Neo4j, config: new DriverConfig
        {
            ConnectionAcquisitionTimeout = TimeSpan.FromMilliseconds(500),
            ResetTimeout = TimeSpan.FromMilliseconds(100),
        });
        await using var session = driver.Session(new SessionConfig { Database = "neo4j" });
        var asking = session.RunAsync("RETURN 1", cancellation: cancel.Token);
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => QueryAsync(driver, AccessMode.Read));
        Assert.Contains("within 0.5 seconds", error.Message, StringComparison.Ordinal);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_waiter_of_a_canceled_refresh_runs_its_own()
    {
        using var cancel = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        await using var server = Member("member", () => null, async (peer, request) =>
        {
            if (request.Tag is not Tag.ROUTE)
                return false;
            if (!asked.TrySetResult())
                await peer.AnswerAsync(request);
            else
                await peer.DrainAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        await using var session = driver.Session(new SessionConfig { Database = "neo4j" });
        var asking = session.RunAsync("RETURN 1", cancellation: cancel.Token);
        await asked.Task.WaitAsync(Cancellation);
        var waiting = QueryAsync(driver, AccessMode.Read);
        await cancel.CancelAsync();
        Assert.Equal("member", await waiting);
        // The server does not respond to the RESET either, so the canceled caller has to break its connection.
        server.CutAll();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_table_that_expires_immediately_is_used_by_its_requester()
    {
        object? table = null;
        await using var living = Member("living", () => table);
        var dead = Member("dead", () => table);
        await dead.DisposeAsync();
        table = Peer.Table([living.Address], [dead.Address, living.Address], [], ttl: 0);
        await using var driver = GraphDatabase.Driver(living.Neo4j);
        for (var i = 0; i < 4; i++)
            Assert.Equal("living", await QueryAsync(driver, AccessMode.Read));
    }

    [Fact]
    public async Task A_port_of_another_protocol_is_a_permanent_error()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.ReadOfferAsync();
            await peer.RawAsync("HTTP"u8.ToArray());
        });
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        var error = await Assert.ThrowsAsync<ProtocolException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.Contains("HTTP", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsRetriable);
    }

    [Fact]
    public async Task A_cluster_without_a_suitable_server_reports_which_were_tried_and_their_errors()
    {
        object? table = null;
        await using var router = Member("router", () => table);
        var dead = Member("dead", () => table);
        await dead.DisposeAsync();
        table = Peer.Table([router.Address], [dead.Address], []);
        await using var driver = GraphDatabase.Driver(router.Neo4j);
        var error = await Assert.ThrowsAsync<SessionExpiredException>(() => QueryAsync(driver, AccessMode.Read));
        Assert.Contains(dead.Address.ToString(), error.Message, StringComparison.Ordinal);
        Assert.IsType<ServiceUnavailableException>(Assert.IsType<AggregateException>(error.InnerException).InnerException);
        Assert.Contains("has none", (await Assert.ThrowsAsync<SessionExpiredException>(() => QueryAsync(driver, AccessMode.Write))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seed_is_queried_if_the_last_table_expired_long_ago()
    {
        object? table = null;
        await using var other = Member("other", () => table);
        await using var seed = Member("seed", () => table);
        table = Peer.Table([other.Address], [other.Address], [other.Address], ttl: 10);
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(seed.Neo4j, config: new DriverConfig { Time = time });
        Assert.Equal("other", await QueryAsync(driver, AccessMode.Read));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("other", await QueryAsync(driver, AccessMode.Read));
        Assert.Equal((1, 1), (Routes(seed), Routes(other)));
        time.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal("other", await QueryAsync(driver, AccessMode.Read));
        Assert.Equal((2, 1), (Routes(seed), Routes(other)));
    }

    [Fact]
    public async Task Expired_authorization_on_one_router_does_not_end_the_discovery()
    {
        object? table = null;
        await using var second = Member("second", () => table);
        await using var first = Member("first", () => table, async (peer, request) =>
        {
            if (request.Tag is not Tag.ROUTE)
                return false;
            await peer.FailUntilResetAsync("Neo.ClientError.Security.AuthorizationExpired");
            return true;
        });
        table = Peer.Table([second.Address], [second.Address], []);
        await using var driver = GraphDatabase.Driver(first.Neo4j, config: new DriverConfig { Resolver = _ => [first.Address, second.Address] });
        Assert.Equal("second", await QueryAsync(driver, AccessMode.Read));
        Assert.Equal((1, 1), (Routes(first), Routes(second)));
    }

    [Theory]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    public async Task A_former_leader_is_reported_with_its_code(string code)
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            await peer.FailureAsync(new { neo4j_code = code, message = "words", gql_status = "08N07", description = "more words" });
            while ((await peer.ReadAsync()).Tag is not Tag.RESET)
                await peer.IgnoredAsync();
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        var error = await Assert.ThrowsAsync<SessionExpiredException>(() => QueryAsync(driver, AccessMode.Write));
        Assert.Equal((code, "words", "08N07", "more words", true), (error.Code, error.ServerMessage, error.GqlStatus, error.GqlStatusDescription, error.IsRetriable));
        Assert.Equal("/", error.GqlDiagnosticRecord!["CURRENT_SCHEMA"]);
        Assert.DoesNotContain("words", error.Message, StringComparison.Ordinal);
        await using var direct = GraphDatabase.Driver(server.Bolt);
        Assert.Equal(code, (await Assert.ThrowsAsync<ClientException>(() => QueryAsync(direct, AccessMode.Write))).Code);
    }

    [Fact]
    public async Task After_a_writer_is_lost_known_routers_are_queried_before_the_seed()
    {
        object? table = null;
        await using var router = Member("router", () => table);
        await using var leader = Member("leader", () => table);
        await using var lost = Member("lost", () => table, (peer, request) =>
        {
            if (request.Tag is Tag.PULL)
                peer.Close();
            return Task.FromResult(false);
        });
        await using var seed = Member("seed", () => table);
        table = Peer.Table([router.Address], [router.Address], [lost.Address]);
        await using var driver = GraphDatabase.Driver(seed.Neo4j, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await Assert.ThrowsAsync<SessionExpiredException>(() => QueryAsync(driver, AccessMode.Write));
        table = Peer.Table([router.Address], [router.Address], [leader.Address]);
        Assert.Equal("leader", await QueryAsync(driver, AccessMode.Write));
        Assert.Equal((1, 1), (Routes(seed), Routes(router)));
    }

    [Fact]
    public async Task A_router_without_the_database_is_not_queried_for_it_again()
    {
        object? table = null;
        var unavailable = true;
        async Task<bool> Refuse(Peer peer, Request request)
        {
            if (request.Tag is not Tag.ROUTE || !unavailable || table is null)
                return false;
            await peer.FailureAsync("Neo.TransientError.General.DatabaseUnavailable");
            peer.Close();
            return true;
        }
        await using var member = Member("member", () => table);
        await using var router = Member("router", () => table, Refuse);
        await using var seed = Member("seed", () => table ?? Peer.Table([router.Address], [member.Address], [member.Address], ttl: 10), Refuse);
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(seed.Neo4j, config: new DriverConfig { Time = time });
        Assert.Equal("member", await QueryAsync(driver, AccessMode.Read));
        table = Peer.Table([seed.Address], [member.Address], []);
        time.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => QueryAsync(driver, AccessMode.Read));
        unavailable = false;
        Assert.Equal("member", await QueryAsync(driver, AccessMode.Read));
        Assert.Equal((1, 3), (Routes(router), Routes(seed)));
    }

    [Fact]
    public async Task A_token_that_expires_on_a_router_is_renewed()
    {
        var given = 0;
        await using var server = Member("member", () => null, async (peer, request) =>
        {
            if (request.Tag is not Tag.ROUTE)
                return false;
            if (peer.Number == 1)
            {
                await peer.FailureAsync("Neo.ClientError.Security.TokenExpired");
                peer.Close();
            }
            else
            {
                await peer.AnswerAsync(request);
            }

            return true;
        });
        var manager = AuthTokenManagers.Renewable(_ => ValueTask.FromResult(new AuthTokenAndExpiration(AuthTokens.Bearer($"token {++given}"), null)));
        await using var driver = GraphDatabase.Driver(new Uri(server.Neo4j), manager, new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        Assert.Equal("member", await session.ExecuteReadAsync(
            async tx => (await (await tx.RunAsync("RETURN name", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<string>(), cancellation: Cancellation));
        Assert.Equal(2, given);
    }

    [Fact]
    public async Task A_canceled_discovery_leaves_nothing_in_use()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.ROUTE || cancel.IsCancellationRequested)
                return false;
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.RESET);
            await peer.IgnoredAsync();
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        await using var session = driver.Session();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.RunAsync("RETURN 1", cancellation: cancel.Token));
        Assert.Equal((0, 1), (Assert.Single(((RoutingSource)driver.Source).Pools).InUse, server.Connections));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(1, server.Connections);
    }
}
