namespace GraphIntel.Bolt.Pool;

/// <summary>Lets so many in at a time, in the order in which they came.</summary>
internal sealed class Turnstile(int places)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _free = places;
    private Exception? _closed;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>Takes a place that is free at once, if nobody came before.</summary>
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

    /// <summary>Takes a place when it is this caller's turn.</summary>
    /// <exception cref="TimeoutException">It took longer than the time given.</exception>
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
                    LetNextIn();
            }
            throw;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave()
    {
        lock (_gate)
            LetNextIn();
    }

    /// <summary>Turns away those who wait and those who come.</summary>
    public void Close(Exception reason)
    {
        lock (_gate)
        {
            _closed = reason;
            foreach (var waiting in _waiting)
                waiting.SetException(reason);
            _waiting.Clear();
        }
    }

    private void LetNextIn()
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
