using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Nodes without a required property, which another tool can create on Neo4j: they sort as null, in each kind of page.</summary>
public abstract class MissingValueTests : IAsyncDisposable
{
    private const string Model =
        """
        type Event @node {
          id: ID! name: String! start: Date! @index
          actors: [Actor!]! @relationship(type: "TOOK_PART", direction: IN)
          parts: [Event!]! @relationship(type: "PART_OF", direction: IN)
          whole: Event @relationship(type: "PART_OF", direction: OUT)
        }
        type Actor @node { id: ID! name: String! events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start") }
        """;

    private readonly Neo4jFamily _stores;

    private protected MissingValueTests(Neo4jFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private async Task<(Neo4jGraph Graph, GraphEngine Engine)> NewAsync()
    {
        var graph = (Neo4jGraph)await _stores.OpenAsync(Model);
        await graph.WriteAsync(
            graph.Nodes("Event", ["name", "start"], [.. Enumerable.Range(1, 5).Select(number => (
                $"event:{number}", new object?[] { $"E{number}", new DateOnly(2017, 6, number) }))]),
            graph.Nodes("Actor", ["name"], ("actor:a", ["A"])),
            graph.Links("TOOK_PART", [.. Enumerable.Range(1, 5).Select(number => ("actor:a", $"event:{number}"))]),
            graph.Links("PART_OF", [.. Enumerable.Range(2, 4).Select(number => ($"event:{number}", "event:1"))]));
        return (graph, new GraphEngine(SchemaBuilder.Build(graph.Model), graph.Store, new EngineOptions()));
    }

    private static Task<string[]> LoseAsync(Neo4jGraph graph) => graph.RunAsync(
        "MATCH (e:Event) WHERE e.id IN ['event:2', 'event:4'] REMOVE e.start, e.name WITH e " +
        "OPTIONAL MATCH ()-[r:TOOK_PART]->(e) REMOVE r.`$targetOrder` RETURN count(*)");

    private static async Task<JsonElement> QueryAsync(GraphEngine engine, string query)
    {
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), TestContext.Current.CancellationToken);
        return JsonElement.Parse(response.Body.Span);
    }

    /// <summary>The numbers of a connection's events, two a page, in the two directions.</summary>
    private static async Task<string> WalkAsync(GraphEngine engine, string around, string field, string order)
    {
        var walks = new List<string>();
        foreach (var (count, bound, more, cursor) in new[] { ("first", "after", "hasNextPage", "endCursor"), ("last", "before", "hasPreviousPage", "startCursor") })
        {
            var found = new List<string>();
            for (string? from = null, next = ""; next is not null; from = next)
            {
                var page = $"{field}(order: [{order}], {count}: 2{(from is null ? "" : $", {bound}: \"{from}\"")}) {{ nodes {{ id }} pageInfo {{ {more} {cursor} }} }}";
                var response = await QueryAsync(engine, around.Length == 0 ? $"{{ {page} }}" : $"{{ {around} {{ {page} }} }}");
                Assert.False(response.TryGetProperty("errors", out _), response.ToString());
                var data = response.GetProperty("data");
                var connection = (around.Length == 0 ? data : data.EnumerateObject().First().Value).GetProperty(field);
                found.InsertRange(
                    count == "first" ? found.Count : 0,
                    connection.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()![6..]));
                var info = connection.GetProperty("pageInfo");
                next = info.GetProperty(more).GetBoolean() ? info.GetProperty(cursor).GetString() : null;
                Assert.True(found.Count < 20, "the pages do not end");
            }
            walks.Add(string.Concat(found));
        }
        return Assert.Single(walks.Distinct());
    }

    [Theory]
    [InlineData("", "events", "{ start: ASC }", "24135")]
    [InlineData("", "events", "{ start: DESC }", "53142")]
    [InlineData("", "events", "{ name: ASC }", "24135")]
    [InlineData("", "events", "{ name: DESC }", "53142")]
    [InlineData("actor(id: \"actor:a\")", "events", "{ start: ASC }", "24135")]
    [InlineData("actor(id: \"actor:a\")", "events", "{ start: DESC }", "53142")]
    [InlineData("event(id: \"event:1\")", "parts", "{ start: ASC }", "2435")]
    [InlineData("event(id: \"event:1\")", "parts", "{ name: DESC }", "5342")]
    public async Task Pages_sort_them_as_null(string around, string field, string order, string expected)
    {
        var (graph, engine) = await NewAsync();
        await using var _ = graph;
        Assert.Equal(expected.Length, (await WalkAsync(engine, around, field, order)).Length);
        await LoseAsync(graph);
        await graph.ScanAsync();
        Assert.Equal(expected, await WalkAsync(engine, around, field, order));
    }

    [Fact]
    public async Task They_are_an_error_of_their_field_and_are_detected_by_scans()
    {
        var (graph, engine) = await NewAsync();
        await using var _ = graph;
        await LoseAsync(graph);
        var response = await QueryAsync(engine, "{ event(id: \"event:2\") { id start } }");
        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").GetProperty("event").ValueKind);
        Assert.Equal("NULL_VALUE", response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

        // The start scans, also in a database whose values were corrected.
        await graph.Store.PrepareAsync(TestContext.Current.CancellationToken);
        Assert.Equal("24135", await WalkAsync(engine, "", "events", "{ start: ASC }"));
        await graph.RunAsync("MATCH (e:Event) SET e.start = date('2017-06-01'), e.name = 'E' RETURN count(*)");
        await graph.ScanAsync();
        Assert.Equal("12345", await WalkAsync(engine, "", "events", "{ start: ASC }"));
    }
}

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class MissingValueOnNeo4j526Tests(Neo4j526 server) : MissingValueTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class MissingValueOnNeo4j2026Tests(Neo4j2026 server) : MissingValueTests(new Neo4jFamily(server));
