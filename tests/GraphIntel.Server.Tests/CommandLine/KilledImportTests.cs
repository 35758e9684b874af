using System.Globalization;
using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary>An import of a table, and its undo, that are killed and run again.</summary>
[Long]
public sealed class KilledImportTests : IDisposable
{
    private const int Rows = 60_000;
    private const string Mapping =
        "mapping: m\nrows: {key: $id, covers: all}\nnodes:\n  area: {type: Place, id: g/$group, set: {name: $group, kind: REGION}}\n"
        + "  town: {type: Place, id: $id, set: {name: $name, kind: TOWN, parent: $area}}\n";

    private readonly TemporaryFolder _folder = new();

    public KilledImportTests()
    {
        var rows = new StringBuilder("id,name,group\n");
        for (var row = 0; row < Rows; row++)
            rows.Append(CultureInfo.InvariantCulture, $"p{row:D6},Place {row},Group {row % 100}\n");
        _folder.Write("table.csv", rows.ToString());
        _folder.Write("m.yaml", Mapping);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_import_and_an_undo_that_were_killed_end_as_if_nothing_had_happened()
    {
        await KillAsync("import", _folder.File("table.csv"), "--mapping", _folder.File("m.yaml"), "--quiet");
        await RunAsync(_folder.Store(), "import", _folder.File("table.csv"), "--mapping", _folder.File("m.yaml"), "--quiet");
        await RunAsync($"sqlite:{_folder.File("fresh.db")}", "import", _folder.File("table.csv"), "--mapping", _folder.File("m.yaml"), "--quiet");
        await AssertSameAsync("imported");
        await KillAsync("imports", "undo", "1", "--quiet");
        await RunAsync(_folder.Store(), "imports", "undo", "1");
        await RunAsync($"sqlite:{_folder.File("fresh.db")}", "imports", "undo", "1");
        await AssertSameAsync("undone");
        Assert.Equal("id:ID", File.ReadAllText(_folder.File("undone-graph/nodes/Place.csv")).Split(',')[0]);
        Assert.Single(await File.ReadAllLinesAsync(_folder.File("undone-graph/nodes/Place.csv"), TestContext.Current.CancellationToken));
    }

    private async Task AssertSameAsync(string name)
    {
        foreach (var store in (string[])["graph", "fresh"])
            await RunAsync($"sqlite:{_folder.File(store + ".db")}", "export", "graph", _folder.File($"{name}-{store}"));
        foreach (var file in Directory.EnumerateFiles(_folder.File($"{name}-fresh"), "*", SearchOption.AllDirectories))
            Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(file.Replace($"{name}-fresh", $"{name}-graph", StringComparison.Ordinal)));
        var (exitCode, output, _) = await GraphIntelProcess.RunAsync(_folder.Path, ["check", "--store", _folder.Store()]);
        Assert.True(exitCode == 0, output);
    }

    private async Task RunAsync(string store, params string[] arguments)
    {
        var (exitCode, output, error) = await GraphIntelProcess.RunAsync(_folder.Path, [.. arguments, "--store", store]);
        Assert.True(exitCode == 0, output + error);
    }

    /// <summary>Starts a command and kills it when the number of nodes has changed.</summary>
    private async Task KillAsync(params string[] arguments)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var process = GraphIntelProcess.Start(_folder.Path, [.. arguments, "--store", _folder.Store()]);
        while (!File.Exists(_folder.File("graph.db")))
        {
            Assert.False(process.HasExited, process.Error);
            await Task.Delay(5, cancellation);
        }

        await using var store = SqliteStore.Open(ModelReader.ReadDomain(), SqliteLocation.File(_folder.File("graph.db")));
        await store.PrepareAsync(cancellation);
        var isUndo = arguments[0] == "imports";
        var watched = isUndo ? $"place:p{Rows - 1:D6}" : "place:p000000";
        while ((await store.FindAsync([watched], cancellation)).Count > 0 == isUndo)
        {
            Assert.False(process.HasExited, process.Error);
            await Task.Delay(5, cancellation);
        }

        await process.KillAsync();
        var other = isUndo ? "place:p000000" : $"place:p{Rows - 1:D6}";
        Assert.True((await store.FindAsync([other], cancellation)).Count > 0 == isUndo, "The process was done before it was killed: the test needs more rows.");
    }
}
