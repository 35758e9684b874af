using System.Text;
using GraphIntel.Bolt;
using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Execute;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class ReportCasesOnNeo4j526Tests(ReportOnNeo4j526 graph, SqliteGraphs sqlite)
    : ReportCasesOnNeo4jTests(graph, sqlite), IClassFixture<ReportOnNeo4j526>
{
    public static TheoryData<string> Names => NamesOf(CaseGraph.Report);
}

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class ReportCasesOnNeo4j2026Tests(ReportOnNeo4j2026 graph, SqliteGraphs sqlite)
    : ReportCasesOnNeo4jTests(graph, sqlite), IClassFixture<ReportOnNeo4j2026>
{
    public static TheoryData<string> Names => NamesOf(CaseGraph.Report);
}

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class SeedCasesOnNeo4j526Tests(SeedOnNeo4j526 graph, SqliteGraphs sqlite)
    : SeedCasesOnNeo4jTests(graph, sqlite), IClassFixture<SeedOnNeo4j526>
{
    public static TheoryData<string> Names => NamesOf(CaseGraph.Seed);
}

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class SeedCasesOnNeo4j2026Tests(SeedOnNeo4j2026 graph, SqliteGraphs sqlite)
    : SeedCasesOnNeo4jTests(graph, sqlite), IClassFixture<SeedOnNeo4j2026>
{
    public static TheoryData<string> Names => NamesOf(CaseGraph.Seed);
}

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class FilmsCasesOnNeo4j526Tests(FilmsOnNeo4j526 graph, SqliteGraphs sqlite)
    : CasesOnNeo4jTests(graph, sqlite), IClassFixture<FilmsOnNeo4j526>
{
    public static TheoryData<string> Names => NamesOf(CaseGraph.Films);
}

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class FilmsCasesOnNeo4j2026Tests(FilmsOnNeo4j2026 graph, SqliteGraphs sqlite)
    : CasesOnNeo4jTests(graph, sqlite), IClassFixture<FilmsOnNeo4j2026>
{
    public static TheoryData<string> Names => NamesOf(CaseGraph.Films);
}

/// <summary>The cases of the seed's report.</summary>
public abstract class ReportCasesOnNeo4jTests : CasesOnNeo4jTests
{
    private readonly GraphOnNeo4j _graph;

    private protected ReportCasesOnNeo4jTests(GraphOnNeo4j graph, SqliteGraphs sqlite)
        : base(graph, sqlite) => _graph = graph;

    [Fact]
    public Task Limited_reads_of_relationships_are_the_first_of_those_without_a_limit() =>
        TraversalReaderChecks.RunAsync(_graph.Imported, TestContext.Current.CancellationToken);
}

/// <summary>The cases of the whole seed, and the queries of <c>docs/queries.md</c>.</summary>
public abstract class SeedCasesOnNeo4jTests : CasesOnNeo4jTests
{
    private readonly GraphOnNeo4j _graph;

    private protected SeedCasesOnNeo4jTests(GraphOnNeo4j graph, SqliteGraphs sqlite)
        : base(graph, sqlite) => _graph = graph;

    [Theory]
    [MemberData(nameof(DocumentedQuery.Headings), MemberType = typeof(DocumentedQuery))]
    public Task The_answer_is_the_one_on_the_page(string heading) => DocumentedQuery.Of(heading).AssertAnsweredAsync(_graph.Imported.Engine);
}

/// <summary>Every case on Neo4j: the bytes that SQLite gives, by a plan that scans nothing without need.</summary>
public abstract class CasesOnNeo4jTests
{
    private readonly GraphOnNeo4j _graph;
    private readonly SqliteGraphs _sqlite;

    private protected CasesOnNeo4jTests(GraphOnNeo4j graph, SqliteGraphs sqlite)
    {
        graph.Server.Require();
        _graph = graph;
        _sqlite = sqlite;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected static TheoryData<string> NamesOf(CaseGraph graph) =>
        [.. Case.All.Where(one => CaseGraph.Of(one) == graph).Select(one => one.Name)];

    [Theory]
    [MemberData("Names")]
    public async Task The_response_has_the_bytes_that_SQLite_gives(string name)
    {
        var one = new Case(name);
        using var expected = await _sqlite.Of(one).Engine.ExecuteAsync(one.Request, Cancellation);
        using var actual = await _graph.Imported.Engine.ExecuteAsync(one.Request, Cancellation);
        Assert.Equal(expected.Outcome, actual.Outcome);
        if (!actual.Body.Span.SequenceEqual(expected.Body.Span))
            Assert.Equal(Encoding.UTF8.GetString(expected.Body.Span), Encoding.UTF8.GetString(actual.Body.Span));
    }

    [Theory]
    [MemberData("Names")]
    public async Task The_database_plans_it_without_needless_scans(string name)
    {
        if (await CasePlan.OfAsync(new Case(name), _graph.Imported.Schema) is not var (plan, bound)
            || bound.Errors is not null || !plan.NeedsStore)
        {
            return;
        }

        await CheckAsync(name, ((Neo4jPlan)_graph.Imported.Store.Compile(plan, bound.CursorNulls, Cancellation)).StatementsFor(bound), bound);
    }

    [Fact]
    public async Task The_database_plans_the_reads_of_traversals_without_needless_scans()
    {
        if (_graph.Imported.Schema.Query.Fields.Find("neighborhood") is null)
            return;
        var (plan, bound) = await CasePlan.OfAsync("{ neighborhood(of: []) { truncated nodes { id } } }", _graph.Imported.Schema);
        var search = Assert.Single(bound.Traversals!);
        var compiled = (Neo4jPlan)_graph.Imported.Store.Compile(plan, [], Cancellation);
        var hops = TraversalScope.Default(search.Traversal).Hops(new HashSet<NodeType>(), isReversed: false);
        await CheckAsync("neighborhood", [.. compiled.StatementsFor(search.Traversal, hops)], bound);
    }

    private async Task CheckAsync(string name, IReadOnlyList<CypherStatement> statements, BoundParameters bound)
    {
        await using var driver = _graph.Server.Driver();
        await using var session = driver.Session(new SessionConfig { Database = _graph.Server.Database });
        foreach (var statement in statements)
        {
            var cursor = await session.RunAsync($"EXPLAIN {statement.Text}", ParameterMap.Write, (statement, bound), null, Cancellation);
            var summary = await cursor.ConsumeAsync(Cancellation);
            var root = PlanOperator.Read(summary.Plan!);
            var breaches = _graph.Rules.Check(root);
            Assert.True(breaches.Count == 0, $"{name}\n{string.Join("\n", breaches)}\n\n{root}\n{CypherText.Of(statement.Text)}");
        }
    }
}
