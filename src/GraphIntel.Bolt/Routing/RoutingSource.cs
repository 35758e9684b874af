using System.Globalization;
using System.Runtime.ExceptionServices;
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
    private readonly Refreshes _refreshes = new();

    /// <summary>The pools of routers that are being asked, which no table need name; as often as they are.</summary>
    private readonly List<ConnectionPool> _asked = [];
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
        var table = _tables.Find(key);
        var refreshed = false;
        var tried = new List<ServiceUnavailableException>();
        while (true)
        {
            if (table is null || (!refreshed && table.IsStale(target.Mode, Config.Time)))
            {
                table = await RefreshAsync(key, target, cancellation).ConfigureAwait(false);
                refreshed = true;
            }
            // What was fetched just now holds for this caller, whatever its time to live.
            if (table.For(target.Mode).Count == 0)
                throw NobodyTakes(target.Mode, tried);
            var pool = LeastUsed(table.For(target.Mode));
            try
            {
                var connection = await AcquireAsync(pool, target.Token, cancellation).ConfigureAwait(false);
                return new Lease(this, pool, connection, target, target.Database ?? table.Database);
            }
            catch (ServiceUnavailableException e)
            {
                // Another server may be there; each that is not makes the table shorter, so this ends.
                tried.Add(e);
                await ForgetAsync(pool).ConfigureAwait(false);
                table = table.Without(pool.Address);
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

    /// <summary>Fetches the table, or waits for the one that another caller is fetching.</summary>
    private async ValueTask<RoutingTable> RefreshAsync(TableKey key, Target target, CancellationToken cancellation)
    {
        while (_refreshes.Join(key) is { } running)
        {
            var other = await WaitForAsync(running, cancellation).ConfigureAwait(false);
            if (other.Table is not null)
                return other.Table;
            // Routers that did not answer the one do not answer the other; each would be waited for as long again.
            if (other.Failure is not null)
                throw new ServiceUnavailableException(other.Failure.Message, other.Failure);
        }
        var outcome = default(RefreshOutcome);
        try
        {
            var table = _tables.Find(key);
            if (table is null || table.IsStale(target.Mode, Config.Time))
            {
                table = await FetchFromAnyAsync(table, target, cancellation).ConfigureAwait(false);
                _tables.Keep(key, table);
                await RetireUnnamedAsync().ConfigureAwait(false);
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
            _refreshes.End(key, outcome);
        }
    }

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
                string.Create(CultureInfo.InvariantCulture, $"No router gave a routing table within {seconds} seconds."), e);
        }
    }

    /// <summary>Closes the pools of servers that have no part any more.</summary>
    private async ValueTask RetireUnnamedAsync()
    {
        List<ConnectionPool> unnamed;
        lock (_gate)
        {
            var named = _tables.Servers;
            unnamed = [.. _pools.Values.Where(p => !named.Contains(p.Address) && !_asked.Contains(p))];
            foreach (var pool in unnamed)
                _pools.Remove(pool.Address);
        }
        foreach (var pool in unnamed)
            await pool.RetireAsync().ConfigureAwait(false);
    }

    /// <summary>Asks the routers in turn, then the seed: the seed first where the last table knew no writer.</summary>
    private async ValueTask<RoutingTable> FetchFromAnyAsync(RoutingTable? old, Target target, CancellationToken cancellation)
    {
        var seeds = Config.Resolver?.Invoke(uri.Address) ?? [uri.Address];
        var routers = old?.Routers ?? [];
        var inTurn = (old is { Writers.Count: 0 } ? seeds.Concat(routers) : routers.Concat(seeds)).Distinct().ToList();
        var errors = new List<Neo4jException>();
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
        // What would be the same at the next attempt is no passing lack of routers: a certificate, a port that is not Bolt's.
        if (errors is [var first, ..] && errors.All(e => !e.IsRetriable))
            ExceptionDispatchInfo.Throw(first);
        throw new ServiceUnavailableException(
            $"None of the routers gave a usable routing table: {string.Join(", ", inTurn)}.", new AggregateException(errors));
    }

    private async ValueTask<RoutingTable> FetchAsync(ServerAddress router, Target target, CancellationToken cancellation)
    {
        var pool = PoolOf(router, isAsked: true);
        try
        {
            return await FetchAsync(pool, target, cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
                _asked.Remove(pool);
        }
    }

    private async ValueTask<RoutingTable> FetchAsync(ConnectionPool pool, Target target, CancellationToken cancellation)
    {
        var connection = await AcquireAsync(pool, target.Token, cancellation).ConfigureAwait(false);
        var lease = new Lease(this, pool, connection, target, null);
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
            return RoutingTable.From(response, Config.Time.GetTimestamp());
        }
        catch (ServiceUnavailableException)
        {
            await pool.CloseIdleAsync().ConfigureAwait(false);
            throw;
        }
        catch (SecurityException e)
        {
            base.Explain(lease, e);
            throw;
        }
        finally
        {
            await lease.ReleaseAsync(needsReset: false).ConfigureAwait(false);
        }
    }

    private static SessionExpiredException NobodyTakes(AccessMode mode, List<ServiceUnavailableException> tried)
    {
        var what = mode is AccessMode.Read ? "reads" : "writes";
        return tried.Count == 0
            ? new SessionExpiredException($"No server of the cluster takes {what} now: the routing table names none.")
            : new SessionExpiredException(
                $"No server of the cluster takes {what} now. {string.Join(' ', tried.Select(e => e.Message))}", new AggregateException(tried));
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

    private ConnectionPool PoolOf(ServerAddress address, bool isAsked = false)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(Driver));
            if (!_pools.TryGetValue(address, out var pool))
                _pools.Add(address, pool = new ConnectionPool(address, connector, Config));
            if (isAsked)
                _asked.Add(pool);
            return pool;
        }
    }
}
