using System.Globalization;
using GraphIntel.Bolt.Pool;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Bolt.Tests.Server;

[Collection(Neo4j526Collection.Name)]
public sealed class OnNeo4j526(Neo4j526 server) : RealServerTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class OnNeo4j2026(Neo4j2026 server) : RealServerTests(server);

/// <summary>The behavior with every supported version of a real server.</summary>
public abstract class RealServerTests
{
    private readonly Neo4jServer _server;

    protected RealServerTests(Neo4jServer server)
    {
        server.Require();
        _server = server;
    }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Values => [.. Enumerable.Range(0, All.Length)];

    private static readonly object?[] All =
    [
        null, true, false, 0L, -16L, -17L, -128L, -129L, 32768L, 2147483648L, long.MinValue, long.MaxValue,
        0.0, -0.0, 1.5, double.Epsilon, double.MaxValue, double.PositiveInfinity, double.NaN,
        "", "a", "Дамаск دمشق 北京 \U0001F600 \0", new string('x', 200_000),
        Array.Empty<byte>(), new byte[] { 0, 255, 1 }, Enumerable.Range(0, 70_000).Select(i => (byte)i).ToArray(),
        new List<object?>(), new List<object?> { 1L, "a", null, new List<object?> { 2.5 } }, Enumerable.Range(0, 70_000).Select(i => (object?)(long)i).ToList(),
        new Dictionary<string, object?>(), new Dictionary<string, object?> { ["a"] = 1L, ["b c"] = new List<object?> { true } },
        new LocalDate(2024, 2, 29), new LocalDate(-1, 3, 1), new LocalDate(12345, 6, 7), new LocalDate(999_999_999, 12, 31), new LocalDate(-999_999_999, 1, 1),
        new LocalTime(0, 0, 0), new LocalTime(23, 59, 59, 999_999_999),
        new OffsetTime(new LocalTime(12, 34, 56, 789), 7200), new OffsetTime(new LocalTime(0, 0, 0), -64_800),
        new LocalDateTime(new LocalDate(1969, 12, 31), new LocalTime(23, 59, 59, 1)), new LocalDateTime(new LocalDate(-5, 1, 1), new LocalTime(1, 2, 3)),
        new ZonedDateTime(0, 42, 3600), new ZonedDateTime(-1, 999_999_999, -19_800), new ZonedDateTime(1_700_000_000, 5, "Asia/Damascus"), new ZonedDateTime(1_711_846_800, 0, "Europe/Paris"),
        new Duration(14, 3, 14_706, 700_000_000), new Duration(0, 0, 0, -500_000_000), new Duration(-1, -2, -3, 4),
        new Point(Point.Cartesian, 1, 2), new Point(Point.Cartesian3D, 1, 2, 3), new Point(Point.Wgs84, 36.3, 33.5), new Point(Point.Wgs84With3D, 36.3, 33.5, 680),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Every_value_round_trips(int index)
    {
        var value = All[index];
        await using var driver = _server.Driver();
        await using var session = driver.Session();
        var record = await (await session.RunAsync("RETURN $x AS x, [$x, {x: $x}] AS nested", new { x = value }, cancellation: Cancellation)).SingleAsync(Cancellation);
        Assert.Equal(value, record["x"]);
        var nested = (List<object?>)record["nested"]!;
        Assert.Equal(value, nested[0]);
        Assert.Equal(value, ((Dictionary<string, object?>)nested[1]!)["x"]);
    }

    [Fact]
    public async Task The_server_reads_values_with_the_same_meaning()
    {
        await using var driver = _server.Driver();
        var record = (await driver.ExecuteQueryAsync(
            "RETURN toString($date), toString($dateTime), toString($zoned), toString($duration), $point.longitude, toString(date('+12345-06-07')), date('+12345-06-07')",
            new
            {
                date = new LocalDate(-1, 3, 1),
                dateTime = new LocalDateTime(new LocalDate(2024, 2, 29), new LocalTime(1, 2, 3, 4)),
                zoned = new ZonedDateTime(1_700_000_000, 5, "Asia/Damascus"),
                duration = new Duration(0, 0, 0, -500_000_000),
                point = new Point(Point.Wgs84, 36.3, 33.5),
            },
            cancellation: Cancellation)).Records.Single();
        Assert.Equal(
            ["-0001-03-01", "2024-02-29T01:02:03.000000004", "2023-11-15T01:13:20.000000005+03:00[Asia/Damascus]", "PT-0.5S", 36.3, "+12345-06-07", new LocalDate(12345, 6, 7)],
            record.Values);
        Assert.Contains("+12345-06-07", Assert.Throws<ValueOverflowException>(() => record.Values[6].As<DateOnly>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_relationships_and_paths_are_read()
    {
        await using var driver = _server.Driver();
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var record = await (await transaction.RunAsync(
            "CREATE p = (a:Actor:Person {name: 'A', born: date('1970-01-01')})-[r:BACKS {since: 2011}]->(b:Actor {name: 'B'})<-[:BACKS]-(a) RETURN p, a, r", cancellation: Cancellation))
            .SingleAsync(Cancellation);
        var (path, actor, relationship) = (record.Get<Path>("p"), record.Get<Node>("a"), record.Get<Relationship>("r"));
        Assert.Equal(["Actor", "Person"], actor.Labels.Order());
        Assert.Equal(("A", new LocalDate(1970, 1, 1)), (actor["name"], actor["born"]));
        Assert.Equal(("BACKS", 2011L, actor.ElementId), (relationship.Type, relationship["since"], relationship.StartNodeElementId));
        Assert.Equal(["A", "B", "A"], path.Nodes.Select(n => n["name"]));
        Assert.Equal([actor.ElementId, actor.ElementId], path.Relationships.Select(r => r.StartNodeElementId));
        Assert.Equal(relationship, path.Relationships[0]);
        var error = await Assert.ThrowsAsync<ClientException>(() => transaction.RunAsync("RETURN $x", new { x = actor }, Cancellation));
        Assert.Contains("ElementId", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_handshake_works_with_the_manifest_and_without(bool manifest)
    {
        await using var driver = _server.Driver(new DriverConfig { OfferManifest = manifest });
        var info = await driver.GetServerInfoAsync(Cancellation);
        Assert.Equal("5.8", info.ProtocolVersion);
        Assert.Equal($"Neo4j/{_server.Version}", info.Agent);
    }

    [Fact]
    public async Task A_wrong_password_is_rejected()
    {
        await using var driver = GraphDatabase.Driver(_server.Uri, AuthTokens.Basic("neo4j", "hush-hush-4711"));
        var error = await Assert.ThrowsAsync<AuthenticationException>(() => driver.VerifyConnectivityAsync(Cancellation));
        Assert.DoesNotContain("hush-hush-4711", error.ToString(), StringComparison.Ordinal);
        await using var right = _server.Driver();
        await right.VerifyConnectivityAsync(Cancellation);
    }

    [Fact]
    public async Task The_HTTP_port_is_a_clear_error()
    {
        await using var driver = GraphDatabase.Driver($"bolt://{_server.Http.Authority}", _server.Token);
        Assert.Contains("HTTP", (await Assert.ThrowsAsync<ProtocolException>(() => driver.VerifyConnectivityAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TLS_checks_the_certificates_trust_and_name()
    {
        using var certificate = _server.Certificate;
        Assert.SkipWhen(certificate is null, "The server that NEO4J_URI names gives no NEO4J_CERTIFICATE.");
        var trusting = new DriverConfig { TrustedCertificates = [certificate] };
        await using var trusted = GraphDatabase.Driver($"neo4j+s://{_server.Uri.Authority}", _server.Token, trusting);
        Assert.Equal(1L, (await trusted.ExecuteQueryAsync("RETURN 1", cancellation: Cancellation)).Records[0][0]);
        await using var untrusted = GraphDatabase.Driver($"bolt+s://{_server.Uri.Authority}", _server.Token);
        await Assert.ThrowsAsync<ServerCertificateException>(() => untrusted.VerifyConnectivityAsync(Cancellation));
        await using var any = GraphDatabase.Driver($"bolt+ssc://{_server.Uri.Authority}", _server.Token);
        await any.VerifyConnectivityAsync(Cancellation);
        await using var proxy = new FaultProxy(_server.Uri, listenOn: "127.0.0.2");
        await using var misnamed = GraphDatabase.Driver($"bolt+s://{proxy.Address}", _server.Token, trusting);
        Assert.Contains("NameMismatch", (await Assert.ThrowsAsync<ServerCertificateException>(() => misnamed.VerifyConnectivityAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_have_codes_and_no_values_and_keep_the_connection()
    {
        await using var driver = _server.Driver(new DriverConfig { MaxConnectionPoolSize = 1 });
        await using var session = driver.Session();
        foreach (var (query, code) in new[]
        {
            ("RETURN BAD HUSHHUSH", "Neo.ClientError.Statement.SyntaxError"),
            ("RETURN date($secret)", "Neo.ClientError.Statement."),
            ("RETURN 1/0 + size($secret)", "Neo.ClientError.Statement.ArithmeticError"),
            ("UNWIND [1, 0] AS x RETURN 1/x, $secret", "Neo.ClientError.Statement.ArithmeticError"),
        })
        {
            var error = await Assert.ThrowsAsync<ClientException>(async () =>
                await (await session.RunAsync(query, new { secret = "HUSHHUSH" }, cancellation: Cancellation)).ToListAsync(Cancellation));
            Assert.StartsWith(code, error.Code, StringComparison.Ordinal);
            Assert.NotNull(error.GqlStatus);
            Assert.NotNull(error.ServerMessage);
            Assert.DoesNotContain("HUSHHUSH", error.ToString(), StringComparison.Ordinal);
        }
        await Assert.ThrowsAnyAsync<Neo4jException>(() => session.RunAsync("RETURN $x", new { x = new ZonedDateTime(0, 0, "No/Where") }, cancellation: Cancellation));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    [Fact]
    public async Task Transactions_commit_roll_back_and_read_several_results()
    {
        await using var driver = _server.Driver(new DriverConfig { FetchSize = 7 });
        await using var session = driver.Session();
        var id = Guid.NewGuid().ToString();
        await using (var transaction = await session.BeginTransactionAsync(cancellation: Cancellation))
        {
            var numbers = await transaction.RunAsync("UNWIND range(1, 100) AS n RETURN n", cancellation: Cancellation);
            var squares = await transaction.RunAsync("UNWIND range(1, 100) AS n RETURN n * n", cancellation: Cancellation);
            var both = 0L;
            while (await numbers.FetchAsync(Cancellation) && await squares.FetchAsync(Cancellation))
                both += numbers.Current[0].As<long>() * numbers.Current[0].As<long>() == squares.Current[0].As<long>() ? 1 : 0;
            Assert.Equal(100, both);
            await transaction.RunAsync("UNWIND range(1, 50) AS n CREATE (:Kept {id: $id, n: n}) RETURN n", new { id }, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }
        Assert.NotEmpty(session.LastBookmarks.Values);
        await using (var transaction = await session.BeginTransactionAsync(cancellation: Cancellation))
            await transaction.RunAsync("CREATE (:Kept {id: $id})", new { id }, Cancellation);
        // An auto-commit write is executed even if its result is not read.
        await using (var other = driver.Session())
            await other.RunAsync("UNWIND range(1, 30) AS n CREATE (:Kept {id: $id, n: n}) RETURN n", new { id }, cancellation: Cancellation);
        var cursor = await session.RunAsync("MATCH (k:Kept {id: $id}) DETACH DELETE k RETURN count(k)", new { id }, cancellation: Cancellation);
        Assert.Equal(80L, (await cursor.SingleAsync(Cancellation))[0]);
        Assert.Equal(80, (await cursor.ConsumeAsync(Cancellation)).Counters.NodesDeleted);
    }

    [Fact]
    public async Task Statements_are_pipelined()
    {
        await using var driver = _server.Driver();
        await using var session = driver.Session();
        var queries = Enumerable.Range(0, 200).Select(i => new Query("UNWIND range(1, 200) AS n RETURN n + $i", new { i })).ToList();
        var cursors = await session.RunPipelinedAsync(queries, cancellation: Cancellation);
        for (var i = cursors.Count - 1; i >= 0; i--)
            Assert.Equal(Enumerable.Range(1, 200).Select(n => (object?)(long)(n + i)), (await cursors[i].ToListAsync(Cancellation)).Select(r => r[0]));
        await session.ExecuteReadAsync(
            async tx =>
            {
                var inside = await tx.RunPipelinedAsync(queries[..8], Cancellation);
                for (var i = 0; i < inside.Count; i++)
                    Assert.Equal(200, (await inside[i].ToListAsync(Cancellation)).Count);
            },
            cancellation: Cancellation);
    }

    [Fact]
    public async Task A_long_query_is_canceled_and_its_connection_kept()
    {
        await using var driver = _server.Driver();
        var pool = ((DirectSource)driver.Source).Pool;
        await driver.VerifyConnectivityAsync(Cancellation);
        for (var round = 0; round < 5; round++)
        {
            await using var session = driver.Session();
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100 * round));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                await (await session.RunAsync("UNWIND range(1, 10000000000) AS n WITH n WHERE n < 0 RETURN count(n)", cancellation: cancel.Token)).SingleAsync(cancel.Token));
            Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        }
        var running = await driver.ExecuteQueryAsync("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 10000000000)' RETURN count(*)", cancellation: Cancellation);
        Assert.Equal(0L, running.Records[0][0]);
        Assert.Equal((0, 1), (pool.InUse, pool.Idle));
    }

    [Fact]
    public async Task A_stream_is_canceled_in_its_middle_and_its_connection_kept()
    {
        await using var driver = _server.Driver();
        await using var session = driver.Session(new SessionConfig { FetchSize = -1 });
        using var cancel = new CancellationTokenSource();
        var cursor = await session.RunAsync("UNWIND range(1, 100000000) AS n RETURN n", cancellation: Cancellation);
        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await cursor.FetchAsync(cancel.Token))
            {
                if (++read == 5_000)
                    await cancel.CancelAsync();
            }
        });
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        var pool = ((DirectSource)driver.Source).Pool;
        Assert.Equal((0, 1), (pool.InUse, pool.Idle));
    }

    [Fact]
    public async Task An_exhausted_pool_times_out_and_recovers()
    {
        await using var driver = _server.Driver(new DriverConfig { MaxConnectionPoolSize = 2, ConnectionAcquisitionTimeout = TimeSpan.FromMilliseconds(300) });
        await using (var first = driver.Session())
        await using (var second = driver.Session())
        {
            await first.BeginTransactionAsync(cancellation: Cancellation);
            await second.BeginTransactionAsync(cancellation: Cancellation);
            Assert.Contains("All 2 connections", (await Assert.ThrowsAsync<ClientException>(() => driver.VerifyConnectivityAsync(Cancellation))).Message, StringComparison.Ordinal);
        }
        await driver.VerifyConnectivityAsync(Cancellation);
    }

    [Fact]
    public async Task A_deadlock_is_retried_until_both_transactions_succeed()
    {
        await using var driver = _server.Driver();
        var ids = new[] { Guid.NewGuid().ToString(), Guid.NewGuid().ToString() };
        await driver.ExecuteQueryAsync("UNWIND $ids AS id CREATE (:Lock {id: id, n: 0})", new { ids }, cancellation: Cancellation);
        var attempts = 0;
        using var both = new CountdownEvent(2);
        var locked = new TaskCompletionSource();
        async Task WorkAsync(string first, string second)
        {
            await using var session = driver.Session();
            var attempt = 0;
            await session.ExecuteWriteAsync(
                async tx =>
                {
                    Interlocked.Increment(ref attempts);
                    await (await tx.RunAsync("MATCH (l:Lock {id: $id}) SET l.n = l.n + 1", new { id = first }, Cancellation)).ConsumeAsync(Cancellation);
                    if (attempt++ == 0)
                    {
                        if (both.Signal())
                            locked.SetResult();
                        await locked.Task;
                    }
                    await (await tx.RunAsync("MATCH (l:Lock {id: $id}) SET l.n = l.n + 1", new { id = second }, Cancellation)).ConsumeAsync(Cancellation);
                },
                cancellation: Cancellation);
        }
        await Task.WhenAll(WorkAsync(ids[0], ids[1]), WorkAsync(ids[1], ids[0]));
        var counts = (await driver.ExecuteQueryAsync("MATCH (l:Lock) WHERE l.id IN $ids WITH l, l.n AS n DELETE l RETURN n", new { ids }, cancellation: Cancellation)).Records;
        Assert.Equal([2L, 2L], counts.Select(r => r[0]));
        Assert.InRange(attempts, 3, 10);
    }

    [Fact]
    public async Task Routing_finds_a_single_server_in_all_roles()
    {
        await using var driver = GraphDatabase.Driver($"neo4j://{_server.Uri.Authority}", _server.Token);
        foreach (var routing in new[] { RoutingControl.Readers, RoutingControl.Writers })
        {
            var result = await driver.ExecuteQueryAsync("RETURN 1", config: new QueryConfig { Routing = routing }, cancellation: Cancellation);
            Assert.Equal((1L, "neo4j"), (result.Records[0][0], result.Summary.Database));
        }
        await Assert.ThrowsAsync<FatalDiscoveryException>(() => driver.ExecuteQueryAsync("RETURN 1", config: new QueryConfig { Database = "nowhere" }, cancellation: Cancellation));
        await using var session = driver.Session(new SessionConfig { DefaultAccessMode = AccessMode.Read });
        await Assert.ThrowsAnyAsync<Neo4jException>(async () => await (await session.RunAsync("CREATE ()", cancellation: Cancellation)).ConsumeAsync(Cancellation));
    }

    [Fact]
    public async Task Sessions_without_a_database_get_the_name_from_the_server()
    {
        await using var driver = GraphDatabase.Driver($"neo4j://{_server.Uri.Authority}", _server.Token);
        await driver.VerifyConnectivityAsync(Cancellation);
        for (var i = 0; i < 3; i++)
        {
            await using var session = driver.Session();
            var alone = await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
            var managed = await session.ExecuteReadAsync(async tx => await (await tx.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation), cancellation: Cancellation);
            Assert.Equal(("neo4j", "neo4j"), (alone.Database, managed.Database));
        }
        var lease = await driver.Source.AcquireAsync(new Target(AccessMode.Read, null, [], null, null), Cancellation);
        Assert.Equal((true, true), (lease.Connection.Server.ResolvesHomeDatabase, lease.ResolvesHome));
        await lease.ReleaseAsync(needsReset: false);
    }

    [Fact]
    public async Task Another_user_logs_on_to_the_same_connection()
    {
        await using var driver = _server.Driver(new DriverConfig { MaxConnectionPoolSize = 1 });
        await driver.ExecuteQueryAsync("CREATE USER jane IF NOT EXISTS SET PASSWORD 'jane-hush-4711' CHANGE NOT REQUIRED", config: new QueryConfig { Database = "system" }, cancellation: Cancellation);
        foreach (var (token, name) in new[] { (AuthTokens.Basic("jane", "jane-hush-4711"), "jane"), (null, "neo4j") })
        {
            var result = await driver.ExecuteQueryAsync("SHOW CURRENT USER YIELD user", config: new QueryConfig { AuthToken = token, Database = "system" }, cancellation: Cancellation);
            Assert.Equal(name, result.Records.Single()["user"]);
        }
        await Assert.ThrowsAsync<AuthenticationException>(() => driver.ExecuteQueryAsync("RETURN 1", config: new QueryConfig { AuthToken = AuthTokens.Basic("jane", "wrong") }, cancellation: Cancellation));
        Assert.Equal(1L, (await driver.ExecuteQueryAsync("RETURN 1", cancellation: Cancellation)).Records[0][0]);
    }

    [Fact]
    public async Task Notifications_are_received_and_filtered()
    {
        await using var driver = _server.Driver();
        foreach (var (filter, expected) in new[] { (null, true), (NotificationFilter.None, false) })
        {
            await using var session = driver.Session(new SessionConfig { NotificationFilter = filter });
            var summary = await (await session.RunAsync("MATCH (n:NoSuchLabelAnywhere) RETURN n", cancellation: Cancellation)).ConsumeAsync(Cancellation);
            Assert.Equal(expected, summary.Statuses.Any(s => s.Classification == "UNRECOGNIZED"));
        }
        var plan = (await driver.ExecuteQueryAsync("EXPLAIN RETURN 1", cancellation: Cancellation)).Summary.Plan;
        Assert.NotNull(plan);
        var profile = (await driver.ExecuteQueryAsync("PROFILE RETURN 1", cancellation: Cancellation)).Summary.Profile;
        Assert.NotNull(profile);
        Assert.Equal(Convert.ToString(1L, CultureInfo.InvariantCulture), Convert.ToString(profile["rows"], CultureInfo.InvariantCulture));
    }
}
