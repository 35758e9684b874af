using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite;
using Spectre.Console;

namespace GraphIntel.Benchmarks.InProcess;

/// <summary>
/// Measures a request in process, from its bytes to the bytes of its response, relative to its SQL statement alone; its allocations
/// for different numbers of rows; and its throughput at concurrency 2 relative to 1.
/// </summary>
internal static class InProcessCommand
{
    private const int Rounds = 500;
    private const int MinRounds = 10;

    /// <summary>The time after which the rounds of a query end.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(6);

    private static readonly Option<int> Events = new("--events") { Description = "Number of events in the graph.", DefaultValueFactory = _ => GeneratedGraph.Events };

    private static readonly Option<string> Only = new("--only")
    {
        Description = "A regular expression; only queries whose name matches it.",
        DefaultValueFactory = _ => "",
    };

    public static Command Create()
    {
        var command = new Command("inprocess", "Measures a request in process, relative to its SQL statement alone, and the statements of aggregates, relative to the fastest found by hand.")
        {
            Events, Only,
        };
        command.SetAction(arguments => RunAsync(
            arguments.GetValue(Events), BenchmarkQuery.All.Where(query => Regex.IsMatch(query.Name, arguments.GetValue(Only)!)).ToList()));
        return command;
    }

    private static async Task<int> RunAsync(int events, IReadOnlyList<BenchmarkQuery> queries)
    {
        await using var graph = await BenchmarkStore.OpenAsync(events);
        var engine = new GraphEngine(graph.Schema, graph.Store, new EngineOptions());
        await CompareAsync(engine, graph.Store, graph.Schema, queries);
        await AllocationsAsync(engine);
        await ScaleAsync(engine, queries);
        return 0;
    }

    private static async Task CompareAsync(GraphEngine engine, SqliteStore store, GraphSchema schema, IReadOnlyList<BenchmarkQuery> queries)
    {
        var table = new Table().Title("One request in process, microseconds, minimum of the rounds").AddColumns(
            "query", "bytes", "request", "statement alone", "ratio", "target", "by hand", "statement relative to by hand", "target");
        await WarmAsync(engine, queries);
        foreach (var query in queries)
        {
            var alone = new RawStatement(schema, store, query);
            var byHand = query.ByHand is null ? null : new RawStatement(store, query.ByHand);
            if (byHand is not null)
                await RequireEqualAsync(query, alone, byHand);
            var bytes = await EngineRequest.ExecuteAsync(engine, query.Body);
            var once = await MeasureAsync(10, () => EngineRequest.ExecuteAsync(engine, query.Body));
            var count = Math.Max(1, (int)(2_000 / once));
            var rounds = (int)Math.Clamp(MaxTime.TotalMicroseconds / (once * count * (byHand is null ? 2 : 3)), MinRounds, Rounds);
            double request = double.MaxValue, statement = double.MaxValue, hand = double.MaxValue;
            for (var round = 0; round < rounds; round++)
            {
                request = Math.Min(request, await MeasureAsync(count, () => EngineRequest.ExecuteAsync(engine, query.Body)));
                statement = Math.Min(statement, await MeasureAsync(count, alone.RunAsync));
                if (byHand is not null)
                    hand = Math.Min(hand, await MeasureAsync(count, byHand.RunAsync));
            }
            string[] compared = byHand is null ? ["", "", ""] : [$"{hand:0.0}", $"{statement / hand:0.00}", $"{BenchmarkQuery.MaxRelativeToByHand:0.0}"];
            table.AddRow([query.Name, $"{bytes}", $"{request:0.0}", $"{statement:0.0}", $"{request / statement:0.00}", $"{query.MaxRatio:0.0}", .. compared]);
        }
        AnsiConsole.Write(table);
    }

    private static async Task RequireEqualAsync(BenchmarkQuery query, RawStatement alone, RawStatement byHand)
    {
        var (ours, hand) = (await alone.ReadAsync(), await byHand.ReadAsync());
        if (!ours.AsSpan().SequenceEqual(hand))
        {
            throw new InvalidOperationException(
                $"The statement of {query.Name} returns {Encoding.UTF8.GetString(ours)}, and the one by hand {Encoding.UTF8.GetString(hand)}.");
        }
    }

    /// <summary>Runs until the JIT has compiled the measured code in its final tier, which takes a second or two.</summary>
    private static async Task WarmAsync(GraphEngine engine, IReadOnlyList<BenchmarkQuery> queries)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            foreach (var query in queries)
                await EngineRequest.ExecuteAsync(engine, query.Body);
        }
    }

    private static async Task AllocationsAsync(GraphEngine engine)
    {
        var table = new Table().Title("Bytes allocated per request").AddColumns("rows", "bytes");
        foreach (var rows in EngineRequest.RowCounts)
            table.AddRow($"{rows}", $"{await EngineRequest.AllocationsAsync(engine, rows)}");
        AnsiConsole.Write(table);
    }

    private static async Task ScaleAsync(GraphEngine engine, IReadOnlyList<BenchmarkQuery> queries)
    {
        var table = new Table().Title("Requests per second in process").AddColumns("query", "concurrency 1", "concurrency 2", "ratio");
        foreach (var query in queries)
        {
            double one = 0, two = 0;
            for (var round = 0; round < 5; round++)
            {
                one = Math.Max(one, await RateAsync(engine, query, 1));
                two = Math.Max(two, await RateAsync(engine, query, 2));
            }
            table.AddRow(query.Name, $"{one:0}", $"{two:0}", $"{two / one:0.00}");
        }
        AnsiConsole.Write(table);
    }

    private static async Task<double> RateAsync(GraphEngine engine, BenchmarkQuery query, int workers)
    {
        var time = TimeSpan.FromMilliseconds(600);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (watch.Elapsed < time)
            {
                await EngineRequest.ExecuteAsync(engine, query.Body);
                count++;
            }
            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The average time of a number of runs, in microseconds.</summary>
    private static async ValueTask<double> MeasureAsync(int count, Func<ValueTask<int>> run)
    {
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
            await run();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
