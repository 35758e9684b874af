using System.Diagnostics;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Limits how many operations run at once and queues the others by time of arrival plus a penalty for their cost, so that cheap
/// ones go first and no one waits forever. An operation that waits too long, or finds the queue full, is rejected. Safe for
/// concurrent use.
/// </summary>
/// <param name="width">Operations that run at once.</param>
/// <param name="maxQueue">Operations that wait.</param>
/// <param name="maxWait">How long an operation waits.</param>
internal sealed class AdmissionLane(int width, int maxQueue, TimeSpan maxWait)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource<Lease>, (TimeSpan Time, long Arrival)> _waiting = new();
    private int _running;

    /// <summary>Breaks ties between equal times: first come, first served.</summary>
    private long _arrivals;

    /// <summary>Operations that are running.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
                return _running;
        }
    }

    /// <summary>Waits for a lease, which the caller disposes of when it is done.</summary>
    /// <param name="penalty">Delay in the queue, in proportion to the cost.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The lease; null if none became free in time.</returns>
    public ValueTask<Lease?> EnterAsync(TimeSpan penalty, CancellationToken cancellation)
    {
        TaskCompletionSource<Lease> waiter;
        lock (_lock)
        {
            if (_running < width)
            {
                _running++;
                return new(new Lease(this));
            }
            if (_waiting.Count >= maxQueue)
                return new((Lease?)null);
            waiter = new TaskCompletionSource<Lease>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter, (Stopwatch.GetElapsedTime(0) + penalty, _arrivals++));
        }
        return WaitAsync(waiter, cancellation);
    }

    private async ValueTask<Lease?> WaitAsync(TaskCompletionSource<Lease> waiter, CancellationToken cancellation)
    {
        try
        {
            return await waiter.Task.WaitAsync(maxWait, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return await LeaveQueueAsync(waiter).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            (await LeaveQueueAsync(waiter).ConfigureAwait(false))?.Dispose();
            throw;
        }
    }

    /// <summary>Ends a wait; returns the lease that was granted concurrently, if one was.</summary>
    private async ValueTask<Lease?> LeaveQueueAsync(TaskCompletionSource<Lease> waiter)
    {
        lock (_lock)
        {
            if (_waiting.Remove(waiter, out _, out _))
                return null;
        }
        return await waiter.Task.ConfigureAwait(false);
    }

    /// <summary>Passes a lease to the next in the queue.</summary>
    private void Release()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var next, out _))
                next.SetResult(new Lease(this));
            else
                _running--;
        }
    }

    /// <summary>The right to run; disposed of once.</summary>
    public readonly struct Lease(AdmissionLane lane) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => lane.Release();
    }
}
