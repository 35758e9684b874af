using System.Diagnostics;
using System.Text.RegularExpressions;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Model;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Search;

/// <summary>Measures how long places with a name and two other names take to write, with keys and without: with a model without @search.</summary>
internal static partial class WriteTimes
{
    private const int Places = 100_000;
    private const double MaxRatio = 1.5;

    public static async Task RunAsync(SearchTexts texts, int rounds)
    {
        var text = ReadModel();
        var (with, without) = (ModelReader.Read(text), ModelReader.Read(Searched().Replace(text, "")));
        double keys = double.MaxValue, none = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            none = Math.Min(none, await TimeAsync(without, texts));
            keys = Math.Min(keys, await TimeAsync(with, texts));
            AnsiConsole.WriteLine($"writing, round {round + 1}: {keys:0.00} s with keys, {none:0.00} s without");
        }
        AnsiConsole.Write(new Table().Title($"Writing {Places:#,0} places with three names each, minimum of {rounds} rounds")
            .AddColumns("with keys s", "without s", "ratio", "target")
            .AddRow($"{keys:0.00}", $"{none:0.00}", $"{keys / none:0.00}", $"{MaxRatio}"));
    }

    private static async Task<double> TimeAsync(GraphModel model, SearchTexts texts)
    {
        var batches = new SearchGraph(model).Places(texts.Names, Places);
        await using var graph = await BenchmarkStore.CreateAsync(model);
        var watch = Stopwatch.StartNew();
        foreach (var batch in batches)
            await graph.Store.WriteAsync(batch, CancellationToken.None);
        return watch.Elapsed.TotalSeconds;
    }

    private static string ReadModel()
    {
        using var stream = typeof(ModelReader).Assembly.GetManifestResourceStream("intel.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Uses of the directive; its definition has another argument.</summary>
    [GeneratedRegex(@" @search(\(text: true\))?(?=\s)")]
    private static partial Regex Searched();
}
