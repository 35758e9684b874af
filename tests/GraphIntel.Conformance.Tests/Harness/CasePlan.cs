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
    /// <summary>The plan; null where the operation is refused before one is made, which the response then says.</summary>
    public static async Task<CasePlan?> OfAsync(Case one, GraphSchema schema)
    {
        GraphQLDocument document;
        try
        {
            document = GraphQLParser.Parser.Parse(one.Query);
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
            Schema = schema,
            Document = document,
            Operation = operation,
            Variables = variables,
        });
        if (!result.IsValid)
            return null;
        var values = result.Variables!.Where(variable => variable.ValueSpecified || variable.IsDefault)
            .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        var plan = Planner.Create(schema, document, operation, values, CancellationToken.None).Plan;
        return plan is null ? null : new CasePlan(plan, plan.Bind(values));
    }
}
