using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Sessions;

namespace GraphIntel.Bolt;

/// <summary>
/// A sequence of transactions that see each other's effects. Acquires a connection for each and releases it afterwards. Not
/// thread-safe; sessions are cheap, so create one for each unit of work.
/// </summary>
public sealed partial class Session : IAsyncDisposable
{
    private readonly ConnectionSource _source;
    private readonly DriverConfig _driverConfig;
    private readonly SessionConfig _config;
    private readonly long _fetchSize;
    private string? _database;
    private HomeLookup _home;
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

    /// <summary>The bookmark of the last committed transaction.</summary>
    public Bookmarks LastBookmarks { get; private set; }

    /// <summary>Runs an auto-commit statement. Never retried, because its outcome can be unknown.</summary>
    /// <param name="query">The statement in Cypher.</param>
    /// <param name="parameters">A dictionary, or an object with a property for each parameter; null for none.</param>
    /// <param name="config">The configuration of the transaction.</param>
    /// <param name="cancellation">Cancels the statement on the server.</param>
    public Task<ResultCursor> RunAsync(
        string query, object? parameters = null, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        RunAsync(query, new ObjectParameters(parameters), config, cancellation);

    /// <summary>Runs an auto-commit statement with parameters that are written directly to the message.</summary>
    public Task<ResultCursor> RunAsync(
        string query, ParameterWriter parameters, TransactionConfig? config = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters(parameters), config, cancellation);
    }

    /// <summary>Runs an auto-commit statement with parameters that are written directly to the message from a state.</summary>
    public Task<ResultCursor> RunAsync<TState>(
        string query, ParameterWriter<TState> parameters, TState state, TransactionConfig? config = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RunAsync(query, new WrittenParameters<TState>(parameters, state), config, cancellation);
    }

    /// <summary>
    /// Runs auto-commit statements, sent in one write and run in order. Statements after one that failed do not run. All
    /// their records are requested at once.
    /// </summary>
    public async Task<IReadOnlyList<ResultCursor>> RunPipelinedAsync(
        IReadOnlyList<Query> queries, TransactionConfig? config = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Count == 0)
            return [];
        var lease = await AcquireAsync(_config.DefaultAccessMode, cancellation).ConfigureAwait(false);
        var owner = new AutoCommit(lease, AddBookmark);
        var cursors = new ResultCursor[queries.Count];
        try
        {
            await StartAsync(lease, new ApiUse(TelemetryApi.AutoCommit), cancellation).ConfigureAwait(false);
            var extra = CreateExtra(lease, config);
            for (var i = 0; i < cursors.Length; i++)
            {
                cursors[i] = AddRun(lease, owner, queries[i].Text, new ObjectParameters(queries[i].Parameters), extra, Pull.All, out _, OnDatabase(lease));
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

    /// <summary>Begins an explicit transaction, which the caller ends.</summary>
    public Task<Transaction> BeginTransactionAsync(TransactionConfig? config = null, CancellationToken cancellation = default) =>
        BeginTransactionAsync(_config.DefaultAccessMode, config, cancellation);

    /// <summary>Begins an explicit transaction with an access mode.</summary>
    public async Task<Transaction> BeginTransactionAsync(
        AccessMode mode, TransactionConfig? config = null, CancellationToken cancellation = default)
    {
        var use = new ApiUse(TelemetryApi.ExplicitTransaction);
        var transaction = await OpenAsync(mode, config, use, isManaged: false, cancellation).ConfigureAwait(false);
        await transaction.SendBeginAsync(cancellation).ConfigureAwait(false);
        return transaction;
    }

    /// <summary>
    /// Runs work in a managed read transaction, which is committed when the work returns and rolled back if it throws.
    /// Retried after transient errors, so the work must be repeatable.
    /// </summary>
    public Task<T> ExecuteReadAsync<T>(
        Func<Transaction, Task<T>> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Read, TelemetryApi.ManagedTransaction, work, config, cancellation);

    /// <inheritdoc cref="ExecuteReadAsync{T}"/>
    public Task ExecuteReadAsync(
        Func<Transaction, Task> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Read, TelemetryApi.ManagedTransaction, WithoutResult(work), config, cancellation);

    /// <summary>
    /// Runs work in a managed write transaction, which is committed when the work returns and rolled back if it throws.
    /// Retried after transient errors, so the work must be repeatable. A commit with an unknown outcome is not retried.
    /// </summary>
    public Task<T> ExecuteWriteAsync<T>(
        Func<Transaction, Task<T>> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Write, TelemetryApi.ManagedTransaction, work, config, cancellation);

    /// <inheritdoc cref="ExecuteWriteAsync{T}"/>
    public Task ExecuteWriteAsync(
        Func<Transaction, Task> work, TransactionConfig? config = null, CancellationToken cancellation = default) =>
        ExecuteAsync(AccessMode.Write, TelemetryApi.ManagedTransaction, WithoutResult(work), config, cancellation);

    /// <summary>Completes an unread result, rolls back an open transaction, and releases the connection.</summary>
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
        var use = new ApiUse(api);
        return await Retry.RunAsync(
            async () =>
            {
                var transaction = await OpenAsync(mode, config, use, isManaged: true, cancellation).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var result = await work(transaction).ConfigureAwait(false);
                    await transaction.CommitManagedAsync(cancellation).ConfigureAwait(false);
                    return result;
                }
            },
            _driverConfig.MaxTransactionRetryTime, _driverConfig.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>Adds RUN and PULL, which the next flush sends.</summary>
    internal static ResultCursor AddRun<TParameters>(
        Lease lease, IResultOwner owner, string query, TParameters parameters, Extra? extra, long fetchSize, out RunResponse run,
        Action<string>? onDatabase = null)
        where TParameters : struct, IParameters
    {
        var connection = lease.Connection;
        run = new RunResponse(onDatabase);
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
        var lease = await AcquireAsync(_config.DefaultAccessMode, cancellation).ConfigureAwait(false);
        var owner = new AutoCommit(lease, AddBookmark);
        ResultCursor cursor;
        try
        {
            await StartAsync(lease, new ApiUse(TelemetryApi.AutoCommit), cancellation).ConfigureAwait(false);
            cursor = AddRun(lease, owner, query, parameters, CreateExtra(lease, config), _fetchSize, out var run, OnDatabase(lease));
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
        AccessMode mode, TransactionConfig? config, ApiUse use, bool isManaged, CancellationToken cancellation)
    {
        var lease = await AcquireAsync(mode, cancellation).ConfigureAwait(false);
        try
        {
            await StartAsync(lease, use, cancellation).ConfigureAwait(false);
            var begin = new BeginResponse(OnDatabase(lease));
            lease.Connection.Add(new Begin(CreateExtra(lease, config), lease.Connection.Version), begin);
            return _transaction = new Transaction(lease, begin, _fetchSize, isManaged, AddBookmark);
        }
        catch
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<Lease> AcquireAsync(AccessMode mode, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_transaction is { IsOpen: true })
            throw new ClientException("The session has an open transaction; end it, or use another session.");
        await FinishAutoCommitAsync(cancellation).ConfigureAwait(false);
        var target = new Target(mode, _database, LastBookmarks.Values, _config.ImpersonatedUser, _config.AuthToken) { Home = _home };
        var lease = await _source.AcquireAsync(target, cancellation).ConfigureAwait(false);
        // A session keeps the home database that was resolved first.
        _database ??= lease.Database;
        if (!lease.ResolvesHome)
            _home = HomeLookup.Unnamed;
        return lease;
    }

    private Action<string>? OnDatabase(Lease lease) => lease.ResolvesHome ? SetHomeDatabase : null;

    private void SetHomeDatabase(string database)
    {
        _database ??= database;
        _source.SetHomeDatabase(_config.ImpersonatedUser, _config.AuthToken, database);
    }

    private async ValueTask FinishAutoCommitAsync(CancellationToken cancellation)
    {
        if (_exchange is { } open)
        {
            _exchange = null;
            await open.FinishAsync(cancellation).ConfigureAwait(false);
        }
        if (_autoCommit is not { } unfinished)
            return;
        _autoCommit = null;
        await unfinished.FinishAsync(cancellation).ConfigureAwait(false);
    }

    private async ValueTask StartAsync(Lease lease, ApiUse use, CancellationToken cancellation)
    {
        await lease.ReadyAsync(cancellation).ConfigureAwait(false);
        if (lease.Connection is { Server.WantsTelemetry: true, Version.HasTelemetry: true } && !_driverConfig.TelemetryDisabled && !use.IsReported)
            lease.Connection.Add(new Telemetry(use.Api), new TelemetryResponse(use));
    }

    private Extra CreateExtra(Lease lease, TransactionConfig? config)
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
