using System.CommandLine;
using System.Diagnostics;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite;
using Spectre.Console;

namespace GraphIntel.Benchmarks.InProcess;

/// <summary>
/// From the bytes of a request to those of its response, beside the same statement alone with its rows dropped, in turn; what
/// a request allocates at 10 and at 500 rows; and two connections beside one.
/// </summary>
internal static class InProcessCommand
{
    private const int Rounds = 500;

    public static Command Make()
    {
        var command = new Command("inprocess", "A request in process, next to its SQL statement alone.");
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
        var table = new Table().Title("One request in process, microseconds, minima").AddColumns("question", "bytes", "request", "statement alone", "ratio", "bar");
        await WarmAsync(engine);
        foreach (var question in Question.All)
        {
            var alone = new StatementAlone(schema, store, question);
            var bytes = await EngineRequest.AnswerAsync(engine, question.Body);
            var count = Math.Max(1, (int)(2_000 / await MeasureAsync(10, () => EngineRequest.AnswerAsync(engine, question.Body))));
            double request = double.MaxValue, statement = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                request = Math.Min(request, await MeasureAsync(count, () => EngineRequest.AnswerAsync(engine, question.Body)));
                statement = Math.Min(statement, await MeasureAsync(count, alone.RunAsync));
            }
            table.AddRow(
                question.Name, $"{bytes}", $"{request:0.0}", $"{statement:0.0}", $"{request / statement:0.00}", $"{question.Bar:0.0}");
        }
        AnsiConsole.Write(table);
    }

    /// <summary>Until the runtime has compiled what is measured for good, which takes it a second or two.</summary>
    private static async Task WarmAsync(GraphEngine engine)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            foreach (var question in Question.All)
                await EngineRequest.AnswerAsync(engine, question.Body);
        }
    }

    private static async Task AllocationsAsync(GraphEngine engine)
    {
        var table = new Table().Title("Bytes allocated for a request").AddColumns("rows", "bytes");
        foreach (var rows in EngineRequest.RowCounts)
            table.AddRow($"{rows}", $"{await EngineRequest.AllocationsAsync(engine, rows)}");
        AnsiConsole.Write(table);
    }

    private static async Task ScaleAsync(GraphEngine engine)
    {
        var table = new Table().Title("Requests per second in process").AddColumns("question", "one", "two at once", "ratio");
        foreach (var question in Question.All)
        {
            double one = 0, two = 0;
            for (var round = 0; round < 5; round++)
            {
                one = Math.Max(one, await RateAsync(engine, question, 1));
                two = Math.Max(two, await RateAsync(engine, question, 2));
            }
            table.AddRow(question.Name, $"{one:0}", $"{two:0}", $"{two / one:0.00}");
        }
        AnsiConsole.Write(table);
    }

    private static async Task<double> RateAsync(GraphEngine engine, Question question, int workers)
    {
        var time = TimeSpan.FromMilliseconds(600);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (watch.Elapsed < time)
            {
                await EngineRequest.AnswerAsync(engine, question.Body);
                count++;
            }
            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Microseconds for each of a number of runs.</summary>
    private static async ValueTask<double> MeasureAsync(int count, Func<ValueTask<int>> run)
    {
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
            await run();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
