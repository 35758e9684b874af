using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Relationships that are followed in both directions: one for two ends, in whatever order they are given.</summary>
public abstract class UndirectedTests : IAsyncDisposable
{
    private const string Model =
        """
        type Place @node {
          id: ID! name: String!
          borders: [Place!]! @relationship(type: "BORDERS", direction: BOTH)
          near: [Place!]! @path(steps: "BORDERS{1,3}")
          rivals: [Place!]! @relationship(type: "RIVALS", direction: BOTH, properties: "Rivalry")
          roads: [Place!]! @relationship(type: "ROAD", direction: OUT)
          neighbors: [Place!]! @relationship(type: "ROAD", direction: BOTH)
        }
        type Rivalry @edge(type: "RIVALS") { id: ID! note: String }
        """;

    private const string Mirror =
        "'borders:place:b>place:a' is the same BORDERS as 'borders:place:a>place:b': it is undirected, so only one is allowed between the same two nodes.";

    private readonly StoreFamily _stores;

    private protected UndirectedTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private protected async Task<TestGraph> NewAsync()
    {
        var store = await _stores.OpenAsync(Model);
        await store.WriteAsync(store.Nodes("Place", ["name"], ("place:a", ["A"]), ("place:b", ["B"]), ("place:c", ["C"])));
        return store;
    }

    [Fact]
    public async Task The_mirror_of_a_row_of_the_batch_is_rejected()
    {
        await using var store = await NewAsync();
        Assert.Equal(Mirror, await store.RefusalAsync(store.Links("BORDERS", ("place:a", "place:c"), ("place:a", "place:b"), ("place:b", "place:a"))));
        Assert.Equal(0, await store.CountAsync("BORDERS"));
    }

    [Fact]
    public async Task The_mirror_of_a_stored_relationship_is_rejected_and_the_same_row_changes_nothing()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links("BORDERS", ("place:a", "place:b")));
        Assert.Equal(Mirror, await store.RefusalAsync(store.Links("BORDERS", ("place:b", "place:a"))));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(store.Links("BORDERS", ("place:a", "place:b"))));
        Assert.Equal(["borders:place:a>place:b"], await store.RowsAsync("BORDERS", "id"));
    }

    [Fact]
    public async Task The_id_is_that_of_the_stored_order()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links("BORDERS", ("place:b", "place:a")));
        var found = await store.Store.FindAsync(
            ["borders:place:a>place:b", "borders:place:b>place:a"], TestContext.Current.CancellationToken);
        Assert.Equal(["borders:place:b>place:a"], found.Keys);
    }

    [Fact]
    public async Task A_relationship_with_an_id_can_be_reversed_and_have_parallels()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links("RIVALS", [], ("rivalry:1", "place:a", "place:b", [])));
        Assert.Equal(
            new WriteSummary(1, 1, 0),
            await store.WriteAsync(store.Links("RIVALS", [], ("rivalry:1", "place:b", "place:a", []), ("rivalry:2", "place:a", "place:b", []))));
        Assert.Equal(
            ["rivalry:1|place:b|place:a", "rivalry:2|place:a|place:b"], await store.RowsAsync("RIVALS", "id", TestGraph.Source, TestGraph.Target));
    }

    [Fact]
    public async Task A_type_that_is_followed_in_one_direction_somewhere_is_directed()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links("ROAD", ("place:a", "place:b"), ("place:b", "place:a")));
        Assert.Equal(2, await store.CountAsync("ROAD"));
    }

    [Fact]
    public async Task A_check_lists_existing_mirrors()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links("BORDERS", ("place:a", "place:b"), ("place:c", "place:b")));
        Assert.Empty(await CheckedGraph.CheckAsync(store, repair: false));
        await MirrorAsync(store, "place:b", "place:a");
        await MirrorAsync(store, "place:b", "place:c");
        Assert.Equal(
            "Manual: 2 BORDERS relationships exist in both directions, where only one is allowed: " +
                "'borders:place:a>place:b', 'borders:place:b>place:c'.",
            Assert.Single(await CheckedGraph.CheckAsync(store, repair: false)));

        // Existing duplicates can still be written unchanged.
        Assert.Equal(
            new WriteSummary(0, 0, 2), await store.WriteAsync(store.Links("BORDERS", ("place:a", "place:b"), ("place:b", "place:a"))));
    }

    /// <summary>Writes a relationship as another tool would.</summary>
    private protected abstract Task MirrorAsync(TestGraph store, string source, string target);
}

public sealed class SqliteUndirectedTests() : UndirectedTests(new SqliteFamily())
{
    private protected override Task MirrorAsync(TestGraph store, string source, string target) => ((Sqlite.TestStore)store).RunAsync(
        "INSERT INTO \"r_BORDERS\" (\"$src\", \"$dst\") SELECT s.\"$key\", t.\"$key\" FROM \"n_Place\" s, \"n_Place\" t " +
        $"WHERE s.id = '{source}' AND t.id = '{target}'");
}

public abstract class UndirectedOnNeo4jTests : UndirectedTests
{
    private protected UndirectedOnNeo4jTests(StoreFamily stores)
        : base(stores)
    {
    }

    private protected override Task MirrorAsync(TestGraph store, string source, string target) => ((Neo4jGraph)store).RunAsync(
        $"MATCH (s:Place {{id: '{source}'}}), (t:Place {{id: '{target}'}}) CREATE (s)-[:BORDERS {{id: 'borders:' + s.id + '>' + t.id}}]->(t)");
}

[Collection(Neo4j526Collection.Name)]
public sealed class UndirectedOnNeo4j526Tests(Neo4j526 server) : UndirectedOnNeo4jTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class UndirectedOnNeo4j2026Tests(Neo4j2026 server) : UndirectedOnNeo4jTests(new Neo4jFamily(server));
