using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// A read-only connection, rented from a <see cref="ReaderPool"/> and returned by disposing it. Not thread-safe, except for
/// <see cref="Interrupt"/>.
/// </summary>
internal sealed class Reader : IDisposable
{
    /// <summary>Instructions of SQLite's virtual machine between two checks for an interruption; well under a millisecond.</summary>
    private const int CancellationCheckInterval = 10_000;

    private readonly SqliteConnection _connection;
    private readonly StatementCache _statements;
    private readonly ReaderPool _pool;
    private readonly delegate_progress _progress;
    private readonly long? _schemaVersion;
    private CancellationTokenRegistration _cancellation;
    private volatile bool _interrupted;

    /// <summary>Takes ownership of the connection.</summary>
    public Reader(ReaderPool pool, SqliteConnection connection, SqliteOptions options)
    {
        _pool = pool;
        _connection = connection;
        Handle = connection.Handle!;
        _statements = new StatementCache(Handle, options.StatementsPerReader, options.MaxStatementBytes / options.Readers);
        _schemaVersion = ReadSchemaVersion();
        _ = raw.sqlite3_limit(Handle, raw.SQLITE_LIMIT_LENGTH, (int)Math.Min(int.MaxValue, options.MaxOperationBytes));

        // sqlite3_interrupt alone has no effect just before the first step of a statement.
        _progress = _ => _interrupted ? 1 : 0;
        raw.sqlite3_progress_handler(Handle, CancellationCheckInterval, _progress, null);
    }

    /// <summary>The native connection.</summary>
    public sqlite3 Handle { get; }

    /// <summary>The number of cached statements.</summary>
    public int StatementCount => _statements.Count;

    /// <summary>Their size in bytes.</summary>
    public long StatementBytes => _statements.Bytes;

    /// <summary>
    /// The statement for a text, ready to be bound, prepared once for the connection. It belongs to the pool: do not finalize
    /// it; it is reset and unbound when the reader is returned.
    /// </summary>
    public sqlite3_stmt Prepare(string sql) => Statement(sql).Handle;

    /// <summary>As <see cref="Prepare"/>, with typed access.</summary>
    /// <exception cref="StoreException">The statement exceeds a limit of SQLite, or the store failed.</exception>
    public Statement Statement(string sql)
    {
        try
        {
            return _statements.Get(sql);
        }
        catch (StoreException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR }
            && ReadSchemaVersion() == _schemaVersion)
        {
            // SQLite has this one code for a missing table and for each limit of its parser, most of which sqlite3_limit does not
            // return. The tables are those for which statements are compiled, so it is a limit: too large an expression tree, too
            // many columns of a SELECT, about 22 nested connections.
            throw SqliteFailure.TooComplex(failure.InnerException);
        }
    }

    private long? ReadSchemaVersion()
    {
        using var statement = Connection.Statement.Prepare(Handle, "PRAGMA schema_version");
        return statement.Scalar();
    }

    /// <summary>Ends this and all later statements of the current rental with SQLITE_INTERRUPT. Thread-safe.</summary>
    public void Interrupt()
    {
        _interrupted = true;
        raw.sqlite3_interrupt(Handle);
    }

    /// <summary>Starts a transaction, so that all statements until the reader is returned see the same state.</summary>
    public void BeginSnapshot() => Connection.Statement.Execute(Handle, "BEGIN");

    /// <summary>Begins a rental that the token interrupts.</summary>
    internal void Begin(CancellationToken cancellation) =>
        _cancellation = cancellation.UnsafeRegister(static reader => ((Reader)reader!).Interrupt(), this);

    /// <summary>Returns the reader to the pool.</summary>
    public void Dispose()
    {
        // Waits for a running interruption, so that it cannot affect the next rental.
        _cancellation.Dispose();
        _cancellation = default;
        _interrupted = false;

        // The code of the last failed call, if any.
        _pool.RecordDamage(raw.sqlite3_errcode(Handle));
        _statements.ResetAndTrim();
        if (raw.sqlite3_get_autocommit(Handle) == 0)
            Connection.Statement.Execute(Handle, "ROLLBACK");
        _pool.Return(this);
    }

    /// <summary>Closes the connection.</summary>
    internal void Close()
    {
        _statements.Dispose();
        _connection.Dispose();
    }
}
