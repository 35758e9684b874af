using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

public sealed class UpgradeTests
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

    private static async Task<TemporaryFolder> BaseStoreAsync(Func<TestStore, Task>? fill = null)
    {
        var folder = new TemporaryFolder();
        await using var store = await TestStore.NewAsync(ModelReader.Read(Base), folder.Location);
        await store.WriteAsync(
            store.Nodes("Actor", ["name", "kind"], ("actor:a", ["A", "STATE"]), ("actor:b", ["B", null]), ("actor:c", ["C", null])));
        if (fill is not null)
            await fill(store);
        return folder;
    }

    private static string Replace(string from, string to)
    {
        Assert.Contains(from, Base, StringComparison.Ordinal);
        return Base.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Additions_of_a_newer_model_are_applied()
    {
        using var folder = await BaseStoreAsync();
        var grown = Replace("name: String! kind: Kind", "name: String! @index kind: Kind @index age: Int tags: [String!]! at: Point @index big: Boolean")
            .Replace("GROUP", "GROUP PERSON", StringComparison.Ordinal)
            .Replace("note: String", "note: String @index since: Date flags: [Boolean!]!", StringComparison.Ordinal)
            + "type Place @node { id: ID! name: String! parent: Place @relationship(type: \"PART_OF\", direction: OUT) }";
        await using (var store = await TestStore.NewAsync(ModelReader.Read(grown), folder.Location))
        {
            Assert.Equal(
                ["A|?|[]|?|?"], await store.ReadAsync("SELECT name, age, tags, \"at$lat\", big FROM n_Actor WHERE id = 'actor:a'"));
            await store.WriteAsync(
                store.Nodes("Actor", ["kind", "age", "big"], ("actor:a", ["PERSON", 7, true])),
                store.Links("KNOWS", ["since"], ("knowing:1", "actor:a", "actor:b", [new DateOnly(2016, 12, 22)])),
                store.Nodes("Place", ["name"], ("place:p", ["P"]), ("place:q", ["Q"])),
                store.Links("PART_OF", ("place:p", "place:q")));
            Assert.Equal(["3"], await store.ReadAsync("SELECT count(*) FROM c_PART_OF"));
            Assert.Equal(
                ["i_n_Actor$at", "i_n_Actor$kind", "i_n_Actor$name"],
                await store.ReadAsync("SELECT name FROM sqlite_schema WHERE name GLOB 'i_n_Actor$*' ORDER BY name"));
        }

        await using (var store = await TestStore.NewAsync(ModelReader.Read(grown.Replace("kind: Kind @index", "kind: Kind", StringComparison.Ordinal)), folder.Location))
        {
            Assert.Equal(
                ["i_n_Actor$at", "i_n_Actor$name"],
                await store.ReadAsync("SELECT name FROM sqlite_schema WHERE name GLOB 'i_n_Actor$*' ORDER BY name"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_days_of_claims_are_added_to_a_file_of_an_earlier_version(bool isKept)
    {
        var model = ModelReader.Read(
            Replace("\"KNOWS\") {", "\"KNOWS\", standing: \"standing\") { standing: Standing!") + "\nenum Standing { ASSERTED DISPUTED DENIED }");
        using var folder = new TemporaryFolder();
        await using (var store = await TestStore.NewAsync(model, folder.Location))
        {
            await store.WriteAsync(
                store.Nodes("Actor", ["name"], ("actor:a", ["A"]), ("actor:b", ["B"])),
                store.Links("KNOWS", [], ("knowing:1", "actor:a", "actor:b", None), ("knowing:2", "actor:b", "actor:a", None)),
                store.Nodes(
                    "Claim",
                    ["name", "about", "stance", "made"],
                    ("claim:1", ["x", "knowing:1", "DENIES", new DateOnly(2016, 12, 1)]),
                    ("claim:2", ["x", "knowing:1", "SUPPORTS", new DateOnly(2016, 12, 2)])));
            await store.RunAsync("UPDATE \"$model\" SET description = replace(description, ',\"HasFirstClaims\":true', '')");
            await store.RunAsync(isKept
                ? "UPDATE r_KNOWS SET \"$supported\" = NULL, \"$denied\" = NULL"
                : "ALTER TABLE r_KNOWS DROP COLUMN \"$supported\"; ALTER TABLE r_KNOWS DROP COLUMN \"$denied\"");
        }

        await using var upgraded = await TestStore.NewAsync(model, folder.Location);
        Assert.Equal(
            ["knowing:1|2016-12-02|2016-12-01", "knowing:2|?|?"],
            await upgraded.ReadAsync("SELECT id, \"$supported\", \"$denied\" FROM r_KNOWS ORDER BY id"));
    }

    [Fact]
    public async Task A_relationship_can_become_a_hierarchy_if_its_data_is_one()
    {
        using var folder = await BaseStoreAsync(store => store.WriteAsync(store.Links(
            "KNOWS", [], ("knowing:1", "actor:a", "actor:b", None), ("knowing:2", "actor:b", "actor:c", None))));
        var single = Replace("friends: [Actor!]!", "friend: Actor");
        await using (var store = await TestStore.NewAsync(ModelReader.Read(single), folder.Location))
        {
            Assert.Equal(
                ["1|1|0", "2|1|1", "2|2|0", "3|1|2", "3|2|1", "3|3|0"],
                await store.ReadAsync("SELECT \"$anc\", \"$dsc\", \"$depth\" FROM c_KNOWS ORDER BY 1, 2"));
        }

        // In the other direction: now the source is the parent.
        var reversed = single.Replace("KNOWS\", direction: OUT", "KNOWS\", direction: IN", StringComparison.Ordinal);
        await using (var store = await TestStore.NewAsync(ModelReader.Read(reversed), folder.Location))
        {
            Assert.Equal(
                ["1|1|0", "1|2|1", "1|3|2", "2|2|0", "2|3|1", "3|3|0"],
                await store.ReadAsync("SELECT \"$anc\", \"$dsc\", \"$depth\" FROM c_KNOWS ORDER BY 1, 2"));
        }

        await using (var store = await TestStore.NewAsync(ModelReader.Read(Base), folder.Location))
            Assert.Equal(["0"], await store.ReadAsync("SELECT count(*) FROM sqlite_schema WHERE name = 'c_KNOWS'"));
    }
}
