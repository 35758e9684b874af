using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>The native library, configured once before the first connection.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<int> Configured = new(Configure);

    /// <summary>Configures the library; later calls do nothing.</summary>
    /// <exception cref="InvalidOperationException">Something else in this process opened SQLite first.</exception>
    public static void Initialize()
    {
        if (Configured.Value != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(
                $"SQLite was in use before it could be configured (code {Configured.Value}): " +
                "open stores only through SqliteStore.");
        }
    }

    private static int Configure()
    {
        Batteries_V2.Init();

        // With memory statistics, every allocation takes a process-wide lock, and reads do not scale over threads.
        var code = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        return code == raw.SQLITE_OK ? SqliteMemory.Install() : code;
    }
}
