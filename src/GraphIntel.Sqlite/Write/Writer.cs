using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>The one connection of this process that writes; one transaction at a time. Other processes are waited for.</summary>
internal sealed class Writer(SqliteLocation location, ConnectionFactory connections, TimeSpan patience) : IAsyncDisposable
{
    private const int KeptStatements = 256;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection? _connection;
    private StatementCache? _statements;
    private bool _disposed;

    /// <summary>
    /// Runs a piece of work in a transaction that is committed when it is done, and rolled back when it fails or is cancelled.
    /// </summary>
    /// <param name="work">What to do with the connection and its statements.</param>
    /// <param name="cancellation">Ends the wait and the work.</param>
    public async ValueTask<T> RunAsync<T>(Func<sqlite3, StatementCache, T> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_disposed)
                throw new StoreException(StoreFailure.Unavailable, "The store is closed.");

            // SQLite blocks the thread it is called on, for a large batch for seconds.
            return await Task.Run(() => RunOwnedAsync(work, cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _disposed = true;
            Close();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> RunOwnedAsync<T>(Func<sqlite3, StatementCache, T> work, CancellationToken cancellation)
    {
        if (_connection is null)
        {
            _connection = await OpenAsync(cancellation).ConfigureAwait(false);
            _statements = new StatementCache(_connection.Handle!, KeptStatements);
        }
        else if (location.Path is { } path && !File.Exists(path))
        {
            throw new StoreException(
                StoreFailure.Unavailable, "The store's file is gone: it was moved or deleted while it was open. Start again.");
        }

        var handle = _connection.Handle!;
        await PatientlyAsync(() => Statement.Execute(handle, "BEGIN IMMEDIATE"), cancellation).ConfigureAwait(false);
        try
        {
            T result;
            await using (cancellation.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), handle))
                result = work(handle, _statements!);
            cancellation.ThrowIfCancellationRequested();
            _statements!.Settle();
            await PatientlyAsync(() => Statement.Execute(handle, "COMMIT"), cancellation).ConfigureAwait(false);
            return result;
        }
        catch (Exception failure)
        {
            _statements!.Settle();

            // A failure such as a full disk has rolled back already.
            if (raw.sqlite3_get_autocommit(handle) == 0)
                Statement.Execute(handle, "ROLLBACK");
            if (failure is OperationCanceledException)
                throw new OperationCanceledException("The write was cancelled and rolled back.", failure, cancellation);
            throw;
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        location.CheckUsable();
        var opened = connections.OpenWriter();
        try
        {
            // Only a file that is ours or empty is touched.
            await PatientlyAsync(() => FileHeader.IsNew(opened.Handle!, location), cancellation).ConfigureAwait(false);
            if (raw.sqlite3_db_readonly(opened.Handle!, "main") == 1)
                throw new StoreException(StoreFailure.Refused, $"{location} may not be written by this user.");
            await PatientlyAsync(() => connections.SetUpWriter(opened), cancellation).ConfigureAwait(false);
            return opened;
        }
        catch (StoreException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB })
        {
            opened.Dispose();
            throw new StoreException(
                StoreFailure.Refused,
                $"{location} is not a SQLite database and is left as it is. Name another file for the store.",
                failure);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Waits for a lock without holding on to the thread. SQLite's own wait can neither be cancelled nor does it cover the
    /// change of the journal mode.
    /// </summary>
    private async Task PatientlyAsync(Action action, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (StoreException failure) when (IsBusy(failure) && TimeProvider.System.GetElapsedTime(start) < patience)
            {
                await Task.Delay(_pause, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static bool IsBusy(StoreException failure) =>
        failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };

    private void Close()
    {
        _statements?.Dispose();
        _connection?.Dispose();
        (_statements, _connection) = (null, null);
    }
}
