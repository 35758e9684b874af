using GraphIntel.Bolt;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Connection;

/// <summary>
/// The one database of a store: sessions in it that see what this process has written, and failures in the store's words.
/// </summary>
internal sealed class Neo4jDatabase(Driver driver, Neo4jOptions options)
{
    private readonly Lock _gate = new();
    private volatile SessionConfig _readers = new() { Database = options.Database, DefaultAccessMode = AccessMode.Read };

    /// <summary>What is said where the database keeps another model.</summary>
    public ModelMismatch Mismatch => new(ToString(), "database");

    /// <summary>A session to read with, in a cluster from any server, that sees whatever this process wrote before.</summary>
    public Session OpenReader() => Open(_readers);

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
            return await driver.GetServerInfoAsync(cancellation).ConfigureAwait(false);
        }
        catch (Neo4jException error)
        {
            throw Neo4jFailure.Translate(error);
        }
    }

    /// <summary>Asks the database for the least that shows it to be one of ours. Never tried again: an answer is wanted now.</summary>
    public Task<bool> CheckHealthAsync(CancellationToken cancellation) => UseReaderAsync(
        async session =>
        {
            var cursor = await session
                .RunAsync($"CYPHER 5 {StoreNode.Match} RETURN 1", Parameters.Of(null), cancellation: cancellation).ConfigureAwait(false);
            return await cursor.FetchAsync(cancellation).ConfigureAwait(false)
                ? true
                : throw new StoreException(StoreFailure.Unavailable, "The store does not say which model it keeps.");
        },
        cancellation);

    /// <inheritdoc/>
    public override string ToString()
    {
        var name = options.Database is { } database ? $"The Neo4j database {database}" : "The Neo4j database";
        var uri = new Uri(options.Uri);
        return $"{name} at {uri.Host}:{(uri.Port > 0 ? uri.Port : ServerAddress.DefaultPort)}";
    }

    /// <summary>Does reading work in a session, once.</summary>
    public Task<T> UseReaderAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        UseAsync(OpenReader(), work, cancellation);

    private async Task<T> UseWriterAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        var used = _readers.Bookmarks;
        var session = Open(new SessionConfig { Database = options.Database, Bookmarks = used });
        var result = await UseAsync(session, work, cancellation).ConfigureAwait(false);
        lock (_gate)
        {
            _readers = _readers with
            {
                Bookmarks = Bookmarks.From(_readers.Bookmarks.Values.Except(used.Values).Concat(session.LastBookmarks.Values)),
            };
        }

        return result;
    }

    private Session Open(SessionConfig config)
    {
        try
        {
            return driver.Session(config);
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
