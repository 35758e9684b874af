namespace GraphIntel.Bolt.Pool;

/// <summary>A semaphore that serves waiters in order.</summary>
internal sealed class FairSemaphore(int permits)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _free = permits;
    private Exception? _closed;

    /// <summary>The number of waiters.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>Takes a permit if one is free.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_closed is not null || _free == 0)
                return false;
            _free--;
            return true;
        }
    }

    /// <summary>Waits for a permit.</summary>
    /// <exception cref="TimeoutException">The timeout was exceeded.</exception>
    public async ValueTask EnterAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource> node;
        lock (_gate)
        {
            if (_closed is not null)
                throw _closed;
            if (_free > 0)
            {
                _free--;
                return;
            }
            node = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        try
        {
            await node.Value.Task.WaitAsync(timeout, time, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            lock (_gate)
            {
                if (node.List is not null)
                    _waiting.Remove(node);
                else if (node.Value.Task.IsCompletedSuccessfully)
                    ReleaseNext();
            }
            throw;
        }
    }

    /// <summary>Returns a permit.</summary>
    public void Leave()
    {
        lock (_gate)
            ReleaseNext();
    }

    /// <summary>Fails current and later waiters.</summary>
    public void Close(Exception reason)
    {
        lock (_gate)
        {
            _closed = reason;
            foreach (var waiter in _waiting)
                waiter.SetException(reason);
            _waiting.Clear();
        }
    }

    private void ReleaseNext()
    {
        if (_waiting.First is not { } first)
        {
            _free++;
            return;
        }
        _waiting.RemoveFirst();
        first.Value.SetResult();
    }
}
