using System.Text;
using System.Text.Json;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Answers <c>__schema</c> and <c>__type</c> by GraphQL.NET's own execution: of an operation, these root fields alone.
/// </summary>
internal sealed class Introspection(GraphSchema schema)
{
    private static readonly GraphQLSerializer Serializer = new(options =>
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private readonly DocumentExecuter _executer = new();

    /// <summary>JSON by response key.</summary>
    public async ValueTask<IReadOnlyDictionary<string, byte[]>> AnswerAsync(
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
            // The whole document was validated before.
            ValidationRules = [],
            CancellationToken = cancellation,
        }).ConfigureAwait(false);
        if (result.Errors is { Count: > 0 } errors)
            throw new InvalidOperationException("Introspection failed.", errors[0]);
        using var answer = JsonDocument.Parse(Serializer.Serialize(result));
        return answer.RootElement.GetProperty("data").EnumerateObject().ToDictionary(
            property => property.Name, property => Encoding.UTF8.GetBytes(property.Value.GetRawText()), StringComparer.Ordinal);
    }
}
