using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphIntel.Bolt;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class PlanCacheOnNeo4j526Tests(ReportOnNeo4j526 graph) : PlanCacheTests(graph), IClassFixture<ReportOnNeo4j526>;

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class PlanCacheOnNeo4j2026Tests(ReportOnNeo4j2026 graph) : PlanCacheTests(graph), IClassFixture<ReportOnNeo4j2026>;

/// <summary>
/// Neo4j takes a second to plan a query, and then keeps the plan: a query with other values must find it. Emptying the
/// caches says how many plans were in them, the one counter of the Community edition.
/// </summary>
public abstract partial class PlanCacheTests
{
    // Neo4j compiles a plan again, to run faster, once it was run ten times: both sides of a comparison must get there.
    private const int Runs = 24;

    private const string Query = """
        query Many($id: ID!, $ids: [ID!]!, $name: String!, $names: [String!]!, $first: Int!, $atMost: Int!, $day: Date!, $kind: ActorKind!, $order: SortEnumType = ASC) {
          actor(id: $id) { name backs(first: $first, asOf: $day) { totalCount(atMost: $atMost) edges { node { id name } } } }
          nodes(ids: $ids) { id label }
          actors(first: $first, where: { or: [{ name: { startsWith: $name } }, { id: { in: $ids } }, { kind: { eq: $kind } }] }) { totalCount(atMost: $atMost) nodes { id } }
          events(first: $first, where: { start: { gte: $day }, title: { nin: $names }, or: [{ deathsBest: { gt: $atMost } }, { deathsBest: { eq: null } }] }, order: [{ start: $order }]) { edges { cursor node { title } } }
          place(id: "place:syria") { descendants(first: $first, where: { name: { contains: $name } }) { nodes { id } } }
        }
        """;

    // Each root field is a statement of its own.
    private const int QuestionFields = 5;

    private const string NullableQuestion = """
        query Nulls($after: String, $asOf: Date, $from: Date, $until: Date, $field: String, $first: Int, $certainty: Certainty, $standing: [Standing!]) {
          actor(id: "actor:iran") { backs(first: $first, asOf: $asOf, during: { from: $from, until: $until }, certainty: $certainty, standing: $standing) { nodes { id } } }
          claims(first: $first, where: { field: { eq: $field } }) { nodes { id } }
          events(first: $first, after: $after, order: [{ subKind: ASC }]) { edges { cursor node { subKind } } }
        }
        """;

    private readonly GraphOnNeo4j _graph;

    private protected PlanCacheTests(GraphOnNeo4j graph)
    {
        graph.Server.Require();
        _graph = graph;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_values_find_the_plan_of_the_first()
    {
        await using var driver = _graph.Server.Driver();
        await ClearAsync(driver);
        for (var run = 0; run < Runs; run++)
            await QueryAsync(Query, Variables(0));
        var alike = await ClearAsync(driver);
        for (var run = 0; run < Runs; run++)
            await QueryAsync(Query, Variables(run));
        Assert.InRange(alike, QuestionFields, 2 * QuestionFields);
        Assert.Equal(alike, await ClearAsync(driver));
    }

    [Fact]
    public async Task Values_in_the_document_find_the_plan_of_the_first()
    {
        await using var driver = _graph.Server.Driver();
        await ClearAsync(driver);
        for (var run = 0; run < Runs; run++)
            await QueryAsync(Inlined(Variables(0)), "{}");
        var alike = await ClearAsync(driver);
        for (var run = 0; run < Runs; run++)
            await QueryAsync(Inlined(Variables(run)), "{}");
        Assert.InRange(alike, QuestionFields, 2 * QuestionFields);
        Assert.Equal(alike, await ClearAsync(driver));
    }

    [Fact]
    public async Task The_next_pages_of_one_order_share_a_plan()
    {
        await using var driver = _graph.Server.Driver();
        await ClearAsync(driver);
        const string document = "query Next($after: String, $first: Int) { claims(first: $first, after: $after) { pageInfo { endCursor hasNextPage } } }";
        var cursor = await EndAsync(document, """{"first":1}""");
        Assert.Equal(1, await ClearAsync(driver));
        for (var page = 0; page < 8; page++)
            cursor = await EndAsync(document, $$"""{"first":{{page + 1}},"after":"{{cursor}}"}""");
        Assert.Equal(1, await ClearAsync(driver));
    }

    [Fact]
    public async Task Nulls_make_as_many_plans_as_root_fields_have_shapes()
    {
        await using var driver = _graph.Server.Driver();
        var (withNull, withoutNull) = await EndsOfNullsAsync();
        await ClearAsync(driver);
        for (var run = 0; run < Runs; run += 8)
        {
            var day = DateOnly.MinValue.AddDays(run * 40_000);
            var (from, until, field) = (Day(day), Day(day.AddYears(run + 1)), new string('f', run * run));
            object[] variables =
            [
                new { field = (string?)null },
                new { field, first = run },
                new { field, asOf = from },
                new { field, from },
                new { field, until },
                new { field, from, until },
                new { field, after = withNull, first = run },
                new { field, after = withoutNull },
            ];
            foreach (var given in variables)
                await QueryAsync(NullableQuestion, JsonSerializer.Serialize(given));
        }
        // Five of the actor, two of claims, three of events; what was run ten times may be there twice.
        Assert.InRange(await ClearAsync(driver), 10, 13);
    }

    [Fact]
    public async Task A_null_that_says_what_its_absence_says_finds_the_plan_of_the_first()
    {
        await using var driver = _graph.Server.Driver();
        await ClearAsync(driver);
        string[] variables =
        [
            """{ "field": "a" }""",
            """{ "field": "a", "first": null, "after": null }""",
            """{ "field": "a", "first": 3 }""",
            """{ "field": "a", "asOf": null, "from": null, "until": null }""",
            """{ "field": "a", "certainty": null, "standing": null }""",
            """{ "field": "a", "certainty": "PRESUMED", "standing": ["DISPUTED", "ASSERTED"] }""",
        ];
        foreach (var given in variables)
            await QueryAsync(NullableQuestion, given);
        Assert.Equal(3, await ClearAsync(driver));
    }

    [Theory]
    [InlineData("actor(id: \"actor:$\") { id name }")]
    [InlineData("node(id: \"actor:$\") { id label }")]
    [InlineData("nodes(ids: [\"actor:$\", \"actor:iran\"]) { id label }")]
    [InlineData("events(first: $) { nodes { title } }")]
    public async Task Equal_root_fields_share_a_plan_whatever_they_are_combined_with(string field)
    {
        await using var driver = _graph.Server.Driver();
        await ClearAsync(driver);
        await QueryAsync($"{{ {Numbered(field, 1)} }}", "{}");
        await QueryAsync($"{{ __typename b: {Numbered(field, 2)} a: {Numbered(field, 3)} c: {Numbered(field, 4)} }}", "{}");
        Assert.Equal(1, await ClearAsync(driver));
        await QueryAsync($"{{ place(id: \"place:syria\") {{ name }} a: {Numbered(field, 5)} b: {Numbered(field, 6)} }}", "{}");
        Assert.Equal(2, await ClearAsync(driver));
    }

    /// <summary>What the other tests rest on: were a value part of a statement, or a parameter of its own, the number would say so.</summary>
    [Fact]
    public async Task The_number_grows_with_literals_and_with_parameters_of_other_sizes()
    {
        await using var driver = _graph.Server.Driver();
        await ClearAsync(driver);
        string[] names = ["a", "abcd", new('x', 20), new('x', 300)];
        foreach (var name in names)
            await RunAsync(driver, $"CYPHER 5 MATCH (n:Actor) WHERE n.name = '{name}' RETURN n.id", new { });
        Assert.Equal(names.Length, await ClearAsync(driver));
        foreach (var name in names)
            await RunAsync(driver, "CYPHER 5 MATCH (n:Actor) WHERE n.name = $name RETURN n.id", new { name });
        Assert.InRange(await ClearAsync(driver), 2, names.Length);
        foreach (var name in names)
            await RunAsync(driver, "CYPHER 5 MATCH (n:Actor) WHERE n.name = $p.name RETURN n.id", new { p = new Dictionary<string, object?> { ["name"] = name } });
        Assert.Equal(1, await ClearAsync(driver));
    }

    private static string Numbered(string field, int number) =>
        field.Replace("$", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // Texts and lists of every size, numbers small and large; what the shape of an operation depends on stays as it is.
    private static string Variables(int run) => JsonSerializer.Serialize(new
    {
        id = run % 3 == 0 ? "actor:iran" : $"actor:{new string('x', run * run)}",
        ids = Enumerable.Range(0, run * run % 101).Select(number => $"actor:{number}").Append("actor:iran"),
        name = run % 4 == 0 ? "" : new string('ш', 1 << (run % 10)),
        names = Enumerable.Repeat(new string('n', run), run * 5),
        first = run % 2 == 0 ? run : 500 - run,
        atMost = run % 2 == 0 ? run : int.MaxValue - run,
        day = Day(DateOnly.MinValue.AddDays(run * 150_000)),
        kind = run % 2 == 0 ? "STATE" : "REBEL_GROUP",
    });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The document with the values in the places of its variables.
    private static string Inlined(string variables)
    {
        var document = Query[Query.IndexOf('{', StringComparison.Ordinal)..].Replace("$order", "ASC", StringComparison.Ordinal);
        foreach (var variable in JsonElement.Parse(variables).EnumerateObject().OrderByDescending(member => member.Name.Length))
        {
            var literal = variable.Name == "kind" ? variable.Value.GetString()! : variable.Value.GetRawText();
            document = document.Replace("$" + variable.Name, literal, StringComparison.Ordinal);
        }
        return document;
    }

    // A cursor whose first key is null, and one whose is not.
    private async Task<(string WithNull, string WithoutNull)> EndsOfNullsAsync()
    {
        var edges = JsonElement.Parse(await QueryAsync(NullableQuestion, "{}"))
            .GetProperty("data").GetProperty("events").GetProperty("edges").EnumerateArray()
            .ToLookup(
                edge => edge.GetProperty("node").GetProperty("subKind").ValueKind == JsonValueKind.Null,
                edge => edge.GetProperty("cursor").GetString()!);
        return (edges[true].First(), edges[false].First());
    }

    private async Task<string?> EndAsync(string document, string variables)
    {
        var data = JsonElement.Parse(await QueryAsync(document, variables)).GetProperty("data").GetProperty("claims").GetProperty("pageInfo");
        return data.GetProperty("endCursor").GetString();
    }

    private async Task<string> QueryAsync(string document, string variables)
    {
        var request = new GraphRequest(Encoding.UTF8.GetBytes(document), Variables: JsonElement.Parse(variables));
        using var response = await _graph.Imported.Engine.ExecuteAsync(request, Cancellation);
        var text = Encoding.UTF8.GetString(response.Body.Span);
        Assert.True(!text.StartsWith("{\"errors\":", StringComparison.Ordinal), text);
        return text;
    }

    private async Task<int> ClearAsync(Driver driver)
    {
        var said = (string)(await RunAsync(driver, "CALL db.clearQueryCaches()", new { }))[0][0]!;
        return said.Contains("already empty", StringComparison.Ordinal)
            ? 0
            : int.Parse(Cleared().Match(said).Groups["count"].Value, CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<GraphIntel.Bolt.Record>> RunAsync(Driver driver, string statement, object parameters)
    {
        await using var session = driver.Session(new SessionConfig { Database = _graph.Server.Database });
        return await (await session.RunAsync(statement, parameters, cancellation: Cancellation)).ToListAsync(Cancellation);
    }

    [GeneratedRegex("cleared of (?<count>[0-9]+) quer")]
    private static partial Regex Cleared();
}
