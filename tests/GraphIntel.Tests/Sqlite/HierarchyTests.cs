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

    /// <summary>The same forest with the relationship in the other direction: a target has one source.</summary>
    private const string PlacesDown =
        """
        type Place @node {
          id: ID! name: String!
          parent: Place @relationship(type: "PART_OF", direction: IN, properties: "Part")
          children: [Place!]! @relationship(type: "PART_OF", direction: OUT, properties: "Part")
        }
        type Part @edge(type: "PART_OF") { id: ID! note: String }
        """;

    private const string Expected =
        "WITH RECURSIVE up(dsc, anc, depth) AS (SELECT \"$key\", \"$key\", 0 FROM n_Place UNION ALL " +
        "SELECT up.dsc, r.\"{1}\", up.depth + 1 FROM up JOIN r_PART_OF r ON r.\"{0}\" = up.anc WHERE up.depth < 32) ";

    private static string Compare(bool down) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture,
        Expected + "SELECT (SELECT count(*) FROM up), (SELECT count(*) FROM c_PART_OF), " +
        "(SELECT count(*) FROM up JOIN c_PART_OF c ON c.\"$anc\" = up.anc AND c.\"$dsc\" = up.dsc AND c.\"$depth\" = up.depth)",
        down ? "$dst" : "$src",
        down ? "$src" : "$dst");

    private static async Task AssertClosureAsync(TestStore store, bool down = false)
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
    public async Task The_closure_is_correct_after_any_sequence_of_moves(bool down)
    {
        // Each number attaches one of 8 nodes to another, or moves it; a cycle is rejected and changes nothing.
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

                    await AssertClosureAsync(store, down);
                }
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public async Task The_closure_of_a_deep_chain_is_limited_to_the_maximum_path_length()
    {
        await using var store = await TestStore.NewAsync(Places);
        const int Length = 3_000;
        await store.WriteAsync(
            Nodes(store, Length), store.Links("PART_OF", [], [.. Enumerable.Range(1, Length - 1).Select(i => Part(i, i - 1))]));
        Assert.Equal([$"{PathStep.Unbounded}"], await store.ReadAsync("SELECT max(\"$depth\") FROM c_PART_OF"));
        await AssertClosureAsync(store);
        Assert.Contains("cycle", await store.RefusalAsync(store.Links("PART_OF", [], Part(0, Length - 1))), StringComparison.Ordinal);

        // The middle of the chain moves to its top, with its descendants.
        await store.WriteAsync(store.Links("PART_OF", [], Part(1_500, 0)));
        await AssertClosureAsync(store);
    }
}
