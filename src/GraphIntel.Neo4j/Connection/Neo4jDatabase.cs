using GraphIntel.Bolt;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Connection;

/// <summary>
/// The one database of a store: sessions in it that see what this process has written, and failures in the store's words.
/// Nothing is connected to before it is asked.
/// </summary>
internal sealed class Neo4jDatabase(Neo4jOptions options) : IAsyncDisposable
{
    // A healthy server answers a RESET within milliseconds: who waits longer waits for one that is silent.
    private static readonly TimeSpan _resetPatience = TimeSpan.FromSeconds(1);

    // Firewalls forget connections that were idle for some minutes, and say nothing.
    private static readonly TimeSpan _idleTrust = TimeSpan.FromSeconds(60);

    // One for the watch, one for a look from outside.
    private const int WatchConnections = 2;

    /// <summary>Connections that operations cannot use up, to ask how the database is.</summary>
    private readonly Driver _watcher = Connect(options, WatchConnections);

    private readonly SessionConfig _forgetful = new() { Database = options.Database, DefaultAccessMode = AccessMode.Read };
    private readonly Lock _gate = new();
    private volatile Driver _driver = Connect(options, options.Connections);
    private volatile SessionConfig _readers = new() { Database = options.Database, DefaultAccessMode = AccessMode.Read };
    private bool _isClosed;

    /// <summary>What is said where the database keeps another model.</summary>
    public ModelMismatch Mismatch => new(ToString(), "database");

    /// <summary>A session to read with, in a cluster from any server, that sees whatever this process wrote before.</summary>
    public Session OpenReader() => Open(_driver, _readers);

    /// <summary>
    /// Begins anew: without the connections of before, which can be dead without a word, and without what this process remembers
    /// of its writes. A database that was restored from a back-up never gets there, and who waits for it waits in vain.
    /// </summary>
    public ValueTask BeginAnewAsync()
    {
        Driver former;
        lock (_gate)
        {
            former = _driver;
            if (_isClosed)
                return default;
            _driver = Connect(options, options.Connections);
            _readers = _forgetful;
        }

        return former.DisposeAsync();
    }

    /// <summary>Does reading work in a transaction, again where the failure is one that passes.</summary>
    public Task<T> ReadAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellation) => UseReaderAsync(
        session => session.ExecuteReadAsync(work, cancellation: cancellation), cancellation);

    /// <summary>
    /// Does writing work in a transaction, again where the failure is one that passes. A failure that comes from an
    /// <see cref="IncompleteCommitException"/> leaves open what became of it.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellation) => UseWriterAsync(
        session => session.ExecuteWriteAsync(work, cancellation: cancellation), cancellation);

    /// <summary>Runs a statement that is a transaction of its own, or several, on a server that writes, and reads its records.</summary>
    public Task<List<Record>> RunAsync(string statement, object? p, CancellationToken cancellation) => UseWriterAsync(
        async session =>
        {
            var cursor = await session.RunAsync(statement, Parameters.Of(p), cancellation: cancellation).ConfigureAwait(false);
            return await cursor.ToListAsync(cancellation).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>Tells which server answers.</summary>
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

    /// <summary>Asks whether the database answers. Never tried again: an answer is wanted now.</summary>
    public Task<bool> CheckAnswerAsync(CancellationToken cancellation) => UseAsync(
        Open(_watcher, _forgetful),
        async session =>
        {
            var cursor = await session.RunAsync("CYPHER 5 RETURN 1", Parameters.Of(null), cancellation: cancellation).ConfigureAwait(false);
            return await cursor.FetchAsync(cancellation).ConfigureAwait(false);
        },
        cancellation);

    /// <summary>Asks the database for the least that shows it to be one of ours. Never tried again, as <see cref="CheckAnswerAsync"/>.</summary>
    public Task<bool> CheckHealthAsync(CancellationToken cancellation) => UseAsync(
        Open(_watcher, _readers),
        async session =>
        {
            var cursor = await session
                .RunAsync($"CYPHER 5 {StoreNode.Match} RETURN 1", Parameters.Of(null), cancellation: cancellation).ConfigureAwait(false);
            return await cursor.FetchAsync(cancellation).ConfigureAwait(false)
                ? true
                : throw new StoreException(StoreFailure.Unavailable, "The store does not say which model it keeps.");
        },
        cancellation);

    /// <summary>Closes every connection; what is under way ends with an error.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
            _isClosed = true;
        await _driver.DisposeAsync().ConfigureAwait(false);
        await _watcher.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var name = options.Database is { } database ? $"The Neo4j database {database}" : "The Neo4j database";
        return $"{name} at {options.Address}";
    }

    /// <summary>Does reading work in a session, once.</summary>
    public Task<T> UseReaderAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        UseAsync(OpenReader(), work, cancellation);

    private async Task<T> UseWriterAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        var used = _readers.Bookmarks;
        var session = Open(_driver, new SessionConfig { Database = options.Database, Bookmarks = used });
        var result = await UseAsync(session, work, cancellation).ConfigureAwait(false);
        // One server shows its own writes to everybody; asking it to be as far as they are would cost each read some of its time.
        if (!options.IsRouted)
            return result;
        lock (_gate)
        {
            _readers = _readers with
            {
                Bookmarks = Bookmarks.From(_readers.Bookmarks.Values.Except(used.Values).Concat(session.LastBookmarks.Values)),
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
            ConnectionAcquisitionTimeout = options.ConnectionPatience,
            ConnectionTimeout = options.ConnectionPatience,
            ConnectionLivenessCheckTimeout = _idleTrust,
            ResetTimeout = _resetPatience,
            MaxTransactionRetryTime = options.WriterPatience,
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
            // What follows, such as the next batch of an import, may take long.
            await WorkerThread.SwitchAsync();
            return result;
        }
        catch (Neo4jException error)
        {
            // An operation that was cancelled while its connection broke was cancelled; but COMMIT may have been on its way.
            if (error is not IncompleteCommitException)
                cancellation.ThrowIfCancellationRequested();
            throw Neo4jFailure.Translate(error);
        }
        catch (ObjectDisposedException closed)
        {
            throw Closed(closed);
        }
    }

    /// <summary>The failure of work that came after the end.</summary>
    public static StoreException Closed(ObjectDisposedException closed) =>
        new(StoreFailure.Unavailable, "The store is closed.", closed);
}
