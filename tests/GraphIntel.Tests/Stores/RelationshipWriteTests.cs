using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Merging relationships, on every store.</summary>
public abstract class RelationshipWriteTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected RelationshipWriteTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private const string Model =
        """
        type Actor @node {
          id: ID! name: String!
          backs: [Actor!]! @relationship(type: "BACKS", direction: OUT, properties: "Backing")
          events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start")
          leads: [Event!]! @relationship(type: "LEADS", direction: OUT, orderedBy: "rank", properties: "Leading")
          home: Place @relationship(type: "HOME", direction: OUT)
        }
        type Backing @edge(type: "BACKS", valid: ["from", "until"]) { id: ID! from: Date until: Date role: Role! }
        type Leading @edge(type: "LEADS") { note: String }
        enum Role { ARMS MONEY }
        type Event @node {
          id: ID! name: String! start: Date! rank: Int
          actors: [Actor!]! @relationship(type: "TOOK_PART", direction: IN, orderedBy: "name")
          leaders: [Actor!]! @relationship(type: "LEADS", direction: IN, properties: "Leading")
          place: Place @relationship(type: "OCCURRED_AT", direction: OUT)
        }
        type Place @node {
          id: ID! name: String!
          events: [Event!]! @relationship(type: "OCCURRED_AT", direction: IN, orderedBy: "start")
          guardian: Actor @relationship(type: "HOME", direction: IN)
        }
        """;

    private static readonly object?[] None = [];

    private static DateOnly Day(int day) => new(2016, 12, day);

    private async Task<TestGraph> NewAsync()
    {
        var store = await _stores.OpenAsync(Model);
        await store.WriteAsync(
            store.Nodes("Actor", ["name"], ("actor:a", ["A"]), ("actor:b", ["B"]), ("actor:c", ["C"])),
            store.Nodes("Event", ["name", "start", "rank"], ("event:1", ["E1", Day(1), 10]), ("event:2", ["E2", Day(2), null])),
            store.Nodes("Place", ["name"], ("place:p", ["P"]), ("place:q", ["Q"])));
        return store;
    }

    private static Task<string[]> BackingsAsync(TestGraph store) =>
        store.RowsAsync("BACKS", TestGraph.Source, TestGraph.Target, "id", "from", "until", "role");

    [Fact]
    public async Task A_relationship_with_an_id_is_created_updated_and_unchanged()
    {
        await using var store = await NewAsync();
        var rows = store.Links("BACKS", ["role", "from"], ("backing:1", "actor:a", "actor:b", ["ARMS", Day(5)]));
        Assert.Equal(new WriteSummary(1, 0, 0), await store.WriteAsync(rows));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(rows));
        Assert.Equal(
            new WriteSummary(0, 1, 0),
            await store.WriteAsync(store.Links("BACKS", ["role"], ("backing:1", "actor:a", "actor:b", ["MONEY"]))));
        Assert.Equal(["actor:a|actor:b|backing:1|2016-12-05|?|MONEY"], await BackingsAsync(store));
    }

    [Fact]
    public async Task Parallel_relationships_are_kept_apart()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links(
            "BACKS", ["role"], ("backing:1", "actor:a", "actor:b", ["ARMS"]), ("backing:2", "actor:a", "actor:b", ["ARMS"])));
        Assert.Equal(2, await store.CountAsync("BACKS"));
    }

    [Fact]
    public async Task A_relationship_with_an_id_moves_to_other_ends()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links("BACKS", ["role"], ("backing:1", "actor:a", "actor:b", ["ARMS"])));
        Assert.Equal(
            new WriteSummary(0, 1, 0),
            await store.WriteAsync(store.Links("BACKS", [], ("backing:1", "actor:c", "actor:a", None))));
        Assert.Equal(["actor:c|actor:a|backing:1|?|?|ARMS"], await BackingsAsync(store));
    }

    [Fact]
    public async Task A_relationship_without_an_id_is_one_for_its_ends()
    {
        await using var store = await NewAsync();
        var rows = store.Links("LEADS", ["note"], (null, "actor:a", "event:1", ["x"]), (null, "actor:a", "event:2", ["y"]));
        Assert.Equal(new WriteSummary(2, 0, 0), await store.WriteAsync(rows));
        Assert.Equal(new WriteSummary(0, 0, 2), await store.WriteAsync(rows));
        Assert.Equal(
            new WriteSummary(0, 1, 0),
            await store.WriteAsync(store.Links("LEADS", ["note"], ("leading:actor:a>event:2", "actor:a", "event:2", [null]))));
        Assert.Equal(
            ["actor:a|event:1|10|x", "actor:a|event:2|?|?"],
            await store.RowsAsync("LEADS", TestGraph.Source, TestGraph.Target, TestGraph.TargetOrder, "note"));
        var ends = store.Links("TOOK_PART", ("actor:a", "event:1"));
        Assert.Equal(new WriteSummary(1, 0, 0), await store.WriteAsync(ends));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(ends));
    }

    [Fact]
    public async Task Copies_of_the_order_follow_the_node()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(
            store.Links("TOOK_PART", ("actor:a", "event:1"), ("actor:b", "event:1"), ("actor:a", "event:2")),
            store.Links("LEADS", ("actor:a", "event:1")),
            store.Links("OCCURRED_AT", ("event:1", "place:p")));
        await store.WriteAsync(
            store.Nodes("Event", ["start", "rank"], ("event:1", [Day(9), null])),
            store.Nodes("Actor", ["name"], ("actor:b", ["Z"])));
        Assert.Equal(
            ["actor:a|event:1|2016-12-09|A", "actor:a|event:2|2016-12-02|A", "actor:b|event:1|2016-12-09|Z"],
            await store.RowsAsync("TOOK_PART", TestGraph.Source, TestGraph.Target, TestGraph.TargetOrder, TestGraph.SourceOrder));
        Assert.Equal(["?"], await store.RowsAsync("LEADS", TestGraph.TargetOrder));
        Assert.Equal(["2016-12-09"], await store.RowsAsync("OCCURRED_AT", TestGraph.SourceOrder));
    }

    [Fact]
    public async Task A_missing_end_is_rejected_with_its_id()
    {
        await using var store = await NewAsync();
        var message = await store.RefusalAsync(store.Links("OCCURRED_AT", ("event:1", "place:x")));
        Assert.Equal("'occurredAt:event:1>place:x': the Place 'place:x' does not exist.", message);
        Assert.Contains(
            "the Event 'event:9' does not exist", await store.RefusalAsync(store.Links("OCCURRED_AT", ("event:9", "place:p"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_of_the_wrong_type_is_rejected()
    {
        await using var store = await NewAsync();
        Assert.Equal(
            "'occurredAt:event:1>actor:a' ends at 'actor:a': OCCURRED_AT leads from Event to Place, so that id must begin with 'place:'.",
            await store.RefusalAsync(store.Links("OCCURRED_AT", ("event:1", "actor:a"))));
    }

    [Fact]
    public async Task A_node_cannot_have_a_relationship_to_itself()
    {
        await using var store = await NewAsync();
        Assert.Contains(
            "to itself",
            await store.RefusalAsync(store.Links("BACKS", ["role"], ("backing:1", "actor:a", "actor:a", ["ARMS"]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_is_required_for_types_that_store_it_and_rejected_for_others()
    {
        await using var store = await NewAsync();
        Assert.Contains(
            "has no id",
            await store.RefusalAsync(store.Links("BACKS", ["role"], (null, "actor:a", "actor:b", ["ARMS"]))),
            StringComparison.Ordinal);
        Assert.Contains(
            "expected 'backing:<key>'",
            await store.RefusalAsync(store.Links("BACKS", ["role"], ("back:1", "actor:a", "actor:b", ["ARMS"]))),
            StringComparison.Ordinal);
        Assert.Contains(
            "cannot be given",
            await store.RefusalAsync(store.Links("TOOK_PART", [], ("tookPart:1", "actor:a", "event:1", None))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_relationship_is_rejected_if_the_model_allows_one()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(store.Links("OCCURRED_AT", ("event:1", "place:p"), ("event:2", "place:p")));
        Assert.Equal(
            "'event:1' would have more than one OCCURRED_AT, with 'place:p' and 'place:q'; the model allows one.",
            await store.RefusalAsync(store.Links("OCCURRED_AT", ("event:1", "place:q"))));
        await store.WriteAsync(store.Links("HOME", ("actor:a", "place:p")));
        Assert.Contains(
            "'place:p' would have more than one HOME",
            await store.RefusalAsync(store.Links("HOME", ("actor:b", "place:p"))),
            StringComparison.Ordinal);
        Assert.Equal(2, await store.CountAsync("OCCURRED_AT"));
    }

    [Fact]
    public async Task From_must_not_be_after_until_in_whatever_row_they_are()
    {
        await using var store = await NewAsync();
        string[] both = ["role", "from", "until"];
        Assert.Equal(
            "'backing:1': from (2016-12-06) is after until (2016-12-05).",
            await store.RefusalAsync(store.Links("BACKS", both, ("backing:1", "actor:a", "actor:b", ["ARMS", Day(6), Day(5)]))));
        await store.WriteAsync(store.Links("BACKS", both, ("backing:1", "actor:a", "actor:b", ["ARMS", Day(5), Day(5)])));
        Assert.Contains(
            "is after until",
            await store.RefusalAsync(store.Links("BACKS", ["from"], ("backing:1", "actor:a", "actor:b", [Day(6)]))),
            StringComparison.Ordinal);
        Assert.Contains(
            "is after until",
            await store.RefusalAsync(store.Links("BACKS", ["until"], ("backing:1", "actor:a", "actor:b", [Day(4)]))),
            StringComparison.Ordinal);
        await store.WriteAsync(store.Links("BACKS", ["from", "until"], ("backing:1", "actor:a", "actor:b", [Day(6), null])));
    }

    [Fact]
    public async Task A_new_relationship_without_a_required_property_is_rejected()
    {
        await using var store = await NewAsync();
        Assert.Equal(
            "'backing:1' is new and must have role, which Backing requires.",
            await store.RefusalAsync(store.Links("BACKS", [], ("backing:1", "actor:a", "actor:b", None))));
    }

    [Fact]
    public async Task Ids_are_found_with_their_types_and_ends_are_listed()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(
            store.Links("BACKS", ["role"], ("backing:1", "actor:a", "actor:b", ["ARMS"])),
            store.Links("OCCURRED_AT", ("event:1", "place:p")));
        var found = await store.Store.FindAsync(
            [
                "actor:a", "actor:zz", "backing:1", "backing:2", "occurredAt:event:1>place:p", "occurredAt:event:2>place:p",
                "occurredAt:event:1", "occurredAt:>", "occurredAt:place:p>event:1", "nobody:1", "", ":", "event:1",
            ],
            TestContext.Current.CancellationToken);
        Assert.Equal(
            ["actor:a Actor", "backing:1 Backing", "event:1 Event", "occurredAt:event:1>place:p OccurredAt"],
            found.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));

        Assert.True(store.Model.TryGetRelationship("BACKS", out var backs));
        Assert.True(store.Model.TryGetRelationship("OCCURRED_AT", out var occurredAt));
        Assert.Equal(
            [new RelationshipEnds("backing:1", "actor:a", "actor:b")],
            await store.Store.ReadEndsAsync(backs, TestContext.Current.CancellationToken));
        Assert.Equal(
            [new RelationshipEnds(null, "event:1", "place:p")],
            await store.Store.ReadEndsAsync(occurredAt, TestContext.Current.CancellationToken));
    }
}

public sealed class SqliteRelationshipWriteTests() : RelationshipWriteTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class RelationshipWriteOnNeo4j526Tests(Neo4j526 server) : RelationshipWriteTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class RelationshipWriteOnNeo4j2026Tests(Neo4j2026 server) : RelationshipWriteTests(new Neo4jFamily(server));
