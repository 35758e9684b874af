using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Which error of a batch with several is reported: the same on every store.</summary>
public abstract class ErrorOrderTests : IAsyncDisposable
{
    private const string Model =
        """
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: OUT, properties: "Part")
          borders: [Place!]! @relationship(type: "BORDERS", direction: BOTH)
          held: [Place!]! @relationship(type: "HOLDS", direction: OUT, properties: "Holding")
          seat: Place @relationship(type: "SEAT", direction: OUT)
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Part @edge(type: "PART_OF") { id: ID! note: String }
        type Holding @edge(type: "HOLDS", valid: ["from", "until"], attested: ["first", "last"]) {
          id: ID! role: Role! from: Date until: Date first: Date last: Date
        }
        enum Role { GARRISON CLAIM }
        type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
        }
        enum Stance { SUPPORTS DENIES }
        """;

    private const string Gone = "the Place 'place:gone' does not exist";

    private static readonly object?[] None = [];
    private static readonly string[] HoldingRows = ["role", "from", "until", "first", "last"];

    private readonly StoreFamily _stores;

    private protected ErrorOrderTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private static DateOnly Day(int day) => new(2016, 12, day);

    /// <summary>Places a to f; a holding from a to b.</summary>
    private async Task<TestGraph> NewAsync()
    {
        var store = await _stores.OpenAsync(Model);
        await store.WriteAsync(
            store.Nodes("Place", ["name"], [.. "abcdef".Select(letter => ($"place:{letter}", new object?[] { "P" }))]),
            store.Links("HOLDS", HoldingRows, Holding("1", "b", Day(1), Day(2))));
        return store;
    }

    private static (string?, string, string, object?[]) Holding(
        string id, string target, DateOnly? from, DateOnly? until, DateOnly? first = null, DateOnly? last = null) =>
        ($"holding:{id}", "place:a", $"place:{target}", ["GARRISON", from, until, first, last]);

    private static RelationshipRows Parts(TestGraph store, params (string Id, string Child, string Parent)[] parts) => store.Links(
        "PART_OF", [], [.. parts.Select(part => ((string?)$"part:{part.Id}", $"place:{part.Child}", $"place:{part.Parent}", None))]);

    private static NodeRows Claim(TestGraph store, string about) =>
        store.Nodes("Claim", ["name", "about", "stance", "made"], ("claim:1", ["C", about, "DENIES", Day(1)]));

    private static async Task RefusedAsync(TestGraph store, string reason, params object[] parts) =>
        Assert.Contains(reason, await store.RefusalAsync(parts), StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_end_comes_before_the_other_errors_of_its_row()
    {
        await using var store = await NewAsync();
        await RefusedAsync(store, Gone, store.Links("HOLDS", HoldingRows, Holding("2", "gone", Day(2), Day(1))));
        await RefusedAsync(store, Gone, store.Links("HOLDS", HoldingRows, Holding("1", "gone", Day(2), Day(1))));
        await RefusedAsync(store, Gone, store.Links("HOLDS", ["from"], ("holding:2", "place:a", "place:gone", [Day(2)])));
    }

    [Fact]
    public async Task A_missing_source_comes_before_a_missing_target()
    {
        await using var store = await NewAsync();
        await RefusedAsync(store, "the Place 'place:none' does not exist", store.Links("SEAT", ("place:none", "place:gone")));
    }

    [Fact]
    public async Task The_error_of_an_earlier_row_comes_before_a_missing_end_of_a_later_one()
    {
        await using var store = await NewAsync();
        var (wrong, gone) = (Holding("2", "b", Day(2), Day(1)), Holding("3", "gone", null, null));
        await RefusedAsync(store, "from (2016-12-02) is after until", store.Links("HOLDS", HoldingRows, wrong, gone));
        await RefusedAsync(store, Gone, store.Links("HOLDS", HoldingRows, gone, wrong));
        await RefusedAsync(
            store, "is the same BORDERS", store.Links("BORDERS", ("place:a", "place:b"), ("place:b", "place:a"), ("place:a", "place:gone")));
        await RefusedAsync(
            store, Gone, store.Links("BORDERS", ("place:a", "place:b"), ("place:a", "place:gone"), ("place:b", "place:a")));
    }

    [Fact]
    public async Task A_missing_end_of_earlier_rows_comes_before_errors_of_another_type()
    {
        await using var store = await NewAsync();
        var seats = store.Links("SEAT", ("place:a", "place:b"), ("place:c", "place:gone"));
        const string Late = "the Place 'place:late' does not exist";
        await RefusedAsync(store, Gone, seats, store.Links("BORDERS", ("place:a", "place:late")));
        await RefusedAsync(store, Late, store.Links("BORDERS", ("place:a", "place:late")), seats);
        await RefusedAsync(store, Gone, seats, store.Links("HOLDS", HoldingRows, Holding("2", "b", Day(2), Day(1))));
        await RefusedAsync(store, Gone, seats, store.Links("HOLDS", ["from"], ("holding:2", "place:a", "place:late", [Day(2)])));
        await RefusedAsync(store, Gone, seats, store.Links("HOLDS", HoldingRows, Holding("2", "late", null, null), Holding("2", "b", null, null)));
        await RefusedAsync(store, Gone, seats, store.Links("SEAT", ("place:a", "place:d")));
    }

    [Fact]
    public async Task Valid_days_come_before_attested_ones()
    {
        await using var store = await NewAsync();
        foreach (var id in new[] { "1", "2" })
        {
            await RefusedAsync(
                store, "from (2016-12-02) is after until", store.Links("HOLDS", HoldingRows, Holding(id, "b", Day(2), Day(1), Day(4), Day(3))));
            await RefusedAsync(
                store, "first (2016-12-04) is after last", store.Links("HOLDS", HoldingRows, Holding(id, "b", Day(1), Day(2), Day(4), Day(3))));
        }
    }

    [Fact]
    public async Task Missing_properties_of_a_new_row_come_before_its_days()
    {
        await using var store = await NewAsync();
        await RefusedAsync(
            store, "is new and must have role",
            store.Links("HOLDS", ["from", "until"], ("holding:2", "place:a", "place:b", [Day(2), Day(1)])));
    }

    [Fact]
    public async Task An_end_that_a_later_row_replaces_must_be_there()
    {
        await using var store = await NewAsync();
        await RefusedAsync(store, Gone, store.Links("HOLDS", HoldingRows, Holding("2", "gone", null, null), Holding("2", "b", null, null)));
        await RefusedAsync(store, Gone, store.Links("HOLDS", HoldingRows, Holding("1", "gone", null, null), Holding("1", "b", null, null)));
    }

    [Fact]
    public async Task Errors_of_a_row_come_before_rules_about_several_rows_and_these_before_claims()
    {
        await using var store = await NewAsync();
        var claim = Claim(store, "place:gone");
        var seats = store.Links("SEAT", ("place:a", "place:b"), ("place:a", "place:c"));
        var cycle = Parts(store, ("1", "a", "b"), ("2", "b", "a"));
        await RefusedAsync(
            store, "is new and must have name", store.Nodes("Place", [], ("place:new", None)), claim, seats, cycle);
        await RefusedAsync(store, Gone, claim, seats, cycle, store.Links("SEAT", ("place:d", "place:gone")));

        // In the order of the model, whatever the order of the batch.
        await RefusedAsync(store, "a hierarchy must not have cycles", claim, seats, cycle);
        await RefusedAsync(store, "'place:a' would have more than one SEAT", claim, seats);
        await RefusedAsync(store, "'place:a' would have more than one PART_OF", Parts(store, ("1", "a", "b"), ("2", "b", "a"), ("3", "a", "c")));
        await RefusedAsync(store, "'claim:1' is about 'place:gone', which does not exist", claim);
    }

    [Fact]
    public async Task Of_several_claims_the_first_error_is_reported()
    {
        await using var store = await NewAsync();
        string[] columns = ["name", "about", "stance", "made"];
        await RefusedAsync(
            store, "'claim:2' is about 'claim:1', which is not a fact",
            store.Nodes(
                "Claim", columns, ("claim:1", ["C", "place:a", "DENIES", Day(1)]), ("claim:2", ["C", "claim:1", "DENIES", Day(1)]),
                ("claim:3", ["C", "place:gone", "DENIES", Day(1)])));
        await RefusedAsync(
            store, "'claim:3' is about 'place:gone', which does not exist",
            store.Nodes(
                "Claim", columns, ("claim:3", ["C", "place:gone", "DENIES", Day(1)]), ("claim:2", ["C", "claim:1", "DENIES", Day(1)])));
    }

    [Fact]
    public async Task A_cycle_is_shown_from_the_first_node_whose_parent_is_new()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(Parts(store, ("1", "a", "f"), ("2", "c", "b")));
        Assert.Equal(
            "PART_OF would form a cycle from 'place:b' to 'place:c' and back to the first; a hierarchy must not have cycles.",
            await store.RefusalAsync(Parts(store, ("1", "b", "c"), ("3", "a", "c"))));
    }
}

public sealed class SqliteErrorOrderTests() : ErrorOrderTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class ErrorOrderOnNeo4j526Tests(Neo4j526 server) : ErrorOrderTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class ErrorOrderOnNeo4j2026Tests(Neo4j2026 server) : ErrorOrderTests(new Neo4jFamily(server));
