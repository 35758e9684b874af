using System.Runtime.CompilerServices;
using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Pool;

/// <summary>A connection in use by one transaction or auto-commit statement.</summary>
internal sealed class Lease(ConnectionSource source, ConnectionPool pool, Connection connection, Target target, string? database)
{
    private int _released;

    public Connection Connection => connection;

    public ConnectionPool Pool => pool;

    public Target Target => target;

    /// <summary>The token of the login; kept here because a released connection can be another user's.</summary>
    public AuthToken? Token { get; } = connection.Token;

    /// <summary>The database, also if it comes from a routing table; null if the server decides.</summary>
    public string? Database => database;

    /// <summary>Whether the server resolves the home database, and returns its name.</summary>
    public bool ResolvesHome { get; init; }

    /// <summary>Waits until the response has arrived, and throws if it failed.</summary>
    public ValueTask WaitAsync(Response response, CancellationToken cancellation)
    {
        // A completed response does not need the connection, which may have been released.
        var waiting = response.IsCompleted ? default : connection.WaitAsync(response, cancellation);
        return waiting.IsCompletedSuccessfully && response.Error is null && !response.IsIgnored
            ? default
            : FinishAsync(waiting, response);
    }

    /// <summary>Waits until another request can be written.</summary>
    public ValueTask ReadyAsync(CancellationToken cancellation)
    {
        var waiting = connection.ReadyAsync(cancellation);
        return waiting.IsCompletedSuccessfully ? default : FinishAsync(waiting, response: null);
    }

    /// <summary>Throws if the connection is broken.</summary>
    public void ThrowIfBroken()
    {
        try
        {
            connection.ThrowIfBroken();
        }
        catch (Neo4jException e)
        {
            throw source.HandleError(this, e);
        }
    }

    /// <summary>Waits for the response to COMMIT. If the connection is lost meanwhile, the outcome is unknown.</summary>
    public async ValueTask WaitForCommitAsync(CommitResponse response, CancellationToken cancellation)
    {
        try
        {
            await connection.WaitAsync(response, cancellation).ConfigureAwait(false);
        }
        catch (Neo4jException e) when (connection.IsBroken && !response.IsCompleted)
        {
            // After a failure a server ignores COMMIT, so the outcome is known.
            throw source.HandleError(this, connection.HasFailed ? e : new IncompleteCommitException(e));
        }
        await FinishAsync(default, response).ConfigureAwait(false);
    }

    /// <summary>Releases the connection, once.</summary>
    public ValueTask ReleaseAsync(bool needsReset) =>
        Interlocked.Exchange(ref _released, 1) == 0 ? pool.ReleaseAsync(connection, needsReset) : default;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FinishAsync(ValueTask waiting, Response? response)
    {
        try
        {
            await waiting.ConfigureAwait(false);
            response?.ThrowIfFailed();
        }
        catch (Neo4jException e)
        {
            var translated = source.HandleError(this, e);
            if (!ReferenceEquals(translated, e))
                throw translated;
            throw;
        }
    }
}
