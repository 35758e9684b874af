using System.Text.RegularExpressions;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Bolt.Tests.Server;

/// <summary>The examples of the library's README.</summary>
[Collection(Neo4j526Collection.Name)]
public sealed partial class ReadmeTests
{
    private readonly Neo4jServer _server;

    public ReadmeTests(Neo4j526 server)
    {
        server.Require();
        _server = server;
    }

    [Fact]
    public void All_examples_of_the_readme_are_tested_here()
    {
        var here = Plain(File.ReadAllText(OutputFile("ReadmeTests.cs.txt")));
        var examples = Fence().Matches(File.ReadAllText(OutputFile("README.md")));
        Assert.Equal(3, examples.Count);
        Assert.All(examples, example => Assert.Contains(Plain(example.Groups[1].Value), here, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_examples_of_the_readme_work()
    {
        await _server.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);
        Assert.Equal(1, await QueryAsync(_server.Password));
        await using var driver = _server.Driver();
        Assert.Equal(1, await TransactionAsync(driver));
        Assert.Equal((10_000L * 10_001 / 2) + (4 * 10_000), await ReadAsync(driver));
        await _server.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);
    }

    private async Task<long> QueryAsync(string password)
    {
        GraphDatabase GraphDatabase = new(_server.Uri);
        await using var driver = GraphDatabase.Driver("neo4j://localhost:7687", AuthTokens.Basic("neo4j", password));
        await driver.VerifyConnectivityAsync();

        var (records, _, summary) = await driver.ExecuteQueryAsync(
            "MERGE (a:Actor {name: $name}) RETURN a.name AS name", new { name = "Iran" });
        Console.WriteLine($"{records[0].Get<string>("name")}: {summary.Counters.NodesCreated} created");
        Assert.Equal("Iran", records[0].Get<string>("name"));
        return summary.Counters.NodesCreated;
    }

    private static async Task<long> TransactionAsync(Driver driver)
    {
        await using var session = driver.Session(new SessionConfig { Database = "neo4j" });
        var count = await session.ExecuteWriteAsync(async transaction =>
        {
            var cursor = await transaction.RunAsync("MATCH (a:Actor {name: $name}) SET a.seen = true RETURN count(a)", new { name = "Iran" });
            return (await cursor.SingleAsync())[0].As<long>();
        });
        return count;
    }

    private static async Task<long> ReadAsync(Driver driver)
    {
        await using var session = driver.Session();
        var cursor = await session.RunAsync(
            "UNWIND range(1, $count) AS n RETURN n, 'text'",
            static (writer, count) =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("count"u8);
                writer.WriteInteger(count);
            },
            10_000);
        long sum = 0;
        while (await cursor.FetchAsync())
        {
            var values = cursor.CurrentValues;
            values.ReadListHeader();
            sum += values.ReadInteger();
            ReadOnlySpan<byte> text = values.ReadUtf8String();
            sum += text.Length;
        }
        return sum;
    }

    /// <summary>Code without insignificant white space.</summary>
    private static string Plain(string code) => Blank().Replace(code, " ").Trim();

    private static string OutputFile(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, name);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    /// <summary>Creates drivers for the test server, whatever the example's address is.</summary>
    private sealed class GraphDatabase(Uri address)
    {
        public Driver Driver(string uri, AuthToken token)
        {
            Assert.Equal("neo4j", new Uri(uri).Scheme);
            return Bolt.GraphDatabase.Driver(new UriBuilder(address) { Scheme = "neo4j" }.Uri, token);
        }
    }
}
