using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>
/// The root fields of an @edge type without a stored id: derived ids are found, compared and sorted as stored ones are, by code
/// point. The separator <c>&gt;</c> makes their order another than that of the sources' ids.
/// </summary>
public abstract class DerivedIdTests : IAsyncDisposable
{
    private const string Model =
        """
        type Person @node { id: ID! name: String! towns: [Town!]! @relationship(type: "VISITED", direction: OUT, properties: "Visit") }
        type Town @node { id: ID! name: String! }
        type Visit @edge(type: "VISITED", plural: "trips") { days: Int! @index }
        """;

    private readonly StoreFamily _stores;

    private protected DerivedIdTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    [Theory]
    [InlineData("", "x-1 x ｦ 𐐷")]
    [InlineData("order: [{days: DESC}]", "ｦ 𐐷 x x-1")]
    [InlineData("order: [{source: {id: ASC}}]", "x x-1 ｦ 𐐷")]
    [InlineData("order: [{target: {name: ASC}}, {id: DESC}]", "𐐷 ｦ x x-1")]
    [InlineData("where: {days: {eq: 1}}", "x-1 x 𐐷")]
    [InlineData("where: {target: {id: {eq: \"town:1\"}}}", "x-1 x ｦ 𐐷")]
    [InlineData("where: {id: {in: [\"visit:person:x>town:1\", \"visit:person:ｦ>town:1\"]}}", "x ｦ")]
    public async Task Pages_of_one_follow_each_other(string arguments, string expected)
    {
        await using var store = await _stores.OpenAsync(Model);
        string[] keys = ["x", "x-1", "ｦ", "𐐷"];
        await store.WriteAsync(
            store.Nodes("Person", ["name"], [.. keys.Select(key => ($"person:{key}", new object?[] { key }))]),
            store.Nodes("Town", ["name"], ("town:1", ["T"])),
            store.Links("VISITED", ["days"], [.. keys.Select(key => ((string?)null, $"person:{key}", "town:1", new object?[] { key == "ｦ" ? 2 : 1 }))]));
        var engine = new GraphEngine(SchemaBuilder.Build(store.Model), store.Store, new EngineOptions());
        var found = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var data = await QueryAsync(engine, $"{{ trips(first: 1{(after.Length == 0 ? "" : $", after: \"{after}\"")}, {arguments}) {{ nodes {{ id source {{ id name }} }} pageInfo {{ hasNextPage endCursor }} }} }}");
            var page = data.GetProperty("trips");
            var visit = page.GetProperty("nodes")[0];
            Assert.Equal($"visit:{visit.GetProperty("source").GetProperty("id")}>town:1", visit.GetProperty("id").GetString());
            found.Add(visit.GetProperty("source").GetProperty("name").GetString()!);
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
            Assert.True(found.Count < 10, "the pages do not end");
        }
        Assert.Equal(expected, string.Join(' ', found));
        var one = await QueryAsync(engine, "{ visit(id: \"visit:person:x>town:1\") { days target { name } } missing: visit(id: \"visit:town:1>person:x\") { days } }");
        Assert.Equal("""{"visit":{"days":1,"target":{"name":"T"}},"missing":null}""", one.GetRawText());
    }

    private static async Task<JsonElement> QueryAsync(GraphEngine engine, string query)
    {
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken);
        var answer = JsonElement.Parse(response.Body.Span);
        Assert.False(answer.TryGetProperty("errors", out _), answer.ToString());
        return answer.GetProperty("data");
    }
}

public sealed class DerivedIdOnSqliteTests() : DerivedIdTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class DerivedIdOnNeo4j526Tests(Neo4j526 server) : DerivedIdTests(new Neo4jFamily(server));

[Long]
[Collection(Neo4j2026Collection.Name)]
public sealed class DerivedIdOnNeo4j2026Tests(Neo4j2026 server) : DerivedIdTests(new Neo4jFamily(server));
