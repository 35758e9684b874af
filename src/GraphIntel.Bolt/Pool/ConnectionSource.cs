using GraphIntel.Bolt.Connections;

namespace GraphIntel.Bolt.Pool;

/// <summary>What a connection is wanted for.</summary>
internal sealed record Target(
    AccessMode Mode, string? Database, IReadOnlyCollection<string> Bookmarks, string? ImpersonatedUser, AuthToken? Token);

/// <summary>Where sessions get their connections: one server, or those that a cluster's routing table names.</summary>
internal abstract class ConnectionSource(DriverConfig config, AuthTokenManager tokens) : IAsyncDisposable
{
    protected DriverConfig Config => config;

    /// <summary>Gives a connection for what is wanted.</summary>
    public abstract ValueTask<Lease> AcquireAsync(Target target, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();

    /// <summary>Learns from an error that happened on a connection, and says it as the caller should see it.</summary>
    public virtual Neo4jException Explain(Lease lease, Neo4jException error)
    {
        Learn(lease.Pool, lease.Connection.Token, isOwn: lease.Target.Token is null, error);
        return error;
    }

    protected async ValueTask<Connection> AcquireAsync(ConnectionPool pool, AuthToken? token, CancellationToken cancellation)
    {
        var wanted = token ?? await tokens.GetTokenAsync(config.Time, cancellation).ConfigureAwait(false);
        try
        {
            return await pool.AcquireAsync(wanted, cancellation).ConfigureAwait(false);
        }
        catch (Neo4jException e)
        {
            Learn(pool, wanted, isOwn: token is null, e);
            throw;
        }
    }

    /// <param name="pool">Where it happened.</param>
    /// <param name="token">Who was logged on.</param>
    /// <param name="isOwn">Whether the token is the driver's; only that one can be renewed.</param>
    /// <param name="error">What happened.</param>
    private void Learn(ConnectionPool pool, AuthToken? token, bool isOwn, Neo4jException error)
    {
        switch (error)
        {
            case AuthorizationException:
                pool.ExpireAll();
                break;
            case TokenExpiredException expired:
                expired.IsRenewable = isOwn && tokens.IsRenewable;
                tokens.Refuse(token);
                break;
            case AuthenticationException:
                tokens.Refuse(token);
                break;
        }
    }
}

/// <summary>One server: <c>bolt://</c>.</summary>
internal sealed class DirectSource(DriverConfig config, AuthTokenManager tokens, BoltUri uri, Connector connector)
    : ConnectionSource(config, tokens)
{
    public ConnectionPool Pool { get; } = new(uri.Address, connector, config);

    public override async ValueTask<Lease> AcquireAsync(Target target, CancellationToken cancellation)
    {
        var connection = await AcquireAsync(Pool, target.Token, cancellation).ConfigureAwait(false);
        return new Lease(this, Pool, connection, target, target.Database);
    }

    public override ValueTask DisposeAsync() => Pool.DisposeAsync();
}
