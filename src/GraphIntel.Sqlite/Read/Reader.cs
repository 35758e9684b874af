using GraphIntel.Sqlite.Connection;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// A connection that can only read, rented from a <see cref="ReaderPool"/> and given back by disposing it. For one thread at
/// a time, but for <see cref="Interrupt"/>.
/// </summary>
internal sealed class Reader : IDisposable
{
    /// <summary>Steps of SQLite's machine between two looks at an interruption; well under a millisecond.</summary>
    private const int StepsBetweenLooks = 10_000;

    private readonly SqliteConnection _connection;
    private readonly StatementCache _statements;
    private readonly ReaderPool _pool;
    private readonly delegate_progress _progress;
    private CancellationTokenRegistration _cancellation;
    private volatile bool _interrupted;

    /// <summary>Takes the connection over.</summary>
    public Reader(ReaderPool pool, SqliteConnection connection, int statements)
    {
        _pool = pool;
        _connection = connection;
        Handle = connection.Handle!;
        _statements = new StatementCache(Handle, statements);

        // sqlite3_interrupt alone is lost when it comes just before the first step of a statement.
        _progress = _ => _interrupted ? 1 : 0;
        raw.sqlite3_progress_handler(Handle, StepsBetweenLooks, _progress, null);
    }

    /// <summary>The native connection.</summary>
    public sqlite3 Handle { get; }

    /// <summary>How many prepared statements the connection keeps.</summary>
    public int StatementCount => _statements.Count;

    /// <summary>
    /// The statement of that text, ready to be bound, prepared once for the connection. It is the pool's: do not finalise it;
    /// it is reset and unbound when the reader is given back.
    /// </summary>
    public sqlite3_stmt Prepare(string sql) => Statement(sql).Handle;

    /// <summary>As <see cref="Prepare"/>, with typed access.</summary>
    public Statement Statement(string sql) => _statements.Get(sql);

    /// <summary>Ends what runs and whatever else this use would run, with SQLITE_INTERRUPT. From any thread.</summary>
    public void Interrupt()
    {
        _interrupted = true;
        raw.sqlite3_interrupt(Handle);
    }

    /// <summary>Has all statements until the reader is given back see one state of the store.</summary>
    public void BeginSnapshot() => Connection.Statement.Execute(Handle, "BEGIN");

    /// <summary>Begins a use that a cancellation interrupts.</summary>
    internal void Begin(CancellationToken cancellation) =>
        _cancellation = cancellation.UnsafeRegister(static reader => ((Reader)reader!).Interrupt(), this);

    /// <summary>Gives the reader back.</summary>
    public void Dispose()
    {
        // Waits for an interruption under way, so that none can hit the next user.
        _cancellation.Dispose();
        _cancellation = default;
        _interrupted = false;
        _statements.Settle();
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
