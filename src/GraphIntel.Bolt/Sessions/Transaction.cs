using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Sessions;

namespace GraphIntel.Bolt;

/// <summary>Statements that take effect together or not at all. Several results can be open at once.</summary>
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

    /// <summary>Whether it takes statements still.</summary>
    public bool IsOpen => _ended is null;

    /// <summary>Runs a statement.</summary>
    /// <param name="query">The statement in Cypher.</param>
    /// <param name="parameters">A dictionary, or an object with a property for each parameter; null for none.</param>
    /// <param name="cancellation">Stops the statement at the server, and with it the transaction.</param>
    public Task<ResultCursor> RunAsync(string query, object? parameters = null, CancellationToken cancellation = default) =>
        RunAsync(query, new ObjectParameters(parameters), cancellation);

    /// <summary>Runs a statement with parameters that are written straight into the message.</summary>
    public Task<ResultCursor> RunAsync(string query, ParameterWriter parameters, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters(parameters), cancellation);
    }

    /// <summary>Runs a statement with parameters that are written straight into the message from a state.</summary>
    public Task<ResultCursor> RunAsync<TState>(
        string query, ParameterWriter<TState> parameters, TState state, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters<TState>(parameters, state), cancellation);
    }

    /// <summary>Runs statements in order, all sent in one write. After one that fails, those behind it do not run.</summary>
    public async Task<IReadOnlyList<ResultCursor>> RunPipelinedAsync(
        IReadOnlyList<Query> queries, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Count == 0)
            return [];
        EnsureOpen();
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

    /// <summary>Makes the transaction last. Results that are open are finished without the rest of their records.</summary>
    /// <exception cref="IncompleteCommitException">The connection was lost meanwhile; nobody knows whether it took effect.</exception>
    public Task CommitAsync(CancellationToken cancellation = default)
    {
        RefuseIfManaged();
        return CommitManagedAsync(cancellation);
    }

    /// <summary>Undoes the transaction.</summary>
    public async Task RollbackAsync(CancellationToken cancellation = default)
    {
        RefuseIfManaged();
        EnsureOpen();
        await RollbackUncheckedAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Undoes the transaction unless it has ended.</summary>
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
            // A transaction whose rollback fails is rolled back by the server when the connection closes.
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
        EnsureOpen();
        if (!_sent)
        {
            // Nothing was asked of the server, so there is nothing to commit.
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

    /// <summary>Sends BEGIN by itself, so that what is wrong with it shows at once.</summary>
    internal async ValueTask SendBeginAsync(CancellationToken cancellation)
    {
        Send();
        await WaitAsync(_begin, cancellation).ConfigureAwait(false);
    }

    private async Task<ResultCursor> RunAsync<TParameters>(string query, TParameters parameters, CancellationToken cancellation)
        where TParameters : struct, IParameters
    {
        ArgumentException.ThrowIfNullOrEmpty(query);
        EnsureOpen();
        cancellation.ThrowIfCancellationRequested();
        await ReadyAsync(cancellation).ConfigureAwait(false);
        var cursor = Session.AddRun(_lease, this, query, parameters, null, _fetchSize, out var run);
        _cursors.Add(cursor);
        Send();
        await WaitAsync(run, cancellation).ConfigureAwait(false);
        return cursor;
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
        // RESET rolls back as well, and does not wait for results that are still on their way.
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
        _ended = error is OperationCanceledException ? "was rolled back because its work was cancelled" : "failed";
        foreach (var cursor in _cursors)
        {
            if (cursor != except)
                cursor.DropUnlessComplete();
        }
        return _lease.ReleaseAsync(needsReset: true);
    }

    private ValueTask EndAsync(string how, bool needsReset)
    {
        _ended = how;
        foreach (var cursor in _cursors)
            cursor.DropUnlessComplete();
        return _lease.ReleaseAsync(needsReset);
    }

    private void EnsureOpen()
    {
        if (_ended is not null)
            throw new TransactionClosedException($"The transaction {_ended}; it takes no more.", _failure);
    }

    private void RefuseIfManaged()
    {
        if (_isManaged)
            throw new ClientException("The session ends this transaction: it commits when the work returns and rolls back when it throws.");
    }
}
