namespace GraphIntel.Bolt.Routing;

/// <summary>What became of a refresh. Both are null where it failed for a reason of its caller's own.</summary>
internal readonly record struct RefreshOutcome(RoutingTable? Table, ServiceUnavailableException? Failure);

/// <summary>Lets one caller at a time fetch a table; whoever comes meanwhile waits for what becomes of that.</summary>
internal sealed class Refreshes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TableKey, TaskCompletionSource<RefreshOutcome>> _running = [];

    /// <returns>The refresh that is under way; null where there was none, and the caller now is the one who must end it.</returns>
    public Task<RefreshOutcome>? Join(TableKey key)
    {
        lock (_gate)
        {
            if (_running.TryGetValue(key, out var running))
                return running.Task;
            _running.Add(key, new TaskCompletionSource<RefreshOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
            return null;
        }
    }

    /// <summary>Tells those who wait.</summary>
    public void End(TableKey key, RefreshOutcome outcome)
    {
        lock (_gate)
        {
            if (_running.Remove(key, out var running))
                running.SetResult(outcome);
        }
    }
}
