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

        var keys = await reader.FindAsync(Nodes);
        Assert.Null(keys[^1]);
        NodeKey[] nodes = [.. keys.OfType<NodeKey>()];
        Assert.Equal(Nodes[..^1], await reader.IdsOfAsync(nodes));

        var counts = await reader.CountEachAsync(hops, nodes, 1_000);
        Assert.Equal(counts.Sum(), await reader.CountAsync(hops, nodes, 1_000));
        Assert.Equal(2, await reader.CountAsync(hops, nodes, 2));
        Assert.Equal(counts.Sum(), (await reader.CountByHopAsync(hops, nodes, 1_000)).Sum());

        var found = new List<FoundRelationship>();
        Assert.Equal(counts.Sum(), await reader.ReadAsync(hops, nodes, counts.Sum(), found));
        var all = await NamedAsync(reader, found);
        Assert.Equal(counts.Sum(), await reader.ReadAsync(hops, nodes, counts.Sum() - 1, []));
        var ends = (await reader.FindAsync(["event:maskanah-captured", "place:syria"])).OfType<NodeKey>().ToArray();
        var leading = new List<FoundRelationship>();
        await reader.ReadAmongAsync(hops, nodes, ends, leading);
        var among = await NamedAsync(reader, leading);
        Assert.Contains(among, one => one is { Node: "place:aleppo-province", Other: "place:syria" });
        Assert.All(among, one => Assert.Contains(one.Other, new[] { "event:maskanah-captured", "place:syria" }));

        for (var index = 0; index < nodes.Length; index++)
        {
            // Without conditions there are as many as are counted.
            var ids = await FirstAsync(reader, hops, nodes[index], counts[index]);
            Assert.Equal(Ids(all.Where(one => one.Node == Nodes[index])), ids);
            for (var most = 1; most <= counts[index]; most++)
            {
                var first = await FirstAsync(reader, hops, nodes[index], most);
                Assert.Equal(ids.Take(first.Count), first);
                Assert.InRange(first.Count, 0, most);
            }
        }

        foreach (var type in hops.Items.GroupBy(hop => hop.Other.Node.Node))
            await CheckNeighborsAsync(reader, new TraversalHops(type), nodes, all);
    }

    private static async Task CheckNeighborsAsync(ITraversalReader reader, TraversalHops hops, NodeKey[] nodes, List<Read> all)
    {
        List<string> neighbors = [.. all.Where(one => hops.Items.Contains(one.Hop)).Select(one => one.Other).Distinct().Order(CodePointOrder.Instance)];
        for (var most = 1; most <= neighbors.Count + 1; most++)
        {
            var found = new List<KeyedNode>();
            var last = await reader.ReadNeighborsAsync(hops, nodes, most, found);
            Assert.Equal(await reader.IdsOfAsync(found.ConvertAll(one => one.Key)), found.Select(one => one.Id));
            var complete = found.Select(one => one.Id).Distinct().Where(id => last is null || CodePointOrder.Compare(id, last) <= 0)
                .Order(CodePointOrder.Instance).ToList();
            Assert.Equal(last is null ? neighbors : neighbors.Take(complete.Count), complete);
        }
    }

    private static async Task<List<string>> FirstAsync(ITraversalReader reader, TraversalHops hops, NodeKey node, int most)
    {
        var found = new List<FoundRelationship>();
        await reader.ReadFirstAsync(hops, node, most, found);
        return Ids(await NamedAsync(reader, found));
    }

    private static async Task<List<Read>> NamedAsync(ITraversalReader reader, List<FoundRelationship> found)
    {
        var nodes = await reader.IdsOfAsync(found.ConvertAll(one => one.Node));
        var others = await reader.IdsOfAsync(found.ConvertAll(one => one.Other));
        return [.. found.Select((one, index) => new Read(one.Hop, nodes[index], others[index], one.Hop.IdOf(nodes[index], others[index], one.StoredId)))];
    }

    private static List<string> Ids(IEnumerable<Read> read) => [.. read.Select(one => one.Id).Order(CodePointOrder.Instance)];

    /// <summary>A relationship that was read, with ids.</summary>
    private sealed record Read(TraversalHop Hop, string Node, string Other, string Id);
}
