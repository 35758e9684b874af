using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>The native library, made ready once before the first connection.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<int> _configured = new(Configure);

    /// <summary>Makes the library ready; later calls do nothing.</summary>
    /// <exception cref="InvalidOperationException">Something else in this process opened SQLite first.</exception>
    public static void Initialize()
    {
        if (_configured.Value != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(
                $"SQLite was in use before it could be configured (code {_configured.Value}): " +
                "open stores through SqliteStore alone.");
        }
    }

    private static int Configure()
    {
        Batteries_V2.Init();

        // Memory statistics take a process-wide lock on every allocation: with them, reads do not scale over threads.
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
