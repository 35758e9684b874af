using System.Text;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Model;
using GraphIntel.Core.Response;
using GraphIntel.Core.Schema;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Parses the text of a document and checks what must hold before validation: only executable definitions, and size and depth
/// within the limits. Nothing here recurses deeper than that.
/// </summary>
internal sealed class DocumentReader(GraphSchema schema, EngineOptions options)
{
    // What a level adds to the parser's depth: a field and its selection set, or an input object and its field.
    private const int NodesOfLevel = 2;
    private const int NodesOfDefinition = 16;

    private readonly OperationLimits _limits = options.Limits;
    private readonly IntrospectionWeights _weights = new(schema);

    /// <summary>Parses a document; null with errors if it is rejected.</summary>
    public ValidDocument? Read(ReadOnlySpan<byte> text, CancellationToken cancellation, out IReadOnlyList<GraphError> errors)
    {
        var found = new List<GraphError>();
        errors = found;
        if (text.Length > options.MaxDocumentBytes)
        {
            found.Add(OperationLimits.DocumentExceeds("bytes", text.Length, options.MaxDocumentBytes, OperationLimits.SplitDocument));
            return null;
        }
        if (SourceText.Read(Encoding.UTF8.GetString(text), out var refusal) is not { } source)
        {
            found.Add(refusal!);
            return null;
        }
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var document = Parse(source, found, out var valueNesting);
            cancellation.ThrowIfCancellationRequested();
            if (document is null || !CheckDefinitions(document, source.Lines, found))
                return null;
            source.Complete(document);
            found.AddRange(DocumentComplexity.Check(document, source.Lines, _limits, _weights, out var nesting));
            return found.Count == 0 ? new ValidDocument(document, source.Lines, nesting + valueNesting) : null;
        }
        catch (GraphQLSyntaxErrorException error)
        {
            found.Add(new GraphError(error.Description, ErrorCodes.SyntaxError, [source.LocationOf(error.Location)]));
            return null;
        }
    }

    private GraphQLDocument? Parse(SourceText source, List<GraphError> errors, out int valueNesting)
    {
        if (CheckTokens(source.Parsable, out valueNesting) is { } exceeded)
        {
            errors.Add(exceeded);
            return null;
        }
        return Parser.Parse(source.Parsable, new ParserOptions
        {
            Ignore = IgnoreOptions.Comments,
            // Never reached: the limits are lower and were checked before.
            MaxDepth = ((_limits.Nesting + OperationLimits.ValueNesting) * NodesOfLevel) + NodesOfDefinition,
        });
    }

    /// <summary>
    /// Counts tokens and the nesting of brackets: inside parentheses that of values and types, elsewhere that of selections.
    /// </summary>
    private GraphError? CheckTokens(ROM text, out int valueNesting)
    {
        var (tokens, parentheses, values, selections, nesting) = (0, 0, 0, 0, 0);
        valueNesting = 0;
        for (var position = 0; ; tokens++)
        {
            var token = Lexer.Lex(text, position);
            if (token.Kind == TokenKind.EOF)
                break;
            position = token.End;
            switch (token.Kind)
            {
                case TokenKind.PAREN_L:
                    parentheses++;
                    break;
                case TokenKind.PAREN_R:
                    parentheses--;
                    break;
                case TokenKind.BRACE_L or TokenKind.BRACKET_L when parentheses > 0:
                    valueNesting = Math.Max(valueNesting, ++values);
                    break;
                case TokenKind.BRACE_R or TokenKind.BRACKET_R when parentheses > 0:
                    values--;
                    break;
                case TokenKind.BRACE_L or TokenKind.BRACKET_L:
                    nesting = Math.Max(nesting, ++selections);
                    break;
                case TokenKind.BRACE_R or TokenKind.BRACKET_R:
                    selections--;
                    break;
            }
        }
        return tokens > _limits.Tokens ? OperationLimits.DocumentExceeds("tokens", tokens, _limits.Tokens, OperationLimits.SplitDocument)
            : nesting > _limits.Nesting ? _limits.NestingExceeded(nesting)
            : valueNesting > OperationLimits.ValueNesting ? OperationLimits.ValueNestingExceeded(valueNesting)
            : null;
    }

    /// <summary>
    /// Whether all definitions are executable (specification, section 5.1.1), and anonymous operations are alone (5.2.3.1).
    /// </summary>
    private static bool CheckDefinitions(GraphQLDocument document, LineIndex lines, List<GraphError> errors)
    {
        void AddError(ASTNode definition, string code, string message) =>
            errors.Add(new GraphError(message, code, [lines.LocationOf(definition.Location.Start)]));
        var operations = document.Definitions.Count(definition => definition is GraphQLOperationDefinition);
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLOperationDefinition { Name: null } && operations > 1)
            {
                AddError(
                    definition,
                    "LONE_ANONYMOUS_OPERATION",
                    $"An anonymous operation must be the only operation of its document, which has {operations}: name each operation.");
            }
            else if (definition is not GraphQLExecutableDefinition)
            {
                var name = definition is INamedNode { Name.StringValue: var given } ? $" `{given}`" : "";
                AddError(
                    definition,
                    "EXECUTABLE_DEFINITIONS",
                    $"The {Casing.Words(definition.Kind.ToString())}{name} cannot be executed: a document may contain only operations and fragments.");
            }
            if (errors.Count > ErrorWriter.MaxErrors)
                break;
        }
        return errors.Count == 0;
    }
}
