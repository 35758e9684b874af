using GraphIntel.Core.Errors;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>Validates documents (specification, section 5) in time proportional to their size.</summary>
internal static class DocumentRules
{
    private static readonly DocumentValidator Validator = new();

    // Without the rules that DocumentReader checks, that FieldMerging checks in less time, and that FieldNames and
    // LiteralValues explain better.
    private static readonly IValidationRule[] Library =
    [
        .. DocumentValidator.CoreRules.Where(rule => rule is not (
            OverlappingFieldsCanBeMerged or NoFragmentCycles or LoneAnonymousOperation
            or FieldsOnCorrectType or ArgumentsOfCorrectType or DefaultValuesOfCorrectType)),
    ];

    /// <summary>Validates a document, and coerces the variables of one of its operations; errors or variables.</summary>
    public static async ValueTask<(Variables? Variables, IReadOnlyList<GraphError> Errors)> ValidateAsync(
        GraphSchema schema, ValidDocument document, GraphQLOperationDefinition operation, Inputs variables, CancellationToken cancellation)
    {
        var limit = new ErrorLimit();
        try
        {
            var options = new ValidationOptions
            {
                Schema = schema,
                Document = document.WithoutText,
                Operation = operation,
                Variables = variables,
                Rules = [limit, new FieldNames(), new LiteralValues(), .. Library, new FieldMerging()],
                CancellationToken = cancellation,
            };
            var result = await LargeStack.RunAsync(
                document.Levels, options, static given => new ValueTask<IValidationResult>(Validator.ValidateAsync(given)), cancellation).ConfigureAwait(false);
            return (result.Variables, [.. DocumentErrors.Convert(result.Errors, document.Lines)]);
        }
        catch (TooManyErrorsException)
        {
            return (null, [.. DocumentErrors.Convert(limit.Errors, document.Lines)]);
        }
        catch (FieldMergingException)
        {
            return (null, [new GraphError(
                "The document has too many fields with the same name in fragments on different types: use aliases, or split the operation.",
                ErrorCodes.LimitExceeded,
                [])]);
        }
    }

    /// <summary>Coerces the variables of an operation of a valid document.</summary>
    public static ValueTask<(Variables Variables, List<ValidationError>? Errors)> CoerceAsync(ValidDocument document, ValidationContext context) =>
        // The library recurses over the document to find the uses of variables.
        LargeStack.RunAsync(document.Levels, context, static given => given.GetVariablesValuesAsync(), context.CancellationToken);

    /// <summary>Stops validation once there are more errors than a response shows.</summary>
    private sealed class ErrorLimit : ValidationRuleBase, INodeVisitor
    {
        private ValidationContext? _context;

        public IEnumerable<ValidationError> Errors => _context!.Errors;

        public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
        {
            _context = context;
            return new(this);
        }

        public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
            context.HasErrors && context.Errors.Count() > ErrorWriter.MaxErrors ? throw new TooManyErrorsException() : default;

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
    }

    private sealed class TooManyErrorsException : Exception;
}
