using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>A store's statistics, from which the cost of operations is estimated.</summary>
public abstract class StatisticsTests : IAsyncDisposable
{
    private readonly StoreFamily _family;

    private protected StatisticsTests(StoreFamily family) => _family = family;

    private const string Sdl =
        """
        type Actor @node {
          id: ID! name: String! @index
          events: [Event!]! @relationship(type: "TOOK_PART", direction: OUT, orderedBy: "start")
          under: Actor @relationship(type: "UNDER", direction: OUT)
          helps: [Actor!]! @relationship(type: "HELPS", direction: OUT, properties: "Help")
          claims: [Claim!]! @refersBy(field: "about")
        }
        type Event @node {
          id: ID! name: String! kind: Kind! @index start: Date! @index deaths: Int @index weight: Float @index
          against: [Actor!]! @refersTo
          claims: [Claim!]! @refersBy(field: "about")
        }
        enum Kind { ONE TWO }
        type Help @edge(type: "HELPS") { id: ID! since: Date @index rank: Int! @index }
        type Claim @node @claim(about: "about", stance: "stance", denies: "DENIES", made: "made") {
          id: ID! name: String! about: ID! stance: Stance! made: Date!
        }
        enum Stance { SUPPORTS DENIES }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _family.DisposeAsync();
    }

    [Fact]
    public async Task A_store_reads_counts_and_distributions()
    {
        await using var store = await _family.OpenAsync(Sdl);
        Assert.Equal(0, (await store.Store.ReadStatisticsAsync(Cancellation)).Elements);
        await store.WriteAsync(
            store.Nodes("Actor", ["name"], ("actor:a", ["A"]), ("actor:b", ["A"]), ("actor:c", ["C"]), ("actor:d", ["D"])),
            store.Nodes(
                "Event",
                ["name", "kind", "start", "deaths", "weight", "againstIds"],
                ("event:1", ["E1", "ONE", new DateOnly(2017, 1, 1), 3, 0.5, new[] { "actor:a", "actor:b" }]),
                ("event:2", ["E2", "ONE", new DateOnly(2017, 1, 11), null, 1.5, Array.Empty<string>()]),
                ("event:3", ["E3", "ONE", new DateOnly(2017, 1, 5), 9, null, Array.Empty<string>()])),
            store.Nodes(
                "Claim",
                ["name", "about", "stance", "made"],
                ("claim:1", ["x", "event:1", "DENIES", new DateOnly(2017, 2, 1)]),
                ("claim:2", ["x", "event:1", "DENIES", new DateOnly(2017, 2, 1)]),
                ("claim:3", ["x", "actor:a", "DENIES", new DateOnly(2017, 2, 1)])),
            store.Links("TOOK_PART", ("actor:a", "event:1"), ("actor:a", "event:2"), ("actor:a", "event:3"), ("actor:b", "event:1")),
            store.Links("UNDER", ("actor:a", "actor:b"), ("actor:b", "actor:c"), ("actor:d", "actor:c")),
            store.Links(
                "HELPS",
                ["since", "rank"],
                ("help:1", "actor:a", "actor:b", [new DateOnly(2017, 1, 1), 7]),
                ("help:2", "actor:a", "actor:b", [new DateOnly(2017, 1, 3), 7]),
                ("help:3", "actor:b", "actor:c", [null, 7])));

        var read = await store.Store.ReadStatisticsAsync(Cancellation);
        Assert.Equal(10 + 10, read.Elements);
        Assert.Equal([4L, 3L, 3L], store.Model.Nodes.Select(type => read.Nodes[type]));
        var tookPart = read.Relationships[Type(store, "TOOK_PART")];
        Assert.Equal(new Degree(4, 3, (9 + 1) / 4.0), tookPart.Out);
        Assert.Equal(new Degree(4, 2, (4 + 1 + 1) / 4.0), tookPart.In);
        Assert.Null(tookPart.Above);
        var under = read.Relationships[Type(store, "UNDER")];
        // a, b, c and d have 3, 2, 1 and 2 ancestors, themselves included; c has all four as descendants, b two.
        Assert.Equal(new Degree(8, 3, (9 + 4 + 1 + 4) / 8.0), under.Above);
        Assert.Equal(new Degree(8, 4, (16 + 4 + 1 + 1) / 8.0), under.Below);
        Assert.Equal(new PropertyStatistics(4 / 3.0, null, null), read.Properties[Property(store, "Actor", "name")]);
        Assert.Equal(new PropertyStatistics(3, null, null), read.Properties[Property(store, "Event", "kind")]);
        Assert.Equal(
            new PropertyStatistics(1, new DateOnly(2017, 1, 1).DayNumber, new DateOnly(2017, 1, 11).DayNumber),
            read.Properties[Property(store, "Event", "start")]);
        Assert.Equal(new PropertyStatistics(1, 3, 9), read.Properties[Property(store, "Event", "deaths")]);
        Assert.Equal(new PropertyStatistics(1, 0.5, 1.5), read.Properties[Property(store, "Event", "weight")]);
        Assert.Equal(
            new PropertyStatistics(1, new DateOnly(2017, 1, 1).DayNumber, new DateOnly(2017, 1, 3).DayNumber),
            read.Properties[Type(store, "HELPS").FindProperty("since")!]);
        Assert.Equal(new PropertyStatistics(3, 7, 7), read.Properties[Type(store, "HELPS").FindProperty("rank")!]);
        Assert.Equal(new Degree(3, 2, (4 + 1) / 3.0), read.References[store.Model.Claim!.About]);
        Assert.Equal(new Degree(2, 2, 2), read.References[Property(store, "Event", "againstIds")]);
    }

    private static RelationshipType Type(TestGraph store, string type) => store.Model.Relationships.Single(one => one.Type == type);

    private static Property Property(TestGraph store, string type, string name) =>
        store.Model.Nodes.Single(node => node.Name == type).FindProperty(name)!;
}

public sealed class StatisticsOnSqliteTests() : StatisticsTests(new SqliteFamily());

[Collection(Neo4j526Collection.Name)]
public sealed class StatisticsOnNeo4j526Tests(Neo4j526 server) : StatisticsTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class StatisticsOnNeo4j2026Tests(Neo4j2026 server) : StatisticsTests(new Neo4jFamily(server));
