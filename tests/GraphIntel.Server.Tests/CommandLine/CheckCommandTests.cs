using GraphIntel.Sqlite.Connection;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GraphIntel.Server.Tests.CommandLine;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // The library is configured before its first connection, and this process opens stores too.
    static CheckCommandTests() => SqliteLibrary.Initialize();

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params IEnumerable<string> arguments) =>
        GraphIntelProcess.RunAsync(_folder.Path, [.. arguments, "--store", _folder.Store()]);

    [Fact]
    public async Task What_another_tool_wrote_is_found_and_made_good_when_asked()
    {
        Assert.Equal(0, (await RunAsync("import", "graph", Repository.PathOf("seed"))).ExitCode);
        Assert.Equal((0, "All is as it should be.", ""), await RunAsync("check"));
        await using (var file = new SqliteConnection($"Data Source={_folder.File("graph.db")};Pooling=False"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            await using var update = file.CreateCommand();
            update.CommandText = """
                UPDATE "r_BACKS" SET "standing" = 'DENIED' WHERE "id" = (SELECT min("id") FROM "r_BACKS" WHERE "standing" = 'ASSERTED')
                """;
            Assert.Equal(1, await update.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var found = await RunAsync("check");
        Assert.Equal((4, ""), (found.ExitCode, found.Error));
        Assert.StartsWith("repairable: ", found.Output, StringComparison.Ordinal);

        // What is offered is for the same store, wherever it is pasted.
        const string Offer = "1 of 1 findings can be repaired: graphintel ";
        var offer = found.Output.Split('\n')[^1];
        Assert.Equal($"{Offer}check --store {_folder.Store()} --repair", offer);
        var repaired = await GraphIntelProcess.RunAsync(_folder.Path, offer[Offer.Length..].Split(' '));
        Assert.Equal((0, ""), (repaired.ExitCode, repaired.Error));
        Assert.StartsWith("repaired: ", repaired.Output, StringComparison.Ordinal);
        Assert.Equal((0, "All is as it should be.", ""), await RunAsync("check"));
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_said_so()
    {
        var (exitCode, output, error) = await RunAsync("check");
        Assert.Equal((3, ""), (exitCode, output));
        Assert.Contains("nothing to check", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_has_its_tables_from_the_server_in_any_case()
    {
        var (exitCode, _, error) = await RunAsync("serve", "--no-schema");
        Assert.Equal(1, exitCode);
        Assert.Contains("--no-schema is for --store neo4j", error, StringComparison.Ordinal);
    }
}
