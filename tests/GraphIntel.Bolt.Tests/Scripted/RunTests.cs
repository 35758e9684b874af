using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class RunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_and_pull_are_sent_in_one_write()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            var before = peer.Reads;
            await peer.ExpectAsync(Tag.RUN, Tag.PULL);
            Assert.Equal(before + 1, peer.Reads);
            await peer.SuccessAsync(new { fields = new[] { "x" } });
            await peer.SuccessAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        Assert.Empty(await (await session.RunAsync("RETURN 1 AS x LIMIT 0", cancellation: Cancellation)).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task All_options_of_a_statement_are_sent()
    {
        await using var server = ScriptedServer.Serve((_, request) =>
        {
            if (request.Tag is Tag.RUN)
            {
                Assert.Equal("RETURN $p.id", request.Query);
                Assert.Equal("abc", ((Dictionary<string, object?>)request.Map(1)["p"]!)["id"]);
                Assert.Equivalent(
                    new Dictionary<string, object?>
                    {
                        ["mode"] = "r",
                        ["db"] = "movies",
                        ["bookmarks"] = new List<object?> { "b1", "b2" },
                        ["tx_timeout"] = 1500L,
                        ["tx_metadata"] = new Dictionary<string, object?> { ["app"] = "test" },
                        ["imp_user"] = "jane",
                        ["notifications_minimum_severity"] = "OFF",
                    },
                    request.Map(2), strict: true);
            }
            return Task.FromResult(false);
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session(new SessionConfig
        {
            Database = "movies",
            DefaultAccessMode = AccessMode.Read,
            Bookmarks = Bookmarks.From("b1", "b2", "b1"),
            ImpersonatedUser = "jane",
            NotificationFilter = NotificationFilter.None,
        });
        var cursor = await session.RunAsync(
            "RETURN $p.id",
            static (writer, id) =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("p"u8);
                writer.WriteMapHeader(1);
                writer.WriteString("id"u8);
                writer.WriteString(id);
            },
            "abc",
            new TransactionConfig { Timeout = TimeSpan.FromMilliseconds(1499.5), Metadata = new Dictionary<string, object?> { ["app"] = "test" } },
            Cancellation);
        Assert.Equal(1L, (await cursor.SingleAsync(Cancellation))[0]);
    }

    [Fact]
    public async Task Records_are_fetched_in_batches_of_the_fetch_size()
    {
        var pulled = new List<object?>();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL)
                return false;
            pulled.Add(request.Map(0)["n"]);
            Assert.DoesNotContain("qid", request.Map(0).Keys);
            await peer.RecordAsync(2L * pulled.Count - 1);
            if (pulled.Count == 3)
            {
                await peer.SuccessAsync(new { has_more = false, bookmark = "end" });
                return true;
            }
            await peer.RecordAsync(2L * pulled.Count);
            await peer.SuccessAsync(new { has_more = true });
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { FetchSize = 2 });
        await using var session = driver.Session();
        var records = await (await session.RunAsync("UNWIND ...", cancellation: Cancellation)).ToListAsync(Cancellation);
        Assert.Equal([1L, 2L, 3L, 4L, 5L], records.Select(r => r[0]));
        Assert.Equal([2L, 2L, 2L], pulled);
        Assert.Equal(["end"], session.LastBookmarks.Values);
    }

    [Fact]
    public async Task An_unread_result_is_discarded()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            switch (request.Tag)
            {
                case Tag.PULL:
                    await peer.RecordAsync(1);
                    await peer.RecordAsync(2);
                    await peer.SuccessAsync(new { has_more = true });
                    return true;
                case Tag.DISCARD:
                    Assert.Equal(-1L, request.Map(0)["n"]);
                    await peer.SuccessAsync(new { bookmark = "written" });
                    return true;
                default:
                    return false;
            }
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        var session = driver.Session();
        var cursor = await session.RunAsync("CREATE ...", cancellation: Cancellation);
        Assert.True(await cursor.FetchAsync(Cancellation));
        await session.CloseAsync(Cancellation);
        Assert.Equal(["written"], session.LastBookmarks.Values);
        Assert.Equal(["RUN", "PULL", "DISCARD"], server.Requests);
        await Assert.ThrowsAsync<ResultConsumedException>(async () => await cursor.FetchAsync(Cancellation));
    }

    [Fact]
    public async Task A_failed_run_is_reset_and_its_connection_reused()
    {
        var failed = false;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || failed)
                return false;
            failed = true;
            await peer.FailureAsync(new
            {
                neo4j_code = "Neo.ClientError.Statement.SyntaxError",
                message = "Invalid input 'SECRET'",
                gql_status = "42001",
                description = "error: syntax error",
                diagnostic_record = new { OPERATION = "X", _classification = "CLIENT_ERROR" },
                cause = new { message = "inner SECRET", gql_status = "42I06", description = "inner" },
            });
            await peer.ExpectAsync(Tag.PULL);
            await peer.IgnoredAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var error = await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("SECRET", new { p = "SECRET" }, cancellation: Cancellation));
        Assert.Equal(("Neo.ClientError.Statement.SyntaxError", "42001", "Invalid input 'SECRET'"), (error.Code, error.GqlStatus, error.ServerMessage));
        Assert.Equal(("X", "0", "/"), (error.GqlDiagnosticRecord!["OPERATION"], error.GqlDiagnosticRecord["OPERATION_CODE"], error.GqlDiagnosticRecord["CURRENT_SCHEMA"]));
        Assert.Equal("42I06", Assert.IsType<Neo4jException>(error.InnerException).GqlStatus);
        Assert.Contains("42001", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(["RUN", "PULL", "RESET", "RUN", "PULL"], server.Requests);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_failure_after_records_is_reported_after_them()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL)
                return false;
            await peer.RecordAsync(1);
            await peer.FailureAsync("Neo.ClientError.Statement.ArithmeticError");
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var cursor = await session.RunAsync("RETURN 1/0", cancellation: Cancellation);
        Assert.True(await cursor.FetchAsync(Cancellation));
        // It is the same on every call.
        for (var i = 0; i < 2; i++)
            Assert.Equal("Neo.ClientError.Statement.ArithmeticError", (await Assert.ThrowsAsync<ClientException>(async () => await cursor.FetchAsync(Cancellation))).Code);
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", (await Assert.ThrowsAsync<ClientException>(() => cursor.ConsumeAsync(Cancellation))).Code);
    }

    [Fact]
    public async Task A_request_that_the_server_cannot_read_closes_the_connection()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || peer.Number > 1)
                return false;
            // After such a RUN 5.26 stays ready, and closes the connection at the following PULL.
            await peer.FailureAsync("Neo.ClientError.Request.Invalid");
            await peer.ExpectAsync(Tag.PULL);
            await peer.FailureAsync("Neo.ClientError.Request.Invalid");
            peer.Close();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAsync<ProtocolException>(() => session.RunAsync("RETURN $x", new { x = new ZonedDateTime(0, 0, "No/Where") }, cancellation: Cancellation));
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData("0004B17191")]
    [InlineData("0004B1719101000100")]
    public async Task A_server_that_is_killed_while_streaming_is_unavailable_and_the_next_request_works(string beginning)
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL || peer.Number > 1)
                return false;
            await peer.RawAsync(Hex.Parse(beginning));
            peer.Close();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAsync<ServiceUnavailableException>(async () =>
            await (await session.RunAsync("UNWIND ...", cancellation: Cancellation)).ToListAsync(Cancellation));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    [Theory]
    [InlineData("0002B0550000", "55")]
    [InlineData("0003B171000000", "type List")]
    [InlineData("0001C00000", "Structure")]
    [InlineData("0003B170C10000", "Expected")]
    [InlineData("0006B170A1816EC40000", "is not the start of a PackStream value")]
    [InlineData("0003B17191 0000 0003B170A00000 0003B170A00000 0003B170A00000", "0 bytes are left")]
    public async Task A_server_that_breaks_the_protocol_is_an_error_and_the_next_request_works(string garbage, string named)
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL || peer.Number > 1)
                return false;
            await peer.RawAsync(Hex.Parse(garbage));
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var error = await Assert.ThrowsAnyAsync<Neo4jException>(async () =>
            await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ToListAsync(Cancellation));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task Noops_anywhere_are_ignored()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            await peer.NoopAsync();
            if (request.Tag is not Tag.PULL)
                return false;
            await peer.RecordAsync(1);
            await peer.NoopAsync();
            await peer.NoopAsync();
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    [Fact]
    public async Task A_server_silent_for_longer_than_its_hint_loses_its_connection()
    {
        await using var server = ScriptedServer.Serve(
            async (peer, request) =>
            {
                if (request.Tag is Tag.PULL)
                    await peer.DrainAsync();
                return false;
            },
            hints: new Dictionary<string, object?> { ["connection.recv_timeout_seconds"] = 1 });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var cursor = await session.RunAsync("RETURN 1", cancellation: Cancellation);
        var error = await Assert.ThrowsAsync<ServiceUnavailableException>(async () => await cursor.FetchAsync(Cancellation));
        Assert.Contains("sent nothing for 1 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_server_is_waited_for_as_long_as_it_sends_keep_alives()
    {
        await using var server = ScriptedServer.Serve(
            async (peer, request) =>
            {
                for (var i = 0; request.Tag is Tag.PULL && i < 8; i++)
                {
                    await Task.Delay(250, Cancellation);
                    await peer.NoopAsync();
                }
                return false;
            },
            hints: new Dictionary<string, object?> { ["connection.recv_timeout_seconds"] = 1 });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    [Fact]
    public async Task Telemetry_is_sent_only_to_servers_that_request_it()
    {
        var hints = new Dictionary<string, object?> { ["telemetry.enabled"] = true };
        var seen = new List<object?>();
        Task<bool> Note(Peer peer, Request request)
        {
            if (request.Tag is Tag.TELEMETRY)
                seen.Add(request.Fields[0]);
            return Task.FromResult(false);
        }
        foreach (var (minor, given, disabled) in new[] { (8, true, false), (8, false, false), (3, true, false), (8, true, true) })
        {
            await using var server = ScriptedServer.Serve(Note, minor, given ? hints : null);
            await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { TelemetryDisabled = disabled });
            await using var session = driver.Session();
            await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
            await session.ExecuteReadAsync(tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: Cancellation);
            await (await session.BeginTransactionAsync(cancellation: Cancellation)).CommitAsync(Cancellation);
            await driver.ExecuteQueryAsync("RETURN 1", cancellation: Cancellation);
        }
        Assert.Equal([2L, 0L, 1L, 3L], seen);
    }

    [Fact]
    public async Task Telemetry_is_reported_once_despite_retries()
    {
        var begins = 0;
        await using var server = ScriptedServer.Serve(
            async (peer, request) =>
            {
                switch (request.Tag)
                {
                    // A report that was lost with its connection was not confirmed.
                    case Tag.TELEMETRY when peer.Number == 1:
                        peer.Close();
                        return true;
                    case Tag.BEGIN when peer.Number == 2 && ++begins < 3:
                        await peer.FailUntilResetAsync("Neo.TransientError.General.PleaseRetry");
                        return true;
                    default:
                        return false;
                }
            },
            hints: new Dictionary<string, object?> { ["telemetry.enabled"] = true });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await driver.ExecuteQueryAsync("RETURN 1", cancellation: Cancellation);
        Assert.Equal(["1 TELEMETRY", "2 TELEMETRY"], server.Log.Where(l => l.Contains("TELEMETRY", StringComparison.Ordinal)));
        Assert.Equal(3, begins);
        await driver.ExecuteQueryAsync("RETURN 1", cancellation: Cancellation);
        Assert.Equal(3, server.Requests.Count(r => r == nameof(Tag.TELEMETRY)));
    }

    [Fact]
    public async Task Parameters_that_fail_to_be_written_are_not_sent_and_keep_the_connection()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("RETURN $x", new { x = 1m }, cancellation: Cancellation));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => session.RunAsync("RETURN $x", _ => throw new InvalidTimeZoneException(), cancellation: Cancellation));
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("RETURN $x", writer => writer.WriteMapHeader(1), cancellation: Cancellation));
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("RETURN $x", _ => { }, cancellation: Cancellation));
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("RETURN $x", "text", cancellation: Cancellation));
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("RETURN $x", writer => writer.WriteInteger(1), cancellation: Cancellation));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(["RUN", "PULL"], server.Requests);
        Assert.Equal(1, server.Connections);
    }
}
