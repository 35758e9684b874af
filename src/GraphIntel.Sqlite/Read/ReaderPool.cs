using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// A pool of reading connections, opened when needed. Waiters are served in order. SQLite's readers are limited by the
/// processor, so more of them than cores bring nothing.
/// </summary>
internal sealed class ReaderPool : IDisposable
{
    private readonly ConnectionFactory _connections;
    private readonly Lock _lock = new();
    private readonly Stack<Reader> _idle = new();
    private readonly LinkedList<TaskCompletionSource<Reader?>> _waiting = new();
    private int _open;
    private bool _disposed;

    /// <summary>A pool with the capacity of the options.</summary>
    public ReaderPool(ConnectionFactory connections, SqliteOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Readers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StatementsPerReader, 1);
        _connections = connections;
        Options = options;
    }

    /// <summary>The limits of the pool and its readers.</summary>
    public SqliteOptions Options { get; }

    /// <summary>Readers for health checks, statistics and checks of ids.</summary>
    private const int OtherReaders = 3;

    /// <summary>
    /// The operations that are admitted at once, plus further expensive ones, plus snapshots, plus readers for other purposes.
    /// </summary>
    public static int DefaultCapacity { get; } =
        StoreConcurrency.OfProcessors.Operations + StoreConcurrency.OfProcessors.MaxExpensive + StoreConcurrency.Snapshots + OtherReaders;

    /// <summary>The default number of cached statements of a connection.</summary>
    public const int DefaultStatements = 256;

    /// <summary>The maximum number of readers.</summary>
    public int Capacity => Options.Readers;

    /// <summary>Waits for a reader. The cancellation ends the wait, and interrupts statements of the reader.</summary>
    public async ValueTask<Reader> RentAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            TaskCompletionSource<Reader?> waiter;
            lock (_lock)
            {
                ThrowIfDisposed();
                if (_idle.TryPop(out var idle))
                {
                    idle.Begin(cancellation);
                    return idle;
                }

                waiter = new TaskCompletionSource<Reader?>(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_open < Capacity)
                {
                    _open++;
                    waiter.SetResult(null);
                }
                else
                {
                    _waiting.AddLast(waiter);
                }
            }

            // No idle reader, but capacity for a new one, which is opened outside of the lock.
            var reader = await WaitAsync(waiter, cancellation).ConfigureAwait(false) ?? Open();
            reader.Begin(cancellation);
            return reader;
        }
    }

    /// <summary>Records damage that a reader found.</summary>
    internal void RecordDamage(int code) => _connections.Damage.Record(code);

    /// <summary>Returns a reader, to the first waiter if there is one.</summary>
    internal void Return(Reader reader)
    {
        lock (_lock)
        {
            if (!_disposed)
            {
                if (!HandOver(reader))
                    _idle.Push(reader);
                return;
            }
        }

        reader.Close();
    }

    /// <summary>Closes the idle readers; rented ones are closed when they are returned.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var waiter in _waiting)
                waiter.TrySetException(Closed());
            _waiting.Clear();
            while (_idle.TryPop(out var reader))
                reader.Close();
        }
    }

    private static async Task<Reader?> WaitAsync(TaskCompletionSource<Reader?> waiter, CancellationToken cancellation)
    {
        await using var registration = cancellation.UnsafeRegister(
            static (source, token) => ((TaskCompletionSource<Reader?>)source!).TrySetCanceled(token),
            waiter).ConfigureAwait(false);
        return await waiter.Task.ConfigureAwait(false);
    }

    private Reader Open()
    {
        try
        {
            return new Reader(this, _connections.OpenReader(Capacity), Options);
        }
        catch
        {
            lock (_lock)
            {
                // The capacity goes to the next waiter, whose attempt may succeed.
                if (!HandOver(null))
                    _open--;
            }

            throw;
        }
    }

    /// <summary>Gives a reader, or the capacity for one (null), to the first waiter; false if there is none.</summary>
    private bool HandOver(Reader? reader)
    {
        while (_waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            if (first.Value.TrySetResult(reader))
                return true;
        }

        return false;
    }

    private void ThrowIfDisposed()
    {
        if (_disposed)
            throw Closed();
    }

    private static StoreException Closed() => new(StoreFailure.Unavailable, "The store is closed.");
}
