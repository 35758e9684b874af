using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Connection;

/// <summary>Opens and configures connections to one store.</summary>
internal sealed class ConnectionFactory(SqliteLocation location)
{
    private const int WriterCacheKibibytes = 64 * 1024;

    /// <summary>For all readers together. Pages of the file are memory-mapped, and rarely copied into the cache.</summary>
    private const int ReaderCachesKibibytes = 32 * 1024;

    /// <summary>The part of the file that is memory-mapped.</summary>
    private const long MappedBytes = 2L << 30;

    /// <summary>The write-ahead log is truncated to this size after a large import.</summary>
    private const long LogBytes = 64L << 20;

    /// <summary>
    /// Pages in the log, of which 1 GiB is full, with which a commit begins a checkpoint, and waits for it; more than SQLite's default, since
    /// an import writes the same pages again and again, and moves them beside the writer.
    /// </summary>
    private const int CheckpointPages = 131_072;

    /// <summary>Bytes of a page of a new file; SQLite writes each page of a transaction to its log by itself.</summary>
    private const int PageBytes = 8192;

    /// <summary>The lookaside memory of a connection, small preallocated blocks: bytes of each, and their number.</summary>
    private const int LookasideSize = 1200;
    private const int LookasideCount = 250;

    /// <summary>How long a reader waits for a lock, which it rarely needs in a file.</summary>
    private const int ReaderTimeoutMilliseconds = 10_000;

    // Connections of this process share a database in memory by its name in this file system.
    private readonly string _source = location.Path ?? $"file:/graphintel-{Guid.NewGuid():N}?vfs=memdb";

    /// <summary>The damage that its connections found in the file.</summary>
    public FileDamage Damage { get; } = new(TimeProvider.System);

    /// <summary>Opens the connection that creates the file and writes to it. Does not wait for locks: the caller does.</summary>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, $"PRAGMA page_size = {PageBytes}; PRAGMA busy_timeout = 0");

    /// <summary>Opens a connection beside the writer for checkpoints. The file must exist: it can have been moved meanwhile.</summary>
    public SqliteConnection OpenForCheckpoint() => Open(SqliteOpenMode.ReadWrite, "PRAGMA busy_timeout = 0");

    /// <summary>Configures the writer, after the file was checked to be new or a store.</summary>
    public void ConfigureWriter(SqliteConnection writer) => Statement.Execute(
        writer.Handle!,
        $"PRAGMA journal_mode = {(location.Path is null ? "MEMORY" : "WAL")}; PRAGMA synchronous = NORMAL; " +
        $"PRAGMA cache_size = -{WriterCacheKibibytes}; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; " +
        $"PRAGMA journal_size_limit = {LogBytes}; PRAGMA wal_autocheckpoint = {CheckpointPages}");

    /// <summary>Opens a read-only connection.</summary>
    public SqliteConnection OpenReader(int readers) => Open(
        location.Path is null ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly,
        $"PRAGMA busy_timeout = {ReaderTimeoutMilliseconds}; PRAGMA query_only = ON; " +
        $"PRAGMA cache_size = -{Math.Max(1, ReaderCachesKibibytes / readers)}; PRAGMA mmap_size = {MappedBytes}; PRAGMA temp_store = FILE");

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
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
            // If memory is in use already, the connection keeps the library's default.
            _ = raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_LOOKASIDE, IntPtr.Zero, LookasideSize, LookasideCount);
            _ = raw.sqlite3_extended_result_codes(connection.Handle!, 1);
            Statement.Execute(connection.Handle!, pragmas);
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
