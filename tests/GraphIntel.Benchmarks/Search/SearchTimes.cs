using System.Diagnostics;
using GraphIntel.Benchmarks.InProcess;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Search;

/// <summary>
/// Measures searches in process, and their look-ups of keys alone. The time of a query is the minimum of its rounds, since other load
/// on the machine adds to it; the percentiles are those over the queries of a kind.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="store">The store.</param>
/// <param name="lookUp">Makes look-ups alone; returns the number of candidates.</param>
/// <param name="rounds">Measurements of each query.</param>
internal sealed class SearchTimes(GraphSchema schema, IGraphStore store, Func<IReadOnlyList<Lookup>, Task<int>> lookUp, int rounds)
{
    private const double MaxMedian = 2;
    private const double MaxP99 = 15;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(4);

    private readonly Table _table = new Table()
        .Title("One search in process, milliseconds, over queries; the minimum of the rounds for each")
        .AddColumns("kind", "words", "queries", "p50", "target", "p99", "target", "look-up alone p50", "p99", "of its rate", "candidates", "p99");

    public async Task RunAsync(IReadOnlyList<SearchQueries> groups)
    {
        var recorder = new LookupRecorder(store);
        var engine = new GraphEngine(schema, store, new EngineOptions());
        var recorded = new GraphEngine(schema, recorder, new EngineOptions());
        await WarmAsync(engine, groups);
        foreach (var group in groups)
        {
            List<double> times = [], lookups = [], candidates = [];
            foreach (var query in group.Queries)
            {
                var body = SearchQueries.Body(query);
                await EngineRequest.ExecuteAsync(recorded, body);
                var made = recorder.Take();
                candidates.Add(await lookUp(made));
                double time = double.MaxValue, lookup = double.MaxValue;
                for (var round = 0; round < rounds; round++)
                {
                    time = Math.Min(time, await TimeAsync(() => EngineRequest.ExecuteAsync(engine, body).AsTask()));
                    lookup = Math.Min(lookup, await TimeAsync(() => lookUp(made)));
                }
                times.Add(time);
                lookups.Add(lookup);
            }
            AnsiConsole.WriteLine($"{group.Name}, {group.Words}: {Percentile(times, 50):0.00} and {Percentile(times, 99):0.0} ms");
            _table.AddRow(
                group.Name,
                group.Words is { } words ? $"{words}" : "all",
                $"{times.Count}",
                $"{Percentile(times, 50):0.00}",
                $"{MaxMedian}",
                $"{Percentile(times, 99):0.0}",
                $"{MaxP99}",
                $"{Percentile(lookups, 50):0.00}",
                $"{Percentile(lookups, 99):0.0}",
                $"{lookups.Sum() / times.Sum():0.00}",
                $"{candidates.Average():#,0}",
                $"{Percentile(candidates, 99):#,0}");
        }
        AnsiConsole.Write(_table);
    }

    /// <summary>Runs until the JIT has compiled the measured code in its final tier.</summary>
    private static async Task WarmAsync(GraphEngine engine, IReadOnlyList<SearchQueries> groups)
    {
        var watch = Stopwatch.StartNew();
        for (var index = 0; watch.Elapsed < WarmUpTime; index++)
        {
            foreach (var group in groups)
                await EngineRequest.ExecuteAsync(engine, SearchQueries.Body(group.Queries[index % group.Queries.Count]));
        }
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Percentile(List<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}
