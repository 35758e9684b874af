using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Read;

/// <summary>
/// Open connections for reading, at most so many at once, opened when first needed. Who comes first is served first. SQLite's
/// readers are bound by the processor, so more of them than cores bring nothing.
/// </summary>
internal sealed class ReaderPool : IDisposable
{
    private readonly ConnectionFactory _connections;
    private readonly int _statements;
    private readonly Lock _lock = new();
    private readonly Stack<Reader> _idle = new();
    private readonly LinkedList<TaskCompletionSource<Reader?>> _waiting = new();
    private int _open;
    private bool _disposed;

    /// <summary>A pool of that many connections with that many prepared statements each.</summary>
    public ReaderPool(ConnectionFactory connections, int capacity, int statements)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(statements, 1);
        _connections = connections;
        Capacity = capacity;
        _statements = statements;
    }

    /// <summary>As many readers as processors, at least two, so that one long read does not hold up all others.</summary>
    public static int DefaultCapacity => Math.Max(2, Environment.ProcessorCount);

    /// <summary>How many statements a connection keeps where nothing else is said.</summary>
    public const int DefaultStatements = 256;

    /// <summary>The most readers out at once.</summary>
    public int Capacity { get; }

    /// <summary>A reader, once one is free; the cancellation ends the wait, and interrupts what the reader runs.</summary>
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

            // No reader but a place for one: it is opened here.
            var reader = await WaitAsync(waiter, cancellation).ConfigureAwait(false) ?? Open();
            reader.Begin(cancellation);
            return reader;
        }
    }

    /// <summary>Takes a reader back and hands it to whoever waits longest.</summary>
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

    /// <summary>Closes the idle readers; those in use are closed when they are given back.</summary>
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
            return new Reader(this, _connections.OpenReader(), _statements);
        }
        catch
        {
            lock (_lock)
            {
                // The place goes to the next, who may have better luck.
                if (!HandOver(null))
                    _open--;
            }

            throw;
        }
    }

    /// <summary>Gives a reader, or the place for one, to the first who still waits; false where nobody does.</summary>
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
