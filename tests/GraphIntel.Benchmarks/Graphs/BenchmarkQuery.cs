using System.Text;
using System.Text.Json;

namespace GraphIntel.Benchmarks.Graphs;

/// <summary>A query that is measured.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Query">The document.</param>
/// <param name="MaxRatio">The target: maximum time of a request in process, relative to its SQL statement alone.</param>
internal sealed record BenchmarkQuery(string Name, string Query, double MaxRatio)
{
    /// <summary>
    /// The fastest SQL found by hand that returns the same bytes as the compiled statement; null if none was looked for.
    /// </summary>
    public string? ByHand { get; init; }

    /// <summary>The target: maximum time of the compiled statement, relative to <see cref="ByHand"/>.</summary>
    public const double MaxRelativeToByHand = 1.3;

    /// <summary>The body of the HTTP request.</summary>
    public byte[] Body { get; } = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = Query }));

    /// <summary>An actor, whom it backs, its 40 newest events with their places.</summary>
    public static BenchmarkQuery Point { get; } = new(
        "point",
        """
        { actor(id: "actor:7") { id name kind backs { nodes { id name } }
            events(first: 40, order: [{start: DESC}]) { nodes { id title start place { id name } } } } }
        """,
        1.3);

    /// <summary>The 50 newest events with place, participants, and their backers.</summary>
    public static BenchmarkQuery Page { get; } = new(
        "page",
        """
        { events(first: 50, order: [{start: DESC}]) { nodes { id title start kind deathsBest place { id name }
            participants { edges { role node { id name backers { edges { kinds from node { id name } } } } } } } } }
        """,
        1.2);

    /// <summary>Five levels.</summary>
    public static BenchmarkQuery Deep { get; } = new(
        "deep",
        """
        { actor(id: "actor:3") { id name backs(first: 3) { nodes { id name backs(first: 3) { nodes { id name
            events(first: 3, order: [{start: DESC}]) { nodes { id title
              participants(first: 3) { nodes { id name backers(first: 3) { nodes { id name } } } } } } } } } } } }
        """,
        1.3);

    /// <summary>The 20 newest events of an actor in a third of all.</summary>
    public static BenchmarkQuery Supernode { get; } = new(
        "supernode",
        """
        { actor(id: "actor:0") { events(first: 20, order: [{start: DESC}]) { nodes { id title start } } } }
        """,
        1.3);

    /// <summary>A minimal query.</summary>
    public static BenchmarkQuery Minimal { get; } = new("minimal", """{ place(id: "place:7") { id name } }""", 3);

    public static IReadOnlyList<BenchmarkQuery> All { get; } = [Point, Page, Deep, Supernode, .. AggregateQueries.All];
}
