using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using SQLitePCL;

namespace GraphIntel.Sqlite.Layout;

/// <summary>The header of a SQLite file: its application and its layout version.</summary>
internal static class FileHeader
{
    /// <summary>"GINT" in ASCII: identifies a store of GraphIntel.</summary>
    public const int ApplicationId = 0x47494E54;

    /// <summary>The layout of this version. Incremented when the tables of the same model change.</summary>
    public const int LayoutVersion = 1;

    /// <summary>Throws for a file of another application or of another layout; returns whether the file is empty.</summary>
    public static bool IsNew(sqlite3 connection, SqliteLocation location)
    {
        var (application, version, objects) = Read(connection);
        if (application == 0 && version == 0 && objects == 0)
            return true;
        if (application != ApplicationId)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"{location} is a SQLite database of another application; it was not changed. Specify another file for the store.");
        }

        if (version != LayoutVersion)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"{location} has layout {version}; this version of GraphIntel supports layout {LayoutVersion}. " +
                "Use the version that wrote it, or import into a new file.");
        }

        return false;
    }

    /// <summary>Writes the header.</summary>
    public static void Write(sqlite3 connection) => Statement.Execute(
        connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {LayoutVersion}");

    /// <summary>One statement, because another process may write the header meanwhile.</summary>
    private static (long Application, long Version, long Objects) Read(sqlite3 connection)
    {
        using var statement = Statement.Prepare(
            connection,
            "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)");
        statement.Step();
        return (statement.Int64(0), statement.Int64(1), statement.Int64(2));
    }
}
