using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Sqlite.Layout;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

public sealed class LayoutTests
{
    private const string Model =
        """
        type Actor @node {
          id: ID! name: String! @index born: Date at: Point! @index big: Boolean! tags: [String!]!
          events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, properties: "Part", orderedBy: "start")
          led: [Event!]! @relationship(type: "LED", direction: OUT, orderedBy: "rank")
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Part @edge(type: "TOOK_PART", valid: ["from", "until"], attested: ["first", "last"], standing: "standing") {
          id: ID! from: Date @index until: Date first: Date last: Date standing: Standing! againsts: [Actor!]! @refersTo
        }
        type Event @node {
          id: ID! name: String! start: Date! rank: Int
          actors: [Actor!]! @relationship(type: "TOOK_PART", direction: IN, properties: "Part", orderedBy: "born")
          leaders: [Actor!]! @relationship(type: "LED", direction: IN, orderedBy: "name")
          place: Place @relationship(type: "OCCURRED_AT", direction: OUT)
        }
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: OUT)
          children: [Place!]! @relationship(type: "PART_OF", direction: IN, orderedBy: "name")
          events: [Event!]! @relationship(type: "OCCURRED_AT", direction: IN, orderedBy: "start")
        }
        type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
        }
        enum Stance { SUPPORTS DENIES }
        enum Standing { ASSERTED DISPUTED DENIED }
        """;

    private static RelationshipType Relationship(GraphModel model, string type) =>
        model.TryGetRelationship(type, out var relationship) ? relationship : throw new KeyNotFoundException(type);

    [Fact]
    public void Tables_match_the_model()
    {
        var model = ModelReader.Read(Model);
        Assert.True(model.TryGetNode("Actor", out var actor));
        Assert.Equal(
            "CREATE TABLE \"n_Actor\" (\"$key\" INTEGER PRIMARY KEY, \"id\" TEXT NOT NULL UNIQUE, \"name\" TEXT NOT NULL, " +
            "\"born\" TEXT, \"at$lat\" REAL NOT NULL, \"at$lon\" REAL NOT NULL, \"big\" INTEGER NOT NULL CHECK (\"big\" IN (0, 1)), " +
            "\"tags\" TEXT NOT NULL DEFAULT '[]') STRICT",
            Ddl.Table(actor));
        Assert.Equal(
            "CREATE TABLE \"r_TOOK_PART\" (\"$src\" INTEGER NOT NULL, \"$dst\" INTEGER NOT NULL, \"$dstBy\" TEXT NOT NULL, " +
            "\"$srcBy\" TEXT, \"id\" TEXT NOT NULL, \"from\" TEXT, \"until\" TEXT, \"first\" TEXT, \"last\" TEXT, " +
            "\"standing\" TEXT NOT NULL DEFAULT 'ASSERTED', \"againstsIds\" TEXT NOT NULL DEFAULT '[]', " +
            "\"$attested\" INTEGER NOT NULL DEFAULT 0, \"$supported\" TEXT, \"$denied\" TEXT, PRIMARY KEY (\"$src\", \"$dstBy\", \"$dst\", \"id\")) STRICT, WITHOUT ROWID",
            Ddl.Table(Relationship(model, "TOOK_PART")));
        Assert.Equal(
            "CREATE TABLE \"r_LED\" (\"$src\" INTEGER NOT NULL, \"$dst\" INTEGER NOT NULL, \"$dstBy\" INTEGER, " +
            "\"$srcBy\" TEXT NOT NULL, PRIMARY KEY (\"$src\", \"$dst\")) STRICT, WITHOUT ROWID",
            Ddl.Table(Relationship(model, "LED")));
    }

    [Fact]
    public void Indexes_serve_ends_orders_and_references()
    {
        Assert.Equal(
            [
                "i_c_PART_OF$dsc \"c_PART_OF\" (\"$dsc\", \"$depth\", \"$anc\")",
                "i_n_Actor$at \"n_Actor\" (\"at$lat\", \"at$lon\")",
                "i_n_Actor$name \"n_Actor\" (\"name\", \"id\")",
                "i_n_Claim$about \"n_Claim\" (\"about\", \"id\")",
                "i_r_LED$$dst \"r_LED\" (\"$dst\", \"$srcBy\", \"$src\")",
                "i_r_LED$$srcInOrder \"r_LED\" (\"$src\", \"$dstBy\", \"$dst\")",
                "i_r_OCCURRED_AT$$dst \"r_OCCURRED_AT\" (\"$dst\", \"$srcBy\", \"$src\")",
                "i_r_PART_OF$$dst \"r_PART_OF\" (\"$dst\", \"$srcBy\", \"$src\")",
                "i_r_TOOK_PART$$dst \"r_TOOK_PART\" (\"$dst\", \"$src\", \"standing\")",
                "i_r_TOOK_PART$$dstInOrder \"r_TOOK_PART\" (\"$dst\", \"$srcBy\", \"$src\")",
                "i_r_TOOK_PART$$id \"r_TOOK_PART\" (\"id\")",
                "i_r_TOOK_PART$from \"r_TOOK_PART\" (\"from\", \"id\")",
            ],
            Ddl.Indexes(ModelReader.Read(Model))
                .Select(index => $"{index.Name} {index.Sql[(index.Sql.IndexOf(" ON ", StringComparison.Ordinal) + 4)..]}")
                .Order(StringComparer.Ordinal));
    }

    /// <summary>What queries and writes depend on: each read uses a key or an index, in its order.</summary>
    [Theory]
    [InlineData("SELECT \"$dst\" FROM r_TOOK_PART WHERE \"$src\" = 1 ORDER BY \"$dstBy\" DESC, \"$dst\" DESC")]
    [InlineData("SELECT \"$src\" FROM r_TOOK_PART WHERE \"$dst\" = 1 ORDER BY \"$srcBy\", \"$src\"")]
    [InlineData("SELECT \"$src\" FROM r_OCCURRED_AT WHERE \"$dst\" = 1 ORDER BY \"$srcBy\" DESC, \"$src\" DESC")]
    [InlineData("SELECT \"$dst\" FROM r_LED WHERE \"$src\" = 1 ORDER BY \"$dstBy\", \"$dst\"")]
    [InlineData("SELECT \"$dsc\" FROM c_PART_OF WHERE \"$anc\" = 1 ORDER BY \"$dsc\"")]
    [InlineData("SELECT \"$anc\" FROM c_PART_OF WHERE \"$dsc\" = 1 ORDER BY \"$depth\", \"$anc\"")]
    [InlineData("SELECT id FROM n_Claim WHERE about = 'x' ORDER BY id")]
    [InlineData("SELECT id FROM n_Actor ORDER BY name DESC, id DESC")]
    [InlineData(
        "DELETE FROM c_PART_OF WHERE (\"$anc\", \"$dsc\") IN (SELECT a.\"$anc\", d.\"$dsc\" FROM c_PART_OF a CROSS JOIN c_PART_OF d " +
        "WHERE a.\"$dsc\" = ?1 AND a.\"$depth\" > 0 AND d.\"$anc\" = ?1)")]
    [InlineData("UPDATE r_TOOK_PART SET \"$dstBy\" = 'x' WHERE \"$dst\" = 1")]
    public async Task A_read_is_a_search_in_order(string sql)
    {
        await using var store = await TestStore.NewAsync(Model);
        var plan = await store.ReadAsync("EXPLAIN QUERY PLAN " + sql);
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.All(plan, line => Assert.Matches("SEARCH|LIST SUBQUERY|SCAN .* USING COVERING INDEX i_n_Actor", line));
    }

    [Fact]
    public void The_layout_description_round_trips()
    {
        var description = LayoutDescription.Of(ModelReader.ReadDomain()).ToJson();
        Assert.Equal(description, LayoutDescription.Parse(description)?.ToJson());
        Assert.Null(LayoutDescription.Parse("{"));
    }
}
