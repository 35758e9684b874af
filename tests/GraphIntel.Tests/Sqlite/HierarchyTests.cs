using CsCheck;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

public sealed class HierarchyTests
{
    private const string Places =
        """
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: OUT, properties: "Part")
          children: [Place!]! @relationship(type: "PART_OF", direction: IN, properties: "Part")
        }
        type Part @edge(type: "PART_OF") { id: ID! note: String }
        """;

    /// <summary>The same forest with the relationship pointing down: a target has one source.</summary>
    private const string PlacesDown =
        """
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: IN, properties: "Part")
          children: [Place!]! @relationship(type: "PART_OF", direction: OUT, properties: "Part")
        }
        type Part @edge(type: "PART_OF") { id: ID! note: String }
        """;

    private const string Truth =
        "WITH RECURSIVE up(dsc, anc, depth) AS (SELECT \"$key\", \"$key\", 0 FROM n_Place UNION ALL " +
        "SELECT up.dsc, r.\"{1}\", up.depth + 1 FROM up JOIN r_PART_OF r ON r.\"{0}\" = up.anc WHERE up.depth < 32) ";

    private static string Compare(bool down) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        Truth + "SELECT (SELECT count(*) FROM up), (SELECT count(*) FROM c_PART_OF), " +
        "(SELECT count(*) FROM up JOIN c_PART_OF c ON c.\"$anc\" = up.anc AND c.\"$dsc\" = up.dsc AND c.\"$depth\" = up.depth)",
        down ? "$dst" : "$src",
        down ? "$src" : "$dst");

    private static async Task AssertTrueAsync(TestStore store, bool down = false)
    {
        var counts = (await store.ReadAsync(Compare(down))).Single().Split('|');
        Assert.Equal(counts[0], counts[1]);
        Assert.Equal(counts[0], counts[2]);
    }

    private static NodeRows Nodes(TestStore store, int count) =>
        store.Nodes("Place", ["name"], [.. Enumerable.Range(0, count).Select(i => ($"place:{i}", new object?[] { "p" }))]);

    private static (string?, string, string, object?[]) Part(int child, int parent, bool down = false) => down
        ? ($"part:{child}", $"place:{parent}", $"place:{child}", [])
        : ($"part:{child}", $"place:{child}", $"place:{parent}", []);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_closure_is_true_whatever_is_hung_where_and_when(bool down)
    {
        // Each number hangs one of 8 nodes on another, or moves it; what makes a cycle is refused and changes nothing.
        await Gen.Int[0, 63].Array[1, 25].Array[1, 4].SampleAsync(
            async batches =>
            {
                await using var store = await TestStore.NewAsync(down ? PlacesDown : Places);
                await store.WriteAsync(Nodes(store, 8));
                foreach (var batch in batches)
                {
                    var rows = batch.Where(move => move / 8 != move % 8).Select(move => Part(move / 8, move % 8, down)).ToArray();
                    try
                    {
                        await store.WriteAsync(store.Links("PART_OF", [], rows));
                    }
                    catch (StoreException refused) when (refused.Message.Contains("cycle", StringComparison.Ordinal))
                    {
                    }

                    await AssertTrueAsync(store, down);
                }
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public async Task A_cycle_is_refused_by_its_ids()
    {
        await using var store = await TestStore.NewAsync(Places);
        await store.WriteAsync(Nodes(store, 4), store.Links("PART_OF", [], Part(0, 1), Part(1, 2)));
        Assert.Equal(
            "PART_OF would lead from 'place:2' to 'place:0' to 'place:1' and back to the first: a hierarchy may not have a cycle.",
            await store.RefusalAsync(store.Links("PART_OF", [], Part(2, 0))));
        await AssertTrueAsync(store);
        Assert.Equal(["2"], await store.ReadAsync("SELECT count(*) FROM r_PART_OF"));
    }

    [Fact]
    public async Task Two_nodes_may_trade_places_in_one_batch()
    {
        await using var store = await TestStore.NewAsync(Places);
        await store.WriteAsync(Nodes(store, 3), store.Links("PART_OF", [], Part(0, 1), Part(1, 2)));
        await store.WriteAsync(store.Links(
            "PART_OF", [], ("part:0", "place:1", "place:0", []), ("part:1", "place:0", "place:2", [])));
        await AssertTrueAsync(store);
    }

    [Fact]
    public async Task A_deep_chain_keeps_ancestors_as_far_as_walks_go()
    {
        await using var store = await TestStore.NewAsync(Places);
        const int Length = 3_000;
        await store.WriteAsync(
            Nodes(store, Length), store.Links("PART_OF", [], [.. Enumerable.Range(1, Length - 1).Select(i => Part(i, i - 1))]));
        Assert.Equal([$"{PathStep.Unbounded}"], await store.ReadAsync("SELECT max(\"$depth\") FROM c_PART_OF"));
        await AssertTrueAsync(store);
        Assert.Contains("cycle", await store.RefusalAsync(store.Links("PART_OF", [], Part(0, Length - 1))), StringComparison.Ordinal);

        // The middle of the chain moves to its top, with all that hangs below.
        await store.WriteAsync(store.Links("PART_OF", [], Part(1_500, 0)));
        await AssertTrueAsync(store);
    }

    [Fact]
    public async Task A_cycle_is_refused_where_no_closure_is_kept()
    {
        await using var store = await TestStore.NewAsync(
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
        Assert.Equal(["0"], await store.ReadAsync("SELECT count(*) FROM sqlite_schema WHERE name GLOB 'c_*'"));
        Assert.Contains(
            "cycle",
            await store.RefusalAsync(store.Links("UNDER", [], ("command:2", "unit:b", "unit:a", []))),
            StringComparison.Ordinal);
    }
}
