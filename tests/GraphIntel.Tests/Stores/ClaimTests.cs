using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>Values derived from claims, on every store.</summary>
public abstract class ClaimTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected ClaimTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private static readonly object?[] None = [];

    private static DateOnly Day(int day) => new(2016, 12, day);

    private async Task<TestGraph> NewAsync()
    {
        var store = await _stores.OpenAsync(ModelReader.ReadDomain());
        await store.WriteAsync(
            store.Nodes("Actor", ["name", "kind"], ("actor:a", ["A", "STATE"]), ("actor:b", ["B", "REBEL_GROUP"])),
            store.Nodes("Place", ["name", "kind"], ("place:p", ["P", "TOWN"])),
            store.Nodes("Source", ["name", "kind"], ("source:s", ["S", "MONITOR"])),
            store.Nodes(
                "Event",
                ["title", "kind", "start", "end", "datePrecision", "placePrecision"],
                ("event:1", ["E", "BATTLE", Day(1), Day(1), "DAY", "EXACT"])),
            store.Links("BACKS", [], ("backing:1", "actor:a", "actor:b", None)),
            store.Links("OCCURRED_AT", ("event:1", "place:p")));
        return store;
    }

    private static NodeRows Claim(TestGraph store, string id, string about, string stance, int made, string? field = null) =>
        store.Nodes(
            "Claim",
            ["about", "stance", "made", "statement", "field"],
            ($"claim:{id}", [about, stance, Day(made), "said", field]));

    private static async Task<string> BackingAsync(TestGraph store) =>
        (await store.RowsAsync("BACKS", "standing", "attestedFrom", "attestedUntil", TestGraph.Given)).Single();

    [Fact]
    public async Task Standing_and_attested_days_follow_the_claims()
    {
        await using var store = await NewAsync();
        Assert.Equal("ASSERTED|?|?|0", await BackingAsync(store));
        await store.WriteAsync(Claim(store, "1", "backing:1", "SUPPORTS", 5));
        Assert.Equal("ASSERTED|2016-12-05|2016-12-05|0", await BackingAsync(store));
        await store.WriteAsync(Claim(store, "2", "backing:1", "SUPPORTS", 9));
        Assert.Equal("ASSERTED|2016-12-05|2016-12-09|0", await BackingAsync(store));
        await store.WriteAsync(Claim(store, "3", "backing:1", "DENIES", 20));
        Assert.Equal("DISPUTED|2016-12-05|2016-12-09|0", await BackingAsync(store));
        await store.WriteAsync(Claim(store, "1", "backing:1", "DENIES", 5), Claim(store, "2", "backing:1", "DENIES", 9));
        Assert.Equal("DENIED|?|?|0", await BackingAsync(store));
        await store.WriteAsync(store.Nodes("Claim", ["made", "stance"], ("claim:2", [Day(11), "SUPPORTS"])));
        Assert.Equal("DISPUTED|2016-12-11|2016-12-11|0", await BackingAsync(store));
    }

    [Fact]
    public async Task The_first_days_of_claims_follow_the_claims()
    {
        await using var store = await NewAsync();
        async Task<string> FirstAsync() => (await store.RowsAsync("BACKS", "$supported", "$denied")).Single();
        Assert.Equal("?|?", await FirstAsync());
        await store.WriteAsync(
            Claim(store, "1", "backing:1", "SUPPORTS", 9), Claim(store, "2", "backing:1", "SUPPORTS", 5), Claim(store, "3", "backing:1", "SUPPORTS", 1, "from"));
        Assert.Equal("2016-12-05|?", await FirstAsync());
        await store.WriteAsync(Claim(store, "4", "backing:1", "DENIES", 7), Claim(store, "5", "backing:1", "DENIES", 8));
        Assert.Equal("2016-12-05|2016-12-07", await FirstAsync());

        // Moved to other ends, the relationship keeps them.
        await store.WriteAsync(store.Links("BACKS", [], ("backing:1", "actor:b", "actor:a", None)));
        Assert.Equal("2016-12-05|2016-12-07", await FirstAsync());

        // Attested days that are given say nothing of claims.
        await store.WriteAsync(store.Links("BACKS", ["attestedFrom"], ("backing:1", "actor:b", "actor:a", [Day(2)])));
        Assert.Equal("2016-12-05|2016-12-07", await FirstAsync());
        await store.WriteAsync(Claim(store, "2", "event:1", "SUPPORTS", 5), Claim(store, "4", "backing:1", "SUPPORTS", 7));
        Assert.Equal("2016-12-07|2016-12-08", await FirstAsync());
    }

    [Fact]
    public async Task A_claim_about_one_field_does_not_count()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(
            Claim(store, "1", "event:1", "DENIES", 5, "deathsBest"), Claim(store, "2", "backing:1", "SUPPORTS", 5, "from"));
        Assert.Equal(["ASSERTED"], await store.RowsAsync("Event", "standing"));
        Assert.Equal("ASSERTED|?|?|0", await BackingAsync(store));
        await store.WriteAsync(store.Nodes("Claim", ["field"], ("claim:1", [null])));
        Assert.Equal(["DENIED"], await store.RowsAsync("Event", "standing"));
    }

    [Fact]
    public async Task A_claim_that_moves_leaves_a_relationship_asserted_whatever_else_the_batch_has()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(
            Claim(store, "1", "participation:p", "DENIES", 5),
            store.Links("PARTICIPATED_IN", ["role"], ("participation:p", "actor:a", "event:1", ["SIDE_B"])));
        Assert.Equal(["DENIED"], await store.RowsAsync("PARTICIPATED_IN", "standing"));
        await store.WriteAsync(
            Claim(store, "1", "event:1", "DENIES", 5),
            store.Links("PARTICIPATED_IN", ["role"], ("participation:p", "actor:a", "event:1", ["SIDE_B"])));
        Assert.Equal(["ASSERTED"], await store.RowsAsync("PARTICIPATED_IN", "standing"));
    }

    [Fact]
    public async Task Claims_that_move_leave_several_relationships_asserted()
    {
        await using var store = await _stores.OpenAsync(ModelReader.ReadDomain());
        NodeRows Actors() => store.Nodes("Actor", ["name", "kind"], ("actor:a", ["A", "STATE"]), ("actor:b", ["B", "STATE"]), ("actor:c", ["C", "STATE"]));
        NodeRows Events(string precision) => store.Nodes(
            "Event",
            ["title", "kind", "start", "end", "datePrecision", "placePrecision"],
            ("event:\U0001F600", ["E", "BATTLE", Day(1), Day(2), "DAY", "EXACT"]),
            ("event:\u00E9", ["F", "CAMPAIGN", Day(3), Day(4), precision, "EXACT"]));
        RelationshipRows Taken(string role) => store.Links(
            "PARTICIPATED_IN",
            ["role"],
            ("participation:\U0001F600", "actor:a", "event:\U0001F600", [role]),
            ("participation:\uFF66", "actor:b", "event:\u00E9", ["SIDE_B"]));
        await store.WriteAsync(
            Actors(), Events("LONGER"), Taken("SIDE_A"), store.Links("SUCCEEDS", ("actor:a", "actor:c")),
            Claim(store, "\U00010437", "participation:\uFF66", "DENIES", 5), Claim(store, "\"", "participation:\U0001F600", "SUPPORTS", 5));
        await store.WriteAsync(
            Actors(), Events("MONTH"), Taken("OTHER"), store.Links("SUCCEEDS", ("actor:a", "actor:c")),
            Claim(store, "\U00010437", "event:\U0001F600", "DENIES", 4), Claim(store, "\"", "succeeds:actor:a>actor:c", "DENIES", 5));
        Assert.Equal(["ASSERTED", "ASSERTED"], await store.RowsAsync("PARTICIPATED_IN", "standing"));
        Assert.Equal(["ASSERTED", "DENIED"], (await store.RowsAsync("Event", "standing")).Order());
    }

    [Fact]
    public async Task A_moved_claim_changes_both_facts()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(Claim(store, "1", "event:1", "DENIES", 5));
        Assert.Equal(["DENIED"], await store.RowsAsync("Event", "standing"));
        await store.WriteAsync(store.Nodes("Claim", ["about"], ("claim:1", ["backing:1"])));
        Assert.Equal(["ASSERTED"], await store.RowsAsync("Event", "standing"));
        Assert.Equal("DENIED|?|?|0", await BackingAsync(store));
    }

    [Fact]
    public async Task Given_attested_days_are_kept_until_they_are_removed()
    {
        await using var store = await NewAsync();
        string[] both = ["attestedFrom", "attestedUntil"];
        var given = store.Links("BACKS", both, ("backing:1", "actor:a", "actor:b", [Day(2), null]));
        var derived = store.Links("BACKS", both, ("backing:1", "actor:a", "actor:b", [null, null]));
        await store.WriteAsync(Claim(store, "1", "backing:1", "SUPPORTS", 5));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(derived));
        Assert.Equal(new WriteSummary(0, 1, 0), await store.WriteAsync(given));
        Assert.Equal("ASSERTED|2016-12-02|?|1", await BackingAsync(store));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(given));
        await store.WriteAsync(Claim(store, "2", "backing:1", "SUPPORTS", 9));
        Assert.Equal("ASSERTED|2016-12-02|?|1", await BackingAsync(store));
        await store.WriteAsync(store.Links("BACKS", ["attestedUntil"], ("backing:1", "actor:a", "actor:b", [Day(3)])));
        Assert.Equal("ASSERTED|2016-12-02|2016-12-03|1", await BackingAsync(store));
        Assert.Contains(
            "is after attestedUntil",
            await store.RefusalAsync(store.Links("BACKS", ["attestedFrom"], ("backing:1", "actor:a", "actor:b", [Day(4)]))),
            StringComparison.Ordinal);
        Assert.Equal(new WriteSummary(0, 1, 0), await store.WriteAsync(derived));
        Assert.Equal("ASSERTED|2016-12-05|2016-12-09|0", await BackingAsync(store));
        Assert.Equal(new WriteSummary(0, 0, 1), await store.WriteAsync(derived));
    }

    [Fact]
    public async Task A_claim_can_be_in_the_batch_of_its_fact_and_be_about_any_relationship()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(
            Claim(store, "1", "membership:1", "DENIES", 5),
            Claim(store, "2", "occurredAt:event:1>place:p", "DENIES", 5),
            Claim(store, "3", "actor:a", "DENIES", 5),
            store.Links("MEMBER_OF", [], ("membership:1", "actor:a", "actor:b", None)));
        Assert.Equal(["DENIED"], await store.RowsAsync("MEMBER_OF", "standing"));
    }

    [Theory]
    [InlineData("ASSERTED", "SUPPORTS", "SUPPORTS")]
    [InlineData("DISPUTED", "SUPPORTS", "DENIES")]
    [InlineData("DENIED", "DENIES", "DENIES")]
    public async Task Claims_in_the_batch_of_a_new_node_decide_its_standing_and_later_ones_count_with_them(string standing, string one, string other)
    {
        await using var store = await NewAsync();
        await store.WriteAsync(
            Claim(store, "1", "event:2", one, 5),
            store.Nodes(
                "Event",
                ["title", "kind", "start", "end", "datePrecision", "placePrecision"],
                ("event:2", ["New", "BATTLE", Day(1), Day(1), "DAY", "EXACT"])),
            Claim(store, "2", "event:2", other, 6));
        Assert.Contains($"New|{standing}", await store.RowsAsync("Event", "title", "standing"));
        await store.WriteAsync(Claim(store, "3", "event:2", "DENIES", 7));
        Assert.Contains($"New|{(standing == "DENIED" ? "DENIED" : "DISPUTED")}", await store.RowsAsync("Event", "title", "standing"));
    }

    [Fact]
    public async Task A_claim_about_a_new_node_that_is_no_fact_is_rejected()
    {
        await using var store = await NewAsync();
        var refusal = await store.RefusalAsync(
            store.Nodes("Source", ["name", "kind"], ("source:new", ["N", "MONITOR"])), Claim(store, "1", "source:new", "SUPPORTS", 5));
        Assert.Contains("'source:new', which is not a fact", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backing:2", "'claim:1' is about 'backing:2', which does not exist.")]
    [InlineData("event:9", "'claim:1' is about 'event:9', which does not exist.")]
    [InlineData("occurredAt:event:1>place:q", "which does not exist.")]
    [InlineData("occurredAt:event:1", "which does not exist.")]
    [InlineData("basedIn:actor:a>place:p", "which does not exist.")]
    [InlineData("source:s", "'claim:1' is about 'source:s', which is not a fact: a claim must be about a relationship or one of Actor, Place, Event.")]
    [InlineData("nothing", "which is not a fact")]
    [InlineData("", "which is not a fact")]
    public async Task A_claim_about_no_fact_is_rejected(string about, string reason)
    {
        await using var store = await NewAsync();
        Assert.Contains(reason, await store.RefusalAsync(Claim(store, "1", about, "DENIES", 5)), StringComparison.Ordinal);
        Assert.Equal(0, await store.CountAsync("Claim"));
    }

    [Fact]
    public async Task A_copy_of_a_standing_follows_the_claims()
    {
        await using var store = await _stores.OpenAsync(
            """
            type Actor @node {
              id: ID! name: String!
              events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "standing")
            }
            type Event @node(standing: "standing") {
              id: ID! name: String! standing: Standing!
              claims: [Claim!]! @refersBy(field: "about")
            }
            type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
              id: ID! name: String! about: ID! stance: Stance! made: Date!
            }
            enum Stance { SUPPORTS DENIES }
            enum Standing { ASSERTED DISPUTED DENIED }
            """);
        await store.WriteAsync(
            store.Nodes("Actor", ["name"], ("actor:a", ["A"])),
            store.Nodes("Event", ["name"], ("event:1", ["E"])),
            store.Links("TOOK_PART", ("actor:a", "event:1")),
            store.Nodes("Claim", ["name", "about", "stance", "made"], ("claim:1", ["C", "event:1", "DENIES", Day(1)])));
        Assert.Equal(["DENIED"], await store.RowsAsync("TOOK_PART", TestGraph.TargetOrder));
    }

    [Fact]
    public async Task Standing_cannot_be_given()
    {
        await using var store = await NewAsync();
        Assert.Contains(
            "derived from claims",
            await store.RefusalAsync(store.Nodes("Event", ["standing"], ("event:1", ["DENIED"]))),
            StringComparison.Ordinal);
    }
}

public sealed class SqliteClaimTests() : ClaimTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class ClaimOnNeo4j526Tests(Neo4j526 server) : ClaimTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class ClaimOnNeo4j2026Tests(Neo4j2026 server) : ClaimTests(new Neo4jFamily(server));
