using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Routing;

/// <summary>The servers of a cluster: <c>neo4j://</c>. Reads go to readers, writes to the leader, by the routing table.</summary>
internal sealed class RoutingSource(DriverConfig config, AuthTokenManager tokens, BoltUri uri, Connector connector)
    : ConnectionSource(config, tokens)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ServerAddress, ConnectionPool> _pools = [];
    private readonly RoutingTables _tables = new(config.Time);
    private readonly Refreshes _refreshes = new();

    /// <summary>The pools of running routing requests, which need not be in any table; once for each request.</summary>
    private readonly List<ConnectionPool> _routingRequests = [];
    private int _roundRobin = -1;
    private bool _disposed;

    public IReadOnlyCollection<ConnectionPool> Pools
    {
        get
        {
            lock (_gate)
                return [.. _pools.Values];
        }
    }

    public override async ValueTask<Lease> AcquireAsync(Target target, CancellationToken cancellation)
    {
        var key = TableKey.Of(target);
        var usesLastKnownHome = target is { Database: null, Home: HomeLookup.LastKnown };
        var table = usesLastKnownHome ? _tables.FindHome(key, target.Mode) : NeedsRouter(target) ? null : _tables.Find(key);
        var refreshed = false;
        var errors = new List<ServiceUnavailableException>();
        while (true)
        {
            if (table is null || (!refreshed && table.IsStale(target.Mode, Config.Time)))
            {
                table = await RefreshAsync(key, target, cancellation).ConfigureAwait(false);
                (refreshed, usesLastKnownHome) = (true, false);
            }
            // A table fetched just now is valid for this caller, whatever its time to live.
            if (table.For(target.Mode).Count == 0)
                throw NoServer(target.Mode, errors);
            var pool = LeastUsed(table.For(target.Mode));
            try
            {
                var connection = await AcquireAsync(pool, target.Token, cancellation).ConfigureAwait(false);
                if (!usesLastKnownHome)
                    return new Lease(this, pool, connection, target, target.Database ?? table.Database);
                if (connection.Server.ResolvesHomeDatabase)
                    return new Lease(this, pool, connection, target, null) { ResolvesHome = true };
                // In a cluster of mixed versions, this server does not confirm the home database.
                await pool.ReleaseAsync(connection, needsReset: false).ConfigureAwait(false);
                table = null;
            }
            catch (ServiceUnavailableException e)
            {
                // Another server may be available; each failure makes the table shorter, so this ends.
                errors.Add(e);
                await RemoveAsync(pool).ConfigureAwait(false);
                table = table!.Without(pool.Address);
            }
        }
    }

    public override Neo4jException HandleError(Lease lease, Neo4jException error)
    {
        base.HandleError(lease, error);
        var server = lease.Connection.Address;
        var key = TableKey.Of(lease.Target);
        switch (error)
        {
            case IncompleteCommitException:
                _tables.Remove(server);
                return error;
            case ServiceUnavailableException:
                _tables.Remove(server);
                return new SessionExpiredException($"The connection to {server} was lost; another server of the cluster may be available.", error);
            case { Code: ServerFailure.DatabaseUnavailable }:
                _tables.Remove(key, server);
                return error;
            case { Code: ServerFailure.NotALeader or ServerFailure.ForbiddenOnReadOnlyDatabase } when lease.Target.Mode is AccessMode.Write:
                _tables.RemoveWriter(key, server);
                return new SessionExpiredException($"{server} no longer accepts writes; another server is the leader.", error);
            default:
                return error;
        }
    }

    public override void SetHomeDatabase(string? impersonatedUser, AuthToken? token, string database) =>
        _tables.SetHomeDatabase(new TableKey(null, impersonatedUser, token), database);

    public override async ValueTask DisposeAsync()
    {
        lock (_gate)
            _disposed = true;
        foreach (var pool in Pools)
            await pool.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Fetches the table, or waits for another caller that does.</summary>
    private async ValueTask<RoutingTable> RefreshAsync(TableKey key, Target target, CancellationToken cancellation)
    {
        var refresh = new RefreshKey(key, NeedsRouter(target) ? string.Join('\n', target.Bookmarks) : null);
        while (_refreshes.Join(refresh) is { } running)
        {
            var other = await WaitForAsync(running, cancellation).ConfigureAwait(false);
            if (other.Table is not null)
                return other.Table;
            // Routers that did not respond to the other caller will not respond to this one, after another wait.
            if (other.Failure is not null)
                throw new ServiceUnavailableException(other.Failure.Message, other.Failure);
        }
        var outcome = default(RefreshOutcome);
        try
        {
            var table = _tables.Find(key);
            if (table is null || NeedsRouter(target) || table.IsStale(target.Mode, Config.Time))
            {
                table = await FetchFromRoutersAsync(table, target, cancellation).ConfigureAwait(false);
                _tables.Store(key, table);
                await RetireRemovedAsync().ConfigureAwait(false);
            }
            outcome = new RefreshOutcome(table, null);
            return table;
        }
        catch (ServiceUnavailableException e)
        {
            outcome = new RefreshOutcome(null, e);
            throw;
        }
        finally
        {
            _refreshes.End(refresh, outcome);
        }
    }

    /// <summary>Whether a router must resolve the home database: once for each session, because it can change at any time.</summary>
    private static bool NeedsRouter(Target target) => target is { Database: null, Home: not HomeLookup.Unnamed };

    private async ValueTask<RefreshOutcome> WaitForAsync(Task<RefreshOutcome> running, CancellationToken cancellation)
    {
        try
        {
            return await running.WaitAsync(Config.ConnectionAcquisitionTimeout, Config.Time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            var seconds = Config.ConnectionAcquisitionTimeout.TotalSeconds;
            throw new ServiceUnavailableException(
                string.Create(CultureInfo.InvariantCulture, $"No router returned a routing table within {seconds} seconds."), e);
        }
    }

    /// <summary>Closes the pools of servers that left the cluster.</summary>
    private async ValueTask RetireRemovedAsync()
    {
        List<ConnectionPool> removed;
        lock (_gate)
        {
            var known = _tables.Servers;
            removed = [.. _pools.Values.Where(p => !known.Contains(p.Address) && !_routingRequests.Contains(p))];
            foreach (var pool in removed)
                _pools.Remove(pool.Address);
        }
        foreach (var pool in removed)
            await pool.RetireAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Queries the routers in turn, then the seed: the seed first if the last table came without a writer. Last, the other
    /// addresses of the seed's host name: a connection to the name reaches only one of them.
    /// </summary>
    private async ValueTask<RoutingTable> FetchFromRoutersAsync(RoutingTable? old, Target target, CancellationToken cancellation)
    {
        List<ServerAddress> seeds = [.. Config.Resolver?.Invoke(uri.Address) ?? [uri.Address]];
        var routers = old?.Routers ?? [];
        var ordered = (old is { CameWithoutWriter: true } ? seeds.Concat(routers) : routers.Concat(seeds)).Distinct().ToList();
        var search = new Search(target);
        foreach (var router in ordered)
        {
            if (await TryFetchAsync(router, search, cancellation).ConfigureAwait(false) is { } table)
                return table;
        }
        // Some errors are permanent, so this is not just unavailability: an invalid certificate, another protocol on the
        // port.
        var permanentError = search.Errors.TrueForAll(e => !e.IsRetriable) ? search.Errors.FirstOrDefault() : null;
        foreach (var seed in seeds)
        {
            foreach (var address in await ResolveHostAsync(seed, cancellation).ConfigureAwait(false))
            {
                if (!search.Reached.Contains(address)
                    && await TryFetchAsync(seed with { Ip = address }, search, cancellation).ConfigureAwait(false) is { } table)
                {
                    return table;
                }
            }
        }
        if (permanentError is not null)
            ExceptionDispatchInfo.Throw(permanentError);
        throw new ServiceUnavailableException(
            $"No router returned a usable routing table: {string.Join(", ", ordered)}.", new AggregateException(search.Errors));
    }

    /// <summary>The addresses of a host name that has several; empty for an IP address, or if the name cannot be resolved.</summary>
    private async ValueTask<IPAddress[]> ResolveHostAsync(ServerAddress seed, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(seed.Host, out _))
            return [];
        try
        {
            var addresses = await Config.ResolveHost(seed.Host, cancellation).ConfigureAwait(false);
            return addresses.Length > 1 ? addresses : [];
        }
        catch (SocketException)
        {
            return [];
        }
    }

    /// <returns>Null if the router returned no usable table, and another may.</returns>
    private async ValueTask<RoutingTable?> TryFetchAsync(ServerAddress router, Search search, CancellationToken cancellation)
    {
        try
        {
            var table = await FetchAsync(router, search, cancellation).ConfigureAwait(false);
            if (table.Routers.Count > 0 && table.Readers.Count > 0)
                return table;
            search.Errors.Add(new ServiceUnavailableException($"{router} returned a routing table without routers or readers."));
        }
        catch (Neo4jException e) when (!EndsDiscovery(e))
        {
            search.Errors.Add(e);
            if (e is ServiceUnavailableException)
                _tables.Remove(router);
            else if (e.Code is ServerFailure.DatabaseUnavailable)
                _tables.Remove(TableKey.Of(search.Target), router);
        }
        return null;
    }

    private async ValueTask<RoutingTable> FetchAsync(ServerAddress router, Search search, CancellationToken cancellation)
    {
        var pool = PoolOf(router, isRoutingRequest: true);
        try
        {
            return await FetchAsync(pool, search, cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
                _routingRequests.Remove(pool);
        }
    }

    private async ValueTask<RoutingTable> FetchAsync(ConnectionPool pool, Search search, CancellationToken cancellation)
    {
        var target = search.Target;
        var connection = await AcquireAsync(pool, target.Token, cancellation).ConfigureAwait(false);
        var lease = new Lease(this, pool, connection, target, null);
        if (connection.RemoteAddress is { } reached)
            search.Reached.Add(reached);
        try
        {
            await connection.ReadyAsync(cancellation).ConfigureAwait(false);
            var response = new RouteResponse();
            connection.Add(new Route(uri.RoutingContext!, target.Bookmarks, target.Database, target.ImpersonatedUser), response);
            connection.SetDeadline(Config.ConnectionTimeout);
            connection.Flush();
            await connection.WaitAsync(response, cancellation).ConfigureAwait(false);
            connection.ClearDeadline();
            response.ThrowIfFailed();
            return RoutingTable.From(response, Config.Time.GetTimestamp()) with
            {
                IsHomeResolvedByServer = connection.Server.ResolvesHomeDatabase,
            };
        }
        catch (ServiceUnavailableException)
        {
            await pool.CloseIdleAsync().ConfigureAwait(false);
            throw;
        }
        catch (SecurityException e)
        {
            base.HandleError(lease, e);
            throw;
        }
        finally
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
        }
    }

    private static SessionExpiredException NoServer(AccessMode mode, List<ServiceUnavailableException> errors)
    {
        var operations = mode is AccessMode.Read ? "reads" : "writes";
        return errors.Count == 0
            ? new SessionExpiredException($"No server of the cluster accepts {operations}: the routing table has none.")
            : new SessionExpiredException(
                $"No server of the cluster accepts {operations}. {string.Join(' ', errors.Select(e => e.Message))}", new AggregateException(errors));
    }

    /// <summary>Whether another router would return the same error.</summary>
    private static bool EndsDiscovery(Neo4jException error) => error is FatalDiscoveryException or InvalidBookmarkException
        || (error is SecurityException and not AuthorizationException and not ServerCertificateException)
        || error.Code is "Neo.ClientError.Statement.ArgumentError" or "Neo.ClientError.Statement.TypeError" or "Neo.ClientError.Request.Invalid"
        || (error is ClientException and { Code: null });

    private async ValueTask RemoveAsync(ConnectionPool pool)
    {
        _tables.Remove(pool.Address);
        await pool.CloseIdleAsync().ConfigureAwait(false);
    }

    private ConnectionPool LeastUsed(IReadOnlyList<ServerAddress> servers)
    {
        // Round robin among servers with the same load.
        var first = (int)((uint)Interlocked.Increment(ref _roundRobin) % (uint)servers.Count);
        var best = PoolOf(servers[first]);
        for (var i = 1; i < servers.Count; i++)
        {
            var other = PoolOf(servers[(first + i) % servers.Count]);
            if (other.InUse < best.InUse)
                best = other;
        }
        return best;
    }

    private ConnectionPool PoolOf(ServerAddress address, bool isRoutingRequest = false)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(Driver));
            if (!_pools.TryGetValue(address, out var pool))
                _pools.Add(address, pool = new ConnectionPool(address, connector, Config));
            if (isRoutingRequest)
                _routingRequests.Add(pool);
            return pool;
        }
    }

    /// <summary>A discovery: its target, its errors, the servers that it reached.</summary>
    private sealed record Search(Target Target)
    {
        public List<Neo4jException> Errors { get; } = [];

        /// <summary>The addresses of routers that a connection was acquired to, under any name.</summary>
        public HashSet<IPAddress> Reached { get; } = [];
    }
}
