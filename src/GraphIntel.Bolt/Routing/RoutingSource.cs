using GraphIntel.Bolt.Connections;
using GraphIntel.Bolt.Pool;
using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Routing;

/// <summary>The servers of a cluster: <c>neo4j://</c>. Reads go to readers, writes to the leader, as the routing table says.</summary>
internal sealed class RoutingSource(DriverConfig config, AuthTokenManager tokens, BoltUri uri, Connector connector)
    : ConnectionSource(config, tokens)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ServerAddress, ConnectionPool> _pools = [];
    private readonly RoutingTables _tables = new(config.Time);
    private int _turn;
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
        var refreshed = false;
        while (true)
        {
            var table = _tables.Find(key);
            if (table is null || table.IsStale(target.Mode, Config.Time))
            {
                if (refreshed)
                    throw new SessionExpiredException($"No server of the cluster takes {(target.Mode is AccessMode.Read ? "reads" : "writes")} now.");
                table = await RefreshAsync(key, target, cancellation).ConfigureAwait(false);
                refreshed = true;
                if (table.For(target.Mode).Count == 0)
                    continue;
            }
            var pool = LeastUsed(table.For(target.Mode));
            try
            {
                var connection = await AcquireAsync(pool, target.Token, cancellation).ConfigureAwait(false);
                return new Lease(this, pool, connection, target, target.Database ?? table.Database);
            }
            catch (ServiceUnavailableException)
            {
                // Another server may be there; each that is not makes the table shorter, so this ends.
                await ForgetAsync(pool).ConfigureAwait(false);
            }
        }
    }

    public override Neo4jException Explain(Lease lease, Neo4jException error)
    {
        base.Explain(lease, error);
        var server = lease.Connection.Address;
        var key = TableKey.Of(lease.Target);
        switch (error)
        {
            case IncompleteCommitException:
                _tables.Forget(server);
                return error;
            case ServiceUnavailableException:
                _tables.Forget(server);
                return new SessionExpiredException($"The connection to {server} was lost; the cluster may have another server.", error);
            case { Code: ServerFailure.DatabaseUnavailable }:
                _tables.Forget(key, server);
                return error;
            case { Code: ServerFailure.NotALeader or ServerFailure.ForbiddenOnReadOnlyDatabase } when lease.Target.Mode is AccessMode.Write:
                _tables.ForgetWriter(key, server);
                return new SessionExpiredException($"{server} does not take writes any more; another server leads.", error);
            default:
                return error;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        lock (_gate)
            _disposed = true;
        foreach (var pool in Pools)
            await pool.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<RoutingTable> RefreshAsync(TableKey key, Target target, CancellationToken cancellation)
    {
        var refreshing = _tables.Refreshing(key);
        await refreshing.EnterAsync(Timeout.InfiniteTimeSpan, Config.Time, cancellation).ConfigureAwait(false);
        try
        {
            var old = _tables.Find(key);
            if (old is not null && !old.IsStale(target.Mode, Config.Time))
                return old;
            var table = await FetchFromAnyAsync(old, target, cancellation).ConfigureAwait(false);
            var named = _tables.Keep(key, table);
            foreach (var pool in Pools.Where(p => !named.Contains(p.Address)))
            {
                lock (_gate)
                {
                    // Another refresh may have been faster, and the server be back under a pool of its own.
                    if (_pools.GetValueOrDefault(pool.Address) == pool)
                        _pools.Remove(pool.Address);
                }
                await pool.RetireAsync().ConfigureAwait(false);
            }
            return table;
        }
        finally
        {
            refreshing.Leave();
        }
    }

    /// <summary>Asks the routers in turn, then the seed: the seed first where the last table knew no writer.</summary>
    private async ValueTask<RoutingTable> FetchFromAnyAsync(RoutingTable? old, Target target, CancellationToken cancellation)
    {
        var seeds = Config.Resolver?.Invoke(uri.Address) ?? [uri.Address];
        var routers = old?.Routers ?? [];
        var inTurn = (old is { Writers.Count: 0 } ? seeds.Concat(routers) : routers.Concat(seeds)).Distinct().ToList();
        var errors = new List<Exception>();
        foreach (var router in inTurn)
        {
            try
            {
                var table = await FetchAsync(router, target, cancellation).ConfigureAwait(false);
                if (table.Routers.Count > 0 && table.Readers.Count > 0)
                    return table;
                errors.Add(new ServiceUnavailableException($"{router} gave a routing table without routers or readers."));
            }
            catch (Neo4jException e) when (!EndsDiscovery(e))
            {
                errors.Add(e);
                if (e is ServiceUnavailableException)
                    _tables.Forget(router);
            }
        }
        throw new ServiceUnavailableException(
            $"None of the routers gave a usable routing table: {string.Join(", ", inTurn)}.", new AggregateException(errors));
    }

    private async ValueTask<RoutingTable> FetchAsync(ServerAddress router, Target target, CancellationToken cancellation)
    {
        var pool = PoolOf(router);
        var connection = await AcquireAsync(pool, target.Token, cancellation).ConfigureAwait(false);
        var lease = new Lease(this, pool, connection, target, null);
        try
        {
            var response = new RouteResponse();
            connection.Add(new Route(uri.RoutingContext!, target.Bookmarks, target.Database, target.ImpersonatedUser), response);
            connection.SetDeadline(Config.ConnectionTimeout);
            connection.Flush();
            await connection.WaitAsync(response, cancellation).ConfigureAwait(false);
            connection.ClearDeadline();
            response.ThrowIfFailed();
            return RoutingTable.From(response, Config.Time.GetTimestamp());
        }
        catch (ServiceUnavailableException)
        {
            await pool.CloseIdleAsync().ConfigureAwait(false);
            throw;
        }
        catch (AuthorizationException e)
        {
            base.Explain(lease, e);
            throw;
        }
        finally
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
        }
    }

    /// <summary>Whether another router would say the same.</summary>
    private static bool EndsDiscovery(Neo4jException error) => error is FatalDiscoveryException or InvalidBookmarkException
        || (error is SecurityException and not AuthorizationException and not ServerCertificateException)
        || error.Code is "Neo.ClientError.Statement.ArgumentError" or "Neo.ClientError.Statement.TypeError" or "Neo.ClientError.Request.Invalid"
        || (error is ClientException and { Code: null });

    private async ValueTask ForgetAsync(ConnectionPool pool)
    {
        _tables.Forget(pool.Address);
        await pool.CloseIdleAsync().ConfigureAwait(false);
    }

    private ConnectionPool LeastUsed(IReadOnlyList<ServerAddress> servers)
    {
        // Where several are used alike, another one comes first each time.
        var first = (int)((uint)Interlocked.Increment(ref _turn) % (uint)servers.Count);
        var best = PoolOf(servers[first]);
        for (var i = 1; i < servers.Count; i++)
        {
            var other = PoolOf(servers[(first + i) % servers.Count]);
            if (other.InUse < best.InUse)
                best = other;
        }
        return best;
    }

    private ConnectionPool PoolOf(ServerAddress address)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(Driver));
            if (!_pools.TryGetValue(address, out var pool))
                _pools.Add(address, pool = new ConnectionPool(address, connector, Config));
            return pool;
        }
    }
}
