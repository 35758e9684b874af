namespace GraphIntel.Bolt.Routing;

/// <summary>The outcome of a refresh. Both are null if it failed for a reason of its caller only.</summary>
internal readonly record struct RefreshOutcome(RoutingTable? Table, ServiceUnavailableException? Failure);

/// <summary>
/// The key of a refresh. The home database of a user can change with each transaction, so the bookmarks belong to the key.
/// </summary>
/// <param name="Table">The key of the table.</param>
/// <param name="Bookmarks">The bookmarks of the request for the home database; null if the database is known.</param>
internal readonly record struct RefreshKey(TableKey Table, string? Bookmarks);

/// <summary>Allows one caller at a time to fetch a table; others wait for its outcome.</summary>
internal sealed class Refreshes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RefreshKey, TaskCompletionSource<RefreshOutcome>> _running = [];

    /// <returns>The running refresh; null if there was none: the caller must then run it and call <see cref="End"/>.</returns>
    public Task<RefreshOutcome>? Join(RefreshKey key)
    {
        lock (_gate)
        {
            if (_running.TryGetValue(key, out var running))
                return running.Task;
            _running.Add(key, new TaskCompletionSource<RefreshOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
            return null;
        }
    }

    /// <summary>Completes the refresh for the waiters.</summary>
    public void End(RefreshKey key, RefreshOutcome outcome)
    {
        lock (_gate)
        {
            if (_running.Remove(key, out var running))
                running.SetResult(outcome);
        }
    }
}
