namespace GraphIntel.Bolt.Sessions;

/// <summary>Retries work after transient errors, with growing, random delays, within a time limit, but at least once.</summary>
internal static class Retry
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private const double Growth = 2;
    private const double Jitter = 0.2;

    public static async Task<T> RunAsync<T>(Func<Task<T>> work, TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (Neo4jException e) when (e.IsRetriable && (attempt < 2 || time.GetElapsedTime(started) < limit))
            {
                await Task.Delay(DelayAfter(attempt), time, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Random, so that clients that failed together do not retry together.</summary>
    private static TimeSpan DelayAfter(int attempt)
    {
#pragma warning disable CA5394 // The delay is not a secret.
        var jitter = 1 + Jitter * (2 * Random.Shared.NextDouble() - 1);
#pragma warning restore CA5394
        return FirstDelay * Math.Pow(Growth, Math.Min(attempt - 1, 10)) * jitter;
    }
}
