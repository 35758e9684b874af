using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Planning.Printing;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Execute;
using GraphIntel.Sqlite;
using GraphIntel.Sqlite.Compile;
using Xunit;

namespace GraphIntel.Conformance.Tests;

/// <summary>Every case: its response from SQLite; of those that keep them, the plan and the statements.</summary>
public sealed class CaseTests(SqliteGraphs graphs)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Case.All.Select(one => one.Name)];

    public static TheoryData<string> NamesWithPlans => [.. Case.All.Where(one => one.HasPlan).Select(one => one.Name)];

    [Fact]
    public Task Limited_reads_of_relationships_are_the_first_of_those_without_a_limit() =>
        TraversalReaderChecks.RunAsync(graphs.Of(CaseGraph.Report), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Limited_reads_among_the_first_nodes_of_a_type_are_the_same()
    {
        var source = new SqliteSource(new SqliteOptions { ManyRelationships = 1 });
        await using var graph = await ImportedGraph.OpenAsync(CaseGraph.Report, source, TestContext.Current.CancellationToken);
        await TraversalReaderChecks.RunAsync(graph, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(NamesWithPlans))]
    public async Task The_query_is_planned_and_compiled_as_reviewed(string name)
    {
        var one = new Case(name);
        var graph = graphs.Of(one);
        var (plan, bound) = Assert.IsType<CasePlan>(await CasePlan.OfAsync(one, graph.Schema));
        var printed = PlanPrinter.Print(plan);
        Assert.All(printed.Split('\n'), line => Assert.InRange(line.Length, 0, PlanPrinter.MaxWidth));
        one.Expect("plan.txt", printed);
        one.Expect("statement.sql", SqlText.Of(graph.Store.Compile(plan, [], TestContext.Current.CancellationToken).Statement));
        // Statements are made of the model alone: nobody is connected to.
        await using var neo4j = Neo4jStore.Open(graph.Schema.Model, new Neo4jOptions { Uri = "bolt://127.0.0.1:1" });
        var statements = ((Neo4jPlan)neo4j.Compile(plan, [], TestContext.Current.CancellationToken)).StatementsFor(bound);
        one.Expect("statement.cypher", string.Join(";\n", statements.Select(statement => CypherText.Of(statement.Text))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_response_is_the_one_checked_by_hand(string name)
    {
        var one = new Case(name);
        using var response = await graphs.Of(one).Engine.ExecuteAsync(one.Request, TestContext.Current.CancellationToken);
        one.Expect("response.json", JsonSerializer.Serialize(JsonElement.Parse(response.Body.Span), Indented) + "\n");
    }
}
