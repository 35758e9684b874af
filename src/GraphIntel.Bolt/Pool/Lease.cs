using System.Runtime.CompilerServices;
using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Pool;

/// <summary>A connection while one transaction or auto-commit statement has it.</summary>
internal sealed class Lease(ConnectionSource source, ConnectionPool pool, Connection connection, Target target, string? database)
{
    private int _released;

    public Connection Connection => connection;

    public ConnectionPool Pool => pool;

    public Target Target => target;

    /// <summary>The database, also where the caller named none and a routing table did; null for the server's choice.</summary>
    public string? Database => database;

    /// <summary>Waits for what the response waits for, and throws where it failed.</summary>
    public ValueTask WaitAsync(Response response, CancellationToken cancellation)
    {
        // What is here needs no connection, which may be somebody else's by now.
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

    /// <summary>Throws where the connection is known to be lost.</summary>
    public void ThrowIfBroken()
    {
        try
        {
            connection.ThrowIfBroken();
        }
        catch (Neo4jException e)
        {
            throw source.Explain(this, e);
        }
    }

    /// <summary>Waits for the answer to COMMIT: where the connection is lost meanwhile, nobody knows what became of it.</summary>
    public async ValueTask WaitForCommitAsync(CommitResponse response, CancellationToken cancellation)
    {
        try
        {
            await connection.WaitAsync(response, cancellation).ConfigureAwait(false);
        }
        catch (Neo4jException e) when (connection.IsBroken && !response.IsCompleted)
        {
            throw source.Explain(this, new IncompleteCommitException(e));
        }
        await FinishAsync(default, response).ConfigureAwait(false);
    }

    /// <summary>Gives the connection back, once.</summary>
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
            var explained = source.Explain(this, e);
            if (!ReferenceEquals(explained, e))
                throw explained;
            throw;
        }
    }
}
