using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

/// <summary><c>graphintel explain</c> over a SQLite file with the seed.</summary>
public sealed class ExplainCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync() =>
        Assert.Equal(0, (await GraphIntelProcess.RunAsync(_folder.Path, ["import", "graph", Repository.PathOf("seed"), "--store", _folder.Store()])).ExitCode);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<(int ExitCode, string Output, string Error)> ExplainAsync(string document, params IEnumerable<string> arguments)
    {
        File.WriteAllText(_folder.File("operation.graphql"), document);
        return GraphIntelProcess.RunAsync(_folder.Path, ["explain", "operation.graphql", "--store", _folder.Store(), .. arguments]);
    }

    [Fact]
    public async Task The_documented_example_has_the_documented_output_and_nothing_is_written()
    {
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs/explain.md"), TestContext.Current.CancellationToken);
        string Block(string language) => Regex.Match(page, $"^```{language}\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        var variables = Regex.Match(Block("sh"), "--variables '(.*)'").Groups[1].Value;
        var before = await HashAsync();
        var (exitCode, output, error) = await ExplainAsync(Block("graphql"), "--variables", variables);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(Block("text"), output);
        Assert.Equal(before, await HashAsync());
    }

    [Fact]
    public async Task An_analysis_adds_times_and_counts()
    {
        var (exitCode, output, error) = await ExplainAsync(
            "query One { places { totalCount } } query Two { events(first: 2, order: [{title: ASC}]) { nodes { title } } }", "--operation", "Two", "--analyze");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("rows of all Event n1\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\nExecution\n  [0-9.]+ ms, a result of [0-9]+ bytes\n  [0-9,]+ instructions of the virtual machine\n", output);
        Assert.Matches(@"\nResponse\n  [0-9]+ bytes in [0-9.,]+ ms, all stages together\z", output);
    }

    [Fact]
    public async Task A_traversal_shows_what_it_reads_before_its_statement()
    {
        var (exitCode, output, error) = await ExplainAsync(
            """
            {
              paths(from: "actor:iran", to: "actor:syrian-arab-army", maxLength: 2) { items { length nodes { id } } }
              neighborhood(of: ["place:maskanah"], maxNodes: 3) { nodes { label } }
            }
            """);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches(
            """
            \nPaths from actor:iran to actor:syrian-arab-army, of length 2 at most
              find 2 nodes: 2 nodes
            (  .*
            )*  read the relationships of 1 node: [0-9]+ relationships of [0-9]+ relationships
            (  .*
            )*  [0-9]+ nodes and [0-9]+ relationships found

            Neighborhood of place:maskanah to depth 1
            (  .*
            )*  3 nodes and [0-9]+ relationships found, others left out

            Statement
            """.ReplaceLineEndings("\n"),
            output);
    }

    [Theory]
    [InlineData("{ events { nope } }", """{"errors":[{"message":"Cannot query field 'nope' on type 'EventsConnection'.""")]
    [InlineData("{ events(first: 501) { totalCount } }", """{"errors":[{"message":"`first` is 501; it must be between 0 and 500.""")]
    [InlineData("query($id: ID!) { event(id: $id) { id } }", """{"errors":[{"message":"Variable '$id' is invalid.""")]
    [InlineData("{", """{"errors":[{"message":"Expected Name, found EOF""")]
    public async Task Errors_are_those_of_the_api(string document, string start)
    {
        var (exitCode, output, error) = await ExplainAsync(document);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith(start, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "--variables is not valid JSON")]
    [InlineData("[]", "--variables is not a JSON object")]
    public async Task Variables_that_are_no_object_are_rejected(string variables, string message)
    {
        var (exitCode, _, error) = await ExplainAsync("{ __typename }", "--variables", variables);
        Assert.Equal(1, exitCode);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_reads_nothing_has_no_statement() =>
        Assert.Equal((0, "Plan\n  __typename = \"Query\"\n\nEstimated cost\n  none: nothing is read from the store", ""), await ExplainAsync("{ __typename }"));

    [Fact]
    public async Task A_store_that_does_not_exist_or_has_another_model_is_not_created_or_upgraded()
    {
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, ["explain", "-", "--store", "sqlite:none.db"]);
        Assert.Equal(3, exitCode);
        Assert.Contains("There is no store at", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("none.db")));

        await File.WriteAllTextAsync(_folder.File("model.graphql"), "type Thing @node { id: ID! name: String! }", TestContext.Current.CancellationToken);
        var before = await HashAsync();
        (exitCode, _, error) = await ExplainAsync("{ things { totalCount } }", "--model", "model.graphql");
        Assert.Equal(3, exitCode);
        Assert.Contains("is not prepared for this model and version", error, StringComparison.Ordinal);
        Assert.Equal(before, await HashAsync());
    }

    private async Task<string> HashAsync() =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(_folder.File("graph.db"), TestContext.Current.CancellationToken)));
}
