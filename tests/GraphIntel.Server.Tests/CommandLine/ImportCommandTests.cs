using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output, string Error)> ImportAsync(string folder) =>
        GraphIntelProcess.RunWithoutProgressAsync(_folder.Path, ["import", "graph", folder, "--store", _folder.Store()]);

    [Fact]
    public async Task The_second_import_changes_nothing()
    {
        var seed = Repository.PathOf("seed");
        var first = await ImportAsync(seed);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("9,440 created, 0 updated, 0 unchanged", first.Output, StringComparison.Ordinal);
        var second = await ImportAsync(seed);
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Contains("0 created, 0 updated, 9,440 unchanged", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_reported_with_file_and_line_and_nothing_is_written()
    {
        _folder.Write("data/nodes/Actor.csv", "id:ID,name,kind\nactor:a,A,STATE\nactor:a,B,STATE\nactor:c,C,NO_SUCH_KIND\n");
        var (exitCode, output, error) = await ImportAsync(_folder.File("data"));
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Contains("nodes/Actor.csv:3: ", error, StringComparison.Ordinal);
        Assert.Contains("nodes/Actor.csv:4: ", error, StringComparison.Ordinal);
        Assert.EndsWith("nothing was written", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_errors_are_reported_and_the_rest_is_counted()
    {
        var rows = string.Concat(Enumerable.Range(1, 300).Select(number => $"actor:{number},A,NO_SUCH_KIND\n"));
        _folder.Write("data/nodes/Actor.csv", "id:ID,name,kind\n" + rows);
        var (exitCode, _, error) = await ImportAsync(_folder.File("data"));
        Assert.Equal(2, exitCode);
        var lines = error.Split('\n');
        Assert.Equal(202, lines.Length);
        Assert.Contains("100 more", lines[200], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_filled_by_an_import_gets_no_seed()
    {
        _folder.Write("data/nodes/Actor.csv", "id:ID,name,kind\nactor:a,A,STATE\n");
        Assert.Equal(0, (await ImportAsync(_folder.File("data"))).ExitCode);
        await using var server = GraphIntelProcess.Start(
            _folder.Path, ["serve", "--urls", "http://127.0.0.1:0", "--store", _folder.Store()]);
        using var client = new HttpClient();
        var answer = await client.GetStringAsync(
            new Uri(await server.EndpointAsync() + "?query={actors{nodes{id}}places{nodes{id}}}"), TestContext.Current.CancellationToken);
        Assert.Equal("{\"data\":{\"actors\":{\"nodes\":[{\"id\":\"actor:a\"}]},\"places\":{\"nodes\":[]}}}", answer);
    }

    [Fact]
    public async Task A_missing_folder_is_reported()
    {
        var (exitCode, _, error) = await ImportAsync(_folder.File("nowhere"));
        Assert.Equal(2, exitCode);
        Assert.Contains("the folder does not exist", error, StringComparison.Ordinal);
    }
}
