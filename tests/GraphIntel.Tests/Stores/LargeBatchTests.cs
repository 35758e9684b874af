using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Batches larger than one statement, as in imports, on every store.</summary>
public abstract class LargeBatchTests : IAsyncDisposable
{
    private const int Count = 12_000;

    private const string Things =
        """
        type Thing @node {
          id: ID! name: String!
          parent: Thing @relationship(type: "UNDER", direction: OUT)
          likes: [Thing!]! @relationship(type: "LIKES", direction: OUT, properties: "Liking", orderedBy: "name")
        }
        type Liking @edge(type: "LIKES") { id: ID! note: String }
        """;

    private readonly StoreFamily _stores;

    private protected LargeBatchTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private static string Id(int thing) => $"thing:{thing:D5}";

    private static NodeRows Nodes(TestGraph store, Func<int, string> name) => store.Nodes(
        "Thing", ["name"], [.. Enumerable.Range(0, Count).Select(i => (Id(i), new object?[] { name(i) }))]);

    private static RelationshipRows Likes(TestGraph store, Func<int, string> target, Func<int, string> note) => store.Links(
        "LIKES", ["note"],
        [.. Enumerable.Range(0, Count).Select(i => ((string?)$"liking:{i:D5}", Id(i), target(i), new object?[] { note(i) }))]);

    private static string Next(int thing) => Id((thing + 1) % Count);

    [Fact]
    public async Task A_large_batch_creates_updates_and_moves()
    {
        await using var store = await _stores.OpenAsync(Things);
        var tree = store.Links("UNDER", [.. Enumerable.Range(1, Count - 1).Select(i => (Id(i), Id(i / 10)))]);
        Assert.Equal(
            new WriteSummary((3 * Count) - 1, 0, 0),
            await store.WriteAsync(Nodes(store, i => $"name {i}"), tree, Likes(store, Next, _ => "first")));

        // Every second name changes; a third each of the relationships moves, changes and stays.
        string Name(int i) => i % 2 == 0 ? $"name {i}" : $"other {i}";
        string Target(int i) => i % 3 == 0 ? Id((i + 2) % Count) : Next(i);
        string Note(int i) => i % 3 == 1 ? "second" : "first";
        Assert.Equal(
            new WriteSummary(0, (Count / 2) + (Count / 3 * 2), Count - 1 + (Count / 2) + (Count / 3)),
            await store.WriteAsync(Nodes(store, Name), tree, Likes(store, Target, Note)));
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{Id(i)}|{Name(i)}"), await store.RowsAsync("Thing", "id", "name"));
        Assert.Equal(
            Enumerable.Range(0, Count).Select(i => $"liking:{i:D5}|{Id(i)}|{Target(i)}|{Note(i)}"),
            await store.RowsAsync("LIKES", "id", TestGraph.Source, TestGraph.Target, "note"));
        Assert.Equal(Count - 1, (await store.RowsAsync("UNDER", TestGraph.Source)).Length);
        Assert.Empty((await store.Store.CheckAsync(repair: false, TestContext.Current.CancellationToken)).Findings);
    }

    [Fact]
    public async Task One_missing_end_late_in_a_large_batch_rejects_the_whole_batch()
    {
        await using var store = await _stores.OpenAsync(Things);
        Assert.Contains(
            "the Thing 'thing:gone' does not exist",
            await store.RefusalAsync(
                Nodes(store, i => $"name {i}"), Likes(store, i => i == 7_000 ? "thing:gone" : Next(i), _ => "first")),
            StringComparison.Ordinal);
        Assert.Equal(0, await store.CountAsync("Thing"));
        Assert.Equal(0, await store.CountAsync("LIKES"));
    }
}

public sealed class SqliteLargeBatchTests() : LargeBatchTests(new SqliteFamily());

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class LargeBatchOnNeo4j526Tests(Neo4j526 server) : LargeBatchTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class LargeBatchOnNeo4j2026Tests(Neo4j2026 server) : LargeBatchTests(new Neo4jFamily(server));
