using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Sessions;

namespace GraphIntel.Bolt;

/// <summary>A transaction. Several results can be open at once.</summary>
public sealed class Transaction : IAsyncDisposable, IResultOwner
{
    private readonly Lease _lease;
    private readonly Response _begin;
    private readonly long _fetchSize;
    private readonly bool _isManaged;
    private readonly Action<string> _onBookmark;
    private readonly List<ResultCursor> _cursors = [];
    private bool _sent;
    private string? _ended;
    private Exception? _failure;

    internal Transaction(Lease lease, Response begin, long fetchSize, bool isManaged, Action<string> onBookmark)
    {
        _lease = lease;
        _begin = begin;
        _fetchSize = fetchSize;
        _isManaged = isManaged;
        _onBookmark = onBookmark;
    }

    /// <summary>Whether it accepts statements.</summary>
    public bool IsOpen => _ended is null;

    /// <summary>Runs a statement.</summary>
    /// <param name="query">The statement in Cypher.</param>
    /// <param name="parameters">A dictionary, or an object with a property for each parameter; null for none.</param>
    /// <param name="cancellation">Cancels the statement on the server, and with it the transaction.</param>
    public Task<ResultCursor> RunAsync(string query, object? parameters = null, CancellationToken cancellation = default) =>
        RunAsync(query, new ObjectParameters(parameters), cancellation);

    /// <summary>Runs a statement with parameters that are written directly to the message.</summary>
    public Task<ResultCursor> RunAsync(string query, ParameterWriter parameters, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters(parameters), cancellation);
    }

    /// <summary>Runs a statement with parameters that are written directly to the message from a state.</summary>
    public Task<ResultCursor> RunAsync<TState>(
        string query, ParameterWriter<TState> parameters, TState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters<TState>(parameters, state), cancellation);
    }

    /// <summary>
    /// Sends a statement without waiting until the server has begun it, so that the next one can be written meanwhile. If it fails, the
    /// statements that were sent after it do not run, and the next call that waits for a response reports its error.
    /// </summary>
    public async Task<ResultCursor> SendAsync<TState>(
        string query, ParameterWriter<TState> parameters, TState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return (await SendCoreAsync(query, new WrittenParameters<TState>(parameters, state), cancellation).ConfigureAwait(false)).Cursor;
    }

    /// <summary>Runs statements in order, sent in one write. Statements after one that failed do not run.</summary>
    public async Task<IReadOnlyList<ResultCursor>> RunPipelinedAsync(
        IReadOnlyList<Query> queries, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Count == 0)
            return [];
        ThrowIfEnded();
        cancellation.ThrowIfCancellationRequested();
        await ReadyAsync(cancellation).ConfigureAwait(false);
        var cursors = new ResultCursor[queries.Count];
        var mark = _lease.Connection.Mark();
        try
        {
            for (var i = 0; i < cursors.Length; i++)
                cursors[i] = Session.AddRun(_lease, this, queries[i].Text, new ObjectParameters(queries[i].Parameters), null, _fetchSize, out _);
        }
        catch
        {
            _lease.Connection.Abandon(mark);
            throw;
        }
        _cursors.AddRange(cursors);
        Send();
        return cursors;
    }

    /// <summary>Commits the transaction. Open results are completed without their remaining records.</summary>
    /// <exception cref="IncompleteCommitException">
    /// The connection was lost meanwhile: it is unknown whether the transaction was committed.
    /// </exception>
    public Task CommitAsync(CancellationToken cancellation = default)
    {
        ThrowIfManaged();
        return CommitManagedAsync(cancellation);
    }

    /// <summary>Rolls the transaction back. Does nothing if it failed or was canceled.</summary>
    public async Task RollbackAsync(CancellationToken cancellation = default)
    {
        ThrowIfManaged();
        if (_failure is not null)
            return;
        ThrowIfEnded();
        await RollbackUncheckedAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Rolls the transaction back, unless it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsOpen)
            return;
        try
        {
            await RollbackUncheckedAsync(default).ConfigureAwait(false);
        }
        catch (Neo4jException)
        {
            // If the rollback fails, the server rolls back when the connection closes.
        }
    }

    ValueTask IResultOwner.OnEndAsync(ResultCursor cursor, string? bookmark)
    {
        _cursors.Remove(cursor);
        return default;
    }

    ValueTask IResultOwner.OnErrorAsync(ResultCursor cursor, Exception error) => FailAsync(error, except: cursor);

    internal async Task CommitManagedAsync(CancellationToken cancellation)
    {
        ThrowIfEnded();
        if (!_sent)
        {
            // Nothing was sent, so there is nothing to commit.
            await EndAsync("was committed", needsReset: false).ConfigureAwait(false);
            return;
        }
        var connection = _lease.Connection;
        var commit = new CommitResponse();
        try
        {
            cancellation.ThrowIfCancellationRequested();
            await _lease.ReadyAsync(cancellation).ConfigureAwait(false);
            foreach (var cursor in _cursors)
                await cursor.PrepareDiscardAsync(cancellation).ConfigureAwait(false);
            await _lease.ReadyAsync(cancellation).ConfigureAwait(false);
            _lease.ThrowIfBroken();
            connection.Add(default(Commit), commit);
            connection.Flush();
            await _lease.WaitForCommitAsync(commit, cancellation).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await FailAsync(e, except: null).ConfigureAwait(false);
            throw;
        }
        await EndAsync("was committed", needsReset: false).ConfigureAwait(false);
        if (commit.Bookmark is { } bookmark)
            _onBookmark(bookmark);
    }

    /// <summary>Sends BEGIN immediately, so that its errors are reported here.</summary>
    internal async ValueTask SendBeginAsync(CancellationToken cancellation)
    {
        Send();
        await WaitAsync(_begin, cancellation).ConfigureAwait(false);
    }

    private async Task<ResultCursor> RunAsync<TParameters>(string query, TParameters parameters, CancellationToken cancellation)
        where TParameters : struct, IParameters
    {
        var (cursor, run) = await SendCoreAsync(query, parameters, cancellation).ConfigureAwait(false);
        await WaitAsync(run, cancellation).ConfigureAwait(false);
        return cursor;
    }

    private async Task<(ResultCursor Cursor, Response Run)> SendCoreAsync<TParameters>(
        string query, TParameters parameters, CancellationToken cancellation)
        where TParameters : struct, IParameters
    {
        ArgumentException.ThrowIfNullOrEmpty(query);
        ThrowIfEnded();
        cancellation.ThrowIfCancellationRequested();
        await ReadyAsync(cancellation).ConfigureAwait(false);
        var cursor = Session.AddRun(_lease, this, query, parameters, null, _fetchSize, out var run);
        _cursors.Add(cursor);
        Send();
        return (cursor, run);
    }

    private void Send()
    {
        _sent = true;
        _lease.Connection.Flush();
    }

    private async ValueTask ReadyAsync(CancellationToken cancellation)
    {
        try
        {
            await _lease.ReadyAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await FailAsync(e, except: null).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask WaitAsync(Response response, CancellationToken cancellation)
    {
        try
        {
            await _lease.WaitAsync(response, cancellation).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await FailAsync(e, except: null).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask RollbackUncheckedAsync(CancellationToken cancellation)
    {
        // RESET rolls back as well, without waiting for pending results.
        if (!_sent || !_lease.Connection.IsIdle)
        {
            await EndAsync("was rolled back", needsReset: _sent).ConfigureAwait(false);
            return;
        }
        var rollback = new Response();
        await ReadyAsync(cancellation).ConfigureAwait(false);
        _lease.Connection.Add(default(Rollback), rollback);
        _lease.Connection.SetDeadline();
        _lease.Connection.Flush();
        await WaitAsync(rollback, cancellation).ConfigureAwait(false);
        _lease.Connection.ClearDeadline();
        await EndAsync("was rolled back", needsReset: false).ConfigureAwait(false);
    }

    private ValueTask FailAsync(Exception error, ResultCursor? except)
    {
        if (!IsOpen)
            return default;
        _failure = error;
        _ended = error is OperationCanceledException ? "was canceled and rolled back" : "failed";
        foreach (var cursor in _cursors)
        {
            if (cursor != except)
                cursor.DropUnlessComplete(error);
        }
        return _lease.ReleaseAsync(needsReset: true);
    }

    private ValueTask EndAsync(string outcome, bool needsReset)
    {
        _ended = outcome;
        foreach (var cursor in _cursors)
            cursor.DropUnlessComplete(null);
        return _lease.ReleaseAsync(needsReset);
    }

    private void ThrowIfEnded()
    {
        if (_ended is not null)
            throw new TransactionClosedException($"The transaction {_ended}; it accepts no more requests.", _failure);
    }

    private void ThrowIfManaged()
    {
        if (_isManaged)
            throw new ClientException("A managed transaction cannot be ended here: it is committed when the work returns and rolled back if it throws.");
    }
}
