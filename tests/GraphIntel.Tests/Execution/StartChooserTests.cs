using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Tests.Stores;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>Where a root connection starts, by what the nodes of its condition lead to.</summary>
public abstract class StartChooserTests : IAsyncLifetime
{
    private readonly StoreFamily _stores;

    private protected StartChooserTests(StoreFamily stores) => _stores = stores;

    private const int Events = 5_000;

    private const string Model =
        """
        type Actor @node {
          id: ID! name: String!
          backers: [Actor!]! @relationship(type: "BACKS", direction: IN)
          allies: [Actor!]! @relationship(type: "ALLY_OF", direction: BOTH)
          events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start")
        }
        type Event @node(label: "title") {
          id: ID! title: String! start: Date! @index
          participants: [Actor!]! @relationship(type: "TOOK_PART", direction: IN)
          partOf: Event @relationship(type: "PART_OF", direction: OUT)
          within: [Event!]! @path(steps: "PART_OF>+")
          at: Place @relationship(type: "AT", direction: OUT)
        }
        type Place @node {
          id: ID! name: String!
          partOf: Place @relationship(type: "LIES_IN", direction: OUT)
          near: Place @relationship(type: "NEAR", direction: OUT)
          events: [Event!]! @path(steps: "<NEAR? <LIES_IN* <AT")
        }
        """;

    private TestGraph _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await _stores.OpenAsync(Model);
        await _store.WriteAsync(
            _store.Nodes("Actor", ["name"], [.. new[] { "all", "few", "none", "patron", "sponsor" }.Select(key => ($"actor:{key}", new object?[] { key }))]),
            _store.Nodes("Event", ["title", "start"], [.. Enumerable.Range(0, Events).Select(
                number => ($"event:{number}", new object?[] { $"Event {number}", new DateOnly(2011, 1, 1).AddDays(number % 1_000) }))]),
            _store.Links("BACKS", ("actor:patron", "actor:all"), ("actor:sponsor", "actor:few")),
            _store.Links("ALLY_OF", ("actor:few", "actor:none")),
            _store.Links("TOOK_PART", [
                .. Enumerable.Range(0, Events).Select(number => ("actor:all", $"event:{number}")), ("actor:few", "event:3"), ("actor:few", "event:2000")]),
            _store.Nodes("Place", ["name"], [.. new[] { "country", "old", "village" }.Select(key => ($"place:{key}", new object?[] { key }))]),
            _store.Links("LIES_IN", ("place:old", "place:country"), ("place:village", "place:country")),
            _store.Links("NEAR", ("place:village", "place:old")),
            _store.Links("AT", [.. Enumerable.Range(0, Events).Select(number => ($"event:{number}", number % 1_000 < 400 ? "place:old" : number % 100 == 7 ? "place:village" : "place:country"))]),
            _store.Links("PART_OF", [.. Enumerable.Range(1, 9).Select(number => ($"event:{number}", $"event:{number / 3}"))]));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _store.DisposeAsync();
        await _stores.DisposeAsync();
    }

    [Theory]
    [InlineData("participants: {some: {id: {eq: \"actor:few\"}}}", "with TOOK_PART, 2 rows")]
    [InlineData("participants: {some: {id: {eq: \"actor:all\"}}}", "with all Event nodes")]
    [InlineData("participants: {some: {id: {eq: \"actor:none\"}}}", "with TOOK_PART, 0 rows")]
    [InlineData("participants: {some: {id: {in: [\"actor:few\", \"actor:none\"]}}}", "with TOOK_PART, 2 rows")]
    [InlineData("participants: {some: {backers: {some: {id: {eq: \"actor:sponsor\"}}}}}", "with TOOK_PART, 2 rows")]
    [InlineData("participants: {some: {backers: {some: {id: {eq: \"actor:patron\"}}}}}", "with all Event nodes")]
    [InlineData("participants: {some: {name: {eq: \"few\"}, backers: {some: {id: {eq: \"actor:sponsor\"}}}}}", "with TOOK_PART, 2 rows")]
    [InlineData("within: {some: {id: {eq: \"event:0\"}}}", "with PART_OF*, 9 rows")]
    [InlineData("participants: {some: {id: {eq: \"actor:all\"}}}, partOf: {id: {eq: \"event:1\"}}", "with PART_OF, 3 rows")]
    public async Task It_starts_with_the_given_nodes_if_they_lead_to_few(string where, string choice)
    {
        var explained = await ExplainAsync($"{{ events(where: {{{where}}}, order: [{{start: DESC}}], first: 4) {{ nodes {{ id }} }} }}");
        Assert.Equal(choice, Assert.Single(explained.Preliminary).Result);
        Assert.Equal(!choice.Contains("all", StringComparison.Ordinal), explained.Plan.Contains(" starting with exists", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("participants: {none: {id: {eq: \"actor:few\"}}}")]
    [InlineData("or: [{participants: {some: {id: {eq: \"actor:few\"}}}}, {title: {eq: \"Event 7\"}}]")]
    [InlineData("participants: {some: {allies: {some: {id: {eq: \"actor:none\"}}}}}")]
    [InlineData("participants: {some: {name: {eq: \"few\"}}}")]
    [InlineData("id: {in: [\"event:3\"]}, participants: {some: {id: {eq: \"actor:few\"}}}")]
    public async Task Other_conditions_are_tested_as_they_are(string where)
    {
        var explained = await ExplainAsync($"{{ events(where: {{{where}}}, order: [{{start: DESC}}], first: 4) {{ nodes {{ id }} }} }}");
        Assert.Empty(explained.Preliminary);
        Assert.DoesNotContain("starting with", explained.Plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country", "", "with Event nodes in the order of the page")]
    [InlineData("old", "", "with its origin")]
    [InlineData("village", "", "with its origin")]
    [InlineData("old", ", where: {start: {lt: \"2011-06-01\"}}", "with Event nodes in the order of the page")]
    [InlineData("old", ", where: {title: {neq: \"Event 1\"}, start: {lt: \"2011-06-01\"}}", "with Event nodes in the order of the page")]
    public async Task A_path_is_read_in_the_order_of_its_page_if_it_leads_to_many_of_the_first(string place, string arguments, string choice)
    {
        var query = $"{{ place(id: \"place:{place}\") {{ events(first: 20, order: [{{start: DESC}}]{arguments}) {{ edges {{ cursor node {{ id }} }} }} }} }}";
        var explained = await ExplainAsync(query);
        Assert.Equal(choice, Assert.Single(explained.Preliminary).Result);
        Assert.Equal(choice.StartsWith("with Event", StringComparison.Ordinal), explained.Plan.Contains("items of all Event", StringComparison.Ordinal));
        var expected = await AskAsync(query, new EngineOptions { IsInternal = true });
        Assert.Equal(expected, await AskAsync(query, new EngineOptions()));
    }

    [Fact]
    public async Task Pages_of_a_path_follow_each_other_whichever_way_they_are_read()
    {
        foreach (var place in new[] { "country", "old", "village" })
        {
            var cursor = "";
            for (var page = 0; page < 4; page++)
            {
                var query = $"{{ place(id: \"place:{place}\") {{ events(first: 7, order: [{{start: DESC}}, {{title: ASC}}]{cursor}) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ id }} }} }} }}";
                var expected = await AskAsync(query, new EngineOptions { IsInternal = true });
                Assert.Equal(expected, await AskAsync(query, new EngineOptions { ForcesStarts = true }));
                cursor = $", after: \"{expected.Split("endCursor\":\"")[1].Split('"')[0]}\"";
            }
        }
    }

    [Fact]
    public async Task Totals_and_pages_are_the_same_wherever_it_starts()
    {
        string[] conditions =
        [
            "participants: {some: {id: {eq: \"actor:few\"}}}", "participants: {some: {backers: {some: {id: {eq: \"actor:patron\"}}}}}",
            "within: {some: {id: {eq: \"event:0\"}}}, participants: {some: {id: {eq: \"actor:few\"}}}",
        ];
        foreach (var where in conditions)
        {
            var query = $"{{ events(where: {{{where}}}, order: [{{start: DESC}}], first: 3) {{ totalCount aggregate {{ start {{ min }} }} edges {{ cursor node {{ id participants {{ nodes {{ id }} }} }} }} }} }}";
            var expected = await AskAsync(query, new EngineOptions { IsInternal = true });
            Assert.Equal(expected, await AskAsync(query, new EngineOptions()));
            Assert.Equal(expected, await AskAsync(query, new EngineOptions { ForcesStarts = true }));
        }
    }

    private async Task<Explanation> ExplainAsync(string query)
    {
        var engine = new GraphEngine(SchemaBuilder.Build(_store.Model), _store.Store, new EngineOptions());
        // A choice needs statistics, for which an operation does not wait long.
        while (await engine.Statistics.GetAsync(Cancellation) is null)
            await Task.Delay(10, Cancellation);
        return await new OperationExplainer(engine, (IExplainableStore)_store.Store).ExplainAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), analyze: false, Cancellation);
    }

    private async Task<string> AskAsync(string query, EngineOptions options)
    {
        var engine = new GraphEngine(SchemaBuilder.Build(_store.Model), _store.Store, options);
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(query)), Cancellation);
        return Encoding.UTF8.GetString(response.Body.Span);
    }
}

/// <inheritdoc/>
public sealed class SqliteStartChooserTests() : StartChooserTests(new SqliteFamily());

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class StartChooserOnNeo4j526Tests(Neo4j526 server) : StartChooserTests(new Neo4jFamily(server));
