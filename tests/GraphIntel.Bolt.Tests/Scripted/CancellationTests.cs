using Xunit;

namespace GraphIntel.Bolt.Tests.Scripted;

public sealed class CancellationTests : IAsyncDisposable
{
    private const string Terminated = "Neo.TransientError.Transaction.Terminated";
    private readonly Stack<IAsyncDisposable> _disposables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_canceled_result_is_reset_and_its_connection_kept()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL || cancel.IsCancellationRequested)
                return false;
            await peer.RecordAsync(1);
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.RESET);
            // Records that were sent already, then the end of the canceled statement.
            await peer.RecordAsync(2);
            await peer.RecordAsync(3);
            await peer.FailureAsync(Terminated);
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var cursor = await session.RunAsync("UNWIND ...", cancellation: Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cursor.ToListAsync(cancel.Token));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(["RUN", "PULL", "RESET", "RUN", "PULL"], server.Requests);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_canceled_run_that_the_reset_precedes_keeps_its_connection()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || cancel.IsCancellationRequested)
                return false;
            await peer.ExpectAsync(Tag.PULL);
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.RESET);
            await peer.IgnoredAsync();
            await peer.IgnoredAsync();
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.RunAsync("RETURN 1", cancellation: cancel.Token));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_cancellation_and_a_concurrent_failure_send_one_reset()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.RUN || cancel.IsCancellationRequested)
                return false;
            await peer.ExpectAsync(Tag.PULL);
            await peer.FailureAsync("Neo.ClientError.Statement.SyntaxError");
            await cancel.CancelAsync();
            await peer.IgnoredAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        for (var i = 0; i < 2; i++)
        {
            await using var session = driver.Session();
            // Which of the two is detected first depends on the network.
            var error = await Xunit.Record.ExceptionAsync(() => session.RunAsync("BAD", cancellation: i == 0 ? cancel.Token : Cancellation));
            Assert.True(i == 0 ? error is ClientException or OperationCanceledException : error is null, error?.ToString());
        }
        Assert.Equal(["RUN", "PULL", "RESET", "RUN", "PULL"], server.Requests);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_connection_is_closed_if_the_server_does_not_respond_to_a_reset()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL || peer.Number > 1)
                return false;
            await cancel.CancelAsync();
            await peer.DrainAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt, config: new DriverConfig { ResetTimeout = TimeSpan.FromMilliseconds(100) });
        await using var session = driver.Session();
        var cursor = await session.RunAsync("RETURN 1", cancellation: Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cursor.FetchAsync(cancel.Token));
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_request_waiting_for_a_blocked_write_can_be_canceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            if (peer.Number > 1)
            {
                await peer.ServeAsync();
                return;
            }
            await peer.ExpectAsync(Tag.BEGIN);
            await peer.SuccessAsync();
            // The next statement is longer than the network's buffers, and is not read.
            await Task.Delay(Timeout.Infinite, cancel.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await transaction.RunPipelinedAsync([new Query("RETURN $x", new { x = new byte[32 * 1024 * 1024] })], Cancellation);
        var waiting = transaction.RunAsync("RETURN 1", cancellation: cancel.Token);
        Assert.False(waiting.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(transaction.IsOpen);
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task A_connection_lost_while_a_request_waits_to_be_sent_ends_the_transaction()
    {
        var sent = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.LogInAsync();
            if (peer.Number > 1)
            {
                await peer.ServeAsync();
                return;
            }
            await peer.ExpectAsync(Tag.BEGIN);
            await peer.SuccessAsync();
            await sent.Task;
            peer.Close();
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await transaction.RunPipelinedAsync([new Query("RETURN $x", new { x = new byte[32 * 1024 * 1024] })], Cancellation);
        var waiting = transaction.RunAsync("RETURN 1", cancellation: Cancellation);
        sent.SetResult();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => waiting);
        Assert.False(transaction.IsOpen);
        Assert.Equal(0, ((Pool.DirectSource)driver.Source).Pool.InUse);
        Assert.Equal(1L, (await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).SingleAsync(Cancellation))[0]);
    }

    [Fact]
    public async Task A_token_that_is_already_canceled_sends_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await using var server = ScriptedServer.Serve();
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.RunAsync("RETURN 1", cancellation: cancel.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.ExecuteReadAsync(tx => tx.RunAsync("RETURN 1", cancellation: Cancellation), cancellation: cancel.Token));
        Assert.Empty(server.Log);
    }

    [Fact]
    public async Task A_transaction_with_a_canceled_statement_accepts_no_more_requests()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.PULL || cancel.IsCancellationRequested)
                return false;
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.RESET);
            await peer.FailureAsync(Terminated);
            await peer.SuccessAsync();
            return true;
        });
        await using var driver = GraphDatabase.Driver(server.Bolt);
        await using var session = driver.Session();
        await using var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        var cursor = await transaction.RunAsync("RETURN 1", cancellation: Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await cursor.FetchAsync(cancel.Token));
        var closed = await Assert.ThrowsAsync<TransactionClosedException>(() => transaction.RunAsync("RETURN 2", cancellation: Cancellation));
        Assert.Contains("canceled", closed.Message, StringComparison.Ordinal);
        Assert.False(closed.IsRetriable);
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_commit_that_completes_before_its_cancellation_is_a_success()
    {
        var (session, server, committing) = await CancelCommitAsync(async peer =>
        {
            await peer.SuccessAsync(new { bookmark = "kept" });
            await peer.SuccessAsync();
        });
        await committing;
        Assert.Equal(["kept"], session.LastBookmarks.Values);
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_completed_commit_is_a_success_if_the_connection_is_lost_afterwards()
    {
        var (session, server, committing) = await CancelCommitAsync(async peer =>
        {
            await peer.SuccessAsync(new { bookmark = "kept" });
            peer.Close();
        });
        await committing;
        Assert.Equal(["kept"], session.LastBookmarks.Values);
        await (await session.RunAsync("RETURN 1", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_that_the_cancellation_stopped_is_canceled(bool isReset)
    {
        var (session, _, committing) = await CancelCommitAsync(async peer =>
        {
            await peer.FailureAsync(Terminated);
            if (isReset)
                await peer.SuccessAsync();
            else
                peer.Close();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => committing);
        Assert.Empty(session.LastBookmarks.Values);
    }

    [Fact]
    public async Task A_canceled_commit_without_a_response_has_an_unknown_outcome()
    {
        var (_, _, committing) = await CancelCommitAsync(peer =>
        {
            peer.Close();
            return Task.CompletedTask;
        });
        Assert.False((await Assert.ThrowsAsync<IncompleteCommitException>(() => committing)).IsRetriable);
    }

    /// <summary>Cancels a commit that a server has received, which then responds to COMMIT and RESET as specified.</summary>
    private async Task<(Session Session, ScriptedServer Server, Task Committing)> CancelCommitAsync(Func<Peer, Task> answer)
    {
        using var cancel = new CancellationTokenSource();
        var server = ScriptedServer.Serve(async (peer, request) =>
        {
            if (request.Tag is not Tag.COMMIT)
                return false;
            await cancel.CancelAsync();
            await peer.ExpectAsync(Tag.RESET);
            await answer(peer);
            return true;
        });
        _disposables.Push(server);
        var driver = GraphDatabase.Driver(server.Bolt);
        _disposables.Push(driver);
        var session = driver.Session();
        var transaction = await session.BeginTransactionAsync(cancellation: Cancellation);
        await (await transaction.RunAsync("CREATE ()", cancellation: Cancellation)).ConsumeAsync(Cancellation);
        var committing = transaction.CommitAsync(cancel.Token);
        await Task.WhenAny(committing);
        return (session, server, committing);
    }

    public async ValueTask DisposeAsync()
    {
        while (_disposables.TryPop(out var disposable))
            await disposable.DisposeAsync();
    }
}
