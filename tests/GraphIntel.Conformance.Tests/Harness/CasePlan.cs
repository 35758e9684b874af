using System.Text.Json;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>What the planner makes of a case's query, with its variables' values.</summary>
internal sealed record CasePlan(Plan Plan, BoundParameters Bound)
{
    /// <summary>The plan of a query without variables that is not refused.</summary>
    public static async Task<CasePlan> OfAsync(string query, GraphSchema schema) =>
        await OfAsync(query, null, schema) ?? throw new ArgumentException($"there is no plan for {query}", nameof(query));

    /// <summary>The plan; null where the operation is refused before one is made, which the response then says.</summary>
    public static Task<CasePlan?> OfAsync(Case one, GraphSchema schema) => OfAsync(one.Query, one.Request.Variables, schema);

    private static async Task<CasePlan?> OfAsync(string query, JsonElement? given, GraphSchema schema)
    {
        GraphQLDocument document;
        try
        {
            document = GraphQLParser.Parser.Parse(query);
        }
        catch (GraphQLSyntaxErrorException)
        {
            return null;
        }
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().First();
        if (operation.Operation != OperationType.Query)
            return null;
        var variables = given is { } values ? new GraphQLSerializer().ReadNode<Inputs>(values)! : Inputs.Empty;
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = operation,
            Variables = variables,
        });
        if (!result.IsValid)
            return null;
        var read = result.Variables!.Where(variable => variable.ValueSpecified || variable.IsDefault)
            .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        var plan = Planner.Create(schema, document, operation, read, CancellationToken.None).Plan;
        return plan is null ? null : new CasePlan(plan, plan.Bind(read));
    }
}
