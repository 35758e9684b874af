using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphIntel.Benchmarks.Graphs;

namespace GraphIntel.Benchmarks.Paths;

/// <summary>Requests of one kind.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Bodies">The bodies of HTTP requests.</param>
/// <param name="MaxMedian">The target of the median, milliseconds; null if there is none.</param>
/// <param name="MaxP99">The target of the 99th percentile, milliseconds; null if there is none.</param>
internal sealed record PathGroup(string Name, IReadOnlyList<byte[]> Bodies, double? MaxMedian, double? MaxP99);

/// <summary>The requests that are measured, the same in every run.</summary>
internal static class PathQueries
{
    private const double MaxMedian = 3;
    private const double MaxP99 = 40;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<PathGroup> All(int count) =>
    [
        new("a path of two actors", [.. Ends(count).Select(ends => Paths(ends, first: 1))], MaxMedian, MaxP99),
        new("20 paths of two actors", [.. Ends(count).Select(ends => Paths(ends, first: 20))], null, null),
        new("neighborhood of a place", [.. Places(count).Select(Neighborhood)], MaxMedian, null),
        new("neighborhood of the supernode", [.. Enumerable.Repeat(Neighborhood(GeneratedGraph.SuperActor), Math.Max(1, count / 10))], null, MaxP99),
    ];

    /// <summary>The shortest path between two actors, with ids alone.</summary>
    public static PathGroup Shortest(int count) => new(
        "shortest path of two actors",
        [
            .. Ends(count).Select(ends => Body(
                "query($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 4, first: 1) { items { nodes { id } relationships { id } } } }",
                new { from = ends.From, to = ends.To })),
        ],
        null, null);

    /// <summary>Pairs of actors.</summary>
    public static IReadOnlyList<(string From, string To)> Ends(int count)
    {
        var random = new Random(17);
        return [.. Enumerable.Range(0, count).Select(_ => (Id("actor", random.Next(GeneratedGraph.Actors)), Id("actor", random.Next(GeneratedGraph.Actors))))
            .Where(ends => ends.Item1 != ends.Item2)];
    }

    private static IEnumerable<string> Places(int count)
    {
        var random = new Random(18);
        return Enumerable.Range(0, count).Select(_ => Id("place", random.Next(GeneratedGraph.Places)));
    }

    private static string Id(string prefix, int number) => prefix + ":" + number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Paths((string From, string To) ends, int first) => Body(
        """
        query($from: ID!, $to: ID!, $first: Int) { paths(from: $from, to: $to, maxLength: 4, first: $first) { truncated items {
          length nodes { id label } relationships { id label } } } }
        """,
        new { from = ends.From, to = ends.To, first });

    private static byte[] Neighborhood(string id) => Body(
        """
        query($of: [ID!]!) { neighborhood(of: $of, depth: 2, maxNodes: 100) { truncated nodes { id label }
          relationships { id label source { id } target { id } } } }
        """,
        new { of = new[] { id } });

    private static byte[] Body(string query, object variables) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query, variables }));
}
