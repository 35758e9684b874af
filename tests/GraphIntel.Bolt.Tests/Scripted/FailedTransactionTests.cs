using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

/// <summary>Failed transactions, and their results.</summary>
public sealed class FailedTransactionTests
{
    private const string SyntaxError = "Neo.ClientError.Statement.SyntaxError";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Tag.RUN)]
    [InlineData(Tag.PULL)]
    public async Task Rollback_of_a_failed_transaction_does_nothing(Tag where)
    {
        await using var server = Failing(where);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await Assert.ThrowsAsync<ClientException>(async () => await (await transaction.RunAsync("BAD", cancellation: Cancellation)).ToListAsync(Cancellation));
        await transaction.RollbackAsync(Cancellation);
        await transaction.RollbackAsync(Cancellation);
        Assert.DoesNotContain(nameof(Tag.ROLLBACK), server.Requests);
        // The session can start another transaction.
        await (await session.BeginTransactionAsync(cancellation: Cancellation)).RollbackAsync(Cancellation);
    }

    [Fact]
    public async Task Rollback_of_a_canceled_transaction_does_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN)
                return false;
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.PULL, Tag.RESET);
            await peer.IgnoredAsync();
            await peer.IgnoredAsync();
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transaction.RunAsync("RETURN 1", cancellation: cancel.Token));
        await transaction.RollbackAsync(Cancellation);
    }

    [Fact]
    public async Task Rollback_of_an_ended_transaction_is_rejected()
    {
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        foreach (var commits in new[] { true, false })
        {
            var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
            await (commits ? transaction.CommitAsync(Cancellation) : transaction.RollbackAsync(Cancellation));
            await Assert.ThrowsAsync<TransactionClosedException>(() => transaction.RollbackAsync(Cancellation));
        }
    }

    [Fact]
    public async Task A_statement_or_a_commit_after_a_failure_has_it_as_the_cause()
    {
        await using var server = Failing(Tag.RUN);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await Assert.ThrowsAsync<ClientException>(() => transaction.RunAsync("BAD", cancellation: Cancellation));
        foreach (var next in new Func<Task>[] { () => transaction.CommitAsync(Cancellation), () => transaction.RunAsync("RETURN 1", cancellation: Cancellation) })
            Assert.Equal(SyntaxError, ((Neo4jException)(await Assert.ThrowsAsync<TransactionClosedException>(next)).InnerException!).Code);
        Assert.DoesNotContain(nameof(Tag.COMMIT), server.Requests);
    }

    [Theory]
    [InlineData(Tag.RUN)]
    [InlineData(Tag.PULL)]
    public async Task Open_results_fail_with_the_failure_of_the_transaction(Tag where)
    {
        await using var server = Failing(where);
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { FetchSize = 2 });
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var consumed = await transaction.RunAsync("RETURN 1", cancellation: Cancellation);
        var fetched = await transaction.RunAsync("RETURN 1", cancellation: Cancellation);
        Assert.True(await fetched.FetchAsync(Cancellation));
        await Assert.ThrowsAsync<ClientException>(async () => await (await transaction.RunAsync("BAD", cancellation: Cancellation)).FetchAsync(Cancellation));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(SyntaxError, (await Assert.ThrowsAsync<ClientException>(() => consumed.ConsumeAsync(Cancellation))).Code);
            Assert.Equal(SyntaxError, (await Assert.ThrowsAsync<ClientException>(() => consumed.ToListAsync(Cancellation))).Code);
            Assert.Equal(SyntaxError, (await Assert.ThrowsAsync<ClientException>(async () => await fetched.FetchAsync(Cancellation))).Code);
            Assert.Equal(SyntaxError, (await Assert.ThrowsAsync<ClientException>(() => fetched.ConsumeAsync(Cancellation))).Code);
        }
        Assert.DoesNotContain(nameof(Tag.DISCARD), server.Requests);
        Assert.Equal(3, server.Requests.Count(r => r == nameof(Tag.PULL)));
    }

    [Fact]
    public async Task Open_results_fail_with_the_lost_connection_of_the_transaction()
    {
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.RUN && request.Query == "BAD")
                peer.Close();
            if (request.Tag is not Tag.PULL)
                return false;
            await peer.RecordAsync(1);
            await peer.SuccessAsync(new { has_more = true });
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var open = await transaction.RunAsync("RETURN 1", cancellation: Cancellation);
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => transaction.RunAsync("BAD", cancellation: Cancellation));
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => open.ConsumeAsync(Cancellation));
        await Assert.ThrowsAsync<ServiceUnavailableException>(async () => await open.FetchAsync(Cancellation));
    }

    [Fact]
    public async Task A_result_that_was_read_before_the_failure_keeps_its_summary()
    {
        await using var server = Failing(Tag.RUN);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var whole = await transaction.RunAsync("WHOLE", cancellation: Cancellation);
        Assert.Equal(1L, (await whole.SingleAsync(Cancellation))[0]);
        await Assert.ThrowsAsync<ClientException>(() => transaction.RunAsync("BAD", cancellation: Cancellation));
        Assert.Equal("r", (await whole.ConsumeAsync(Cancellation)).QueryType);
    }

    [Fact]
    public async Task An_open_result_of_a_rolled_back_transaction_has_no_summary()
    {
        await using var server = Failing(Tag.RUN);
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var open = await transaction.RunAsync("RETURN 1", cancellation: Cancellation);
        await transaction.RollbackAsync(Cancellation);
        await Assert.ThrowsAsync<ResultConsumedException>(() => open.ConsumeAsync(Cancellation));
        await Assert.ThrowsAsync<ResultConsumedException>(async () => await open.FetchAsync(Cancellation));
    }

    /// <summary>
    /// A server that fails the statement BAD, in response to RUN or to PULL; other results, except WHOLE, have more records
    /// than requested.
    /// </summary>
    private static ScriptedServer Failing(Tag where)
    {
        var statement = "";
        return ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is Tag.RUN)
                statement = request.Query;
            if (request.Tag == where && statement == "BAD")
            {
                await peer.FailUntilResetAsync(SyntaxError);
                statement = "";
                return true;
            }
            if (request.Tag is not Tag.PULL || statement == "WHOLE")
                return false;
            await peer.RecordAsync(1);
            await peer.RecordAsync(2);
            await peer.SuccessAsync(new { has_more = true });
            return true;
        });
    }
}
