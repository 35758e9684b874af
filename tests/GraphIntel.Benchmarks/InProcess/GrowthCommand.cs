using System.CommandLine;
using System.Diagnostics;
using GraphIntel.Benchmarks.Graphs;
using Spectre.Console;

namespace GraphIntel.Benchmarks.InProcess;

/// <summary>
/// Measures how the statements of queries grow with the data: the instructions of SQLite's virtual machine, which do not depend on
/// the computer, and the time, which grows faster where the tables no longer fit the processor's caches; both beside the fastest
/// SQL found by hand.
/// </summary>
internal static class GrowthCommand
{
    private const int Factor = 10;
    private const int Rounds = 15;

    /// <summary>The target: maximum growth of the instructions, relative to the growth of the data.</summary>
    private const double MaxRelativeGrowth = 1.1;

    public static Command Create()
    {
        var command = new Command(
            "growth", $"Measures the statements of queries with {GeneratedGraph.Events} events and with {Factor} times as many.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        await using var small = await BenchmarkStore.OpenAsync();
        await using var large = await BenchmarkStore.OpenAsync(GeneratedGraph.Events * Factor);
        var table = new Table().Title($"Statements with {Factor} times the events").AddColumns(
            "query", "instructions", "relative", "target", "µs", "relative", "by hand: instructions", "relative", "µs", "relative");
        foreach (var query in BenchmarkQuery.All)
        {
            string[] hand = ["", "", "", ""];
            if (query.ByHand is not null)
                hand = await MeasureAsync(new RawStatement(small.Store, query.ByHand), new RawStatement(large.Store, query.ByHand));
            var ours = await MeasureAsync(
                new RawStatement(small.Schema, small.Store, query), new RawStatement(large.Schema, large.Store, query));
            table.AddRow([query.Name, ours[0], ours[1], $"{Factor * MaxRelativeGrowth:0.0}", ours[2], ours[3], .. hand]);
        }
        AnsiConsole.Write(table);
        return 0;
    }

    /// <summary>Instructions and their growth, microseconds and their growth.</summary>
    private static async Task<string[]> MeasureAsync(RawStatement small, RawStatement large)
    {
        var (fewSteps, manySteps) = (await small.CountStepsAsync(), await large.CountStepsAsync());
        double few = double.MaxValue, many = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            few = Math.Min(few, await TimeAsync(small));
            many = Math.Min(many, await TimeAsync(large));
        }
        return [$"{manySteps:#,0}", $"{(double)manySteps / fewSteps:0.0}", $"{many:#,0}", $"{many / few:0.0}"];
    }

    private static async Task<double> TimeAsync(RawStatement statement)
    {
        var watch = Stopwatch.StartNew();
        await statement.RunAsync();
        return watch.Elapsed.TotalMicroseconds;
    }
}
