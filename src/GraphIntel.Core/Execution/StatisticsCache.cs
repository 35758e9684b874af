using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Caches the statistics of a store. The first operations wait for them for a short time; later they are refreshed in the
/// background, less often the longer that takes.
/// </summary>
internal sealed class StatisticsCache(IGraphStore store, TimeProvider? time = null)
{
    private static readonly TimeSpan MinAge = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromMinutes(5);

    /// <summary>How long an operation waits for the first statistics: a database that has just started takes seconds.</summary>
    private static readonly TimeSpan InitialTimeout = TimeSpan.FromSeconds(1);

    // The maximum share of the time spent on reading them.
    private const double MaxShare = 0.01;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private volatile GraphStatistics? _current;
    private Task<GraphStatistics>? _reading;
    private long _due;

    /// <summary>The statistics; null while they are unavailable.</summary>
    public ValueTask<GraphStatistics?> GetAsync(CancellationToken cancellation)
    {
        if (_current is not { } current)
            return WaitAsync(cancellation);
        if (_time.GetTimestamp() >= Volatile.Read(ref _due))
            _ = StartReading();
        return new(current);
    }

    /// <summary>Starts reading the statistics, so that the first operation need not wait for them.</summary>
    public void Preload() => _ = StartReading();

    private async ValueTask<GraphStatistics?> WaitAsync(CancellationToken cancellation)
    {
        try
        {
            return await StartReading().WaitAsync(InitialTimeout, _time, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is TimeoutException or StoreException)
        {
            // The operation reports the failure itself.
            return null;
        }
    }

    private Task<GraphStatistics> StartReading()
    {
        lock (_lock)
        {
            if (_reading is { IsCompleted: false })
                return _reading;
            _reading = Task.Run(ReadAsync);
            // Waiters see a failure; without any, the previous statistics stay.
            _ = _reading.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return _reading;
        }
    }

    private async Task<GraphStatistics> ReadAsync()
    {
        var start = _time.GetTimestamp();
        try
        {
            using var limit = new CancellationTokenSource(ReadTimeout, _time);
            return _current = await store.ReadStatisticsAsync(limit.Token).ConfigureAwait(false);
        }
        finally
        {
            var pause = _time.GetElapsedTime(start) / MaxShare;
            Volatile.Write(ref _due, _time.GetTimestamp() + (long)((pause > MinAge ? pause : MinAge).TotalSeconds * _time.TimestampFrequency));
        }
    }
}
