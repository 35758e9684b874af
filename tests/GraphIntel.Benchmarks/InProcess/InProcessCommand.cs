using System.CommandLine;
using System.Diagnostics;
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

    public static Command Create()
    {
        var command = new Command("inprocess", "Measures a request in process, relative to its SQL statement alone.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        await using var graph = await BenchmarkStore.OpenAsync();
        var engine = new GraphEngine(graph.Schema, graph.Store, new EngineOptions());
        await CompareAsync(engine, graph.Store, graph.Schema);
        await AllocationsAsync(engine);
        await ScaleAsync(engine);
        return 0;
    }

    private static async Task CompareAsync(GraphEngine engine, SqliteStore store, GraphSchema schema)
    {
        var table = new Table().Title("One request in process, microseconds, minimum of the rounds").AddColumns("query", "bytes", "request", "statement alone", "ratio", "target");
        await WarmAsync(engine);
        foreach (var query in BenchmarkQuery.All)
        {
            var alone = new RawStatement(schema, store, query);
            var bytes = await EngineRequest.ExecuteAsync(engine, query.Body);
            var count = Math.Max(1, (int)(2_000 / await MeasureAsync(10, () => EngineRequest.ExecuteAsync(engine, query.Body))));
            double request = double.MaxValue, statement = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                request = Math.Min(request, await MeasureAsync(count, () => EngineRequest.ExecuteAsync(engine, query.Body)));
                statement = Math.Min(statement, await MeasureAsync(count, alone.RunAsync));
            }
            table.AddRow(
                query.Name, $"{bytes}", $"{request:0.0}", $"{statement:0.0}", $"{request / statement:0.00}", $"{query.MaxRatio:0.0}");
        }
        AnsiConsole.Write(table);
    }

    /// <summary>Runs until the JIT has compiled the measured code in its final tier, which takes a second or two.</summary>
    private static async Task WarmAsync(GraphEngine engine)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            foreach (var query in BenchmarkQuery.All)
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

    private static async Task ScaleAsync(GraphEngine engine)
    {
        var table = new Table().Title("Requests per second in process").AddColumns("query", "concurrency 1", "concurrency 2", "ratio");
        foreach (var query in BenchmarkQuery.All)
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
