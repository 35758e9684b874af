using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>Opens connections to one store, each set up for its use.</summary>
internal sealed class ConnectionFactory(SqliteLocation location)
{
    private const int WriterCacheKibibytes = 64 * 1024;
    private const int ReaderCacheKibibytes = 16 * 1024;

    /// <summary>Of the file, how much is read through the operating system's own cache without a copy.</summary>
    private const long MappedBytes = 2L << 30;

    /// <summary>The write-ahead log is cut back to this after a large import.</summary>
    private const long LogBytes = 64L << 20;

    /// <summary>
    /// Pages of the log after which they are brought into the file: fewer times than SQLite would by itself, since an import
    /// writes the same pages again and again.
    /// </summary>
    private const int CheckpointPages = 8192;

    /// <summary>How long a reader waits for a lock, which in a file it hardly ever needs.</summary>
    private const int ReaderPatienceMilliseconds = 10_000;

    // Connections of this process share a database in memory by its name under this file system.
    private readonly string _source = location.Path ?? $"file:/graphintel-{Guid.NewGuid():N}?vfs=memdb";

    /// <summary>Opens the connection that makes the file and writes to it. It waits for no lock: its user does.</summary>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, "PRAGMA busy_timeout = 0");

    /// <summary>Sets a writer up, once it is known that the file is ours or new.</summary>
    public void SetUpWriter(SqliteConnection writer) => Statement.Execute(
        writer.Handle!,
        $"PRAGMA journal_mode = {(location.Path is null ? "MEMORY" : "WAL")}; PRAGMA synchronous = NORMAL; " +
        $"PRAGMA cache_size = -{WriterCacheKibibytes}; PRAGMA mmap_size = {MappedBytes}; PRAGMA temp_store = MEMORY; " +
        $"PRAGMA journal_size_limit = {LogBytes}; PRAGMA wal_autocheckpoint = {CheckpointPages}");

    /// <summary>Opens a connection that can only read.</summary>
    public SqliteConnection OpenReader() => Open(
        location.Path is null ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly,
        $"PRAGMA busy_timeout = {ReaderPatienceMilliseconds}; PRAGMA query_only = ON; " +
        $"PRAGMA cache_size = -{ReaderCacheKibibytes}; PRAGMA mmap_size = {MappedBytes}; PRAGMA temp_store = MEMORY");

    private SqliteConnection Open(SqliteOpenMode mode, string setUp)
    {
        SqliteLibrary.Initialize();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _source,
            Mode = mode,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            _ = raw.sqlite3_extended_result_codes(connection.Handle!, 1);
            Statement.Execute(connection.Handle!, setUp);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw SqliteFailure.From(exception.SqliteExtendedErrorCode, exception.Message);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
