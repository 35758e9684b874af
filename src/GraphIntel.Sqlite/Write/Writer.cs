using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>The writing connection of this process, with one transaction at a time. Waits for writes of other processes.</summary>
internal sealed class Writer(SqliteLocation location, ConnectionFactory connections, TimeSpan timeout) : IAsyncDisposable
{
    private const int CachedStatements = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim _writeLock = new(1, 1);
    private readonly Checkpoints? _checkpoints = location.Path is null ? null : new Checkpoints(connections);
    private SqliteConnection? _connection;
    private StatementCache? _statements;
    private bool _disposed;

    /// <inheritdoc cref="RunAsync{T}(Func{sqlite3, StatementCache, ValueTask{T}}, CancellationToken)"/>
    public ValueTask<T> RunAsync<T>(Func<sqlite3, StatementCache, T> work, CancellationToken cancellation) => RunAsync<T>(
        (connection, statements) => ValueTask.FromResult(work(connection, statements)), cancellation);

    /// <summary>Runs work in a transaction that is committed at the end, or rolled back if it fails or is canceled.</summary>
    /// <param name="work">The work, which is alone with the connection.</param>
    /// <param name="cancellation">Ends the wait and the work.</param>
    public ValueTask<T> RunAsync<T>(Func<sqlite3, StatementCache, ValueTask<T>> work, CancellationToken cancellation) =>
        RunAsync(work, commits: true, cancellation);

    /// <summary>Runs work in a transaction that is always rolled back; otherwise as a write.</summary>
    /// <inheritdoc cref="RunAsync{T}(Func{sqlite3, StatementCache, ValueTask{T}}, CancellationToken)"/>
    public ValueTask<T> TryAsync<T>(Func<sqlite3, StatementCache, ValueTask<T>> work, CancellationToken cancellation) =>
        RunAsync(work, commits: false, cancellation);

    private async ValueTask<T> RunAsync<T>(Func<sqlite3, StatementCache, ValueTask<T>> work, bool commits, CancellationToken cancellation)
    {
        await _writeLock.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_disposed)
                throw new StoreException(StoreFailure.Unavailable, "The store is closed.");

            // SQLite blocks the calling thread, for a large batch for seconds.
            return await Task.Run(() => RunLockedAsync(work, commits, cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _writeLock.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writeLock.WaitAsync().ConfigureAwait(false);
        try
        {
            _disposed = true;
            if (_checkpoints is not null)
                await _checkpoints.EndAsync().ConfigureAwait(false);
            Close();
        }
        finally
        {
            _writeLock.Release();
        }
    }

    private async Task<T> RunLockedAsync<T>(Func<sqlite3, StatementCache, ValueTask<T>> work, bool commits, CancellationToken cancellation)
    {
        if (_connection is null)
        {
            _connection = await OpenAsync(cancellation).ConfigureAwait(false);
            _statements = new StatementCache(_connection.Handle!, CachedStatements);
        }
        else if (location.Path is { } path && !File.Exists(path))
        {
            throw new StoreException(
                StoreFailure.Unavailable, "The store's file was moved or deleted while it was open: restart.");
        }

        var handle = _connection.Handle!;
        await RetryWhileBusyAsync(() => Statement.Execute(handle, "BEGIN IMMEDIATE"), cancellation).ConfigureAwait(false);
        try
        {
            T result;
            await using (cancellation.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), handle))
                result = await work(handle, _statements!).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            _statements!.ResetAndTrim();
            await RetryWhileBusyAsync(() => Statement.Execute(handle, commits ? "COMMIT" : "ROLLBACK"), cancellation).ConfigureAwait(false);
            _checkpoints?.AfterCommit(handle);
            return result;
        }
        catch (Exception failure)
        {
            connections.Damage.Record(raw.sqlite3_errcode(handle));
            _statements!.ResetAndTrim();

            // Some errors, such as a full disk, have rolled back already.
            if (raw.sqlite3_get_autocommit(handle) == 0)
                Statement.Execute(handle, "ROLLBACK");
            if (failure is OperationCanceledException)
                throw new OperationCanceledException("The write was canceled and rolled back.", failure, cancellation);
            throw;
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        location.CheckUsable();
        var opened = connections.OpenWriter();
        try
        {
            // Only a store or an empty file may be changed.
            await RetryWhileBusyAsync(() => FileHeader.IsNew(opened.Handle!, location), cancellation).ConfigureAwait(false);
            if (raw.sqlite3_db_readonly(opened.Handle!, "main") == 1)
                throw new StoreException(StoreFailure.Refused, $"{location} is not writable for this user.");
            await RetryWhileBusyAsync(() => connections.ConfigureWriter(opened), cancellation).ConfigureAwait(false);
            return opened;
        }
        catch (StoreException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB })
        {
            opened.Dispose();
            throw new StoreException(
                StoreFailure.Refused,
                $"{location} is not a SQLite database; it was not changed. Specify another file for the store.",
                failure);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Retries while the database is locked, without blocking the thread. SQLite's own wait cannot be canceled and does not
    /// cover the change of the journal mode.
    /// </summary>
    private async Task RetryWhileBusyAsync(Action action, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (StoreException failure) when (IsBusy(failure) && TimeProvider.System.GetElapsedTime(start) < timeout)
            {
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
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
