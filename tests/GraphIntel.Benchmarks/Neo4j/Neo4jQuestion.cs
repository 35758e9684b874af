using System.Text;
using System.Text.Json;
using GraphIntel.Benchmarks.Graphs;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>A question that this server, its statement alone and the peer answer alike.</summary>
/// <param name="Name">What it is called in a table.</param>
/// <param name="Query">The document for this server.</param>
/// <param name="PeerQuery">The document for the peer.</param>
/// <param name="Ids">The ids asked for, one a request, in turn.</param>
/// <param name="OfBolt">At least this part of what its statement alone reaches, at 8 connections.</param>
/// <param name="TimesPeer">At least so many times what the peer reaches, at 8 connections.</param>
internal sealed record Neo4jQuestion(string Name, string Query, string PeerQuery, IReadOnlyList<string> Ids, double OfBolt, double TimesPeer)
{
    /// <summary>The requests' bodies for this server.</summary>
    public IReadOnlyList<byte[]> Bodies => [.. Ids.Select(id => Body(Query, id))];

    /// <summary>The requests' bodies for the peer.</summary>
    public IReadOnlyList<byte[]> PeerBodies => [.. Ids.Select(id => Body(PeerQuery, id))];

    // An actor is asked for as often as it is in events: by few many times.
    private static readonly string[] Actors = [.. Draw(new Random(20_170_605), 128)];

    // What the page shows of an event.
    private const string PageFields =
        """
        { id title start kind deathsBest place { id name } participants: participantsConnection { edges { properties { role } node { id name
            backers: backersConnection { edges { properties { kinds from } node { id name } } } } } } }
        """;

    public static Neo4jQuestion Point { get; } = new(
        "point",
        WithId(Question.Point, "actor:7"),
        """
        query($id: ID!) { actor: actors(where: {id: {eq: $id}}) { id name kind backs { id name }
            events(limit: 40, sort: [{start: DESC}, {id: DESC}]) { id title start place { id name } } } }
        """,
        Actors,
        0.8,
        3);

    public static Neo4jQuestion Page { get; } = new(
        "page",
        Question.Page.Query,
        $"{{ events(limit: 50, sort: [{{start: DESC}}, {{id: DESC}}]) {PageFields} }}",
        [GeneratedGraph.SuperActor],
        0.9,
        2.5);

    /// <summary>The page again, with a condition for the peer that is always true: with it Neo4j takes the index on the date.</summary>
    public static Neo4jQuestion HelpedPage { get; } = Page with
    {
        Name = "page, peer helped",
        PeerQuery = $"{{ events(where: {{start: {{gte: \"0001-01-01\"}}}}, limit: 50, sort: [{{start: DESC}}, {{id: DESC}}]) {PageFields} }}",
    };

    public static Neo4jQuestion Deep { get; } = new(
        "deep",
        WithId(Question.Deep, "actor:3"),
        """
        query($id: ID!) { actor: actors(where: {id: {eq: $id}}) { id name backs(limit: 3, sort: [{id: ASC}]) { id name
            backs(limit: 3, sort: [{id: ASC}]) { id name events(limit: 3, sort: [{start: DESC}, {id: DESC}]) { id title
              participants(limit: 3, sort: [{id: ASC}]) { id name backers(limit: 3, sort: [{id: ASC}]) { id name } } } } } } }
        """,
        Actors,
        0.9,
        2.5);

    public static Neo4jQuestion Supernode { get; } = new(
        "supernode",
        WithId(Question.Supernode, GeneratedGraph.SuperActor),
        """
        query($id: ID!) { actor: actors(where: {id: {eq: $id}}) {
            events(limit: 20, sort: [{start: DESC}, {id: DESC}]) { id title start } } }
        """,
        [GeneratedGraph.SuperActor],
        0.8,
        8);

    public static IReadOnlyList<Neo4jQuestion> All { get; } = [Point, Page, HelpedPage, Deep, Supernode];

    /// <summary>The same question with its actor in a variable.</summary>
    private static string WithId(Question question, string id) => "query($id: ID!) " + question.Query.Replace($"\"{id}\"", "$id", StringComparison.Ordinal);

    private static byte[] Body(string query, string id) => query.Contains("$id", StringComparison.Ordinal)
        ? Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query, variables = new { id } }))
        : Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query }));

    private static IEnumerable<string> Draw(Random random, int count) => Enumerable.Range(0, count)
        .Select(_ => $"actor:{1 + (int)((GeneratedGraph.Actors - 1) * Math.Pow(random.NextDouble(), 3))}");
}
