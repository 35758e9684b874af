using GraphIntel.Bolt.Pool;

namespace GraphIntel.Bolt.Routing;

/// <summary>Whose table it is: a database's by name, or the home database's of a user.</summary>
/// <param name="Database">The database; null for the home database.</param>
/// <param name="ImpersonatedUser">In whose name the home database is asked for; null for the user who is logged on.</param>
/// <param name="Token">Who is logged on where the home database is asked for; null for the driver's user.</param>
internal readonly record struct TableKey(string? Database, string? ImpersonatedUser, AuthToken? Token)
{
    public static TableKey Of(Target target) => target.Database is null
        ? new TableKey(null, target.ImpersonatedUser, target.Token)
        : Of(target.Database);

    public static TableKey Of(string database) => new(database, null, null);
}

/// <summary>The routing tables that are known, one a database.</summary>
internal sealed class RoutingTables(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TableKey, RoutingTable> _tables = [];

    /// <summary>Every server that a table names.</summary>
    public HashSet<ServerAddress> Servers
    {
        get
        {
            lock (_gate)
                return [.. _tables.Values.SelectMany(t => t.Servers)];
        }
    }

    /// <summary>The table as it is known, stale or not; null where there is none, or it ran out so long ago that it is no guide.</summary>
    public RoutingTable? Find(TableKey key)
    {
        lock (_gate)
            return _tables.TryGetValue(key, out var table) && !table.IsForgotten(time) ? table : null;
    }

    /// <summary>Keeps a new table, a home database's under its name as well, and lets go of those that ran out a while ago.</summary>
    public void Keep(TableKey key, RoutingTable table)
    {
        lock (_gate)
        {
            _tables[key] = table;
            if (key.Database is null && table.Database is { } name)
                _tables[TableKey.Of(name)] = table;
            foreach (var (other, old) in _tables)
            {
                if (old != table && old.IsForgotten(time))
                    _tables.Remove(other);
            }
        }
    }

    /// <summary>Takes a server that is gone out of every table.</summary>
    public void Forget(ServerAddress server) => Change(null, table => table.Without(server));

    /// <summary>Takes a server that has not the database any more out of its table.</summary>
    public void Forget(TableKey key, ServerAddress server) => Change(key, table => table.Without(server));

    /// <summary>Takes a server that leads no longer out of a table's writers.</summary>
    public void ForgetWriter(TableKey key, ServerAddress server) => Change(key, table => table.WithoutWriter(server));

    /// <summary>Changes all tables, or those of one database: it can be known as somebody's home and by its name.</summary>
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
