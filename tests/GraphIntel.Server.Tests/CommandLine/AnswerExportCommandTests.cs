using System.Xml.Linq;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary><c>graphintel export csv</c> and others over a SQLite file with the seed.</summary>
public sealed class AnswerExportCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        Assert.Equal(0, (await GraphIntelProcess.RunAsync(_folder.Path, ["import", "graph", Repository.PathOf("seed"), "--store", _folder.Store()])).ExitCode);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<(int ExitCode, string Output, string Error)> ExportAsync(string format, string document, params IEnumerable<string> arguments)
    {
        File.WriteAllText(_folder.File("query.graphql"), document);
        return GraphIntelProcess.RunAsync(_folder.Path, ["export", format, "query.graphql", "--store", _folder.Store(), .. arguments]);
    }

    [Fact]
    public async Task A_table_goes_to_stdout_or_to_a_file_that_is_complete()
    {
        const string Document = "query($kind: PlaceKind) { places(where: {kind: {eq: $kind}}, first: 1) { nodes { id name aliases } } }";
        var (exitCode, output, error) = await ExportAsync("csv", Document, "--variables", """{"kind":"TOWN"}""");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith("id,name,aliases", output, StringComparison.Ordinal);
        Assert.Contains("مسكنة", output, StringComparison.Ordinal);

        var file = _folder.File("towns.csv");
        (exitCode, output, error) = await ExportAsync("csv", Document, "--variables", """{"kind":"TOWN"}""", "--output", file, "--excel");
        Assert.Equal((0, "", ""), (exitCode, output, error));
        var rows = ExportFiles.Rows(await File.ReadAllBytesAsync(file, Cancellation));
        Assert.Equal(["id", "name", "aliases"], rows[0]);
        Assert.Contains(rows, row => row[0] == "place:maskanah");
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.partial"));
    }

    [Fact]
    public async Task A_graph_goes_to_a_file()
    {
        var file = _folder.File("graph.graphml");
        var (exitCode, _, error) = await ExportAsync(
            "graphml", "{ neighborhood(of: [\"place:maskanah\"]) { nodes { id label } relationships { id source { id } target { id } } } }", "-o", file);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.NotEmpty(XElement.Load(file).Descendants("{http://graphml.graphdrawing.org/xmlns}edge"));
    }

    [Theory]
    [InlineData("csv", "{ actor(id: \"x\") { id } }", "`actor` is not a connection")]
    [InlineData("csv", "{ nothing }", "nothing")]
    [InlineData("geojson", "{ actors { nodes { id } } }", "GeoJSON needs a point")]
    public async Task An_operation_that_cannot_be_exported_is_an_error_and_no_file(string format, string document, string message)
    {
        var (exitCode, output, error) = await ExportAsync(format, document, "--output", _folder.File("out"));
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "out*"));
    }

    [Fact]
    public async Task More_rows_than_allowed_leave_a_file_that_was_there()
    {
        var file = _folder.Write("places.csv", "kept");
        var (exitCode, _, error) = await ExportAsync("csv", "{ places { nodes { id } } }", "--max-export-rows", "2", "--output", file);
        Assert.Equal(1, exitCode);
        Assert.Contains("more than 2 rows", error, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(file, Cancellation));
    }
}
