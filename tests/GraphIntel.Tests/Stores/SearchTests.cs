using System.Text;
using System.Text.Json;
using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>What a store derives for searches stays true: with each write, after an upgrade, after another tool's changes.</summary>
public abstract class SearchTests : IAsyncDisposable
{
    private const string Plain =
        """
        type Place @node { id: ID! name: String! aliases: [String!]! note: String remarks: [String!] }
        """;

    private const string Searched =
        """
        type Place @node {
          id: ID! name: String! @search aliases: [String!]! @search note: String @search(text: true) remarks: [String!] @search(text: true)
        }
        """;

    private readonly StoreFamily _stores;

    private protected SearchTests(StoreFamily stores) => _stores = stores;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_search_finds_what_was_written_last()
    {
        await using var store = await FilledAsync(Searched);
        Assert.Equal(["place:maskanah name Maskanah EXACT"], await FindAsync(store, "maskanah"));
        Assert.Equal(["place:maskanah aliases Meskene EXACT"], await FindAsync(store, "meskene"));
        Assert.Equal(["place:maskanah note A town on the Euphrates. WORDS"], await FindAsync(store, "euphrates"));
        Assert.Equal(["place:maskanah remarks It changed hands in June. START"], await FindAsync(store, "it changed"));

        await store.WriteAsync(store.Nodes("Place", ["aliases", "note", "remarks"], ("place:maskanah", [new[] { "Emar", "Barbalissos" }, null, null])));
        Assert.Empty(await FindAsync(store, "meskene hands"));
        Assert.Empty(await FindAsync(store, "euphrates"));
        Assert.Equal(["place:maskanah aliases Emar EXACT"], await FindAsync(store, "emar"));
        Assert.Equal(["place:maskanah aliases Barbalissos TYPO"], await FindAsync(store, "bazbalissos"));

        await store.WriteAsync(store.Nodes("Place", ["name"], ("place:maskanah", ["Tabqa"])));
        Assert.Empty(await FindAsync(store, "maskanah"));
        Assert.Equal(["place:maskanah name Tabqa EXACT"], await FindAsync(store, "tabqa"));
        Assert.Empty((await store.Store.CheckAsync(repair: false, Cancellation)).Findings);
    }

    [Fact]
    public async Task A_batch_that_is_rejected_changes_nothing_that_is_found()
    {
        await using var store = await FilledAsync(Searched);
        await store.RefusalAsync(store.Nodes("Place", ["name"], ("place:maskanah", ["Tabqa"])), store.Nodes("Place", ["note"], ("place:new", ["x"])));
        Assert.Empty(await FindAsync(store, "tabqa"));
        Assert.Equal(["place:maskanah name Maskanah EXACT"], await FindAsync(store, "maskanah"));
    }

    [Fact]
    public async Task A_list_is_searched_value_by_value()
    {
        await using var store = await FilledAsync(Searched);
        await store.WriteAsync(store.Nodes(
            "Place", ["aliases", "remarks"], ("place:maskanah", [new[] { "Old Town", "New City" }, new[] { "Held by one side.", "Lost to another." }])));
        Assert.Empty(await FindAsync(store, "old city"));
        Assert.Empty(await FindAsync(store, "held another"));
        Assert.Equal(["place:maskanah aliases New City EXACT"], await FindAsync(store, "new city"));
        Assert.Equal(["place:maskanah remarks Lost to another. WORDS"], await FindAsync(store, "another lost"));
        Assert.Equal(["place:maskanah"], await WhereAsync(store, "another lost"));
        Assert.Empty(await WhereAsync(store, "held another"));
    }

    [Fact]
    public async Task A_model_that_begins_to_search_finds_what_was_there()
    {
        await using (var store = await FilledAsync(Plain))
            Assert.DoesNotContain("search", SchemaBuilder.Build(store.Model).ToSdl(), StringComparison.Ordinal);
        await using (var store = await _stores.OpenAsync(Searched))
        {
            Assert.Equal(["place:maskanah aliases Meskene EXACT"], await FindAsync(store, "meskene"));
            Assert.Equal(["place:maskanah"], await WhereAsync(store, "euphrates town"));
            Assert.Empty((await store.Store.CheckAsync(repair: false, Cancellation)).Findings);
        }

        // And one that searches differently, or no longer.
        await using (var store = await _stores.OpenAsync(Searched.Replace("note: String @search(text: true)", "note: String @search", StringComparison.Ordinal)))
            Assert.Equal(["place:maskanah note A town on the Euphrates. SPELLING"], await FindAsync(store, "euphratis"));
        await using (var store = await _stores.OpenAsync(Plain))
            await store.WriteAsync(store.Nodes("Place", ["name"], ("place:maskanah", ["Tabqa"])));
        await using (var store = await _stores.OpenAsync(Searched))
            Assert.Equal(["place:maskanah name Tabqa EXACT"], await FindAsync(store, "tabqa"));
    }

    [Fact]
    public async Task What_another_tool_changes_is_found_and_corrected_by_a_check()
    {
        await using var store = await FilledAsync(Searched);
        await store.SetAsync("Place", "place:maskanah", "name", "'Tabqa'");
        var report = await store.Store.CheckAsync(repair: false, Cancellation);
        Assert.Equal("1 Place nodes have search keys that do not match their names and texts.", Assert.Single(report.Findings).Text);
        Assert.Empty(await FindAsync(store, "tabqa"));
        Assert.Equal(CheckOutcome.Repaired, Assert.Single((await store.Store.CheckAsync(repair: true, Cancellation)).Findings).Outcome);
        Assert.Equal(["place:maskanah name Tabqa EXACT"], await FindAsync(store, "tabqa"));
        Assert.Empty((await store.Store.CheckAsync(repair: false, Cancellation)).Findings);
    }

    [Fact]
    public async Task Random_queries_find_what_a_comparison_with_every_name_finds()
    {
        var count = Queries;
        var names = Enumerable.Range(0, Math.Max(20, count / 20)).Select(number => RandomNames.Name(Dice.Of(16, number))).ToList();
        await using var store = await _stores.OpenAsync(Searched);
        await store.WriteAsync(store.Nodes("Place", ["name", "aliases"], [.. names.Select((name, number) => ($"place:{number}", new object?[] { name, Array.Empty<string>() }))]));
        var packed = names.ConvertAll(name => PackedValue.Of(name, isName: true));
        for (var number = 0; number < count; number++)
        {
            var dice = Dice.Of(17, number);
            var text = RandomNames.Query(dice, dice.Pick(names));
            var query = SearchQuery.Parse(text);
            var expected = packed
                .Select((value, place) => (Id: $"place:{place}", Match: query.Match(value), Name: names[place]))
                .Where(found => found.Match is not null)
                .OrderBy(found => found.Match!.Value.Match).ThenBy(found => found.Match!.Value.Distance).ThenBy(found => found.Match!.Value.TextLength)
                .ThenBy(found => found.Id, StringComparer.Ordinal)
                .Take(20)
                .Select(found => $"{found.Id} name {found.Name} {found.Match!.Value.Match.ToString().ToUpperInvariant()}");
            var found = await FindAsync(store, text);
            Assert.True(expected.SequenceEqual(found), $"Query {number}, '{text}': expected {string.Join(", ", expected)}; found {string.Join(", ", found)}");
        }
    }

    /// <summary>GRAPHINTEL_RANDOM_OPERATIONS sets their number.</summary>
    private protected virtual int Queries => RandomRun.Operations / 10;

    private async Task<TestGraph> FilledAsync(string model)
    {
        var store = await _stores.OpenAsync(model);
        await store.WriteAsync(store.Nodes(
            "Place",
            ["name", "aliases", "note", "remarks"],
            ("place:maskanah", ["Maskanah", new[] { "Meskene", "مسكنة" }, "A town on the Euphrates.", new[] { "It changed hands in June." }]),
            ("place:aleppo", ["Aleppo", new[] { "Halab" }, null, null])));
        return store;
    }

    private static async Task<string[]> FindAsync(TestGraph store, string query)
    {
        var data = await AskAsync(store, "query ($text: String!) { search(query: $text) { items { node { id } property text match } } }", query);
        return [.. data.GetProperty("search").GetProperty("items").EnumerateArray().Select(item =>
            $"{item.GetProperty("node").GetProperty("id")} {item.GetProperty("property")} {item.GetProperty("text")} {item.GetProperty("match")}")];
    }

    private static async Task<string[]> WhereAsync(TestGraph store, string query)
    {
        var data = await AskAsync(store, "query ($text: String!) { places(where: {search: $text}) { nodes { id } } }", query);
        return [.. data.GetProperty("places").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];
    }

    private static async Task<JsonElement> AskAsync(TestGraph store, string document, string text)
    {
        var engine = new GraphEngine(SchemaBuilder.Build(store.Model), store.Store, new EngineOptions());
        var variables = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["text"] = text });
        using var response = await engine.ExecuteAsync(new GraphRequest(Encoding.UTF8.GetBytes(document), null, variables), Cancellation);
        var answer = JsonElement.Parse(response.Body.Span);
        Assert.True(answer.TryGetProperty("data", out var data), $"'{text}': {answer}");
        return data;
    }
}

/// <inheritdoc/>
public sealed class SearchOnSqliteTests() : SearchTests(new SqliteFamily());

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class SearchOnNeo4j526Tests(Neo4j526 server) : SearchTests(new Neo4jFamily(server))
{
    [Fact]
    public async Task A_missing_full_text_index_is_named_as_the_cause()
    {
        server.Require();
        var model = ModelReader.Read("type Place @node { id: ID! name: String! @search }");
        await Neo4jGraph.EmptyAsync(model, server);
        await using var store = await Neo4jGraph.OpenAsync(model, server);
        var place = model.Searched[0];
        await store.RunAsync($"DROP INDEX `{GraphIntel.Neo4j.Layout.Names.SearchIndexName(SearchIndex.Of(place)[0])}`");
        var engine = new GraphEngine(SchemaBuilder.Build(model), store.Store, new EngineOptions());
        using var response = await engine.ExecuteAsync(
            new GraphRequest("{ search(query: \"aleppo\") { items { match } } }"u8.ToArray(), null, null), TestContext.Current.CancellationToken);
        var error = JsonElement.Parse(response.Body.Span).GetProperty("errors")[0];
        Assert.Contains("full-text index", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("STORE_REFUSED", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private protected override int Queries => 60;
}

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class SearchOnNeo4j2026Tests(Neo4j2026 server) : SearchTests(new Neo4jFamily(server))
{
    private protected override int Queries => 60;
}
