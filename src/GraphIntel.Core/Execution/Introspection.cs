using System.Text;
using System.Text.Json;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>Executes the root fields <c>__schema</c> and <c>__type</c> of an operation with GraphQL.NET.</summary>
internal sealed class Introspection(GraphSchema schema)
{
    private static readonly GraphQLSerializer Serializer = new(options =>
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private readonly DocumentExecuter _executer = new();

    /// <summary>Returns the JSON of each field by response key.</summary>
    public async ValueTask<IReadOnlyDictionary<string, byte[]>> ExecuteAsync(
        ValidDocument document, GraphQLOperationDefinition operation, IEnumerable<IntrospectionSlot> slots, Inputs variables, CancellationToken cancellation)
    {
        var fields = slots.SelectMany(slot => slot.Fields).Cast<ASTNode>().ToList();
        var part = new GraphQLOperationDefinition(new GraphQLSelectionSet(fields))
        {
            Operation = OperationType.Query,
            Name = operation.Name,
            Variables = operation.Variables,
        };
        var definitions = document.Document.Definitions.OfType<GraphQLFragmentDefinition>().Cast<ASTNode>().Prepend(part).ToList();
        var result = await _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = new GraphQLDocument(definitions) { Source = document.Document.Source },
            Query = string.Empty,
            OperationName = operation.Name?.StringValue,
            Variables = variables,
            // The document is already validated.
            ValidationRules = [],
            CancellationToken = cancellation,
        }).ConfigureAwait(false);
        if (result.Errors is { Count: > 0 } errors)
            throw new InvalidOperationException("Introspection failed.", errors[0]);
        using var response = JsonDocument.Parse(Serializer.Serialize(result));
        return response.RootElement.GetProperty("data").EnumerateObject().ToDictionary(
            property => property.Name, property => Encoding.UTF8.GetBytes(property.Value.GetRawText()), StringComparer.Ordinal);
    }
}
