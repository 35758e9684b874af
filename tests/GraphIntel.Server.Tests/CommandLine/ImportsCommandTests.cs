using System.Text.Json;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class ImportsCommandTests : IDisposable
{
    private const string Mapping = "mapping: m\nrows: {key: $id, covers: all}\nnodes:\n  a: {type: Actor, id: $id, set: {name: $name, kind: STATE}}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await GraphIntelProcess.RunWithoutProgressAsync(_folder.Path, [.. arguments, "--store", _folder.Store()]);
        return (exitCode, output.Trim().ReplaceLineEndings("\n"), error);
    }

    private Task<(int ExitCode, string Output, string Error)> ImportAsync(string table, params string[] options)
    {
        _folder.Write("table.csv", table);
        _folder.Write("m.yaml", Mapping);
        return RunAsync(["import", _folder.File("table.csv"), "--mapping", _folder.File("m.yaml"), .. options]);
    }

    [Fact]
    public async Task Imports_are_listed_and_undone()
    {
        Assert.Contains("There is no store at", (await RunAsync("imports")).Error, StringComparison.Ordinal);
        var (_, output, _) = await ImportAsync("id,name\na,A\nb,B\n");
        Assert.EndsWith("2 rows: 2 created, 0 updated, 0 unchanged\nThis is import 1; `graphintel imports undo 1` takes it back", output, StringComparison.Ordinal);
        (_, output, _) = await ImportAsync("id,name\na,A2\nc,C\n", "--report", _folder.File("report.csv"), "--prune");
        Assert.EndsWith("2 rows: 1 created, 1 updated, 0 unchanged, 1 deleted\nThis is import 2; `graphintel imports undo 2` takes it back", output, StringComparison.Ordinal);
        Assert.Equal(
            [
                "what,type,id,decision,row,finding", "node,Actor,actor:a,changed,table.csv:2,", "node,Actor,actor:b,deleted,,", "node,Actor,actor:c,created,table.csv:3,",
                "row,m,a,changed,table.csv:2,", "row,m,b,gone,,", "row,m,b,withdrawn,,", "row,m,c,created,table.csv:3,",
            ],
            (await File.ReadAllLinesAsync(_folder.File("report.csv"), TestContext.Current.CancellationToken))
                .Select(line => line.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)).OrderBy(line => line.StartsWith("what", StringComparison.Ordinal) ? "" : line, StringComparer.Ordinal));

        (var exitCode, output, _) = await RunAsync("imports");
        Assert.Equal(0, exitCode);
        Assert.Contains("table.csv", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await RunAsync("imports", "--json")).Output);
        Assert.Equal(["1 done", "2 done"], json.RootElement.EnumerateArray().Select(import => $"{import.GetProperty("id")} {import.GetProperty("state")}"));
        Assert.Equal(64, json.RootElement[0].GetProperty("files")[0].GetProperty("sha256").GetString()!.Length);

        (exitCode, _, var error) = await RunAsync("imports", "undo", "1");
        Assert.Equal((2, "Import 1 cannot be undone, because import 2 changed or withdrew some of its rows. Undo that first: graphintel imports undo 2"), (exitCode, error.Trim()));
        (exitCode, output, _) = await RunAsync("imports", "undo", "2", "--dry-run");
        Assert.Equal((0, "1 deleted, 1 given back their values, 1 made again; nothing was written"), (exitCode, output));
        (exitCode, output, _) = await RunAsync("imports", "undo", "2");
        Assert.Equal((0, "1 deleted, 1 given back their values, 1 made again"), (exitCode, output));
        (exitCode, output, _) = await ImportAsync("id,name\na,A\nb,B\n", "--quiet");
        Assert.Equal((0, "2 rows: 0 created, 0 updated, 2 unchanged"), (exitCode, output));
        Assert.Equal((0, "2 deleted, 0 given back their values, 0 made again"), await UndoAsync("1"));
        Assert.Equal(2, (await UndoAsync("1")).ExitCode);
        Assert.Equal(1, (await UndoAsync("one")).ExitCode);

        async Task<(int ExitCode, string Output)> UndoAsync(string id) => await RunAsync("imports", "undo", id) is var (code, text, _) ? (code, text) : default;
    }

    [Fact]
    public async Task An_import_that_changes_nothing_is_listed_with_zeros_and_an_undo_of_it_takes_nothing_back()
    {
        await ImportAsync("id,name\na,A\nb,B\n");
        var (_, output, _) = await ImportAsync("id,name\na,A\nb,B\n");
        Assert.EndsWith("2 rows: 0 created, 0 updated, 2 unchanged\nNothing changed; import 2 records that the files were checked", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await RunAsync("imports", "--json")).Output);
        var second = json.RootElement[1];
        Assert.Equal("2 done 2 2", $"{second.GetProperty("id")} {second.GetProperty("state")} {second.GetProperty("counts").GetProperty("unchanged")} {second.GetProperty("counts").GetProperty("rows unchanged")}");
        Assert.Equal((0, "0 deleted, 0 given back their values, 0 made again"), await RunAsync("imports", "undo", "2") is var (code, text, _) ? (code, text) : default);
        Assert.Equal(0, (await RunAsync("imports", "undo", "1")).ExitCode);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_a_wrong_command_line()
    {
        var (exitCode, _, error) = await ImportAsync("id,name\na,A\n", "--report", _folder.File("no-such-folder/report.csv"));
        Assert.Equal(1, exitCode);
        Assert.Contains("report.csv cannot be written", error, StringComparison.Ordinal);
        (exitCode, _, error) = await ImportAsync("id,name\na,A\n", "--covers", "some");
        Assert.Equal(1, exitCode);
        Assert.Contains("--covers: some is neither all nor none.", error, StringComparison.Ordinal);
    }
}
