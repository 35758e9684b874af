using GraphIntel.Bolt.Pool;

namespace GraphIntel.Bolt.Routing;

/// <summary>Whose table it is: a database's by name, or the home database's of a user.</summary>
internal readonly record struct TableKey(string? Database, string? ImpersonatedUser)
{
    public static TableKey Of(Target target) => target.Database is null
        ? new TableKey(null, target.ImpersonatedUser)
        : new TableKey(target.Database, null);
}

/// <summary>The routing tables that are known, one a database.</summary>
internal sealed class RoutingTables(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TableKey, Entry> _entries = [];

    public RoutingTable? Find(TableKey key)
    {
        lock (_gate)
            return _entries.TryGetValue(key, out var entry) ? entry.Table : null;
    }

    /// <summary>One refresh of a table at a time goes through this.</summary>
    public Turnstile Refreshing(TableKey key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
                _entries.Add(key, entry = new Entry());
            return entry.Refreshing;
        }
    }

    /// <summary>Keeps a new table and lets go of those that ran out a while ago.</summary>
    /// <returns>The servers that any table still names.</returns>
    public HashSet<ServerAddress> Keep(TableKey key, RoutingTable table)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var own))
                _entries.Add(key, own = new Entry());
            own.Table = table;
            foreach (var (other, entry) in _entries)
            {
                if (entry.Table?.IsForgotten(time) is true && other != key)
                    _entries.Remove(other);
            }
            return [.. _entries.Values.SelectMany(e => e.Table?.Servers ?? [])];
        }
    }

    /// <summary>Takes a server that is gone out of every table.</summary>
    public void Forget(ServerAddress server) => Change(null, table => table.Without(server));

    /// <summary>Takes a server that has not the database any more out of its table.</summary>
    public void Forget(TableKey key, ServerAddress server) => Change(key, table => table.Without(server));

    /// <summary>Takes a server that leads no longer out of a table's writers.</summary>
    public void ForgetWriter(TableKey key, ServerAddress server) => Change(key, table => table.WithoutWriter(server));

    private void Change(TableKey? only, Func<RoutingTable, RoutingTable> change)
    {
        lock (_gate)
        {
            foreach (var (key, entry) in _entries)
            {
                if ((only is null || only == key) && entry.Table is { } table)
                    entry.Table = change(table);
            }
        }
    }

    private sealed class Entry
    {
        public RoutingTable? Table { get; set; }

        public Turnstile Refreshing { get; } = new(1);
    }
}
