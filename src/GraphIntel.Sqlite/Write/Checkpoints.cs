using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// Moves pages from the write-ahead log into the file beside the writer, on a connection of its own, while much is written. SQLite's own
/// checkpoint, at the end of a commit, has less to do then. Not thread-safe.
/// </summary>
/// <param name="connections">Opens the connection.</param>
internal sealed class Checkpoints(ConnectionFactory connections)
{
    /// <summary>Pages that the writer has written since the last checkpoint began. A page that was written again is moved once.</summary>
    private const int Pages = 65_536;

    private Task _running = Task.CompletedTask;
    private long _written;

    /// <summary>Begins a checkpoint if there is enough to do for one, and none is going on.</summary>
    /// <param name="writer">The connection that has just committed.</param>
    public void AfterCommit(sqlite3 writer)
    {
        _ = raw.sqlite3_db_status(writer, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        _written += pages;
        if (_written < Pages || !_running.IsCompleted)
            return;
        _written = 0;
        _running = Task.Run(Run);
    }

    /// <summary>Moves the rest, which SQLite itself does only when the last connection of all processes closes.</summary>
    public async Task EndAsync()
    {
        await _running.ConfigureAwait(false);
        if (_written > 0)
            Run();
    }

    private void Run()
    {
        try
        {
            using var connection = connections.OpenForCheckpoint();
            Statement.Execute(connection.Handle!, "PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (StoreException)
        {
            // What it leaves in the log is moved later: by the next one, by the writer, or when the store is closed.
        }
    }
}
