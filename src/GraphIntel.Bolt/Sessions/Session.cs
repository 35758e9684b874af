using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Sessions;

namespace GraphIntel.Bolt;

/// <summary>
/// A sequence of transactions that see each other's effects. It takes a connection when there is work and gives it back after.
/// One caller uses it at a time; sessions are cheap, so make one for each piece of work.
/// </summary>
public sealed class Session : IAsyncDisposable
{
    private readonly ConnectionSource _source;
    private readonly DriverConfig _driverConfig;
    private readonly SessionConfig _config;
    private readonly long _fetchSize;
    private string? _database;
    private AutoCommit? _autoCommit;
    private Transaction? _transaction;
    private bool _closed;

    internal Session(ConnectionSource source, DriverConfig driverConfig, SessionConfig config)
    {
        if (config.FetchSize is { } fetchSize)
            DriverConfig.CheckFetchSize(fetchSize);
        _source = source;
        _driverConfig = driverConfig;
        _config = config;
        _fetchSize = config.FetchSize ?? driverConfig.FetchSize;
        _database = config.Database;
        LastBookmarks = config.Bookmarks;
    }

    /// <summary>Where the last transaction that was committed lies among all others.</summary>
    public Bookmarks LastBookmarks { get; private set; }

    /// <summary>Runs a statement as a transaction of its own. It is never tried again: nobody knows whether it took effect.</summary>
    /// <param name="query">The statement in Cypher.</param>
    /// <param name="parameters">A dictionary, or an object with a property for each parameter; null for none.</param>
    /// <param name="config">What the transaction is told of itself.</param>
    /// <param name="cancellation">Stops the statement at the server.</param>
    public Task<ResultCursor> RunAsync(
        string query, object? parameters = null, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        RunAsync(query, new ObjectParameters(parameters), config, cancellation);

    /// <summary>Runs a statement as a transaction of its own, with parameters that are written straight into the message.</summary>
    public Task<ResultCursor> RunAsync(
        string query, ParameterWriter parameters, TransactionConfig? config = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters(parameters), config, cancellation);
    }

    /// <summary>Runs a statement as a transaction of its own, with parameters that are written straight into the message from a state.</summary>
    public Task<ResultCursor> RunAsync<TState>(
        string query, ParameterWriter<TState> parameters, TState state, TransactionConfig? config = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters<TState>(parameters, state), config, cancellation);
    }

    /// <summary>
    /// Runs statements as transactions of their own, all sent in one write and run in order. After one that fails, those behind
    /// it do not run. All their records are asked for at once.
    /// </summary>
    public async Task<IReadOnlyList<ResultCursor>> RunPipelinedAsync(
        IReadOnlyList<Query> queries, TransactionConfig? config = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Count == 0)
            return [];
        var lease = await BeginWorkAsync(_config.DefaultAccessMode, cancellation).ConfigureAwait(false);
        var owner = new AutoCommit(lease, AddBookmark);
        var cursors = new ResultCursor[queries.Count];
        try
        {
            await StartAsync(lease, TelemetryApi.AutoCommit, cancellation).ConfigureAwait(false);
            var extra = MakeExtra(lease, config);
            for (var i = 0; i < cursors.Length; i++)
            {
                cursors[i] = AddRun(lease, owner, queries[i].Text, new ObjectParameters(queries[i].Parameters), extra, Pull.All, out _);
                owner.Add(cursors[i]);
            }
            lease.Connection.Flush();
        }
        catch
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
            throw;
        }
        _autoCommit = owner;
        return cursors;
    }

    /// <summary>Starts a transaction that the caller ends.</summary>
    public Task<Transaction> BeginTransactionAsync(TransactionConfig? config = null, CancellationToken cancellation = default) =>
        BeginTransactionAsync(_config.DefaultAccessMode, config, cancellation);

    /// <summary>Starts a transaction that the caller ends, to read or to write.</summary>
    public async Task<Transaction> BeginTransactionAsync(
        AccessMode mode, TransactionConfig? config = null, CancellationToken cancellation = default)
    {
        var transaction = await OpenAsync(mode, config, TelemetryApi.ExplicitTransaction, isManaged: false, cancellation).ConfigureAwait(false);
        await transaction.SendBeginAsync(cancellation).ConfigureAwait(false);
        return transaction;
    }

    /// <summary>
    /// Does reading work in a transaction, which is committed when the work returns and rolled back when it throws; done again
    /// for a time where the failure is one that passes, so the work must bear being repeated.
    /// </summary>
    public Task<T> ExecuteReadAsync<T>(
        Func<Transaction, Task<T>> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Read, TelemetryApi.ManagedTransaction, work, config, cancellation);

    /// <inheritdoc cref="ExecuteReadAsync{T}"/>
    public Task ExecuteReadAsync(
        Func<Transaction, Task> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Read, TelemetryApi.ManagedTransaction, WithoutResult(work), config, cancellation);

    /// <summary>
    /// Does writing work in a transaction, which is committed when the work returns and rolled back when it throws; done again
    /// for a time where the failure is one that passes, so the work must bear being repeated. A commit whose outcome is unknown
    /// is not repeated.
    /// </summary>
    public Task<T> ExecuteWriteAsync<T>(
        Func<Transaction, Task<T>> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Write, TelemetryApi.ManagedTransaction, work, config, cancellation);

    /// <inheritdoc cref="ExecuteWriteAsync{T}"/>
    public Task ExecuteWriteAsync(
        Func<Transaction, Task> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Write, TelemetryApi.ManagedTransaction, WithoutResult(work), config, cancellation);

    /// <summary>Lets an unread result finish, rolls back an open transaction, and gives the connection back.</summary>
    public async Task CloseAsync(CancellationToken cancellation = default)
    {
        if (_closed)
            return;
        _closed = true;
        if (_transaction is not null)
            await _transaction.DisposeAsync().ConfigureAwait(false);
        await FinishAutoCommitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc cref="CloseAsync"/>
    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    internal async Task<T> ExecuteAsync<T>(
        AccessMode mode, TelemetryApi api, Func<Transaction, Task<T>> work, TransactionConfig? config, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await Retry.RunAsync(
            async () =>
            {
                var transaction = await OpenAsync(mode, config, api, isManaged: true, cancellation).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var result = await work(transaction).ConfigureAwait(false);
                    await transaction.CommitManagedAsync(cancellation).ConfigureAwait(false);
                    return result;
                }
            },
            _driverConfig.MaxTransactionRetryTime, _driverConfig.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds RUN and PULL; they leave with the next flush.</summary>
    internal static ResultCursor AddRun<TParameters>(
        Lease lease, IResultOwner owner, string query, TParameters parameters, Extra? extra, long fetchSize, out RunResponse run)
        where TParameters : struct, IParameters
    {
        var connection = lease.Connection;
        run = new RunResponse();
        var stream = new StreamResponse();
        connection.Add(new Run<TParameters>(query, parameters, extra, connection.Version), run);
        connection.Add(new Pull(fetchSize, null), stream);
        return new ResultCursor(owner, lease, run, stream, fetchSize, hasQueryId: extra is null);
    }

    private async Task<ResultCursor> RunAsync<TParameters>(
        string query, TParameters parameters, TransactionConfig? config, CancellationToken cancellation)
        where TParameters : struct, IParameters
    {
        ArgumentException.ThrowIfNullOrEmpty(query);
        var lease = await BeginWorkAsync(_config.DefaultAccessMode, cancellation).ConfigureAwait(false);
        var owner = new AutoCommit(lease, AddBookmark);
        ResultCursor cursor;
        try
        {
            await StartAsync(lease, TelemetryApi.AutoCommit, cancellation).ConfigureAwait(false);
            cursor = AddRun(lease, owner, query, parameters, MakeExtra(lease, config), _fetchSize, out var run);
            lease.Connection.Flush();
            await lease.WaitAsync(run, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
            throw;
        }
        owner.Add(cursor);
        _autoCommit = owner;
        return cursor;
    }

    private async Task<Transaction> OpenAsync(
        AccessMode mode, TransactionConfig? config, TelemetryApi api, bool isManaged, CancellationToken cancellation)
    {
        var lease = await BeginWorkAsync(mode, cancellation).ConfigureAwait(false);
        try
        {
            await StartAsync(lease, api, cancellation).ConfigureAwait(false);
            var begin = new Response();
            lease.Connection.Add(new Begin(MakeExtra(lease, config), lease.Connection.Version), begin);
            return _transaction = new Transaction(lease, begin, _fetchSize, isManaged, AddBookmark);
        }
        catch
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<Lease> BeginWorkAsync(AccessMode mode, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_transaction is { IsOpen: true })
            throw new ClientException("A transaction is open in this session; end it, or use another session.");
        await FinishAutoCommitAsync(cancellation).ConfigureAwait(false);
        var target = new Target(mode, _database, LastBookmarks.Values, _config.ImpersonatedUser, _config.AuthToken);
        var lease = await _source.AcquireAsync(target, cancellation).ConfigureAwait(false);
        // The home database is the one that it was when the session first asked.
        _database ??= lease.Database;
        return lease;
    }

    private async ValueTask FinishAutoCommitAsync(CancellationToken cancellation)
    {
        if (_autoCommit is not { } unfinished)
            return;
        _autoCommit = null;
        await unfinished.FinishAsync(cancellation).ConfigureAwait(false);
    }

    private async ValueTask StartAsync(Lease lease, TelemetryApi api, CancellationToken cancellation)
    {
        await lease.ReadyAsync(cancellation).ConfigureAwait(false);
        if (lease.Connection is { Server.WantsTelemetry: true, Version.HasTelemetry: true } && !_driverConfig.TelemetryDisabled)
            lease.Connection.Add(new Telemetry(api), new Response());
    }

    private Extra MakeExtra(Lease lease, TransactionConfig? config)
    {
        if (config?.Timeout is { } timeout)
            ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero, nameof(config));
        return new Extra
        {
            Database = lease.Database,
            IsRead = lease.Target.Mode is AccessMode.Read,
            Bookmarks = lease.Target.Bookmarks,
            Timeout = config?.Timeout,
            Metadata = config?.Metadata,
            ImpersonatedUser = _config.ImpersonatedUser,
            NotificationFilter = _config.NotificationFilter,
        };
    }

    private void AddBookmark(string bookmark) => LastBookmarks = Bookmarks.From(bookmark);

    private static Func<Transaction, Task<bool>> WithoutResult(Func<Transaction, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return async transaction =>
        {
            await work(transaction).ConfigureAwait(false);
            return true;
        };
    }
}
