using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Benchmarks.Processes;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Running;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Mappings;

/// <summary>
/// Measures an import of UCDP GED by its mapping, checks included, relative to bare writes of the same nodes and relationships, and
/// its peak memory for many events.
/// </summary>
internal static class MappingsCommand
{
    private const int Rounds = 3;
    private const double MinRatioOnSqlite = 1.0 / 3;
    private const double MinRatioOnNeo4j = 0.7;
    private const long MaxMemory = 1L << 30;

    public static Command Create()
    {
        var file = new Option<string>("--file")
        {
            Description = "The file of UCDP GED.",
            DefaultValueFactory = _ => Path.Combine(Repository.Folder, "..", "shared", "data", "ucdp-ged-syria-2016-2017.csv"),
        };
        var rows = new Option<int>("--rows") { Description = "Rows of the file for SQLite: about those of a whole release.", DefaultValueFactory = _ => 300_000 };
        var events = new Option<int>("--events") { Description = "Events of the run that measures memory; 0: none.", DefaultValueFactory = _ => 1_000_000 };
        var neo4jRows = new Option<int>("--neo4j-rows") { Description = "Rows of the file for Neo4j; 0: it is not measured.", DefaultValueFactory = _ => 60_000 };
        var command = new Command("mappings", "Measures an import of UCDP GED by its mapping, relative to bare writes of the same rows, and its memory.") { file, rows, neo4jRows, events };
        command.SetAction(async result => await ServerCollector.RunAsync()
            ?? await RunAsync(result.GetRequiredValue(file), result.GetValue(rows), result.GetValue(neo4jRows), result.GetValue(events)));
        return command;
    }

    private static async Task<int> RunAsync(string file, int rows, int neo4jRows, int events)
    {
        var table = new Table().Title($"Importing {Path.GetFileName(file)}, minimum of {Rounds} rounds")
            .AddColumns("store", "rows", "nodes and relationships", "import s", "rows/s", "bare s", "ratio", "target");
        var isMet = await MeasureAsync(file, rows, path => MeasureSqliteAsync(table, path));
        if (neo4jRows > 0)
            isMet &= await MeasureAsync(file, neo4jRows, path => MeasureNeo4jAsync(table, path));
        AnsiConsole.Write(table);
        return (events == 0 || await ManyEvents.MeasureAsync(file, events, MaxMemory)) && isMet ? 0 : 1;
    }

    /// <summary>Measures with as many rows as are asked for.</summary>
    private static async Task<bool> MeasureAsync(string file, int rows, Func<string, Task<bool>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("graphintel-rows-");
        try
        {
            var path = Path.Combine(folder.FullName, "events.csv");
            ManyEvents.Write(file, path, rows);
            return await measure(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureSqliteAsync(Table table, string file)
    {
        double import = double.MaxValue, bare = double.MaxValue;
        long rows = 0, elements = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var graph = await BenchmarkStore.CreateAsync(ModelReader.ReadDomain());
            (var seconds, rows, elements) = await ImportAsync(graph.Store, file);
            // What is in the log is moved into the file, as that of the bare inserts is.
            var watch = Stopwatch.StartNew();
            await graph.Store.DisposeAsync();
            import = Math.Min(import, seconds + watch.Elapsed.TotalSeconds);
            bare = Math.Min(bare, BareSqlite.Write(graph.FilePath, graph.Schema.Model));
        }

        return Add(table, "SQLite", rows, elements, import, bare, MinRatioOnSqlite);
    }

    private static async Task<bool> MeasureNeo4jAsync(Table table, string file)
    {
        await using var server = await BenchmarkServer.FindAsync();
        var model = ModelReader.ReadDomain();
        double import = double.MaxValue, bare = double.MaxValue;
        long rows = 0, elements = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await server.WipeAsync(keepsSchema: false, CancellationToken.None);
            await using (var store = server.Open(model))
            {
                await store.PrepareAsync(CancellationToken.None);
                (var seconds, rows, elements) = await ImportAsync(store, file);
                import = Math.Min(import, seconds);
            }

            await using var driver = server.Driver();
            var graph = await BareNeo4j.ReadAsync(driver, server.Database, model);
            await server.WipeAsync(keepsSchema: true, CancellationToken.None);
            bare = Math.Min(bare, await graph.WriteAsync(driver, server.Database));
        }

        return Add(table, $"Neo4j {server.Version}", rows, elements, import, bare, MinRatioOnNeo4j);
    }

    private static bool Add(Table table, string store, long rows, long elements, double import, double bare, double target)
    {
        var ratio = bare / import;
        table.AddRow(
            store, $"{rows:N0}", $"{elements:N0}", $"{import:0.00}", $"{rows / import:N0}", $"{bare:0.00}",
            string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}"), string.Create(CultureInfo.InvariantCulture, $"{target:0.00} {(ratio >= target ? "met" : "MISSED")}"));
        return ratio >= target;
    }

    private static async Task<(double Seconds, long Rows, long Elements)> ImportAsync(IGraphStore store, string path)
    {
        var mapping = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "mappings", "ucdp-ged.yaml"));
        using var table = await TableFile.OpenAsync(path, Stream.Null, CancellationToken.None);
        var request = new MappingRequest("ucdp-ged", mapping, [table]) { Set = new Dictionary<string, string> { ["made"] = "2019-11-30" } };
        var watch = Stopwatch.StartNew();
        var result = await MappingImport.RunAsync(store, request, NoProgress.Instance, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        if (result.IsRefused)
            throw new InvalidOperationException(string.Join('\n', MappingReport.Errors(result)));
        return (seconds, result.Rows, result.Written.Created);
    }
}
