using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Core.Model;
using GraphIntel.Import.Graph;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Search;

/// <summary>Measures how long names take to import from a CSV file, with keys and without: with a model without @search.</summary>
internal static partial class WriteTimes
{
    private const int Places = 100_000;
    private const double MaxRatio = 1.5;

    public static async Task RunAsync(int rounds)
    {
        var text = ReadModel();
        var (with, without) = (ModelReader.Read(text), ModelReader.Read(Searched().Replace(text, "")));
        var folder = Directory.CreateTempSubdirectory("graphintel-names");
        try
        {
            Directory.CreateDirectory(System.IO.Path.Combine(folder.FullName, "nodes"));
            double keys = double.MaxValue, none = double.MaxValue;
            for (var round = 0; round < rounds; round++)
            {
                // Other names in each round: words that were read lately are kept.
                var names = SearchTexts.GenerateNames(Places, new Random(round));
                await File.WriteAllLinesAsync(
                    System.IO.Path.Combine(folder.FullName, "nodes", "Place.csv"),
                    names.Select((name, number) => string.Create(CultureInfo.InvariantCulture, $"place:{number},{name},TOWN")).Prepend("id,name,kind"));
                none = Math.Min(none, await TimeAsync(without, folder.FullName));
                keys = Math.Min(keys, await TimeAsync(with, folder.FullName));
                AnsiConsole.WriteLine($"writing, round {round + 1}: {keys:0.00} s with keys, {none:0.00} s without");
            }
            AnsiConsole.Write(new Table().Title($"Importing {Places:#,0} places with a name each, minimum of {rounds} rounds")
                .AddColumns("with keys s", "without s", "ratio", "target")
                .AddRow($"{keys:0.00}", $"{none:0.00}", $"{keys / none:0.00}", $"{MaxRatio}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> TimeAsync(GraphModel model, string folder)
    {
        await using var graph = await BenchmarkStore.CreateAsync(model);
        var watch = Stopwatch.StartNew();
        var result = await GraphImport.RunAsync(graph.Store, folder, NoProgress.Instance, CancellationToken.None);
        return result.ErrorCount == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException("The names were not imported.");
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
