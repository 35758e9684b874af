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
    public async Task A_problem_caused_by_another_tool_is_found_and_repaired_on_request()
    {
        Assert.Equal(0, (await RunAsync("import", "graph", Repository.PathOf("seed"))).ExitCode);
        Assert.Equal((0, "No problems found.", ""), await RunAsync("check"));
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

        // The suggested command is for the same store, in any working folder.
        const string Offer = "1 of 1 problems can be repaired: graphintel ";
        var offer = found.Output.Split('\n')[^1];
        Assert.Equal($"{Offer}check --store {_folder.Store()} --repair", offer);
        var repaired = await GraphIntelProcess.RunAsync(_folder.Path, offer[Offer.Length..].Split(' '));
        Assert.Equal((0, ""), (repaired.ExitCode, repaired.Error));
        Assert.StartsWith("repaired: ", repaired.Output, StringComparison.Ordinal);
        Assert.Equal((0, "No problems found.", ""), await RunAsync("check"));
    }

    [Fact]
    public async Task A_missing_store_is_reported()
    {
        var (exitCode, output, error) = await RunAsync("check");
        Assert.Equal((3, ""), (exitCode, output));
        Assert.Contains("nothing to check", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_no_schema_is_rejected_for_a_file()
    {
        var (exitCode, _, error) = await RunAsync("serve", "--no-schema");
        Assert.Equal(1, exitCode);
        Assert.Contains("--no-schema requires --store neo4j", error, StringComparison.Ordinal);
    }
}
