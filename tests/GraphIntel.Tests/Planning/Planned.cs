using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using GraphIntel.Tests.Schema;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>A validated document of the domain, with the variables of a request.</summary>
internal sealed class Planned
{
    private Planned(GraphQLDocument document, IReadOnlyDictionary<string, object?> variables)
    {
        Document = document;
        Operation = document.Definitions.OfType<GraphQLOperationDefinition>().First();
        Variables = variables;
    }

    public GraphQLDocument Document { get; }

    public GraphQLOperationDefinition Operation { get; }

    public IReadOnlyDictionary<string, object?> Variables { get; }

    /// <summary>The shape of the operation's variables.</summary>
    public string Shape => ShapeOf(withNumbers: false);

    /// <summary>The shape for plans that compare points.</summary>
    public string ShapeWithNumbers => ShapeOf(withNumbers: true);

    private string ShapeOf(bool withNumbers) =>
        new OperationShape(Schemas.Domain).Of(new OperationPlans(Operation, Schemas.Domain).Variables, Variables, withNumbers);

    public static async Task<Planned> ReadAsync(string query, string variables = "{}")
    {
        var document = Parser.Parse(query);
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = Schemas.Domain,
            Document = document,
            Operation = document.Definitions.OfType<GraphQLOperationDefinition>().First(),
            Variables = new GraphQLSerializer().Deserialize<Inputs>(variables)!,
            CancellationToken = TestContext.Current.CancellationToken,
        });
        Assert.Equal([], result.Errors.Select(error => error.Message));
        return new Planned(document, result.Variables!.Where(variable => variable.ValueSpecified || variable.IsDefault)
            .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal));
    }

    /// <summary>The plan of the operation, which has no errors.</summary>
    public Plan Plan()
    {
        var (plan, errors) = Planner.Create(Schemas.Domain, Document, Operation, Variables, TestContext.Current.CancellationToken);
        Assert.Equal([], errors.Select(error => error.Message));
        return plan!;
    }

    /// <summary>An argument of the only root field.</summary>
    public InputValue? Argument(string name)
    {
        var field = (GraphQLField)Operation.SelectionSet.Selections[0];
        var definition = Schemas.Domain.Query.GetField(field.Name.StringValue)!;
        return new InputReader(Document.Source, Variables).Argument(definition, field, name);
    }

    /// <summary>The response keys of the operation's selection, collected for a type.</summary>
    public string Keys(string type) => string.Join(' ', Collect(type).Select(group =>
        (group[0].Alias?.Name ?? group[0].Name).StringValue + (group.Count > 1 ? $"*{group.Count}" : "")));

    private IReadOnlyList<List<GraphQLField>> Collect(string type)
    {
        var root = (GraphQLField)Operation.SelectionSet.Selections[0];
        return new FieldCollector(Document, Variables).Collect((IObjectGraphType)Schemas.Domain.AllTypes[type]!, [root.SelectionSet]);
    }
}
