using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;
using GraphIntel.Bolt.Routing;

namespace GraphIntel.Bolt;

/// <summary>Makes drivers.</summary>
public static class GraphDatabase
{
    /// <summary>A driver for a server or a cluster; it opens no connection yet.</summary>
    /// <param name="uri">
    /// <c>bolt://host:port</c> for one server, <c>neo4j://host:port</c> for a cluster; with <c>+s</c> for TLS with a certificate
    /// that is verified, with <c>+ssc</c> for TLS with any certificate.
    /// </param>
    /// <param name="authToken">What proves the user; null for none.</param>
    /// <param name="config">How the driver works; null for the defaults.</param>
    public static Driver Driver(string uri, AuthToken? authToken = null, DriverConfig? config = null) =>
        Driver(ParseUri(uri), AuthTokenManagers.Static(authToken ?? AuthTokens.None), config);

    /// <inheritdoc cref="Driver(string, AuthToken?, DriverConfig?)"/>
    public static Driver Driver(Uri uri, AuthToken? authToken = null, DriverConfig? config = null) =>
        Driver(uri, AuthTokenManagers.Static(authToken ?? AuthTokens.None), config);

    /// <summary>A driver whose tokens change with time.</summary>
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
        // The text is not quoted: it can hold a password.
        return Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
            ? parsed
            : throw new ArgumentException("The address cannot be read; write neo4j://host:port or bolt://host:port.", nameof(uri));
    }
}

/// <summary>A server or a cluster, with the connections to it. A program makes one and keeps it; it is safe for concurrent use.</summary>
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

    /// <summary>A session; it takes no connection until there is work.</summary>
    public Session Session(SessionConfig? config = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new Session(Source, _config, config ?? new SessionConfig());
    }

    /// <summary>Opens a connection, or takes one, and asks its server whether it answers.</summary>
    /// <exception cref="Neo4jException">It does not, or not to this user.</exception>
    public Task VerifyConnectivityAsync(CancellationToken cancellation = default) => GetServerInfoAsync(cancellation);

    /// <summary>Asks a server whether it answers, and tells which it is.</summary>
    public async Task<ServerInfo> GetServerInfoAsync(CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var lease = await Source.AcquireAsync(new Target(AccessMode.Read, null, [], null, null), cancellation).ConfigureAwait(false);
        try
        {
            await lease.Connection.ResetAsync(cancellation).ConfigureAwait(false);
            return ServerInfo.Of(lease.Connection);
        }
        catch (Neo4jException e)
        {
            throw Source.Explain(lease, e);
        }
        finally
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
        }
    }

    /// <summary>Runs one statement in a managed transaction and reads all of its result. Such statements see each other's effects.</summary>
    /// <param name="query">The statement in Cypher.</param>
    /// <param name="parameters">A dictionary, or an object with a property for each parameter; null for none.</param>
    /// <param name="config">Where and how it runs.</param>
    /// <param name="cancellation">Stops the statement at the server.</param>
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

    /// <summary>Closes every connection; what is under way ends with an error.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await Source.DisposeAsync().ConfigureAwait(false);
        _watchdog.Dispose();
    }
}

/// <summary>Where and how a statement of the driver's runs.</summary>
public sealed record QueryConfig
{
    /// <summary>Which servers of a cluster it goes to. The default is the leader.</summary>
    public RoutingControl Routing { get; init; } = RoutingControl.Writers;

    /// <summary>The database; null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>The user in whose name it runs; Community Edition refuses this.</summary>
    public string? ImpersonatedUser { get; init; }

    /// <summary>The user to log on as; null for the driver's.</summary>
    public AuthToken? AuthToken { get; init; }

    /// <summary>What the transaction is told of itself.</summary>
    public TransactionConfig? Transaction { get; init; }
}

/// <summary>A result that was read to its end.</summary>
/// <param name="Records">The records.</param>
/// <param name="Keys">The names of their values.</param>
/// <param name="Summary">How the statement went.</param>
public sealed record EagerResult(IReadOnlyList<Record> Records, IReadOnlyList<string> Keys, ResultSummary Summary);
