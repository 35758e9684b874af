using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class TransactionTests
{
    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bookmarks_are_passed_from_transaction_to_transaction()
    {
        var sent = new List<string>();
        var commits = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.BEGIN)
                sent.Add(string.Join(',', (List<object?>)request.Map(0).GetValueOrDefault("bookmarks", new List<object?>())!));
            if (request.Tag is not Tag.COMMIT)
                return false;
            await peer.SuccessAsync(new { bookmark = $"after {++commits}" });
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session(new SessionConfig { Bookmarks = Bookmarks.From("a", "b") });
        for (var i = 0; i < 3; i++)
            await session.ExecuteWriteAsync(tx => tx.RunAsync("CREATE ()", cancellation: Cancellation), cancellation: Cancellation);
        Assert.Equal(["a,b", "after 1", "after 2"], sent);
        Assert.Equal(["after 3"], session.LastBookmarks.Values);
    }

    [Fact]
    public async Task BEGIN_of_a_managed_transaction_is_sent_with_its_first_statement()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            var before = peer.Reads;
            Assert.Equal("r", (await peer.ExpectAsync(Tag.BEGIN)).Map(0)["mode"]);
            Assert.Empty((await peer.ExpectAsync(Tag.RUN)).Map(2));
            await peer.ExpectAsync(Tag.PULL);
            Assert.Equal(before + 1, peer.Reads);
            await peer.SuccessAsync();
            await peer.SuccessAsync(new { fields = new[] { "x" }, qid = 0 });
            await peer.RecordAsync(1);
            await peer.SuccessAsync();
            await peer.ServeAsync();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await session.ExecuteReadAsync(async tx => await (await tx.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation), cancellation: Cancellation);
        Assert.Equal(["BEGIN", "RUN", "PULL", "COMMIT"], server.Requests);
    }

    [Fact]
    public async Task Several_results_of_a_transaction_are_read_in_parallel()
    {
        long queries = 0;
        var sent = new Dictionary<long, long>();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            switch (request.Tag)
            {
                case Tag.RUN:
                    await peer.SuccessAsync(new { fields = new[] { "x" }, qid = queries++ });
                    return true;
                case Tag.PULL:
                    var query = (long)request.Map(0).GetValueOrDefault("qid", queries - 1)!;
                    var count = sent[query] = sent.GetValueOrDefault(query) + 1;
                    await peer.RecordAsync(100 * query + count);
                    await peer.SuccessAsync(new { has_more = count < 3 });
                    return true;
                default:
                    return false;
            }
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { FetchSize = 1 });
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var first = await transaction.RunAsync("first", cancellation: Cancellation);
        var second = await transaction.RunAsync("second", cancellation: Cancellation);
        var seen = new List<object?>();
        while (await first.FetchAsync(Cancellation) && await second.FetchAsync(Cancellation))
            seen.AddRange([first.Current[0], second.Current[0]]);
        Assert.Equal([1L, 101L, 2L, 102L, 3L, 103L], seen);
        await transaction.CommitAsync(Cancellation);
    }

    [Fact]
    public async Task A_commit_completes_open_results()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.RUN)
            {
                await peer.SuccessAsync(new { fields = new[] { "x" }, qid = 4 });
            }
            else if (request.Tag is Tag.PULL)
            {
                await peer.RecordAsync(1);
                await peer.SuccessAsync(new { has_more = true });
            }
            else
            {
                if (request.Tag is Tag.DISCARD)
                    Assert.Equal(4L, request.Map(0)["qid"]);
                return false;
            }
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var cursor = await transaction.RunAsync("UNWIND ...", cancellation: Cancellation);
        Assert.True(await cursor.FetchAsync(Cancellation));
        await transaction.CommitAsync(Cancellation);
        await Assert.ThrowsAsync<ResultConsumedException>(async () => await cursor.FetchAsync(Cancellation));
        Assert.Equal(["BEGIN", "RUN", "PULL", "DISCARD", "COMMIT"], server.Requests);
    }

    [Fact]
    public async Task Work_that_throws_is_rolled_back()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAsync<InvalidDataException>(() => session.ExecuteWriteAsync(
            async tx =>
            {
                await (await tx.RunAsync("CREATE ()", cancellation: Cancellation)).ConsumeAsync(Cancellation);
                throw new InvalidDataException();
            },
            cancellation: Cancellation));
        await using (var transaction = await session.BeginTransactionAsync(cancellation: Cancellation))
            await transaction.RunAsync("CREATE ()", cancellation: Cancellation);
        Assert.Equal(["BEGIN", "RUN", "PULL", "ROLLBACK", "BEGIN", "RUN", "PULL", "RESET"], server.Requests);
    }

    [Fact]
    public async Task An_ended_transaction_accepts_no_requests_and_a_session_has_one_at_a_time()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await Assert.ThrowsAsync<ClientException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation));
        await Assert.ThrowsAsync<ClientException>(() => session.BeginTransactionAsync(cancellation: Cancellation));
        await transaction.RollbackAsync(Cancellation);
        await Assert.ThrowsAsync<TransactionClosedException>(() => transaction.CommitAsync(Cancellation));
        await Assert.ThrowsAsync<TransactionClosedException>(() => transaction.RunAsync("RETURN 1", cancellation: Cancellation));
        await Assert.ThrowsAsync<ClientException>(() => session.ExecuteWriteAsync(tx => tx.CommitAsync(Cancellation), cancellation: Cancellation));
        await session.CloseAsync(Cancellation);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.RunAsync("RETURN 1", cancellation: Cancellation));
    }

    [Theory]
    [InlineData(Tag.BEGIN)]
    [InlineData(Tag.RUN)]
    [InlineData(Tag.PULL)]
    [InlineData(Tag.COMMIT)]
    public async Task A_deadlock_at_any_request_is_retried(Tag where)
    {
        var failures = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag != where || failures == 3)
                return false;
            failures++;
            await peer.FailUntilResetAsync(Deadlock);
            return true;
        });
        var time = new ManualTime(skipsWaits: true);
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = time });
        await using var session = driver.Session();
        Assert.Equal(1L, await session.ExecuteWriteAsync(
            async tx => (await (await tx.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0].As<long>(), cancellation: Cancellation));
        Assert.Equal(3, failures);
        Assert.Equal(1, server.Connections);
        Assert.Collection(
            time.Waits,
            wait => Assert.InRange(wait.TotalSeconds, 0.8, 1.2),
            wait => Assert.InRange(wait.TotalSeconds, 1.6, 2.4),
            wait => Assert.InRange(wait.TotalSeconds, 3.2, 4.8));
        // Random, so that clients that failed together do not retry together.
        Assert.DoesNotContain(time.Waits, wait => wait.TotalSeconds is 1 or 2 or 4);
    }

    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError")]
    [InlineData("Neo.TransientError.Transaction.Terminated")]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped")]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration")]
    [InlineData("Neo.DatabaseError.General.UnknownError")]
    public async Task Permanent_errors_are_not_retried(string code)
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            await peer.FailureAsync(code);
            await peer.ExpectAsync(Tag.PULL);
            await peer.IgnoredAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        var error = await Assert.ThrowsAnyAsync<Neo4jException>(() => session.ExecuteWriteAsync(tx => tx.RunAsync("BAD", cancellation: Cancellation), cancellation: Cancellation));
        Assert.False(error.IsRetriable);
        Assert.Equal(["BEGIN", "RUN", "PULL", "RESET"], server.Requests);
    }

    [Fact]
    public async Task Retries_end_at_the_time_limit()
    {
        var attempts = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.BEGIN)
                return false;
            attempts++;
            await peer.FailUntilResetAsync("Neo.TransientError.General.DatabaseUnavailable");
            return true;
        });
        var time = new ManualTime(skipsWaits: true);
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = time });
        await using var session = driver.Session();
        await Assert.ThrowsAsync<TransientException>(() => session.ExecuteReadAsync(tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: Cancellation));
        // 1 + 2 + 4 + 8 + 16 seconds, each up to a fifth more or less, exceed 30 seconds after the fifth or sixth wait.
        Assert.InRange(attempts, 6, 7);
    }

    [Fact]
    public async Task A_connection_lost_before_the_commit_is_retried()
    {
        await using var server = ScriptedServer.Serve((peer, request) =>
        {
            if (request.Tag is Tag.PULL && peer.Number == 1)
                peer.Close();
            return Task.FromResult(false);
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        await session.ExecuteWriteAsync(async tx => await (await tx.RunAsync("CREATE ()", cancellation: Cancellation)).ConsumeAsync(Cancellation), cancellation: Cancellation);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_connection_lost_during_the_commit_is_never_retried()
    {
        await using var server = ScriptedServer.Serve((peer, request) =>
        {
            if (request.Tag is Tag.COMMIT)
                peer.Close();
            return Task.FromResult(false);
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        var error = await Assert.ThrowsAsync<IncompleteCommitException>(() => session.ExecuteWriteAsync(tx => tx.RunAsync("CREATE ()", cancellation: Cancellation), cancellation: Cancellation));
        Assert.False(error.IsRetriable);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task An_auto_commit_statement_is_never_retried()
    {
        var runs = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            runs++;
            await peer.FailureAsync(Deadlock);
            await peer.ExpectAsync(Tag.PULL);
            await peer.IgnoredAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        Assert.True((await Assert.ThrowsAsync<TransientException>(() => session.RunAsync("CREATE ()", cancellation: Cancellation))).IsRetriable);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Parameters_that_cannot_be_written_leave_the_transaction_open()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await session.ExecuteWriteAsync(
            async tx =>
            {
                await Assert.ThrowsAsync<ClientException>(() => tx.RunAsync("RETURN $x", new { x = 1m }, Cancellation));
                await Assert.ThrowsAsync<ClientException>(() => tx.RunPipelinedAsync([new Query("RETURN 1"), new Query("RETURN $x", new { x = 1m })], Cancellation));
                await (await tx.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
            },
            cancellation: Cancellation);
        Assert.Equal(["BEGIN", "RUN", "PULL", "COMMIT"], server.Requests);
    }

    [Fact]
    public async Task ExecuteQuery_statements_see_each_others_effects()
    {
        var sent = new List<string>();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.BEGIN)
                sent.Add(string.Join(',', (List<object?>)request.Map(0).GetValueOrDefault("bookmarks", new List<object?>())!));
            if (request.Tag is not Tag.COMMIT)
                return false;
            await peer.SuccessAsync(new { bookmark = $"b{sent.Count}" });
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        for (var i = 0; i < 3; i++)
        {
            var result = await driver.ExecuteQueryAsync("RETURN 1", cancellation: Cancellation);
            Assert.Equal((1L, "x"), (result.Records.Single()["x"], result.Keys.Single()));
        }
        Assert.Equal(["", "b1", "b2"], sent);
    }

    [Fact]
    public async Task Work_is_retried_once_whatever_the_time_limit()
    {
        var attempts = 0;
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            attempts++;
            await peer.FailUntilResetAsync(Deadlock);
            return true;
        });
        await using var driver = GraphDatabase.Driver(
            server.Bolt, config: new DriverConfig { MaxTransactionRetryTime = TimeSpan.Zero, Time = new ManualTime(skipsWaits: true) });
        await using var session = driver.Session();
        await Assert.ThrowsAsync<TransientException>(() => session.ExecuteReadAsync(tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: Cancellation));
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task Waiting_for_a_retry_can_be_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            await peer.FailUntilResetAsync(Deadlock);
            return true;
        });
        // With this clock the delay never ends.
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { Time = new ManualTime() });
        await using var session = driver.Session();
        var working = session.ExecuteReadAsync(tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: cancel.Token);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!server.Requests.Contains(nameof(Tag.RESET)))
            await Task.Delay(1, bound.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.Single(server.Requests, r => r == nameof(Tag.BEGIN));
    }
}
