using GraphIntel.Benchmarks.Graphs;

namespace GraphIntel.Benchmarks.Scale;

/// <summary>A query that is measured over graphs of different sizes.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Query">The document.</param>
/// <param name="MaxRatio">The target: maximum time over the large graph relative to the small one; null if there is none.</param>
/// <param name="MaxMilliseconds">The target of the time over the large graph, on SQLite; null if there is none.</param>
internal sealed record ScaleQuery(string Name, string Query, double? MaxRatio, double? MaxMilliseconds);

/// <summary>The queries of the benchmark.</summary>
internal static class ScaleQueries
{
    /// <summary>The page of the supernode, of 20 events each, that is read by its cursor.</summary>
    public const int DeepPage = 1_000;

    /// <summary>The number of events on a page.</summary>
    public const int PageSize = 20;

    private const double MaxRatio = 2;
    private const double MaxMilliseconds = 5;

    /// <summary>Reads the cursor of the supernode's events at the end of a page of that many.</summary>
    public static string CursorAfter(int count, string? after) =>
        $"{{ actor(id: \"{GeneratedGraph.SuperActor}\") {{ events(first: {count}, order: [{{start: DESC}}]{After(after)}) {{ pageInfo {{ endCursor }} }} }} }}";

    /// <summary>All queries over a graph.</summary>
    /// <param name="size">The size of the graph.</param>
    /// <param name="deep">The cursor before the supernode's deep page.</param>
    public static IReadOnlyList<ScaleQuery> Of(GraphSize size, string deep)
    {
        var (rareActor, rareTown) = ($"actor:{size.Actors - 7}", $"place:{size.Places - 7}");
        return
        [
            new("supernode: newest 20", Supernode(null), MaxRatio, null),
            new($"supernode: page {DeepPage:#,0}, or the last", Supernode(deep), MaxRatio, null),
            new(
                "province: newest 20",
                $"{{ place(id: \"{GeneratedGraph.LargeProvince}\") {{ events(first: {PageSize}, order: [{{start: DESC}}]) {{ nodes {{ id title start }} }} }} }}",
                MaxRatio, null),
            new("point traversal", BenchmarkQuery.Point.Query, MaxRatio, null),
            new("events of whom a rare actor backs", Filtered($"participants: {{some: {{backers: {{some: {{id: {{eq: \"{rareActor}\"}}}}}}}}}}"), null, MaxMilliseconds),
            new("events of a rare actor", Filtered($"participants: {{some: {{id: {{eq: \"{rareActor}\"}}}}}}"), null, MaxMilliseconds),
            new("events of the supernode, as a filter", Filtered($"participants: {{some: {{id: {{eq: \"{GeneratedGraph.SuperActor}\"}}}}}}"), null, MaxMilliseconds),
            new("events in a rare town", Filtered($"place: {{id: {{eq: \"{rareTown}\"}}}}"), null, MaxMilliseconds),
            new("events in a province, as a filter", Filtered($"place: {{ancestors: {{some: {{id: {{eq: \"{GeneratedGraph.LargeProvince}\"}}}}}}}}"), null, MaxMilliseconds),
            new(
                "events of a rare actor in a year",
                Filtered($"participants: {{some: {{id: {{eq: \"{rareActor}\"}}}}}}, start: {{gte: \"2016-01-01\", lt: \"2017-01-01\"}}"), null, MaxMilliseconds),
            new("count of a rare actor's events", $"{{ events(where: {{participants: {{some: {{id: {{eq: \"{rareActor}\"}}}}}}}}) {{ totalCount(atMost: 1000) }} }}", null, MaxMilliseconds),
            new("bounded count of the supernode's events", $"{{ actor(id: \"{GeneratedGraph.SuperActor}\") {{ events {{ totalCount(atMost: 1000) }} }} }}", null, MaxMilliseconds),
            new("bounded count of all events", "{ events { totalCount(atMost: 1000) } }", null, MaxMilliseconds),
        ];
    }

    private static string Supernode(string? after) =>
        $"{{ actor(id: \"{GeneratedGraph.SuperActor}\") {{ events(first: {PageSize}, order: [{{start: DESC}}]{After(after)}) {{ nodes {{ id title start }} }} }} }}";

    private static string Filtered(string where) => $"{{ events(where: {{{where}}}, order: [{{start: DESC}}], first: {PageSize}) {{ nodes {{ id title start }} }} }}";

    private static string After(string? cursor) => cursor is null ? "" : $", after: \"{cursor}\"";
}
