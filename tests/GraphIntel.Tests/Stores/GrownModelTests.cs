using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>A store that was created for an earlier model, on every store.</summary>
public abstract class GrownModelTests : IAsyncDisposable
{
    private const string Base =
        """
        type Actor @node {
          id: ID! name: String! kind: Kind
          friends: [Actor!]! @relationship(type: "KNOWS", direction: OUT, properties: "Knowing")
          events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start")
          claims: [Claim!]! @refersBy(field: "about")
        }
        enum Kind { STATE GROUP }
        type Knowing @edge(type: "KNOWS") { id: ID! note: String }
        type Event @node { id: ID! name: String! start: Date! }
        type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
        }
        enum Stance { SUPPORTS DENIES }
        """;

    private static readonly object?[] None = [];

    private readonly StoreFamily _stores;

    private protected GrownModelTests(StoreFamily stores) => _stores = stores;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _stores.DisposeAsync();
    }

    public static TheoryData<string, string, string> Incompatibilities => new()
    {
        { "kind: Kind", "kind: String", "- Actor.kind was an optional Kind and is now an optional String." },
        { "kind: Kind", "kind: Kind!", "- Actor.kind was an optional Kind and is now a required Kind." },
        { "kind: Kind", "kind: [Kind!]", "- Actor.kind was an optional Kind and is now an optional list of Kind." },
        { "start: Date!", "start: Date", "- Event.start was a required Date and is now an optional Date." },
        { "kind: Kind", "kind: Kind age: Int!", "- Actor.age is new and required, but existing data has no value for it." },
        { "{ id: ID! note: String }", "{ id: ID! }", "- Knowing.note is no longer in the model." },
        { "STATE GROUP", "STATE", "- The enum Kind no longer has GROUP." },
        { "{ id: ID! note: String }", "{ note: String }", "- Knowing (KNOWS): its id was stored and is now derived from its ends." },
        { "\"KNOWS\"", "\"LIKES\"", "- Knowing (KNOWS) is no longer in the model." },
        { ", orderedBy: \"start\"", "", "- TookPart (TOOK_PART): the property of Event by which it is ordered was start and is now none." },
        { "denies: \"DENIES\"", "denies: \"SUPPORTS\"", "- The properties that make a node a claim have changed." },
        { "TOOK_PART\", direction: OUT", "TOOK_PART\", direction: IN", "- TookPart (TOOK_PART): its source type was Actor and is now Event." },
        {
            "  claims: [Claim!]! @refersBy(field: \"about\")\n", "", "- Actor: claims about it are no longer in the model."
        },
        {
            "\"KNOWS\") { id: ID! note: String }", "\"KNOWS\", valid: [\"from\", \"until\"]) { id: ID! note: Int from: Date until: Date }",
            "- Knowing.note was an optional String and is now an optional Int."
        },
    };

    private async Task FillAsync(Func<TestGraph, Task>? fill = null)
    {
        await using var store = await _stores.OpenAsync(Base);
        await store.WriteAsync(
            store.Nodes("Actor", ["name", "kind"], ("actor:a", ["A", "STATE"]), ("actor:b", ["B", null]), ("actor:c", ["C", null])));
        if (fill is not null)
            await fill(store);
    }

    private async Task<string> RefusalAsync(string sdl)
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => _stores.OpenAsync(sdl));
        Assert.Equal(StoreFailure.Refused, failure.Failure);
        Assert.Contains($"specify a new {_stores.Container} and import into it", failure.Message, StringComparison.Ordinal);

        // The refused model left nothing behind.
        await using var store = await _stores.OpenAsync(Base);
        Assert.Equal(3, await store.CountAsync("Actor"));
        return failure.Message;
    }

    private static string Replace(string from, string to)
    {
        Assert.Contains(from, Base, StringComparison.Ordinal);
        return Base.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Additions_of_a_newer_model_are_applied()
    {
        await FillAsync();
        var grown = Replace("name: String! kind: Kind", "name: String! @index kind: Kind @index age: Int tags: [String!]! at: Point @index big: Boolean")
            .Replace("GROUP", "GROUP PERSON", StringComparison.Ordinal)
            .Replace("note: String", "note: String @index since: Date flags: [Boolean!]!", StringComparison.Ordinal)
            + "type Place @node { id: ID! name: String! parent: Place @relationship(type: \"PART_OF\", direction: OUT) }";
        await using var store = await _stores.OpenAsync(grown);
        Assert.Equal(["A|?|[]|?", "B|?|[]|?", "C|?|[]|?"], await store.RowsAsync("Actor", "name", "age", "tags", "big"));
        await store.WriteAsync(
            store.Nodes("Actor", ["kind", "age", "big"], ("actor:a", ["PERSON", 7, true])),
            store.Links("KNOWS", ["since"], ("knowing:1", "actor:a", "actor:b", [new DateOnly(2016, 12, 22)])),
            store.Nodes("Place", ["name"], ("place:p", ["P"]), ("place:q", ["Q"])),
            store.Links("PART_OF", ("place:p", "place:q")));
        Assert.Equal(["2016-12-22|[]"], await store.RowsAsync("KNOWS", "since", "flags"));
    }

    [Theory]
    [MemberData(nameof(Incompatibilities), DisableDiscoveryEnumeration = true)]
    public async Task Incompatible_changes_are_rejected(string from, string to, string obstacle)
    {
        await FillAsync();
        Assert.Contains(obstacle, (await RefusalAsync(Replace(from, to))).Split('\n'));
    }

    [Fact]
    public async Task All_incompatible_changes_are_listed()
    {
        await FillAsync();
        var message = await RefusalAsync(
            Replace("kind: Kind", "kind: String age: Int!").Replace("start: Date!", "start: String!", StringComparison.Ordinal));
        Assert.Equal(3, message.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_relationship_can_become_a_hierarchy_if_its_data_is_one()
    {
        await FillAsync(store => store.WriteAsync(store.Links(
            "KNOWS", [], ("knowing:1", "actor:a", "actor:b", None), ("knowing:2", "actor:b", "actor:c", None))));
        var single = Replace("friends: [Actor!]!", "friend: Actor");
        await using var store = await _stores.OpenAsync(single);
        Assert.Contains(
            "more than one", await store.RefusalAsync(store.Links("KNOWS", [], ("knowing:3", "actor:a", "actor:c", None))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_relationships_are_rejected_if_the_model_now_allows_one()
    {
        await FillAsync(store => store.WriteAsync(store.Links(
            "KNOWS", [], ("knowing:1", "actor:a", "actor:b", None), ("knowing:2", "actor:a", "actor:c", None))));
        Assert.Contains(
            "- KNOWS: 'actor:a' has 2 relationships; the model now allows one.",
            await RefusalAsync(Replace("friends: [Actor!]!", "friend: Actor")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_is_rejected_if_the_model_now_has_a_hierarchy()
    {
        await FillAsync(store => store.WriteAsync(store.Links(
            "KNOWS", [], ("knowing:1", "actor:a", "actor:b", None), ("knowing:2", "actor:b", "actor:a", None))));
        Assert.Contains(
            "a hierarchy must not have cycles", await RefusalAsync(Replace("friends: [Actor!]!", "friend: Actor")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_standing_is_derived_from_existing_claims()
    {
        await FillAsync(store => store.WriteAsync(
            store.Links("KNOWS", [], ("knowing:1", "actor:a", "actor:b", None), ("knowing:2", "actor:b", "actor:a", None)),
            store.Nodes(
                "Claim",
                ["name", "about", "stance", "made"],
                ("claim:1", ["x", "knowing:1", "DENIES", new DateOnly(2016, 12, 1)]),
                ("claim:2", ["x", "knowing:1", "SUPPORTS", new DateOnly(2016, 12, 2)]),
                ("claim:3", ["x", "actor:a", "DENIES", new DateOnly(2016, 12, 3)]))));
        var grown = Replace(
            "@edge(type: \"KNOWS\") {",
            "@edge(type: \"KNOWS\", valid: [\"from\", \"until\"], attested: [\"first\", \"last\"], standing: \"standing\") { standing: Standing! from: Date until: Date first: Date last: Date ")
            + "\nenum Standing { ASSERTED DISPUTED DENIED }";
        await using var store = await _stores.OpenAsync(grown);
        Assert.Equal(
            ["knowing:1|DISPUTED|2016-12-02|2016-12-01|2016-12-02|2016-12-02|0", "knowing:2|ASSERTED|?|?|?|?|0"],
            await store.RowsAsync("KNOWS", "id", "standing", "$supported", "$denied", "first", "last", TestGraph.Given));
    }
}

public sealed class SqliteGrownModelTests() : GrownModelTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class GrownModelOnNeo4j526Tests(Neo4j526 server) : GrownModelTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class GrownModelOnNeo4j2026Tests(Neo4j2026 server) : GrownModelTests(new Neo4jFamily(server));
