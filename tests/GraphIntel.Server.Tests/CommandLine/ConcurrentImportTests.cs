using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.Neo4j;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary>Two imports into one store at the same time, each in its process: neither damages what the other brings.</summary>
public abstract class ConcurrentImportTests : IDisposable
{
    private readonly string _store;
    private readonly int _rows;
    private readonly (string Name, string Value)[] _environment;

    private protected ConcurrentImportTests(string? store, int rows, params (string Name, string Value)[] environment) =>
        (_store, _rows, _environment) = (store ?? Folder.Store(), rows, environment);

    private protected TemporaryFolder Folder { get; } = new();

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        Folder.Dispose();
    }

    [Fact]
    public async Task Two_tables_at_once_are_both_imported_and_each_can_be_undone()
    {
        string[][] imports = [Table("one", 0), Table("two", _rows / 2)];
        foreach (var (exitCode, output, error) in await RunAsync(_store, imports))
            Assert.True(exitCode == 0, output + error);
        foreach (var arguments in imports)
            await SucceedAsync(Folder.Store("fresh.db"), arguments);
        await AssertSameAsync("imported");
        Assert.Equal(["1 done", "2 done"], await ImportsAsync());
        foreach (var number in (string[])["1", "2"])
            await SucceedAsync(_store, "imports", "undo", number);
        foreach (var number in (string[])["1", "2"])
            await SucceedAsync(Folder.Store("fresh.db"), "imports", "undo", number);
        await AssertSameAsync("undone");
        Assert.Single(await File.ReadAllLinesAsync(Folder.File("undone-graph/nodes/Place.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_table_in_two_processes_is_imported_once_and_who_stops_says_what_to_do()
    {
        var arguments = Table("one", 0);
        var results = await RunAsync(_store, arguments, arguments);
        Assert.Contains(results, result => result.ExitCode == 0);
        foreach (var (exitCode, output, error) in results.Where(result => result.ExitCode != 0))
        {
            Assert.True(exitCode == 3, output + error);
            Assert.Contains("When the other process has ended, run the import again.", error, StringComparison.Ordinal);
        }

        await SucceedAsync(_store, arguments);
        await SucceedAsync(Folder.Store("fresh.db"), arguments);
        await AssertSameAsync("imported");
        var states = await ImportsAsync();
        Assert.All(states, state => Assert.EndsWith(" done", state, StringComparison.Ordinal));
        for (var number = states.Length; number > 0; number--)
            await SucceedAsync(_store, "imports", "undo", number.ToString(CultureInfo.InvariantCulture));
        await SucceedAsync(Folder.Store("fresh.db"), "imports", "undo", "1");
        await AssertSameAsync("undone");
    }

    /// <summary>Writes a table of places, half of which another table has, too, with its mapping; the arguments of its import.</summary>
    private string[] Table(string name, int first)
    {
        var rows = new StringBuilder("id,name,group\n");
        for (var row = first; row < first + _rows; row++)
            rows.Append(CultureInfo.InvariantCulture, $"p{row:D6},Place {row},Group {row % 100}\n");
        var mapping = $"mapping: {name}\nrows: {{key: $id}}\nnodes:\n  area: {{type: Place, id: g/$group, set: {{name: $group, kind: REGION}}}}\n"
            + "  town: {type: Place, id: $id, set: {name: $name, kind: TOWN, parent: $area}}\n";
        return ["import", Folder.Write(name + ".csv", rows.ToString()), "--mapping", Folder.Write(name + ".yaml", mapping), "--quiet"];
    }

    private async Task<(int ExitCode, string Output, string Error)[]> RunAsync(string store, params string[][] commands) => await Task.WhenAll(
        commands.Select(command => GraphIntelProcess.RunAsync(Folder.Path, [.. command, "--store", store], _environment)));

    private async Task<string> SucceedAsync(string store, params string[] arguments)
    {
        var (exitCode, output, error) = (await RunAsync(store, arguments))[0];
        Assert.True(exitCode == 0, output + error);
        return output;
    }

    private async Task<string[]> ImportsAsync()
    {
        using var json = JsonDocument.Parse(await SucceedAsync(_store, "imports", "--json"));
        return [.. json.RootElement.EnumerateArray().Select(import => $"{import.GetProperty("id")} {import.GetProperty("state")}")];
    }

    private async Task AssertSameAsync(string name)
    {
        await SucceedAsync(_store, "export", "graph", Folder.File($"{name}-graph"));
        await SucceedAsync(Folder.Store("fresh.db"), "export", "graph", Folder.File($"{name}-fresh"));
        foreach (var file in Directory.EnumerateFiles(Folder.File($"{name}-fresh"), "*.csv", SearchOption.AllDirectories))
            Assert.Equal(await File.ReadAllLinesAsync(file), await File.ReadAllLinesAsync(file.Replace($"{name}-fresh", $"{name}-graph", StringComparison.Ordinal)));
        await SucceedAsync(_store, "check");
    }
}

public sealed class ConcurrentImportOnSqliteTests() : ConcurrentImportTests(store: null, rows: 12_000);

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class ConcurrentImportOnNeo4jTests : ConcurrentImportTests, IAsyncLifetime
{
    private readonly Neo4j526 _server;

    public ConcurrentImportOnNeo4jTests(Neo4j526 server)
        : base("neo4j", rows: 6_000, [.. ServedFromNeo4j.Environment(Required(server))]) => _server = server;

    public async ValueTask InitializeAsync() => await _server.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);
        Dispose();
    }

    private static Neo4j526 Required(Neo4j526 server)
    {
        server.Require();
        return server;
    }
}
