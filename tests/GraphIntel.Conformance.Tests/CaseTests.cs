using System.Text.Encodings.Web;
using System.Text.Json;
using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Core.Planning;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Xunit;

namespace GraphIntel.Conformance.Tests;

/// <summary>Every case: the plan of its question, the statement made of it, and the answer.</summary>
public sealed class CaseTests(SeededGraph seed, FilmsGraph films) : IClassFixture<SeededGraph>, IClassFixture<FilmsGraph>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Case.All.Select(one => one.Name)];

    [Fact]
    public void There_are_cases() => Assert.NotEmpty(Case.All);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_question_is_planned_and_compiled_as_reviewed(string name)
    {
        var one = new Case(name);
        var graph = GraphOf(one);
        var plan = await PlanOf(one, graph);
        if (plan is null)
            return;
        one.Expect("plan.txt", PlanText.Of(plan));
        one.Expect("statement.sql", SqlText.Of(graph.Store.Compile(plan, []).Statement));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_answer_is_the_one_checked_by_hand(string name)
    {
        var one = new Case(name);
        using var response = await GraphOf(one).Engine.ExecuteAsync(one.Request, TestContext.Current.CancellationToken);
        one.Expect("answer.json", JsonSerializer.Serialize(JsonElement.Parse(response.Body.Span), Indented) + "\n");
    }

    private ImportedGraph GraphOf(Case one) => one.Name.StartsWith("films/", StringComparison.Ordinal) ? films : seed;

    /// <summary>The plan; null where the operation is refused before one is made, which the answer then says.</summary>
    private static async Task<Plan?> PlanOf(Case one, ImportedGraph graph)
    {
        GraphQLDocument document;
        try
        {
            document = GraphQLParser.Parser.Parse(one.Question);
        }
        catch (GraphQLSyntaxErrorException)
        {
            return null;
        }
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().First();
        if (operation.Operation != OperationType.Query)
            return null;
        var variables = one.Request.Variables is { } given ? new GraphQLSerializer().ReadNode<Inputs>(given)! : Inputs.Empty;
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = graph.Schema,
            Document = document,
            Operation = operation,
            Variables = variables,
        });
        if (!result.IsValid)
            return null;
        var values = result.Variables!.Where(variable => variable.ValueSpecified || variable.IsDefault)
            .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        return Planner.Make(graph.Schema, document, operation, values).Plan;
    }
}
