using Xunit;
using static GraphIntel.Bolt.Tests.Scripted.Cluster;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Sessions without a database, in a cluster: the home database of a user can change at any time.</summary>
public sealed class HomeDatabaseTests
{
    private static readonly Dictionary<string, object?> Resolves = new() { ["ssr.enabled"] = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("run")]
    [InlineData("begin")]
    [InlineData("managed")]
    public async Task Each_session_resolves_it_and_keeps_it(string how)
    {
        var home = "first";
        var used = new List<object?>();
        await using var server = Home(() => home, used);
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        await using var old = driver.Session(new SessionConfig { ImpersonatedUser = "jane" });
        await UseAsync(old, how);
        home = "second";
        await using var young = driver.Session(new SessionConfig { ImpersonatedUser = "jane", Bookmarks = Bookmarks.From("b") });
        await UseAsync(young, how);
        await UseAsync(old, how);
        await UseAsync(young, how);
        Assert.Equal(["first", "second", "first", "second"], used);
        Assert.Equal(2, Routes(server));
    }

    [Fact]
    public async Task A_session_requests_an_expired_table_by_the_name_of_its_home_database()
    {
        var asked = new List<object?>();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.ROUTE)
                return false;
            asked.Add(request.Map(2).GetValueOrDefault("db"));
            await peer.AnswerAsync(request);
            return true;
        });
        var time = new ManualTime();
        await using var driver = GraphDatabase.Driver(server.Neo4j, config: new DriverConfig { Time = time });
        await using var session = driver.Session();
        await UseAsync(session, "run");
        time.Advance(TimeSpan.FromMinutes(10));
        await UseAsync(session, "run");
        Assert.Equal([null, "neo4j"], asked);
    }

    [Fact]
    public async Task A_table_without_the_name_is_used_only_by_the_requesting_session()
    {
        var used = new List<object?>();
        await using var server = Home(() => null, used);
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        for (var i = 1; i <= 2; i++)
        {
            await using var session = driver.Session();
            await UseAsync(session, "run");
            await UseAsync(session, "run");
            Assert.Equal(i, Routes(server));
        }
        Assert.Equal([null, null, null, null], used);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("begin")]
    [InlineData("managed")]
    public async Task A_server_that_resolves_it_returns_the_name_and_is_not_queried_again(string how)
    {
        var home = "first";
        var used = new List<object?>();
        await using var server = Home(() => home, used, Resolves);
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        for (var i = 0; i < 3; i++)
        {
            await using var session = driver.Session();
            await UseAsync(session, how);
            await UseAsync(session, how);
        }
        // The first session asks a router; the others use the last known name, which the server confirms.
        Assert.Equal(["first", "first", null, "first", null, "first"], used);
        Assert.Equal(1, Routes(server));
    }

    [Fact]
    public async Task A_wrong_last_known_name_is_corrected()
    {
        var home = "first";
        var used = new List<object?>();
        await using var server = Home(() => home, used, Resolves);
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        await using (var session = driver.Session())
            await UseAsync(session, "run");
        home = "second";
        await using (var session = driver.Session())
        {
            await UseAsync(session, "managed");
            await UseAsync(session, "managed");
        }
        await using (var session = driver.Session())
            await UseAsync(session, "begin");
        // A null is the last known name: the server resolved it to the second database, which the session then sent.
        Assert.Equal("first", used[0]);
        Assert.Equal([null, "second"], used[1..3]);
        Assert.Null(used[3]);
        Assert.Equal(2, Routes(server));
    }

    [Fact]
    public async Task Each_user_has_a_last_known_name()
    {
        var used = new List<object?>();
        await using var server = Home(() => "home", used, Resolves);
        await using var driver = GraphDatabase.Driver(server.Neo4j);
        foreach (var user in new[] { null, "jane", null, "jane" })
        {
            await using var session = driver.Session(new SessionConfig { ImpersonatedUser = user });
            await UseAsync(session, "run");
        }
        Assert.Equal(["home", "home", null, null], used);
        Assert.Equal(2, Routes(server));
    }

    [Fact]
    public async Task In_a_cluster_of_mixed_versions_only_servers_that_confirm_the_name_use_it()
    {
        object? table = null;
        var used = new List<object?>();
        await using var old = ScriptedServer.Serve(Note, minor: 4);
        await using var router = ScriptedServer.Serve(
            async (peer, request) =>
            {
                if (request.Tag is not Tag.ROUTE)
                    return await Note(peer, request);
                await peer.SuccessAsync(table);
                return true;
            },
            hints: Resolves);
        table = Peer.Table([router.Address], [old.Address], [old.Address]);
        await using var driver = GraphDatabase.Driver(router.Neo4j);
        for (var i = 0; i < 2; i++)
        {
            await using var session = driver.Session();
            await UseAsync(session, "run");
        }
        Assert.Equal(["neo4j", "neo4j"], used);
        Assert.Equal((2, 1), (Routes(router), old.Connections));

        Task<bool> Note(Peer peer, Request request)
        {
            if (request.Tag is Tag.RUN)
                used.Add(request.Map(2).GetValueOrDefault("db"));
            return Task.FromResult(false);
        }
    }

    [Fact]
    public async Task A_last_known_name_without_servers_is_resolved_by_a_router()
    {
        var used = new List<object?>();
        object? table = null;
        var gone = Home(() => "home", used, Resolves);
        await using var router = ScriptedServer.Serve(
            async (peer, request) =>
            {
                if (request.Tag is not Tag.ROUTE)
                    return false;
                await peer.SuccessAsync(table);
                return true;
            },
            hints: Resolves);
        table = Peer.Table([router.Address], [gone.Address], [gone.Address], db: "home");
        await using var driver = GraphDatabase.Driver(router.Neo4j);
        await using (var session = driver.Session())
            await UseAsync(session, "run");
        await gone.DisposeAsync();
        table = Peer.Table([router.Address], [router.Address], [router.Address], db: "home");
        await using (var session = driver.Session())
            await UseAsync(session, "run");
        Assert.Equal(2, Routes(router));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verifying_connectivity_queries_a_router_each_time(bool resolves)
    {
        object? table = null;
        var hints = resolves ? Resolves : null;
        await using var first = ScriptedServer.Serve(hints: hints);
        await using var second = ScriptedServer.Serve(hints: hints);
        await using var router = ScriptedServer.Serve(
            async (peer, request) =>
            {
                if (request.Tag is not Tag.ROUTE)
                    return false;
                await peer.SuccessAsync(table);
                return true;
            },
            hints: hints);
        await using var driver = GraphDatabase.Driver(router.Neo4j);
        foreach (var server in new[] { first, second, second })
        {
            table = Peer.Table([router.Address], [server.Address], [router.Address]);
            Assert.Equal(server.Address, (await driver.GetServerInfoAsync(Cancellation)).Address);
        }
        Assert.Equal(3, Routes(router));
        // A login is a response; only an existing connection is tested.
        Assert.Equal(["RESET"], second.Requests);
        Assert.Empty(first.Requests);
    }

    /// <summary>
    /// A server that returns the home database in its tables and, if no database was sent, in its responses, and records the
    /// databases of requests.
    /// </summary>
    private static ScriptedServer Home(Func<string?> home, List<object?> used, Dictionary<string, object?>? hints = null) => ScriptedServer.Serve(
        async (peer, request) =>
        {
            switch (request.Tag)
            {
                case Tag.ROUTE:
                    await peer.SuccessAsync(Peer.Table([peer.Address], [peer.Address], [peer.Address], db: (string?)request.Map(2).GetValueOrDefault("db") ?? home()));
                    return true;
                case Tag.BEGIN:
                    var database = request.Map(0).GetValueOrDefault("db");
                    used.Add(database);
                    await peer.SuccessAsync(hints is null || database is not null ? null : new { db = home() });
                    return true;
                case Tag.RUN when request.Map(2).ContainsKey("db"):
                    used.Add(request.Map(2)["db"]);
                    return false;
                case Tag.RUN when request.Query == "auto":
                    used.Add(null);
                    await peer.SuccessAsync(new { fields = new[] { "x" }, db = home() });
                    return true;
                default:
                    return false;
            }
        },
        hints: hints);

    private static async Task UseAsync(Session session, string how)
    {
        switch (how)
        {
            case "run":
                await (await session.RunAsync("auto", cancellation: Cancellation)).ConsumeAsync(Cancellation);
                break;
            case "begin":
                await using (var transaction = await session.BeginTransactionAsync(cancellation: Cancellation))
                {
                    await (await transaction.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
                    await transaction.CommitAsync(Cancellation);
                }
                break;
            default:
                await session.ExecuteReadAsync(async tx => await (await tx.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation), cancellation: Cancellation);
                break;
        }
    }
}
