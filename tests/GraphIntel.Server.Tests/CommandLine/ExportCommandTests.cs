using System.Globalization;
using System.Text;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        GraphIntelProcess.RunAsync(_folder.Path, [.. arguments, "--store", _folder.Store()]);

    [Fact]
    public async Task A_store_is_exported_as_a_folder_that_an_import_reads()
    {
        Assert.Equal(0, (await RunAsync("import", "graph", Repository.PathOf("seed"))).ExitCode);
        var (exitCode, output, error) = await RunAsync("export", "graph", "out");
        Assert.Equal((0, ""), (exitCode, error));
        // Without a terminal a line for each file, and no bar.
        Assert.Contains("nodes/Event.csv: 1,115 rows\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("2,534 nodes and 6,906 relationships in quiet", (await RunAsync("export", "graph", "quiet", "--quiet")).Output.TrimEnd());
        Assert.EndsWith("2,534 nodes and 6,906 relationships in out", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("0 created, 0 updated, 9,440 unchanged", (await RunAsync("import", "graph", "out")).Output, StringComparison.Ordinal);

        var (again, _, refusal) = await RunAsync("export", "graph", "out");
        Assert.Equal(1, again);
        Assert.Contains("is not empty", refusal, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("export", "graph", "some", "--types", "Event,BACKS")).ExitCode);
        Assert.Equal(
            ["some/neo4j-admin.args", "some/nodes/Event.csv", "some/relationships/BACKS.csv"],
            Directory.EnumerateFiles(_folder.File("some"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--types", "BACKSS", "--types: the model has no type 'BACKSS'; did you mean BACKS?")]
    [InlineData("--array-delimiter", ",", "--array-delimiter: expected one character")]
    public async Task A_wrong_option_is_reported(string option, string value, string message)
    {
        var (exitCode, _, error) = await RunAsync("export", "graph", "out", option, value);
        Assert.Equal(1, exitCode);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task A_store_that_does_not_exist_is_not_created()
    {
        var (exitCode, _, error) = await RunAsync("export", "graph", "out");
        Assert.Equal(3, exitCode);
        Assert.Contains("There is no store", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    /// <summary>A limit on the size of files has the effect of a full disk: a write fails half way.</summary>
    [Fact]
    public async Task A_write_that_fails_is_reported_and_leaves_nothing_behind()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Limits on the size of files are set with a shell of Linux.");
        var rows = new StringBuilder("id:ID,name,kind\n");
        for (var number = 0; number < 20_000; number++)
            rows.Append(CultureInfo.InvariantCulture, $"place:p{number},A place with a long name to fill a file {number},TOWN\n");
        _folder.Write("data/nodes/Place.csv", rows.ToString());
        Assert.Equal(0, (await RunAsync("import", "graph", "data")).ExitCode);

        // 512 KiB; the signal for a file that is too large is ignored, so that the write returns an error. Without the last setting,
        // .NET maps its code from a file.
        await using var export = GraphIntelProcess.StartProgram(
            "/bin/bash", _folder.Path,
            ["-c", "trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\"", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                Path.Combine(AppContext.BaseDirectory, "graphintel.dll"), "export", "graph", "out", "--store", _folder.Store()],
            ("DOTNET_EnableWriteXorExecute", "0"));
        Assert.Equal(1, await export.EndAsync());
        Assert.StartsWith("The export could not be written: ", export.Error, StringComparison.Ordinal);
        Assert.EndsWith("out is unchanged.", export.Error, StringComparison.Ordinal);
        Assert.Equal([], Directory.EnumerateDirectories(_folder.Path).Select(Path.GetFileName).Where(name => name!.Contains("out", StringComparison.Ordinal)));
    }
}
