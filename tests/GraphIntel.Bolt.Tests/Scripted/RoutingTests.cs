using GraphIntel.Bolt.Routing;
using Xunit;
using static GraphIntel.Bolt.Tests.Scripted.Cluster;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class RoutingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_go_to_readers_in_turn_and_writes_to_the_leader()
    {
        object? table = null;
        await using var router = Member("router", () => table);
        await using var reader1 = Member("reader 1", () => table);
        await using var reader2 = Member("reader 2", () => table);
        await using var writer = Member("writer", () => table);
        table = Peer.Table([router.Address], [reader1.Address, reader2.Address], [writer.Address]);
        await using var driver = GraphDatabase.Driver(router.Neo4j);
        Assert.Equal("writer", await QueryAsync(driver, AccessMode.Write));
        var reads = new List<string>();
        for (var i = 0; i < 6; i++)
            reads.Add(await QueryAsync(driver, AccessMode.Read));
        Assert.Equal(3, reads.Count(r => r == "reader 1"));
        Assert.Equal(3, reads.Count(r => r == "reader 2"));
        var eager = await driver.ExecuteQueryAsync("RETURN name", config: new QueryConfig { Routing = RoutingControl.Readers, Database = "neo4j" }, cancellation: Cancellation);
        Assert.StartsWith("reader ", (string)eager.Records[0][0]!, StringComparison.Ordinal);
        Assert.Equal(1, Routes(router));
        Assert.Equal("1 ROUTE", router.Log.Last());
    }

    [Fact]
    public async Task The_least_loaded_reader_is_chosen()
    {
        object? table = null;
        await using var reader1 = Member("reader 1", () => table);
        await using var reader2 = Member("reader 2", () => table);
        table = Peer.Table([reader1.Address], [reader1.Address, reader2.Address], []);
        await using var driver = GraphDatabase.Driver(reader1.Neo4j);
        var names = new List<string>();
        var sessions = new List<Session>();
        for (var i = 0; i < 6; i++)
        {
            sessions.Add(driver.Session(new SessionConfig { DefaultAccessMode = AccessMode.Read }));
            var transaction = await sessions[^1].BeginTransactionAsync(cancellation: Cancellation);
            names.Add((await (await transaction.RunAsync("RETURN name", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<string>());
            if (names[^1] == "reader 1")
                continue;
            // The work of reader 2 completes at once, so it is always less loaded when reader 1 has work.
            await sessions[^1].DisposeAsync();
        }
        Assert.InRange(names.Count(n => n == "reader 1"), 1, 2);
        foreach (var session in sessions)
            await session.DisposeAsync();
    }

    [Fact]
    public async Task The_routing_context_and_the_target_are_sent()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.HandshakeAsync();
            var context = (Dictionary<string, object?>)(await peer.ExpectAsync(Tag.HELLO)).Map(0)["routing"]!;
            Assert.Equal(["address", "policy"], context.Keys.Order());
            Assert.Equal("eu", context["policy"]);
            await peer.SuccessAsync();
            await peer.ExpectAsync(Tag.LOGON);
            await peer.SuccessAsync();
            await peer.ServeAsync(async (_, request) =>
            {
                if (request.Tag is Tag.RUN)
                    Assert.Equal("movies", request.Map(2)["db"]);
                if (request.Tag is not Tag.ROUTE)
                    return false;
                Assert.Equal(context, request.Map(0));
                Assert.Equal(new List<object?> { "b" }, request.Fields[1]);
                Assert.Equal(new Dictionary<string, object?> { ["db"] = "movies", ["imp_user"] = "jane" }, request.Map(2));
                await peer.SuccessAsync(Peer.Table(ServerAddress.Parse((string)context["address"]!)));
                return true;
            });
        });
        await using var driver = GraphDatabase.Driver($"{server.Neo4j}/?policy=eu");
        await using var session = driver.Session(new SessionConfig { Database = "movies", ImpersonatedUser = "jane", Bookmarks = Bookmarks.From("b") });
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
    }

    [Fact]
    public async Task The_home_database_is_the_one_in_the_table()
    {
        var used = new List<object?>();
        await using var server = ScriptedServer.Serve((_, request) =>
        {
            if (request.Tag is Tag.RUN)
                used.Add(request.Map(2).GetValueOrDefault("db"));
            return Task.FromResult(false);
        });
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        await using var session = driver.Session();
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(["neo4j", "neo4j"], used);
        // The second time, the session requests it by its name, which is known by then.
        Assert.Equal(1, Routes(server));
    }

    [Fact]
    public async Task A_stale_table_is_fetched_again_and_a_fresh_one_is_not()
    {
        object? table = null;
        await using var old = Member("old", () => table);
        await using var young = Member("young", () => table);
        table = Peer.Table([old.Address], [old.Address], [old.Address], ttl: 60);
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(old.Neo4j, config: new DriverConfig { Time = time });
        Assert.Equal("old", await QueryAsync(driver, AccessMode.Read));
        table = Peer.Table([young.Address], [young.Address], [young.Address], ttl: 60);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("old", await QueryAsync(driver, AccessMode.Read));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("young", await QueryAsync(driver, AccessMode.Read));
        Assert.Equal(2, Routes(old, young));
        // The old server left the cluster, so its connections are closed.
        Assert.Equal(young.Address, Assert.Single(((RoutingSource)driver.Source).Pools).Address);
    }

    [Fact]
    public async Task Concurrent_callers_fetch_a_stale_table_once()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var session = driver.Session(new SessionConfig { Database = "neo4j" });
            await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        }));
        Assert.Equal(1, Routes(server));
    }

    [Fact]
    public async Task Each_database_has_a_table_of_its_own()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        for (var i = 0; i < 2; i++)
        {
            await using var first = driver.Session(new SessionConfig { Database = "first" });
            await using var second = driver.Session(new SessionConfig { Database = "second" });
            await (await first.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
            await (await second.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        }
        Assert.Equal(2, Routes(server));
    }

    [Theory]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    public async Task A_leader_switch_is_followed(string code)
    {
        object? table = null;
        var led = true;
        await using var second = Member("second", () => table);
        await using var first = Member("first", () => table, async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || led)
                return false;
            await peer.FailUntilResetAsync(code);
            return true;
        });
        table = Peer.Table([first.Address], [first.Address, second.Address], [first.Address]);
        await using var driver = GraphDatabase.Driver(first.Neo4j, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        Assert.Equal("first", await QueryAsync(driver, AccessMode.Write));
        led = false;
        table = Peer.Table([first.Address], [first.Address, second.Address], [second.Address]);
        await using var session = driver.Session();
        Assert.Equal("second", await session.ExecuteWriteAsync(
            async tx => (await (await tx.RunAsync("RETURN name", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<string>(), cancellation: Cancellation));
        Assert.Equal(2, Routes(first, second));
    }

    [Fact]
    public async Task A_write_in_read_mode_is_a_client_error()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            await peer.FailUntilResetAsync("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase");
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        await Assert.ThrowsAsync<ClientException>(() => QueryAsync(driver, AccessMode.Read));
    }

    [Fact]
    public async Task An_unavailable_reader_is_skipped()
    {
        object? table = null;
        await using var living = Member("living", () => table);
        var dead = Member("dead", () => table);
        table = Peer.Table([living.Address], [dead.Address, living.Address], [living.Address]);
        await dead.DisposeAsync();
        await using var driver = GraphDatabase.Driver(living.Neo4j);
        for (var i = 0; i < 4; i++)
            Assert.Equal("living", await QueryAsync(driver, AccessMode.Read));
        Assert.Equal(1, Routes(living));
    }

    [Fact]
    public async Task A_lost_connection_is_an_expired_session_and_is_retried_elsewhere()
    {
        object? table = null;
        await using var living = Member("living", () => table);
        await using var dying = Member("dying", () => table, (peer, request) =>
        {
            if (request.Tag is Tag.PULL)
                peer.Close();
            return Task.FromResult(false);
        });
        table = Peer.Table([living.Address], [dying.Address], [living.Address]);
        await using var driver = GraphDatabase.Driver(living.Neo4j, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        Assert.True((await Assert.ThrowsAsync<SessionExpiredException>(() => QueryAsync(driver, AccessMode.Read))).IsRetriable);
        var attempts = 0;
        await using var session = driver.Session();
        Assert.Equal("living", await session.ExecuteReadAsync(
            async tx =>
            {
                if (++attempts == 2)
                    table = Peer.Table([living.Address], [living.Address], [living.Address]);
                return (await (await tx.RunAsync("RETURN name", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<string>();
            },
            cancellation: Cancellation));
        Assert.InRange(attempts, 2, 3);
    }

    [Fact]
    public async Task Without_routers_the_cluster_is_unavailable_until_one_is_back()
    {
        object? table = null;
        var time = new ManualTime();
        await using var member = Member("member", () => table);
        var seed = Member("seed", () => table);
        table = Peer.Table([seed.Address], [member.Address], [member.Address], ttl: 10);
        var seeds = new List<ServerAddress> { seed.Address };
        await using var driver = GraphDatabase.Driver(seed.Neo4j, config: new DriverConfig { Time = time, Resolver = _ => seeds });
        Assert.Equal("member", await QueryAsync(driver, AccessMode.Read));
        await seed.DisposeAsync();
        Assert.Equal("member", await QueryAsync(driver, AccessMode.Read));
        time.Advance(TimeSpan.FromSeconds(11));
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(() => QueryAsync(driver, AccessMode.Read));
        Assert.Contains(seed.Address.ToString(), error.Message, StringComparison.Ordinal);
        // The seed's name resolves to another server now.
        seeds[0] = member.Address;
        table = Peer.Table([member.Address], [member.Address], [member.Address]);
        Assert.Equal("member", await QueryAsync(driver, AccessMode.Read));
    }

    [Fact]
    public async Task Routers_are_queried_in_turn_and_unusable_tables_are_ignored()
    {
        object? table = null;
        var dead = Member("dead", () => table);
        await using var refusing = Member("refusing", () => null);
        await using var empty = Member("empty", () => Peer.Table([], [], []));
        await using var good = Member("good", () => table);
        await dead.DisposeAsync();
        table = Peer.Table([good.Address], [good.Address], [good.Address]);
        await using var driver = GraphDatabase.Driver(dead.Neo4j, config: new DriverConfig
        {
            Resolver = _ => [dead.Address, refusing.Address, empty.Address, good.Address],
        });
        Assert.Equal("good", await QueryAsync(driver, AccessMode.Write));
        Assert.Equal((1, 1, 1), (Routes(refusing), Routes(empty), Routes(good)));
    }

    [Fact]
    public async Task The_seed_is_queried_first_if_the_last_table_had_no_writer()
    {
        object? stale = null;
        object? seeds = null;
        await using var other = Member("other", () => stale);
        await using var seed = Member("seed", () => seeds);
        stale = seeds = Peer.Table([other.Address], [other.Address], []);
        await using var driver = GraphDatabase.Driver(seed.Neo4j);
        await Assert.ThrowsAsync<SessionExpiredException>(() => QueryAsync(driver, AccessMode.Write));
        Assert.Equal("other", await QueryAsync(driver, AccessMode.Read));
        seeds = Peer.Table([seed.Address], [seed.Address], [seed.Address]);
        Assert.Equal("seed", await QueryAsync(driver, AccessMode.Write));
        Assert.Equal(0, Routes(other));
    }

    [Theory]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", typeof(FatalDiscoveryException))]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark", typeof(InvalidBookmarkException))]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmarkMixture", typeof(InvalidBookmarkException))]
    [InlineData("Neo.ClientError.Statement.ArgumentError", typeof(ClientException))]
    [InlineData("Neo.ClientError.Statement.TypeError", typeof(ClientException))]
    [InlineData("Neo.ClientError.Request.Invalid", typeof(ProtocolException))]
    [InlineData("Neo.ClientError.Security.Forbidden", typeof(ForbiddenException))]
    [InlineData("Neo.ClientError.Security.Unauthorized", typeof(AuthenticationException))]
    public async Task Discovery_ends_at_errors_that_other_routers_would_repeat(string code, Type expected)
    {
        async Task<bool> Refuse(Peer peer, Request request)
        {
            if (request.Tag is not Tag.ROUTE)
                return false;
            await peer.FailUntilResetAsync(code);
            return true;
        }
        await using var first = Member("first", () => null, Refuse);
        await using var second = Member("second", () => null, Refuse);
        await using var driver = GraphDatabase.Driver(first.Neo4j, config: new DriverConfig { Resolver = _ => [first.Address, second.Address] });
        Assert.IsType(expected, await Xunit.Record.ExceptionAsync(() => QueryAsync(driver, AccessMode.Read)));
        Assert.Equal(1, Routes(first, second));
    }

    [Fact]
    public async Task A_database_that_is_unavailable_on_one_server_is_used_on_another()
    {
        object? table = null;
        await using var second = Member("second", () => table);
        await using var first = Member("first", () => table, async (peer, request) =>
        {
            if (request.Tag is not Tag.BEGIN)
                return false;
            await peer.FailUntilResetAsync("Neo.TransientError.General.DatabaseUnavailable");
            return true;
        });
        table = Peer.Table([second.Address], [first.Address, second.Address], []);
        await using var driver = GraphDatabase.Driver(second.Neo4j, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        for (var i = 0; i < 4; i++)
        {
            await using var session = driver.Session(new SessionConfig { Database = "neo4j" });
            Assert.Equal("second", await session.ExecuteReadAsync(
                async tx => (await (await tx.RunAsync("RETURN name", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<string>(), cancellation: Cancellation));
        }
        Assert.InRange(first.Requests.Count(r => r == "BEGIN"), 0, 1);
    }

    [Fact]
    public async Task A_lost_commit_in_a_cluster_is_never_retried()
    {
        await using var server = ScriptedServer.Serve((peer, request) =>
        {
            if (request.Tag is Tag.COMMIT)
                peer.Close();
            return Task.FromResult(false);
        });
        await using var driver = GraphDatabase.Driver(server.Neo4j, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        await Assert.ThrowsAsync<IncompleteCommitException>(() => session.ExecuteWriteAsync(tx => tx.RunAsync("CREATE ()", cancellation: Cancellation), cancellation: Cancellation));
        Assert.Single(server.Requests, r => r == "COMMIT");
    }

    [Theory]
    [InlineData("localhost", "localhost", 7687)]
    [InlineData("localhost:7688", "localhost", 7688)]
    [InlineData("[::1]:7688", "::1", 7688)]
    [InlineData("[::1]", "::1", 7687)]
    [InlineData("::1", "::1", 7687)]
    public void All_forms_of_addresses_are_parsed(string text, string host, int port) =>
        Assert.Equal(new ServerAddress(host, port), ServerAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(":7687")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:x")]
    public void What_is_no_address_is_refused(string text) => Assert.Throws<ArgumentException>(() => ServerAddress.Parse(text));
}
