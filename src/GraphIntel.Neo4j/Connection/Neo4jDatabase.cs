using GraphIntel.Bolt;
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
    private SessionConfig _reading = Config(options, AccessMode.Read, Bookmarks.None);
    private SessionConfig _writing = Config(options, AccessMode.Write, Bookmarks.None);

    /// <summary>The driver behind it.</summary>
    public Driver Driver => driver;

    /// <summary>What is said where the database keeps another model.</summary>
    public ModelMismatch Mismatch => new(ToString(), "database");

    /// <summary>A session that sees whatever this process wrote before.</summary>
    public Session Session(AccessMode mode)
    {
        lock (_gate)
            return driver.Session(mode is AccessMode.Read ? _reading : _writing);
    }

    /// <summary>Does reading work in a transaction, again where the failure is one that passes.</summary>
    public Task<T> ReadAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellation) => UseAsync(
        AccessMode.Read, session => session.ExecuteReadAsync(work, cancellation: cancellation), cancellation);

    /// <summary>
    /// Does writing work in a transaction, again where the failure is one that passes. An <see cref="IncompleteCommitException"/>
    /// is the caller's to clear up.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<Transaction, Task<T>> work, CancellationToken cancellation) => UseAsync(
        AccessMode.Write, session => session.ExecuteWriteAsync(work, cancellation: cancellation), cancellation);

    /// <summary>Runs a statement that is a transaction of its own, or several, on a server that writes, and reads its records.</summary>
    public Task<List<Record>> RunAsync(string statement, object? p, CancellationToken cancellation) => UseAsync(
        AccessMode.Write,
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
        catch (ObjectDisposedException closed)
        {
            throw Closed(closed);
        }
    }

    /// <summary>Asks the database for the least that shows it to be one of ours.</summary>
    public async Task CheckHealthAsync(CancellationToken cancellation)
    {
        var session = Session(AccessMode.Read);
        try
        {
            await using (session.ConfigureAwait(false))
            {
                var cursor = await session
                    .RunAsync($"CYPHER 5 {StoreNode.Match} RETURN 1", Parameters.Of(null), cancellation: cancellation).ConfigureAwait(false);
                if (!await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                    throw new StoreException(StoreFailure.Unavailable, "The store does not say which model it keeps.");
            }
        }
        catch (Neo4jException error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Neo4jFailure.Translate(error);
        }
        catch (ObjectDisposedException closed)
        {
            throw Closed(closed);
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var name = options.Database is { } database ? $"The Neo4j database {database}" : "The Neo4j database";
        var uri = new Uri(options.Uri);
        return $"{name} at {uri.Host}:{(uri.Port > 0 ? uri.Port : ServerAddress.DefaultPort)}";
    }

    private async Task<T> UseAsync<T>(AccessMode mode, Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            var session = Session(mode);
            await using (session.ConfigureAwait(false))
            {
                var result = await work(session).ConfigureAwait(false);
                Remember(session);
                return result;
            }
        }
        catch (Neo4jException error) when (error is not IncompleteCommitException)
        {
            // An operation that was cancelled while its connection broke was cancelled.
            cancellation.ThrowIfCancellationRequested();
            throw Neo4jFailure.Translate(error);
        }
        catch (ObjectDisposedException closed)
        {
            throw Closed(closed);
        }
    }

    private void Remember(Session session)
    {
        lock (_gate)
            (_reading, _writing) = (Config(options, AccessMode.Read, session.LastBookmarks), Config(options, AccessMode.Write, session.LastBookmarks));
    }

    private static SessionConfig Config(Neo4jOptions options, AccessMode mode, Bookmarks bookmarks) => new()
    {
        Database = options.Database,
        DefaultAccessMode = mode,
        Bookmarks = bookmarks,
    };

    /// <summary>The failure of work that came after the end.</summary>
    public static StoreException Closed(ObjectDisposedException closed) =>
        new(StoreFailure.Unavailable, "The store is closed.", closed);
}
