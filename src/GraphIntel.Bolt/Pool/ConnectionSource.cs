using GraphIntel.Bolt.Connections;

namespace GraphIntel.Bolt.Pool;

/// <summary>The requirements for a connection.</summary>
internal sealed record Target(
    AccessMode Mode, string? Database, IReadOnlyCollection<string> Bookmarks, string? ImpersonatedUser, AuthToken? Token)
{
    /// <summary>How the home database is resolved if no database is given.</summary>
    public HomeLookup Home { get; init; }
}

/// <summary>How the home database of a user is resolved in a cluster.</summary>
internal enum HomeLookup
{
    /// <summary>From the last known name, if servers confirm or correct it; else by a router.</summary>
    LastKnown,

    /// <summary>By a router.</summary>
    Router,

    /// <summary>A router did not return the name: its table is used until it expires.</summary>
    Unnamed,
}

/// <summary>The source of a session's connections: one server, or the servers of a cluster's routing table.</summary>
internal abstract class ConnectionSource(DriverConfig config, AuthTokenManager tokens) : IAsyncDisposable
{
    protected DriverConfig Config => config;

    /// <summary>Acquires a connection for a target.</summary>
    public abstract ValueTask<Lease> AcquireAsync(Target target, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();

    /// <summary>Stores the home database that a server resolved.</summary>
    /// <param name="impersonatedUser">The impersonated user; null for the user who is logged on.</param>
    /// <param name="token">The token of the login; null for the driver's.</param>
    /// <param name="database">The name of the database.</param>
    public virtual void SetHomeDatabase(string? impersonatedUser, AuthToken? token, string database)
    {
    }

    /// <summary>Updates pools and tokens after an error on a connection, and translates it for the caller.</summary>
    public virtual Neo4jException HandleError(Lease lease, Neo4jException error)
    {
        UpdateFrom(lease.Pool, lease.Token, isOwn: lease.Target.Token is null, error);
        return error;
    }

    protected async ValueTask<Connection> AcquireAsync(ConnectionPool pool, AuthToken? token, CancellationToken cancellation)
    {
        var effective = token ?? await tokens.GetTokenAsync(config.Time, cancellation).ConfigureAwait(false);
        try
        {
            return await pool.AcquireAsync(effective, cancellation).ConfigureAwait(false);
        }
        catch (Neo4jException e)
        {
            UpdateFrom(pool, effective, isOwn: token is null, e);
            throw;
        }
    }

    /// <param name="pool">The pool of the connection.</param>
    /// <param name="token">The token of the login.</param>
    /// <param name="isOwn">Whether the token is the driver's; only this one can be renewed.</param>
    /// <param name="error">The error.</param>
    private void UpdateFrom(ConnectionPool pool, AuthToken? token, bool isOwn, Neo4jException error)
    {
        switch (error)
        {
            case AuthorizationException:
                pool.ExpireAll();
                break;
            case TokenExpiredException expired:
                expired.HasOtherToken = isOwn && tokens.Reject(token);
                break;
            case AuthenticationException rejected:
                rejected.HasOtherToken = isOwn && tokens.Reject(token);
                break;
        }
    }
}

/// <summary>A single server: <c>bolt://</c>.</summary>
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
