using GraphIntel.Bolt.Routing;
using Xunit;
using static GraphIntel.Bolt.Tests.Scripted.Cluster;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Routing tables that cannot be had, or not by everyone, or not in time.</summary>
public sealed class RoutingFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_router_that_is_being_asked_for_one_database_is_not_closed_by_the_table_of_another()
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
        var slow = AskAsync(driver, AccessMode.Read, "slow");
        Assert.Equal("member", await AskAsync(driver, AccessMode.Read, "fast"));
        first.SetResult();
        Assert.Equal("member", await slow);
    }

    [Fact]
    public async Task Many_who_find_no_router_that_answers_wait_for_one_attempt()
    {
        await using var silent = ScriptedServer.Start(peer => peer.ReadOfferAsync());
        await using var driver = GraphDatabase.Driver(silent.Neo4j, config: new DriverConfig { ConnectionTimeout = TimeSpan.FromMilliseconds(500) });
        var errors = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await Xunit.Record.ExceptionAsync(() => AskAsync(driver, AccessMode.Read))));
        Assert.All(errors, e => Assert.True(Assert.IsType<ServiceUnavailableException>(e).IsRetriable));
        Assert.Equal(1, silent.Connections);
    }

    [Fact]
    public async Task Who_waits_for_anothers_attempt_waits_no_longer_than_for_a_connection()
    {
        using var cancel = new CancellationTokenSource();
        await using var silent = ScriptedServer.Start(peer => peer.ReadOfferAsync());
        await using var driver = GraphDatabase.Driver(silent.Neo4j, config: new DriverConfig { ConnectionAcquisitionTimeout = TimeSpan.FromMilliseconds(100) });
        await using var session = driver.Session();
        var asking = session.RunAsync("RETURN 1", cancellation: cancel.Token);
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => AskAsync(driver, AccessMode.Read));
        Assert.Contains("within 0.1 seconds", error.Message, StringComparison.Ordinal);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Who_waits_for_an_attempt_that_is_cancelled_makes_one()
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
        await using var session = driver.Session();
        var asking = session.RunAsync("RETURN 1", cancellation: cancel.Token);
        await asked.Task.WaitAsync(Cancellation);
        var waiting = AskAsync(driver, AccessMode.Read);
        await cancel.CancelAsync();
        Assert.Equal("member", await waiting);
        // The server does not answer the RESET either, so the one who was cancelled has to end its connection.
        server.CutAll();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_table_that_is_out_of_date_at_once_serves_the_one_who_fetched_it()
    {
        object? table = null;
        await using var living = Member("living", () => table);
        var dead = Member("dead", () => table);
        await dead.DisposeAsync();
        table = Peer.Table([living.Address], [dead.Address, living.Address], [], ttl: 0);
        await using var driver = GraphDatabase.Driver(living.Neo4j);
        for (var i = 0; i < 4; i++)
            Assert.Equal("living", await AskAsync(driver, AccessMode.Read));
    }

    [Fact]
    public async Task A_port_that_is_not_Bolts_is_an_error_that_no_retry_mends()
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
    public async Task A_cluster_without_a_server_for_the_work_says_which_were_tried_and_why_in_vain()
    {
        object? table = null;
        await using var router = Member("router", () => table);
        var dead = Member("dead", () => table);
        await dead.DisposeAsync();
        table = Peer.Table([router.Address], [dead.Address], []);
        await using var driver = GraphDatabase.Driver(router.Neo4j);
        var error = await Assert.ThrowsAsync<SessionExpiredException>(() => AskAsync(driver, AccessMode.Read));
        Assert.Contains(dead.Address.ToString(), error.Message, StringComparison.Ordinal);
        Assert.IsType<ServiceUnavailableException>(Assert.IsType<AggregateException>(error.InnerException).InnerException);
        Assert.Contains("names none", (await Assert.ThrowsAsync<SessionExpiredException>(() => AskAsync(driver, AccessMode.Write))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seed_is_asked_where_the_last_table_ran_out_long_ago()
    {
        object? table = null;
        await using var other = Member("other", () => table);
        await using var seed = Member("seed", () => table);
        table = Peer.Table([other.Address], [other.Address], [other.Address], ttl: 10);
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(seed.Neo4j, config: new DriverConfig { Time = time });
        Assert.Equal("other", await AskAsync(driver, AccessMode.Read));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("other", await AskAsync(driver, AccessMode.Read));
        Assert.Equal((1, 1), (Routes(seed), Routes(other)));
        time.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal("other", await AskAsync(driver, AccessMode.Read));
        Assert.Equal((2, 1), (Routes(seed), Routes(other)));
    }

    [Fact]
    public async Task Rights_that_are_out_of_date_at_one_router_are_not_the_end()
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
        Assert.Equal("second", await AskAsync(driver, AccessMode.Read));
        Assert.Equal((1, 1), (Routes(first), Routes(second)));
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
                await peer.AnswerAsync(request);
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
    public async Task A_cancelled_search_for_a_table_ends_and_leaves_nothing_in_use()
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
