using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using SQLitePCL;

namespace GraphIntel.Sqlite.Layout;

/// <summary>What a SQLite file says of itself: whose it is and in which layout.</summary>
internal static class FileHeader
{
    /// <summary>"GINT" in ASCII: marks a file as a store of ours.</summary>
    public const int ApplicationId = 0x47494E54;

    /// <summary>The layout that this version writes. It grows when tables of the same model look different.</summary>
    public const int LayoutVersion = 1;

    /// <summary>Refuses a file that is another's, or newer than this version; says whether it is still empty.</summary>
    public static bool IsNew(sqlite3 connection, SqliteLocation location)
    {
        var (application, version, objects) = Read(connection);
        if (application == 0 && version == 0 && objects == 0)
            return true;
        if (application != ApplicationId)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"{location} is a SQLite database of another application and is left as it is. Name another file for the store.");
        }

        if (version != LayoutVersion)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"{location} has layout {version}; this version of GraphIntel knows layout {LayoutVersion}. " +
                "Use the version that wrote it, or import into a new file.");
        }

        return false;
    }

    /// <summary>Marks the file as ours.</summary>
    public static void Write(sqlite3 connection) => Statement.Execute(
        connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {LayoutVersion}");

    /// <summary>All of it in one statement: another process may make the file ours meanwhile.</summary>
    private static (long Application, long Version, long Objects) Read(sqlite3 connection)
    {
        using var statement = Statement.Prepare(
            connection,
            "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)");
        statement.Step();
        return (statement.Int64(0), statement.Int64(1), statement.Int64(2));
    }
}
