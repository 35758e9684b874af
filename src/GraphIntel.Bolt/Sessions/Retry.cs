namespace GraphIntel.Bolt.Sessions;

/// <summary>Does work again after failures that pass: with growing, uneven delays, within a budget of time, twice in any case.</summary>
internal static class Retry
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private const double Growth = 2;
    private const double Jitter = 0.2;

    public static async Task<T> RunAsync<T>(Func<Task<T>> work, TimeSpan budget, TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (Neo4jException e) when (e.IsRetriable && (attempt < 2 || time.GetElapsedTime(started) < budget))
            {
                await Task.Delay(DelayAfter(attempt), time, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Uneven, so that those who failed together do not come back together.</summary>
    private static TimeSpan DelayAfter(int attempt)
    {
#pragma warning disable CA5394 // Nothing secret hangs on the delay.
        var unevenness = 1 + Jitter * (2 * Random.Shared.NextDouble() - 1);
#pragma warning restore CA5394
        return FirstDelay * Math.Pow(Growth, Math.Min(attempt - 1, 10)) * unevenness;
    }
}
