using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Routing;

namespace GraphIntel.Bolt;

/// <summary>Creates drivers.</summary>
public static class GraphDatabase
{
    /// <summary>A driver for a server or a cluster; opens no connection yet.</summary>
    /// <param name="uri">
    /// <c>bolt://host:port</c> for one server, <c>neo4j://host:port</c> for a cluster; with <c>+s</c> for TLS with a certificate
    /// that is verified, with <c>+ssc</c> for TLS with any certificate.
    /// </param>
    /// <param name="authToken">The authentication token; null for none.</param>
    /// <param name="config">The configuration; null for the defaults.</param>
    public static Driver Driver(string uri, AuthToken? authToken = null, DriverConfig? config = null) =>
        Driver(ParseUri(uri), AuthTokenManagers.Static(authToken ?? AuthTokens.None), config);

    /// <inheritdoc cref="Driver(string, AuthToken?, DriverConfig?)"/>
    public static Driver Driver(Uri uri, AuthToken? authToken = null, DriverConfig? config = null) =>
        Driver(uri, AuthTokenManagers.Static(authToken ?? AuthTokens.None), config);

    /// <summary>A driver whose tokens expire.</summary>
    public static Driver Driver(Uri uri, AuthTokenManager authTokenManager, DriverConfig? config = null)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(authTokenManager);
        config ??= new DriverConfig();
        config.Check();
        return new Driver(BoltUri.Parse(uri), authTokenManager, config);
    }

    private static Uri ParseUri(string uri)
    {
        ArgumentException.ThrowIfNullOrEmpty(uri);
        // The message does not quote the URI: it can contain a password.
        return Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
            ? parsed
            : throw new ArgumentException("The URI is not valid; expected neo4j://host:port or bolt://host:port.", nameof(uri));
    }
}

/// <summary>A server or a cluster, with its connection pools. A program creates one and keeps it; it is thread-safe.</summary>
public sealed class Driver : IAsyncDisposable
{
    private readonly DriverConfig _config;
    private readonly Watchdog _watchdog = new();
    private readonly Lock _gate = new();
    private Bookmarks _queryBookmarks = Bookmarks.None;
    private bool _disposed;

    internal Driver(BoltUri uri, AuthTokenManager tokens, DriverConfig config)
    {
        _config = config;
        Encrypted = uri.Encryption is not Encryption.None;
        var connector = new Connector(config, uri, _watchdog);
        Source = uri.RoutingContext is null
            ? new DirectSource(config, tokens, uri, connector)
            : new RoutingSource(config, tokens, uri, connector);
    }

    /// <summary>Whether connections are encrypted.</summary>
    public bool Encrypted { get; }

    internal ConnectionSource Source { get; }

    /// <summary>A session; it acquires a connection only when it needs one.</summary>
    public Session Session(SessionConfig? config = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new Session(Source, _config, config ?? new SessionConfig());
    }

    /// <summary>Verifies that a server responds; in a cluster, first a router.</summary>
    /// <exception cref="Neo4jException">No server responds, or it rejects the user.</exception>
    public Task VerifyConnectivityAsync(CancellationToken cancellation = default) => GetServerInfoAsync(cancellation);

    /// <summary>Verifies that a server responds, and returns its version and address.</summary>
    public async Task<ServerInfo> GetServerInfoAsync(CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var target = new Target(AccessMode.Read, null, [], null, null) { Home = HomeLookup.Router };
        var lease = await Source.AcquireAsync(target, cancellation).ConfigureAwait(false);
        try
        {
            // After a login, the server has just responded.
            if (!lease.Connection.IsNew)
                await lease.Connection.ResetAsync(cancellation).ConfigureAwait(false);
            return ServerInfo.Of(lease.Connection);
        }
        catch (Neo4jException e)
        {
            throw Source.HandleError(lease, e);
        }
        finally
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Runs one statement in a managed transaction, with retries, and reads its whole result. Such statements see each
    /// other's effects.
    /// </summary>
    /// <param name="query">The statement in Cypher.</param>
    /// <param name="parameters">A dictionary, or an object with a property for each parameter; null for none.</param>
    /// <param name="config">The configuration of the query.</param>
    /// <param name="cancellation">Cancels the statement on the server.</param>
    public async Task<EagerResult> ExecuteQueryAsync(
        string query, object? parameters = null, QueryConfig? config = null, CancellationToken cancellation = default)
    {
        config ??= new QueryConfig();
        Bookmarks used;
        lock (_gate)
            used = _queryBookmarks;
        var session = Session(new SessionConfig
        {
            Database = config.Database,
            ImpersonatedUser = config.ImpersonatedUser,
            AuthToken = config.AuthToken,
            Bookmarks = used,
        });
        await using (session.ConfigureAwait(false))
        {
            var mode = config.Routing is RoutingControl.Readers ? AccessMode.Read : AccessMode.Write;
            var result = await session.ExecuteAsync(
                mode, TelemetryApi.ExecuteQuery,
                async transaction =>
                {
                    var cursor = await transaction.RunAsync(query, parameters, cancellation).ConfigureAwait(false);
                    var records = await cursor.ToListAsync(cancellation).ConfigureAwait(false);
                    return new EagerResult(records, cursor.Keys, await cursor.ConsumeAsync(cancellation).ConfigureAwait(false));
                },
                config.Transaction, cancellation).ConfigureAwait(false);
            lock (_gate)
                _queryBookmarks = Bookmarks.From(_queryBookmarks.Values.Except(used.Values).Concat(session.LastBookmarks.Values));
            return result;
        }
    }

    /// <summary>Closes all connections; running requests fail.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await Source.DisposeAsync().ConfigureAwait(false);
        _watchdog.Dispose();
    }
}

/// <summary>The configuration of <see cref="Driver.ExecuteQueryAsync"/>.</summary>
public sealed record QueryConfig
{
    /// <summary>The servers of a cluster that run it. The default is the leader.</summary>
    public RoutingControl Routing { get; init; } = RoutingControl.Writers;

    /// <summary>The database; null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>The user to impersonate; not available in Community Edition.</summary>
    public string? ImpersonatedUser { get; init; }

    /// <summary>The user to log on as; null for the driver's.</summary>
    public AuthToken? AuthToken { get; init; }

    /// <summary>The configuration of the transaction.</summary>
    public TransactionConfig? Transaction { get; init; }
}

/// <summary>A completely read result.</summary>
/// <param name="Records">The records.</param>
/// <param name="Keys">The names of the values.</param>
/// <param name="Summary">The summary.</param>
public sealed record EagerResult(IReadOnlyList<Record> Records, IReadOnlyList<string> Keys, ResultSummary Summary);
