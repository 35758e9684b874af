using System.Diagnostics;

namespace GraphIntel.Benchmarks.Load;

/// <summary>A closed loop: concurrent connections, each of which sends its next request after the response to the last one.</summary>
internal static class ClosedLoop
{
    /// <summary>Runs all connections for a time.</summary>
    public static async Task<Timing> RunAsync(IReadOnlyList<Func<Task>> connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(connections.Select(send => Task.Run(async () =>
        {
            var times = new List<double>();
            while (watch.Elapsed < time)
            {
                var start = Stopwatch.GetTimestamp();
                await send();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return times;
        })));
        return new Timing(all.SelectMany(times => times), watch.Elapsed);
    }

    /// <summary>Runs all connections for a time, each on its own blocking thread, which costs the client the least CPU time.</summary>
    public static async Task<Timing> RunAsync(IReadOnlyList<LoopbackClient> connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(connections.Select(client => Task.Factory.StartNew(
            () =>
            {
                var times = new List<double>();
                while (watch.Elapsed < time)
                {
                    var start = Stopwatch.GetTimestamp();
                    client.Send();
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
                return times;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return new Timing(all.SelectMany(times => times), watch.Elapsed);
    }
}

/// <summary>The measurement of a closed loop.</summary>
internal sealed class Timing
{
    private readonly double[] _times;

    /// <summary>Creates a measurement.</summary>
    /// <param name="times">Milliseconds of each request.</param>
    /// <param name="elapsed">The time of the whole loop.</param>
    public Timing(IEnumerable<double> times, TimeSpan elapsed)
    {
        _times = [.. times.Order()];
        Elapsed = elapsed;
    }

    public TimeSpan Elapsed { get; }

    /// <summary>Requests per second.</summary>
    public double Rate => _times.Length / Elapsed.TotalSeconds;

    public double Median => _times[_times.Length / 2];

    /// <summary>99th percentile, in milliseconds.</summary>
    public double P99 => _times[(int)(_times.Length * 0.99)];

    public int Count => _times.Length;

    /// <summary>Combines several measurements.</summary>
    public static Timing Of(IReadOnlyCollection<Timing> timings) => new(
        timings.SelectMany(timing => timing._times), timings.Aggregate(TimeSpan.Zero, (sum, timing) => sum + timing.Elapsed));
}
