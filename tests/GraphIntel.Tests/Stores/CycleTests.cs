using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Cycles of hierarchies, on every store.</summary>
public abstract class CycleTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected CycleTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private const string Places =
        """
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: OUT, properties: "Part")
          children: [Place!]! @relationship(type: "PART_OF", direction: IN, properties: "Part")
        }
        type Part @edge(type: "PART_OF") { id: ID! note: String }
        """;

    private const string PlacesDown =
        """
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: IN, properties: "Part")
          children: [Place!]! @relationship(type: "PART_OF", direction: OUT, properties: "Part")
        }
        type Part @edge(type: "PART_OF") { id: ID! note: String }
        """;

    private static NodeRows Nodes(TestGraph store, int count) =>
        store.Nodes("Place", ["name"], [.. Enumerable.Range(0, count).Select(i => ($"place:{i}", new object?[] { "p" }))]);

    private static (string?, string, string, object?[]) Part(int child, int parent, bool down = false) => down
        ? ($"part:{child}", $"place:{parent}", $"place:{child}", [])
        : ($"part:{child}", $"place:{child}", $"place:{parent}", []);

    [Fact]
    public async Task A_cycle_is_rejected_with_its_ids()
    {
        await using var store = await _stores.OpenAsync(Places);
        await store.WriteAsync(Nodes(store, 4), store.Links("PART_OF", [], Part(0, 1), Part(1, 2)));
        Assert.Equal(
            "PART_OF would form a cycle from 'place:2' to 'place:0' to 'place:1' and back to the first; a hierarchy must not have cycles.",
            await store.RefusalAsync(store.Links("PART_OF", [], Part(2, 0))));
        Assert.Equal(2, await store.CountAsync("PART_OF"));
    }

    [Fact]
    public async Task Two_nodes_may_trade_places_in_one_batch()
    {
        await using var store = await _stores.OpenAsync(Places);
        await store.WriteAsync(Nodes(store, 3), store.Links("PART_OF", [], Part(0, 1), Part(1, 2)));
        await store.WriteAsync(store.Links(
            "PART_OF", [], ("part:0", "place:1", "place:0", []), ("part:1", "place:0", "place:2", [])));
    }

    [Fact]
    public async Task A_cycle_is_rejected_also_with_valid_days()
    {
        await using var store = await _stores.OpenAsync(
            """
            type Unit @node {
              id: ID! name: String!
              under: Unit @relationship(type: "UNDER", direction: OUT, properties: "Command")
            }
            type Command @edge(type: "UNDER", valid: ["from", "until"]) { id: ID! from: Date until: Date }
            """);
        await store.WriteAsync(
            store.Nodes("Unit", ["name"], ("unit:a", ["A"]), ("unit:b", ["B"])),
            store.Links("UNDER", [], ("command:1", "unit:a", "unit:b", [])));
        Assert.Contains(
            "cycle",
            await store.RefusalAsync(store.Links("UNDER", [], ("command:2", "unit:b", "unit:a", []))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cycle_is_found_at_the_end_of_a_long_chain(bool down)
    {
        await using var store = await _stores.OpenAsync(down ? PlacesDown : Places);
        const int Length = 300;
        await store.WriteAsync(
            Nodes(store, Length),
            store.Links("PART_OF", [], [.. Enumerable.Range(1, Length - 1).Select(i => Part(i, i - 1, down))]));
        Assert.Contains(
            "cycle", await store.RefusalAsync(store.Links("PART_OF", [], Part(0, Length - 1, down))), StringComparison.Ordinal);
        await store.WriteAsync(store.Links("PART_OF", [], Part(150, 0, down)));
    }
}

public sealed class SqliteCycleTests() : CycleTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class CycleOnNeo4j526Tests(Neo4j526 server) : CycleTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class CycleOnNeo4j2026Tests(Neo4j2026 server) : CycleTests(new Neo4jFamily(server));
