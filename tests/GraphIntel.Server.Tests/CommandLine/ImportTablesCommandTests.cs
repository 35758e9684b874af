using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class ImportTablesCommandTests : IDisposable
{
    private const string Mapping = "mapping: m\nrows: {key: $id}\nnodes:\n  a: {type: Actor, id: $id, set: {name: $name, kind: STATE}}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Error)> ImportAsync(string table, string mapping, params string[] options)
    {
        _folder.Write("table.csv", table);
        _folder.Write("m.yaml", mapping);
        var (exitCode, output, error) = await GraphIntelProcess.RunWithoutProgressAsync(
            _folder.Path, ["import", _folder.File("table.csv"), "--mapping", _folder.File("m.yaml"), "--store", _folder.Store(), .. options]);
        return (exitCode, output.Trim(), error);
    }

    [Fact]
    public async Task A_table_is_imported_and_a_second_import_changes_nothing()
    {
        Assert.Equal((0, "2 rows: 2 would be created, 0 updated, 0 unchanged; nothing was written", ""), await ImportAsync("id,name\na,A\nb,B\n", Mapping, "--dry-run", "--quiet"));
        Assert.Equal((0, "2 rows: 2 created, 0 updated, 0 unchanged", ""), await ImportAsync("id,name\na,A\nb,B\n", Mapping, "--quiet"));
        Assert.Equal((0, "2 rows: 0 created, 0 updated, 2 unchanged", ""), await ImportAsync("id,name\na,A\nb,B\n", Mapping, "--quiet"));
    }

    [Fact]
    public async Task A_folder_that_is_imported_after_a_table_is_warned_about_because_it_recognizes_ids_only()
    {
        _folder.Write("graph/nodes/Actor.csv", "id:ID,name,kind\nactor:x,X,STATE\n");
        var (_, output, _) = await GraphIntelProcess.RunWithoutProgressAsync(_folder.Path, ["import", "graph", "graph", "--store", _folder.Store()]);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        await ImportAsync("id,name\na,A\n", Mapping, "--quiet");
        (_, output, _) = await GraphIntelProcess.RunWithoutProgressAsync(_folder.Path, ["import", "graph", "graph", "--store", _folder.Store()]);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        _folder.Write("graph/nodes/Actor.csv", "id:ID,name,kind\nactor:x,X,STATE\nactor:y,A,STATE\n");
        (var exitCode, output, _) = await GraphIntelProcess.RunWithoutProgressAsync(_folder.Path, ["import", "graph", "graph", "--store", _folder.Store()]);
        Assert.Equal(0, exitCode);
        Assert.Contains("1 created", output, StringComparison.Ordinal);
        Assert.Contains("warning: the store has imports of tables (`graphintel imports`). Nodes of a folder are recognized by their ids only", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_the_mapping_and_of_rows_have_their_places_and_exit_codes()
    {
        var (exitCode, _, error) = await ImportAsync("id,name\na,A\n", Mapping.Replace("STATE", "STATES", StringComparison.Ordinal));
        Assert.Equal(2, exitCode);
        Assert.EndsWith("m.yaml:4:54: 'STATES' is not a value of ActorKind; did you mean STATE?", error, StringComparison.Ordinal);
        (exitCode, _, error) = await ImportAsync("id,name\na,A\nb,\n", Mapping);
        Assert.Equal(2, exitCode);
        Assert.EndsWith("table.csv:3: a.name is empty, which Actor requires\n1 error in 2 rows; nothing was written", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        (exitCode, var output, _) = await ImportAsync("id,name\na,A\nb,\n", Mapping, "--skip-bad", "1", "--quiet");
        Assert.Equal((0, "2 rows: 1 created, 0 updated, 0 unchanged"), (exitCode, output));
    }

    [Theory]
    [InlineData("--mapping", "no-such-mapping", "there is no such file, and the included mappings are acled, cod, control-list, geonames, ucdp-acd, ucdp-esd, ucdp-ged")]
    [InlineData("--set", "made", "--set made: expected NAME=VALUE")]
    [InlineData("--encoding", "utf-99", "utf-99 is not the name of an encoding")]
    public async Task A_wrong_command_line_is_refused(string option, string value, string expected)
    {
        _folder.Write("table.csv", "id,name\na,A\n");
        string[] mapping = option == "--mapping" ? [] : ["--mapping", "cod"];
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(
            _folder.Path, ["import", _folder.File("table.csv"), .. mapping, option, value, "--store", _folder.Store()]);
        Assert.Equal(1, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
