using System.Text;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphIntel.Core.Execution;

/// <summary>What is wrong with a document, found before anybody gives values for its variables.</summary>
internal static class DocumentCheck
{
    private static readonly DocumentValidator Validator = new();

    /// <summary>Its mistakes against grammar, schema and limits, with their places; empty where it can be served.</summary>
    public static async ValueTask<IReadOnlyList<GraphError>> RunAsync(
        GraphSchema schema, EngineOptions options, ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        if (DocumentMeasure.CheckBytes(text.Length, options) is { } tooLong)
            return [tooLong];
        var source = Encoding.UTF8.GetString(text.Span);
        try
        {
            if (DocumentMeasure.CheckTokens(source, options.Limits) is { } tooMany)
                return [tooMany];
            return await CheckAsync(schema, options.Limits, DocumentCache.Parse(source, options.Limits), cancellation).ConfigureAwait(false);
        }
        catch (GraphQLSyntaxErrorException error)
        {
            return [GraphEngine.Convert(error)];
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return [DocumentMeasure.TooDeep(source, options.Limits)];
        }
    }

    private static async ValueTask<IReadOnlyList<GraphError>> CheckAsync(
        GraphSchema schema, OperationLimits limits, GraphQLDocument document, CancellationToken cancellation)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        if (operations.Count == 0)
            return [new GraphError("The document has no operation.", ErrorCodes.RequestInvalid, [])];
        foreach (var operation in operations)
        {
            if (operation.Operation != OperationType.Query)
            {
                return
                [
                    new GraphError(
                        "Only `query` operations are answered.",
                        ErrorCodes.RequestInvalid,
                        [Location.FromLinearPosition(document.Source, operation.Location.Start)]),
                ];
            }
            if (DocumentMeasure.Check(document, operation, limits) is { } exceeded)
                return [exceeded];
        }
        // The rules look at the whole document, whichever operation is named.
        var result = await Validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = operations[0],
            Variables = Inputs.Empty,
            CancellationToken = cancellation,
        }).ConfigureAwait(false);
        return [.. result.Errors.Where(error => error is not InvalidVariableError).Select(GraphEngine.Convert)];
    }
}
