using System.Diagnostics;

namespace GraphIntel.Benchmarks.Load;

/// <summary>Connections side by side, each of which asks again once it is answered.</summary>
internal static class ClosedLoop
{
    /// <summary>Lets each connection ask for a time.</summary>
    public static async Task<Timing> RunAsync(IReadOnlyList<Func<Task>> connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(connections.Select(ask => Task.Run(async () =>
        {
            var times = new List<double>();
            while (watch.Elapsed < time)
            {
                var start = Stopwatch.GetTimestamp();
                await ask();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return times;
        })));
        return new Timing(all.SelectMany(times => times), watch.Elapsed);
    }

    /// <summary>Lets each connection ask for a time, on a thread of its own that waits for the answer: what asks costs the least that way.</summary>
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
                    client.Ask();
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

/// <summary>What a closed loop measured.</summary>
internal sealed class Timing
{
    private readonly double[] _times;

    /// <param name="times">Milliseconds of each request.</param>
    /// <param name="elapsed">How long it took.</param>
    public Timing(IEnumerable<double> times, TimeSpan elapsed)
    {
        _times = [.. times.Order()];
        Elapsed = elapsed;
    }

    public TimeSpan Elapsed { get; }

    /// <summary>Requests a second.</summary>
    public double Rate => _times.Length / Elapsed.TotalSeconds;

    public double Median => _times[_times.Length / 2];

    /// <summary>Milliseconds in which 99 of 100 are answered.</summary>
    public double Tail => _times[(int)(_times.Length * 0.99)];

    public int Count => _times.Length;

    /// <summary>Several as one.</summary>
    public static Timing Of(IReadOnlyCollection<Timing> timings) => new(
        timings.SelectMany(timing => timing._times), timings.Aggregate(TimeSpan.Zero, (sum, timing) => sum + timing.Elapsed));
}
