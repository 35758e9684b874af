using GraphIntel.Core.Errors;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>Validates a document without values for its variables.</summary>
internal static class DocumentCheck
{
    /// <summary>Its violations of the grammar, the schema and the limits, with locations; empty if it is valid.</summary>
    public static async ValueTask<IReadOnlyList<GraphError>> RunAsync(
        GraphSchema schema, EngineOptions options, ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        if (new DocumentReader(schema, options).Read(text.Span, cancellation, out var errors) is not { } document)
            return errors;
        var operations = document.Document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        if (operations.Count == 0)
            return [new GraphError("The document has no operation.", ErrorCodes.RequestInvalid, [])];
        foreach (var operation in operations)
        {
            if (operation.Operation != OperationType.Query)
            {
                return
                [
                    new GraphError(
                        "Only queries are supported.",
                        ErrorCodes.RequestInvalid,
                        [document.Lines.LocationOf(operation.Location.Start)]),
                ];
            }
        }
        // The rules check the whole document, whichever operation is given.
        var result = await DocumentRules.ValidateAsync(schema, document, operations[0], Inputs.Empty, cancellation).ConfigureAwait(false);
        return [.. result.Errors.Where(error => error.Code != DocumentErrors.InvalidVariable)];
    }
}
