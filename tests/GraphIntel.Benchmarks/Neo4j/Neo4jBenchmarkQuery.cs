using System.Text;
using System.Text.Json;
using GraphIntel.Benchmarks.Graphs;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>A query for this server, raw Bolt and the peer, with equal results.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Query">The document for this server.</param>
/// <param name="PeerQuery">The document for the peer; null if it cannot answer the same.</param>
/// <param name="Ids">The ids to look up, one per request, in a cycle.</param>
/// <param name="RelativeToBolt">The target: minimum rate relative to raw Bolt, at 8 connections.</param>
/// <param name="RelativeToPeer">The target: minimum rate relative to the peer, at 8 connections.</param>
internal sealed record Neo4jBenchmarkQuery(string Name, string Query, string? PeerQuery, IReadOnlyList<string> Ids, double RelativeToBolt, double RelativeToPeer)
{
    /// <summary>The requests' bodies for this server.</summary>
    public IReadOnlyList<byte[]> Bodies => [.. Ids.Select(id => Body(Query, id))];

    /// <summary>The requests' bodies for the peer.</summary>
    public IReadOnlyList<byte[]> PeerBodies => PeerQuery is null ? [] : [.. Ids.Select(id => Body(PeerQuery, id))];

    // Skewed like the graph: the actors of many events are looked up more often.
    private static readonly string[] Actors = [.. Draw(new Random(20_170_605), 128)];

    // The fields of an event in the peer's query for the page.
    private const string PageFields =
        """
        { id title start kind deathsBest place { id name } participants: participantsConnection { edges { properties { role } node { id name
            backers: backersConnection { edges { properties { kinds from } node { id name } } } } } } }
        """;

    public static Neo4jBenchmarkQuery Point { get; } = new(
        "point",
        WithId(BenchmarkQuery.Point, "actor:7"),
        """
        query($id: ID!) { actor: actors(where: {id: {eq: $id}}) { id name kind backs { id name }
            events(limit: 40, sort: [{start: DESC}, {id: DESC}]) { id title start place { id name } } } }
        """,
        Actors,
        0.8,
        3);

    public static Neo4jBenchmarkQuery Page { get; } = new(
        "page",
        BenchmarkQuery.Page.Query,
        $"{{ events(limit: 50, sort: [{{start: DESC}}, {{id: DESC}}]) {PageFields} }}",
        [GeneratedGraph.SuperActor],
        0.9,
        2.5);

    /// <summary>The page again, with a condition in the peer's query that is always true, so that Neo4j uses the index on the date.</summary>
    public static Neo4jBenchmarkQuery IndexedPage { get; } = Page with
    {
        Name = "page, peer with index",
        PeerQuery = $"{{ events(where: {{start: {{gte: \"0001-01-01\"}}}}, limit: 50, sort: [{{start: DESC}}, {{id: DESC}}]) {PageFields} }}",
    };

    public static Neo4jBenchmarkQuery Deep { get; } = new(
        "deep",
        WithId(BenchmarkQuery.Deep, "actor:3"),
        """
        query($id: ID!) { actor: actors(where: {id: {eq: $id}}) { id name backs(limit: 3, sort: [{id: ASC}]) { id name
            backs(limit: 3, sort: [{id: ASC}]) { id name events(limit: 3, sort: [{start: DESC}, {id: DESC}]) { id title
              participants(limit: 3, sort: [{id: ASC}]) { id name backers(limit: 3, sort: [{id: ASC}]) { id name } } } } } } }
        """,
        Actors,
        0.9,
        2.5);

    public static Neo4jBenchmarkQuery Supernode { get; } = new(
        "supernode",
        WithId(BenchmarkQuery.Supernode, GeneratedGraph.SuperActor),
        """
        query($id: ID!) { actor: actors(where: {id: {eq: $id}}) {
            events(limit: 20, sort: [{start: DESC}, {id: DESC}]) { id title start } } }
        """,
        [GeneratedGraph.SuperActor],
        0.8,
        8);

    /// <summary>The deaths in the events of an actor; the peer summarizes the values of a connection, but groups none.</summary>
    public static Neo4jBenchmarkQuery Summary { get; } = new(
        "summary",
        """
        query($id: ID!) { actor(id: $id) { name summary: events { aggregate { deathsBest { sum min max } } } } }
        """,
        """
        query($id: ID!) { actor: actors(where: {id: {eq: $id}}) { name summary: eventsConnection { aggregate { node { deathsBest { sum min max } } } } } }
        """,
        [GeneratedGraph.SuperActor],
        0.9,
        1);

    public static IReadOnlyList<Neo4jBenchmarkQuery> All { get; } =
    [
        Point, Page, IndexedPage, Deep, Supernode, Summary,
        .. AggregateQueries.All.Select(query => new Neo4jBenchmarkQuery(query.Name, query.Query, null, [GeneratedGraph.SuperActor], 0.9, 0)),
    ];

    /// <summary>The query with its actor id in a variable.</summary>
    private static string WithId(BenchmarkQuery query, string id) => "query($id: ID!) " + query.Query.Replace($"\"{id}\"", "$id", StringComparison.Ordinal);

    private static byte[] Body(string query, string id) => query.Contains("$id", StringComparison.Ordinal)
        ? Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query, variables = new { id } }))
        : Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query }));

    private static IEnumerable<string> Draw(Random random, int count) => Enumerable.Range(0, count)
        .Select(_ => $"actor:{1 + (int)((GeneratedGraph.Actors - 1) * Math.Pow(random.NextDouble(), 3))}");
}
