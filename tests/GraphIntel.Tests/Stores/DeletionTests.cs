using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Deleting nodes and relationships, and records beside the graph, on every store.</summary>
public abstract class DeletionTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected DeletionTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private const string Model =
        """
        type Actor @node {
          id: ID! name: String! @search
          events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start")
          backs: [Actor!]! @relationship(type: "BACKS", direction: OUT, properties: "Backing")
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Backing @edge(type: "BACKS", valid: ["from", "until"], attested: ["first", "last"], standing: "standing") {
          id: ID! from: Date until: Date first: Date last: Date standing: Standing!
          against: [Actor!]! @refersTo
        }
        type Event @node(standing: "standing") {
          id: ID! name: String! @search(text: true) start: Date! standing: Standing!
          place: Place @relationship(type: "AT", direction: OUT)
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Place @node {
          id: ID! name: String! @search
          parent: Place @relationship(type: "PART_OF", direction: OUT)
        }
        type Source @node(provenance: true) { id: ID! name: String! }
        type Claim @node(provenance: true) @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
          source: Source @relationship(type: "MADE_BY", direction: OUT)
        }
        enum Stance { SUPPORTS DENIES }
        enum Standing { ASSERTED DISPUTED DENIED }
        """;

    private static readonly object?[] None = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Day(int day) => new(2016, 12, day);

    private async Task<TestGraph> FilledAsync()
    {
        var store = await _stores.OpenAsync(Model);
        await store.WriteAsync(
            store.Nodes("Actor", ["name"], ("actor:a", ["Alpha"]), ("actor:b", ["Beta"]), ("actor:c", ["Gamma"])),
            store.Nodes("Event", ["name", "start"], ("event:1", ["Battle", Day(1)]), ("event:2", ["Siege", Day(2)])),
            store.Nodes("Place", ["name"], ("place:top", ["Top"]), ("place:mid", ["Middle"]), ("place:low", ["Low"])),
            store.Nodes("Source", ["name"], ("source:s", ["S"])),
            store.Nodes(
                "Claim", ["name", "about", "stance", "made"],
                ("claim:1", ["x", "backing:1", "DENIES", Day(3)]),
                ("claim:2", ["x", "backing:1", "SUPPORTS", Day(4)]),
                ("claim:3", ["x", "event:1", "SUPPORTS", Day(5)])),
            store.Links("BACKS", ["againstIds"], ("backing:1", "actor:a", "actor:b", [new[] { "actor:c" }])),
            store.Links("TOOK_PART", ("actor:a", "event:1"), ("actor:b", "event:2")),
            store.Links("AT", ("event:1", "place:low")),
            store.Links("PART_OF", ("place:low", "place:mid"), ("place:mid", "place:top")),
            store.Links("MADE_BY", ("claim:3", "source:s")));
        return store;
    }

    private static async Task<(WriteSummary Summary, string[] Kept)> DeleteAsync(TestGraph store, params string[] ids)
    {
        string[] kept = [];
        var summary = await store.Store.WriteAsync(
            async scope =>
            {
                kept = [.. (await scope.DeleteAsync(ids)).Order(StringComparer.Ordinal)];
                return new GraphBatch([], []);
            },
            Cancellation);
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
        return (summary, kept);
    }

    [Fact]
    public async Task An_event_is_deleted_with_its_claims_and_relationships_in_one_batch()
    {
        await using var store = await FilledAsync();
        var (summary, kept) = await DeleteAsync(
            store, "event:1", "claim:3", "madeBy:claim:3>source:s", "at:event:1>place:low", "tookPart:actor:a>event:1");
        Assert.Equal([], kept);
        Assert.Equal(5, summary.Deleted);
        Assert.Equal(["event:2"], await store.RowsAsync("Event", "id"));
        Assert.Equal(["claim:1", "claim:2"], await store.RowsAsync("Claim", "id"));
        Assert.Equal(["tookPart:actor:b>event:2"], await store.RowsAsync("TOOK_PART", "id"));
        Assert.Empty(await store.RowsAsync("AT", "id"));
    }

    [Fact]
    public async Task What_others_refer_to_is_kept()
    {
        await using var store = await FilledAsync();
        // Claims about it; relationships; a relationship that has its id.
        var (summary, kept) = await DeleteAsync(store, "backing:1", "event:1", "place:mid", "actor:c", "actor:nobody");
        Assert.Equal(["actor:c", "backing:1", "event:1", "place:mid"], kept);
        Assert.Equal(0, summary.Deleted);
        (_, kept) = await DeleteAsync(store, "backing:1", "claim:1", "claim:2", "actor:c");
        Assert.Equal([], kept);
        Assert.Equal(["actor:a", "actor:b"], await store.RowsAsync("Actor", "id"));
    }

    [Fact]
    public async Task What_claims_decide_is_derived_again_when_one_is_deleted()
    {
        await using var store = await FilledAsync();
        Assert.Equal(["DISPUTED|2016-12-04|2016-12-04"], await store.RowsAsync("BACKS", "standing", "first", "last"));
        await DeleteAsync(store, "claim:1");
        Assert.Equal(["ASSERTED|2016-12-04|2016-12-04"], await store.RowsAsync("BACKS", "standing", "first", "last"));
        await DeleteAsync(store, "claim:2");
        Assert.Equal(["ASSERTED|?|?"], await store.RowsAsync("BACKS", "standing", "first", "last"));
    }

    [Fact]
    public async Task A_part_of_a_hierarchy_is_deleted_and_added_again()
    {
        await using var store = await FilledAsync();
        var (_, kept) = await DeleteAsync(store, "place:mid", "partOf:place:mid>place:top", "partOf:place:low>place:mid");
        Assert.Equal([], kept);
        // The new parent in the same batch as the end of the old one.
        await store.WriteAsync(store.Links("PART_OF", ("place:low", "place:top")));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
        await store.Store.WriteAsync(
            async scope =>
            {
                Assert.Empty(await scope.DeleteAsync(["partOf:place:low>place:top"]));
                return new GraphBatch([store.Nodes("Place", ["name"], ("place:new", ["New"]))], [store.Links("PART_OF", ("place:low", "place:new"))]);
            },
            Cancellation);
        Assert.Equal(["partOf:place:low>place:new"], await store.RowsAsync("PART_OF", "id"));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task A_node_that_was_deleted_is_not_found_by_its_name_nor_is_the_next_one()
    {
        await using var store = await FilledAsync();
        await DeleteAsync(store, "actor:c", "backing:1", "claim:1", "claim:2");
        Assert.Empty(await FindAsync(store, "gamma"));
        // In SQLite it gets the key of the deleted one.
        await store.WriteAsync(store.Nodes("Actor", ["name"], ("actor:d", ["Delta"])));
        Assert.Empty(await FindAsync(store, "gamma"));
        Assert.Equal(["actor:d"], await FindAsync(store, "delta"));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task Records_are_written_with_the_batch_and_are_no_part_of_the_graph()
    {
        await using var store = await FilledAsync();
        var records = new Dictionary<string, byte[]?> { ["a/1"] = [1], ["a/2"] = [2, 0], ["a/10"] = [], ["b"] = [3] };
        await store.Store.WriteAsync(new GraphBatch([], []).With(records), Cancellation);
        Assert.Equal(["a/1", "a/10", "a/2"], (await store.Store.ReadRecordsAsync("a/", "", 10, Cancellation)).Select(record => record.Key));
        Assert.Equal(["a/10"], (await store.Store.ReadRecordsAsync("a/", "a/1", 1, Cancellation)).Select(record => record.Key));
        await Assert.ThrowsAsync<StoreException>(() => store.Store.WriteAsync(
            new GraphBatch([], [store.Links("AT", ("event:1", "place:none"))]).With(new Dictionary<string, byte[]?> { ["b"] = null }), Cancellation).AsTask());
        await store.Store.WriteAsync(
            async scope =>
            {
                Assert.Equal([2, 0], (await scope.ReadRecordsAsync(["a/2", "c"])).Single().Value);
                Assert.Equal("a/2", (await scope.ReadRecordsAsync("a/", "a/10", 5)).Single().Key);
                return new GraphBatch([], []).With(new Dictionary<string, byte[]?> { ["a/2"] = null, ["a/1"] = [7] });
            },
            Cancellation);
        Assert.Equal(["a/1:07", "a/10:", "b:03"], (await store.Store.ReadRecordsAsync("", "", 10, Cancellation)).Select(record => $"{record.Key}:{Convert.ToHexString(record.Value)}"));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
    }

    [Fact]
    public async Task A_trial_reads_what_is_stored_and_changes_nothing()
    {
        await using var store = await FilledAsync();
        var before = await CheckedGraph.CheckAsync(store, repair: false);
        var kept = await store.Store.TryAsync(
            async scope =>
            {
                var events = await scope.ReadAsync(store.Model.Nodes.Single(type => type.Name == "Event"), ["event:1", "event:9"]);
                Assert.Equal("Battle", events.Single().Value.Values[0]);
                var ends = (await scope.ReadAsync(store.Model.Relationships.Single(type => type.Type == "AT"), ["at:event:1>place:low"])).Single().Value;
                Assert.Equal(("event:1", "place:low"), (ends.Source, ends.Target));
                return await scope.DeleteAsync(["claim:1", "place:top"]);
            },
            Cancellation);
        Assert.Equal(["place:top"], kept);
        Assert.Equal(3, await store.CountAsync("Claim"));
        Assert.Equal(before, await CheckedGraph.CheckAsync(store, repair: false));
    }

    private static async Task<string[]> FindAsync(TestGraph store, string name)
    {
        var engine = new Core.Execution.GraphEngine(Core.Schema.SchemaBuilder.Build(store.Model), store.Store, new Core.Execution.EngineOptions());
        var query = $"{{ search(query: \"{name}\") {{ items {{ node {{ id }} }} }} }}";
        using var response = await engine.ExecuteAsync(new Core.Execution.GraphRequest(System.Text.Encoding.UTF8.GetBytes(query)), Cancellation);
        Assert.Empty(response.Errors);
        var items = System.Text.Json.JsonElement.Parse(response.Body.Span).GetProperty("data").GetProperty("search").GetProperty("items");
        return [.. items.EnumerateArray().Select(item => item.GetProperty("node").GetProperty("id").GetString()!)];
    }
}

public sealed class SqliteDeletionTests() : DeletionTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class DeletionOnNeo4j526Tests(Neo4j526 server) : DeletionTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class DeletionOnNeo4j2026Tests(Neo4j2026 server) : DeletionTests(new Neo4jFamily(server));
