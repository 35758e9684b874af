using GraphIntel.Bolt.Pool;

namespace GraphIntel.Bolt.Routing;

/// <summary>The key of a routing table: a database's name, or a user with a home database.</summary>
/// <param name="Database">The database; null for the home database.</param>
/// <param name="ImpersonatedUser">The impersonated user of the home database; null for the user who is logged on.</param>
/// <param name="Token">The token of the home database's user; null for the driver's.</param>
internal readonly record struct TableKey(string? Database, string? ImpersonatedUser, AuthToken? Token)
{
    public static TableKey Of(Target target) => target.Database is null
        ? new TableKey(null, target.ImpersonatedUser, target.Token)
        : Of(target.Database);

    public static TableKey Of(string database) => new(database, null, null);
}

/// <summary>The known routing tables, by database.</summary>
internal sealed class RoutingTables(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TableKey, RoutingTable> _tables = [];

    /// <summary>The servers of all tables.</summary>
    public HashSet<ServerAddress> Servers
    {
        get
        {
            lock (_gate)
                return [.. _tables.Values.SelectMany(t => t.Servers)];
        }
    }

    /// <summary>The known table, stale or not; null if there is none, or it expired too long ago.</summary>
    public RoutingTable? Find(TableKey key)
    {
        lock (_gate)
            return _tables.TryGetValue(key, out var table) && !table.IsPurgeable(time) ? table : null;
    }

    /// <summary>
    /// The table of the user's last known home database, if servers report when another one is; null if a router must resolve
    /// it.
    /// </summary>
    public RoutingTable? FindHome(TableKey user, AccessMode mode) =>
        Find(user) is { IsHomeResolvedByServer: true, Database: { } name } && Find(TableKey.Of(name)) is { } table && !table.IsStale(mode, time)
            ? table
            : null;

    /// <summary>Stores the database to which a server resolved the user's home database.</summary>
    public void SetHomeDatabase(TableKey user, string database)
    {
        lock (_gate)
        {
            if (_tables.TryGetValue(user, out var home) && home.Database != database)
                _tables[user] = home with { Database = database };
        }
    }

    /// <summary>Stores a new table, that of a home database under its name as well, and removes those that expired a while ago.</summary>
    public void Store(TableKey key, RoutingTable table)
    {
        lock (_gate)
        {
            _tables[key] = table;
            if (key.Database is null && table.Database is { } name)
                _tables[TableKey.Of(name)] = table;
            foreach (var (other, old) in _tables)
            {
                if (old != table && old.IsPurgeable(time))
                    _tables.Remove(other);
            }
        }
    }

    /// <summary>Removes an unavailable server from all tables.</summary>
    public void Remove(ServerAddress server) => Change(null, table => table.Without(server));

    /// <summary>Removes a server from the table of a database that it no longer has.</summary>
    public void Remove(TableKey key, ServerAddress server) => Change(key, table => table.Without(server));

    /// <summary>Removes a server that is no longer the leader from a table's writers.</summary>
    public void RemoveWriter(TableKey key, ServerAddress server) => Change(key, table => table.WithoutWriter(server));

    /// <summary>Changes all tables, or those of one database, which can be known as a home database and by its name.</summary>
    private void Change(TableKey? only, Func<RoutingTable, RoutingTable> change)
    {
        lock (_gate)
        {
            var database = only is { } own ? own.Database ?? _tables.GetValueOrDefault(own)?.Database : null;
            foreach (var (key, table) in _tables)
            {
                if (only is null || only == key || (database is not null && table.Database == database))
                    _tables[key] = change(table);
            }
        }
    }
}
