using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Neo4j;
using Xunit;

namespace GraphIntel.Conformance.Tests;

/// <summary>Every case: the plan of its question, the statements made of it, and the answer, from SQLite.</summary>
public sealed class CaseTests(SqliteGraphs graphs)
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Case.All.Select(one => one.Name)];

    [Fact]
    public void There_are_cases() => Assert.NotEmpty(Case.All);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_question_is_planned_and_compiled_as_reviewed(string name)
    {
        var one = new Case(name);
        var graph = graphs.Of(one);
        if (await CasePlan.OfAsync(one, graph.Schema) is not var (plan, _))
            return;
        one.Expect("plan.txt", PlanText.Of(plan));
        one.Expect("statement.sql", SqlText.Of(graph.Store.Compile(plan, []).Statement));
        // Statements are made of the model alone: nobody is connected to.
        await using var neo4j = Neo4jStore.Open(graph.Schema.Model, new Neo4jOptions { Uri = "bolt://127.0.0.1:1" });
        one.Expect("statement.cypher", CypherText.Of(neo4j.Compile(plan, []).Statement));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_answer_is_the_one_checked_by_hand(string name)
    {
        var one = new Case(name);
        using var response = await graphs.Of(one).Engine.ExecuteAsync(one.Request, TestContext.Current.CancellationToken);
        one.Expect("answer.json", JsonSerializer.Serialize(JsonElement.Parse(response.Body.Span), _indented) + "\n");
    }
}
