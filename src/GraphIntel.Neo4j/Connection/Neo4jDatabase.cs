using GraphIntel.Bolt;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;

namespace GraphIntel.Neo4j.Connection;

/// <summary>
/// The database of a store: sessions that see all earlier writes of this process, and errors translated to those of a store.
/// Does not connect before the first request.
/// </summary>
internal sealed class Neo4jDatabase(Neo4jOptions options) : IAsyncDisposable
{
    // A healthy server answers a RESET within milliseconds.
    private static readonly TimeSpan ResetBound = TimeSpan.FromSeconds(1);

    // Firewalls silently drop connections that are idle for some minutes.
    private static readonly TimeSpan LivenessCheckTimeout = TimeSpan.FromSeconds(60);

    // One for the store watch, one for an external health check.
    private const int HealthCheckConnections = 2;

    /// <summary>A separate pool for health checks, which operations cannot exhaust.</summary>
    private readonly Driver _healthCheckDriver = Connect(options, HealthCheckConnections);

    private readonly SessionConfig _configWithoutBookmarks = new() { Database = options.Database, DefaultAccessMode = AccessMode.Read };
    private readonly Lock _gate = new();
    private volatile Driver _driver = Connect(options, options.Connections);
    private volatile SessionConfig _readConfig = new() { Database = options.Database, DefaultAccessMode = AccessMode.Read };
    private bool _isClosed;

    /// <summary>The errors for a database of another model.</summary>
    public ModelMismatch Mismatch => new(ToString(), "database");

    /// <summary>A session that reads, in a cluster from any server, and sees all earlier writes of this process.</summary>
    public Session OpenReader() => Open(_driver, _readConfig);

    /// <summary>
    /// Discards all connections, which can be dead without notice, and all bookmarks: a database restored from a backup never
    /// reaches them, and a query that waits for one would time out.
    /// </summary>
    public ValueTask ResetConnectionsAsync()
    {
        Driver previous;
        lock (_gate)
        {
            previous = _driver;
            if (_isClosed)
                return default;
            _driver = Connect(options, options.Connections);
            _readConfig = _configWithoutBookmarks;
        }

        return previous.DisposeAsync();
    }

    /// <summary>Runs work in a read transaction, with retries after transient errors.</summary>
    public Task<T> ReadAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellation) => ReadOnceAsync(
        session => session.ExecuteReadAsync(work, cancellation: cancellation), cancellation);

    /// <summary>
    /// Runs work in a write transaction, with retries after transient errors. If the error's inner exception is an
    /// <see cref="IncompleteCommitException"/>, it is unknown whether the transaction was committed.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellation) => UseWriterAsync(
        session => session.ExecuteWriteAsync(work, cancellation: cancellation), cancellation);

    /// <summary>
    /// Runs an auto-commit statement, which may have several transactions, on a server that accepts writes, and reads its
    /// records.
    /// </summary>
    public Task<List<Record>> RunAsync(string statement, object? p, CancellationToken cancellation) => UseWriterAsync(
        async session =>
        {
            var cursor = await session.RunAsync(statement, Parameters.Of(p), cancellation: cancellation).ConfigureAwait(false);
            return await cursor.ToListAsync(cancellation).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>The server's version and address.</summary>
    public async Task<ServerInfo> GetServerAsync(CancellationToken cancellation)
    {
        try
        {
            return await _driver.GetServerInfoAsync(cancellation).ConfigureAwait(false);
        }
        catch (Neo4jException error)
        {
            throw Neo4jFailure.Translate(error);
        }
    }

    /// <summary>Checks that the database responds. Not retried: the result describes the current state.</summary>
    public Task<bool> PingAsync(CancellationToken cancellation) => UseAsync(
        Open(_healthCheckDriver, _configWithoutBookmarks),
        async session =>
        {
            var cursor = await session.RunAsync("CYPHER 5 RETURN 1", Parameters.Of(null), cancellation: cancellation).ConfigureAwait(false);
            return await cursor.FetchAsync(cancellation).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>Checks that the database responds and has the store's own node. Not retried.</summary>
    /// <param name="statement">A statement that returns a record if the node exists.</param>
    /// <param name="cancellation">Cancels the request.</param>
    public Task<bool> CheckHealthAsync(string statement, CancellationToken cancellation) => UseAsync(
        Open(_healthCheckDriver, _readConfig),
        async session =>
        {
            var cursor = await session.RunAsync(statement, Parameters.Of(null), cancellation: cancellation).ConfigureAwait(false);
            return await cursor.FetchAsync(cancellation).ConfigureAwait(false)
                ? true
                : throw new StoreException(StoreFailure.Unavailable, "The store has no layout description.");
        },
        cancellation);

    /// <summary>Closes all connections; running requests fail.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
            _isClosed = true;
        await _driver.DisposeAsync().ConfigureAwait(false);
        await _healthCheckDriver.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var name = options.Database is { } database ? $"The Neo4j database {database}" : "The Neo4j database";
        return $"{name} at {options.Address}";
    }

    /// <summary>Runs work in a read session, without retries.</summary>
    public Task<T> ReadOnceAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        UseAsync(OpenReader(), work, cancellation);

    private async Task<T> UseWriterAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        var used = _readConfig.Bookmarks;
        var session = Open(_driver, new SessionConfig { Database = options.Database, Bookmarks = used });
        var result = await UseAsync(session, work, cancellation).ConfigureAwait(false);
        // A single server shows its own writes to everyone; a bookmark would cost each read some time.
        if (!options.IsRouted)
            return result;
        lock (_gate)
        {
            _readConfig = _readConfig with
            {
                Bookmarks = Bookmarks.From(_readConfig.Bookmarks.Values.Except(used.Values).Concat(session.LastBookmarks.Values)),
            };
        }

        return result;
    }

    private static Driver Connect(Neo4jOptions options, int connections) => GraphDatabase.Driver(
        options.Uri,
        options.User is null ? null : AuthTokens.Basic(options.User, options.Password ?? ""),
        new DriverConfig
        {
            MaxConnectionPoolSize = connections,
            ConnectionAcquisitionTimeout = options.ConnectionTimeout,
            ConnectionTimeout = options.ConnectionTimeout,
            ConnectionLivenessCheckTimeout = LivenessCheckTimeout,
            ResetTimeout = ResetBound,
            MaxTransactionRetryTime = options.WriterTimeout,
            MaxMessageSize = options.MaxMessageBytes,
            MaxReceiveBytes = options.MaxReceiveBytes,
            NotificationFilter = NotificationFilter.None,
            TelemetryDisabled = true,
        });

    private static Session Open(Driver from, SessionConfig config)
    {
        try
        {
            return from.Session(config);
        }
        catch (ObjectDisposedException closed)
        {
            throw Closed(closed);
        }
    }

    private static async Task<T> UseAsync<T>(Session session, Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            T result;
            await using (session.ConfigureAwait(false))
                result = await work(session).ConfigureAwait(false);
            // The code after this, such as the next batch of an import, may take long.
            await WorkerThread.SwitchAsync();
            return result;
        }
        catch (Neo4jException error)
        {
            // Cancellation takes precedence over the error that it caused; but the commit may have been sent already.
            if (error is not IncompleteCommitException)
                cancellation.ThrowIfCancellationRequested();
            throw Neo4jFailure.Translate(error);
        }
        catch (ObjectDisposedException closed)
        {
            throw Closed(closed);
        }
    }

    /// <summary>The error for work on a closed store.</summary>
    public static StoreException Closed(ObjectDisposedException closed) =>
        new(StoreFailure.Unavailable, "The store is closed.", closed);
}
