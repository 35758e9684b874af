using System.Diagnostics;
using System.Globalization;
using GraphIntel.Benchmarks.InProcess;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using GraphIntel.Server.Transport;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Paths;

/// <summary>
/// Measures requests in process. The time of a request is the minimum of its rounds, since other load on the machine adds to it;
/// the percentiles are those over the requests of a kind.
/// </summary>
internal sealed class PathTimes(GraphEngine engine, int rounds)
{
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(4);

    /// <summary>A table for measurements.</summary>
    public static Table Table() => new Table()
        .Title("Paths and neighborhoods, milliseconds, over requests; the minimum of the rounds for each")
        .AddColumns("events", "kind", "requests", "p50", "target", "p99", "target", "processor time, average");

    /// <summary>Runs until the JIT has compiled the measured code in its final tier.</summary>
    public async Task WarmAsync(IReadOnlyList<PathGroup> groups)
    {
        var watch = Stopwatch.StartNew();
        for (var index = 0; watch.Elapsed < WarmUpTime; index++)
        {
            foreach (var group in groups)
                await EngineRequest.ExecuteAsync(engine, group.Bodies[index % group.Bodies.Count]);
        }
    }

    /// <summary>Measures the requests of a kind.</summary>
    public Task<PathMeasurement> MeasureAsync(PathGroup group) => PathMeasurement.OfAsync(
        group.Name, rounds, group.MaxMedian, group.MaxP99, group.Bodies.Select(body => (Func<Task>)(() => EngineRequest.ExecuteAsync(engine, body).AsTask())));

    /// <summary>Prints what a request reads before its statement.</summary>
    public async Task ExplainAsync(IExplainableStore store, string title, byte[] body)
    {
        var explainer = new OperationExplainer(engine, store);
        using var parsed = new ParsedRequest();
        JsonRequest.ReadBody(body, parsed);
        var request = parsed.ToGraphRequest(parsed.Query!.Value);
        var explained = await explainer.ExplainAsync(request, analyze: true, CancellationToken.None);
        AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]: {explained.Response?.Duration.TotalMilliseconds:0.00} ms, {explained.Response?.Bytes} bytes");
        foreach (var read in explained.Preliminary.SelectMany(part => part.Reads))
            AnsiConsole.MarkupLineInterpolated($"  {read.Text}: {read.Found}, {read.Duration.TotalMilliseconds:0.00} ms");
    }
}

/// <summary>Measured times.</summary>
/// <param name="Median">The median, milliseconds.</param>
/// <param name="P99">The 99th percentile, milliseconds.</param>
/// <param name="MedianRun">The position of the run that took the median.</param>
/// <param name="Columns">The columns of a table: kind, number, times and targets, processor time of this process.</param>
internal sealed record PathMeasurement(double Median, double P99, int MedianRun, string[] Columns)
{
    /// <summary>Measures runs, each several times.</summary>
    public static async Task<PathMeasurement> OfAsync(string kind, int rounds, double? maxMedian, double? maxP99, IEnumerable<Func<Task>> runs)
    {
        var times = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        foreach (var run in runs)
        {
            var least = double.MaxValue;
            for (var round = 0; round < rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await run();
                least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            times.Add(least);
        }
        processor = (Environment.CpuUsage.TotalTime - processor) / (times.Count * rounds);
        var positions = Enumerable.Range(0, times.Count).OrderBy(run => times[run]).ToArray();
        times.Sort();
        var (median, p99) = (times[times.Count / 2], times[Math.Min(times.Count - 1, times.Count * 99 / 100)]);
        return new PathMeasurement(
            median, p99, positions[positions.Length / 2],
            [kind, Text(times.Count, "0"), Text(median, "0.00"), Text(maxMedian, "0"), Text(p99, "0.00"), Text(maxP99, "0"), Text(processor.TotalMilliseconds, "0.00")]);
    }

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
