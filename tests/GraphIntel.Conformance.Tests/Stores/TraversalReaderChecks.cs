using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Conformance.Tests.Stores;

/// <summary>
/// What a store's reader of relationships gives where a read is limited, which no graph of the cases is large enough for: the first of
/// what it gives without the limit.
/// </summary>
internal static class TraversalReaderChecks
{
    /// <summary>The query whose traversal is read.</summary>
    public const string Query =
        """
        { neighborhood(of: ["actor:islamic-state", "place:maskanah"], asOf: "2017-06-03", where: {place: {name: {contains: "e"}}, event: {start: {gte: "2017-05-01"}}}) { truncated } }
        """;

    private static readonly string[] Nodes = ["actor:islamic-state", "event:maskanah-captured", "place:aleppo-province", "actor:nobody"];

    /// <summary>Compares limited reads with those that have no limit.</summary>
    public static async Task RunAsync(ImportedGraph graph, CancellationToken cancellation)
    {
        var (plan, bound) = await CasePlan.OfAsync(Query, graph.Schema);
        var search = Assert.Single(bound.Traversals!);
        bound.Values[search.Traversal.Ends.Index] = new[] { "actor:islamic-state", "place:maskanah" };
        bound.Values[search.Nodes.Index] = bound.Values[search.Relationships.Index] = Array.Empty<string>();
        var hops = search.Scope.Hops(search.Traversal.TypesOf(Nodes), isReversed: false);
        await using var reader = await graph.Store.Compile(plan, [], cancellation).OpenTraversalAsync(search.Traversal, bound, cancellation);

        var counts = await reader.CountAsync(hops, Nodes, 1_000);
        Assert.Equal(-1, counts[^1]);
        var all = new List<FoundRelationship>();
        await reader.ReadAsync(hops, Nodes, null, all);
        var among = new List<FoundRelationship>();
        await reader.ReadAsync(hops, Nodes, ["event:maskanah-captured", "place:syria"], among);
        Assert.Contains(among, one => one is { Node: "place:aleppo-province", Other: "place:syria" });
        Assert.All(among, one => Assert.Contains(one.Other, new[] { "event:maskanah-captured", "place:syria" }));

        for (var index = 0; index < Nodes.Length - 1; index++)
        {
            // Without conditions there are as many as are counted.
            var ids = await IdsAsync(reader, hops, Nodes[index], counts[index]);
            Assert.Equal(Ids(all.Where(one => one.Node == Nodes[index])), ids);
            for (var most = 1; most <= counts[index]; most++)
            {
                var first = await IdsAsync(reader, hops, Nodes[index], most);
                Assert.Equal(ids.Take(first.Count), first);
                Assert.InRange(first.Count, 0, most);
            }
        }

        List<string> neighbors = [.. all.Select(one => one.Other).Distinct().Order(CodePointOrder.Instance)];
        for (var most = 1; most <= all.Count + 1; most++)
        {
            var found = new List<string>();
            var last = await reader.ReadNeighborsAsync(hops, Nodes, most, found);
            var complete = found.Distinct().Where(id => last is null || CodePointOrder.Compare(id, last) <= 0).Order(CodePointOrder.Instance).ToList();
            Assert.Equal(last is null ? neighbors : neighbors.Take(complete.Count), complete);
        }
    }

    private static async Task<List<string>> IdsAsync(ITraversalReader reader, TraversalHops hops, string node, int most)
    {
        var found = new List<FoundRelationship>();
        await reader.ReadFirstAsync(hops, node, most, found);
        return Ids(found);
    }

    private static List<string> Ids(IEnumerable<FoundRelationship> found) => [.. found.Select(one => one.Id).Order(CodePointOrder.Instance)];
}
