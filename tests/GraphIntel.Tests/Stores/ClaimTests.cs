using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>What claims decide, on every store.</summary>
public abstract class ClaimTests : IAsyncDisposable
{
    private readonly StoreFamily _stores;

    private protected ClaimTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    private static readonly object?[] _none = [];

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
            store.Links("BACKS", [], ("backing:1", "actor:a", "actor:b", _none)),
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
    public async Task A_claim_that_moves_is_taken_from_one_fact_to_the_other()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(Claim(store, "1", "event:1", "DENIES", 5));
        Assert.Equal(["DENIED"], await store.RowsAsync("Event", "standing"));
        await store.WriteAsync(store.Nodes("Claim", ["about"], ("claim:1", ["backing:1"])));
        Assert.Equal(["ASSERTED"], await store.RowsAsync("Event", "standing"));
        Assert.Equal("DENIED|?|?|0", await BackingAsync(store));
    }

    [Fact]
    public async Task Given_attested_days_stay_until_they_are_taken_back()
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
    public async Task A_claim_may_come_with_its_fact_and_speak_of_any_relationship()
    {
        await using var store = await NewAsync();
        await store.WriteAsync(
            Claim(store, "1", "membership:1", "DENIES", 5),
            Claim(store, "2", "occurredAt:event:1>place:p", "DENIES", 5),
            Claim(store, "3", "actor:a", "DENIES", 5),
            store.Links("MEMBER_OF", [], ("membership:1", "actor:a", "actor:b", _none)));
        Assert.Equal(["DENIED"], await store.RowsAsync("MEMBER_OF", "standing"));
    }

    [Theory]
    [InlineData("backing:2", "'claim:1' is about 'backing:2', which is not there.")]
    [InlineData("event:9", "'claim:1' is about 'event:9', which is not there.")]
    [InlineData("occurredAt:event:1>place:q", "which is not there.")]
    [InlineData("occurredAt:event:1", "which is not there.")]
    [InlineData("basedIn:actor:a>place:p", "which is not there.")]
    [InlineData("source:s", "'claim:1' is about 'source:s', which is no fact: a claim is about a relationship or about Actor, Place, Event.")]
    [InlineData("nothing", "which is no fact")]
    [InlineData("", "which is no fact")]
    public async Task A_claim_about_no_fact_is_refused(string about, string reason)
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
