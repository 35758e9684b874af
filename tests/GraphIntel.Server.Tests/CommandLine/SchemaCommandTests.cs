using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class SchemaCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_committed_schema_is_what_the_command_writes()
    {
        var path = _folder.File("schema.graphql");
        var (exitCode, output, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["schema", "--output", path]);
        Assert.Equal((0, "", ""), (exitCode, output, error));
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(Repository.PathOf("docs/schema.graphql"), TestContext.Current.CancellationToken), written);
        Assert.EndsWith("}\n", written, StringComparison.Ordinal);
        Assert.False(written.EndsWith("\n\n", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', written);
    }

    [Fact]
    public async Task Another_model_gives_another_schema_on_stdout_and_nothing_else()
    {
        var model = _folder.Write("films.graphql", "type Film @node(label: \"title\") { id: ID! title: String! }\n");
        var (exitCode, output, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["schema", "--model", model]);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("type Film implements Node {", output, StringComparison.Ordinal);
        Assert.Contains("films(", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Actor", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_of_a_model_is_reported_with_its_location()
    {
        var model = _folder.Write("bad.graphql", "type Film @node(label: \"title\") {\n  id: ID!\n  title: Strin!\n  year: Foo\n}\n");
        foreach (var command in (string[])["schema", "serve"])
        {
            var (exitCode, output, error) = await GraphIntelProcess.RunAsync(_folder.Path, [command, "--model", model]);
            Assert.Equal(2, exitCode);
            Assert.Equal("", output);
            Assert.Contains($"{model}:3:", error, StringComparison.Ordinal);
            Assert.Contains($"{model}:4:", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unreadable_model_file_is_reported()
    {
        var missing = await GraphIntelProcess.RunAsync(_folder.Path, ["schema", "--model", _folder.File("none.graphql")]);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("none.graphql: the model file cannot be read", missing.Error, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(_folder.File("latin.graphql"), [0x22, 0xe9, 0x22], TestContext.Current.CancellationToken);
        var latin = await GraphIntelProcess.RunAsync(_folder.Path, ["schema", "--model", _folder.File("latin.graphql")]);
        Assert.Equal(2, latin.ExitCode);
        Assert.Contains("latin.graphql: the model file is not UTF-8", latin.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_path_that_cannot_be_written_is_reported()
    {
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["schema", "--output", _folder.File("none/schema.graphql")]);
        Assert.Equal(1, exitCode);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }
}
