using System.Globalization;
using System.Text;
using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class PlanningOnNeo4j526Tests(ReportOnNeo4j526 graph, SqliteGraphs sqlite)
    : PlanningOnNeo4jTests(graph, sqlite), IClassFixture<ReportOnNeo4j526>;

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class PlanningOnNeo4j2026Tests(ReportOnNeo4j2026 graph, SqliteGraphs sqlite)
    : PlanningOnNeo4jTests(graph, sqlite), IClassFixture<ReportOnNeo4j2026>;

/// <summary>
/// Operations that are cheap to execute but were hopeless for Neo4j to plan: each has SQLite's response, or is refused by a limit.
/// A time-out of the engine is a failure.
/// </summary>
public abstract class PlanningOnNeo4jTests
{
    private readonly GraphOnNeo4j _graph;
    private readonly SqliteGraphs _sqlite;

    private protected PlanningOnNeo4jTests(GraphOnNeo4j graph, SqliteGraphs sqlite)
    {
        graph.Server.Require();
        _graph = graph;
        _sqlite = sqlite;
    }

    public static TheoryData<string, string, bool> Operations => new()
    {
        { "20 of node(id)", Fields(20, "node(id: \"actor:$\") { id label ... on Actor { name } }"), true },
        { "20 of node(id) of several types", Fields(20, "node(id: \"actor:iran\") { id } p$: node(id: \"place:maskanah\") { id label }"), true },
        { "50 of actor(id)", Fields(50, "actor(id: \"actor:iran\") { id name backs(first: $) { nodes { name } } }"), true },
        { "nodes(ids) of several types", "{ nodes(ids: [\"place:maskanah\", \"x\", \"actor:iran\", \"actor:none\", \"actor:russia\"]) { __typename id label } }", true },
        { "an id of no type", "{ node(id: \"none\") { id } nodes(ids: [\"\", \":\", \"no:thing\"]) { id } }", true },
        { "100 conditions on relationships", Or(100, "{backs: {some: {id: {eq: \"actor:$\"}}}}", "{backs: {some: {id: {eq: \"actor:government-of-syria\"}}}}"), true },
        { "1,000 plain conditions", Or(1_000, "{name: {eq: \"n$\"}}", "{name: {eq: \"Iran\"}}"), true },
        { "1,000 substrings", Or(1_000, "{name: {contains: \"n$\"}}", "{name: {contains: \"Ira\"}}"), true },
        { "10 connections according to sources", $"{{ actor(id: \"actor:government-of-syria\") {Fields(10, "backers(first: $, accordingTo: [\"source:reuters\"], standing: [DISPUTED, DENIED]) { nodes { name } }")} }}", true },
        { "20 levels of a to-one", $"{{ places(where: {Nested(20, "{parent: ", "{name: {eq: \"x\"}}", "}")}) {{ nodes {{ id }} }} }}", false },
        { "25 nested some", $"{{ actors(where: {Nested(25, "{backs: {some: ", "{name: {eq: \"x\"}}", "}}")}) {{ nodes {{ id }} }} }}", false },
        { "100 connections", $"{{ actor(id: \"actor:iran\") {Fields(100, "backs(first: $) { nodes { id } }")} }}", false },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_is_within_the_limits_is_answered_and_the_rest_refused(string name, string operation, bool isAnswered)
    {
        var request = new GraphRequest(Encoding.UTF8.GetBytes(operation));
        using var expected = await _sqlite.Of(new Case(name)).Engine.ExecuteAsync(request, TestContext.Current.CancellationToken);
        using var actual = await _graph.Imported.Engine.ExecuteAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetString(expected.Body.Span), Encoding.UTF8.GetString(actual.Body.Span));
        Assert.Equal(isAnswered, actual.Errors.Count == 0);
        if (!isAnswered)
            Assert.Equal(ErrorCodes.LimitExceeded, Assert.Single(actual.Errors).Code);
    }

    private static string Fields(int count, string field) =>
        $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(number => $"a{number}: {Numbered(field, number)}"))} }}";

    private static string Or(int count, string condition, string last) =>
        $"{{ actors(where: {{or: [{string.Join(", ", Enumerable.Range(0, count).Select(number => Numbered(condition, number)).Append(last))}]}}) {{ nodes {{ id }} }} }}";

    private static string Nested(int count, string open, string inner, string close) =>
        $"{string.Concat(Enumerable.Repeat(open, count))}{inner}{string.Concat(Enumerable.Repeat(close, count))}";

    private static string Numbered(string text, int number) =>
        text.Replace("$", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
