using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// How large an operation is, fragments opened, found without opening them: each fragment is measured once. Comes before
/// validation, whose rules take longer than linear time, so it trusts nothing: unknown fragments and circles count nothing.
/// </summary>
internal sealed class DocumentMeasure
{
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = [];
    private readonly Dictionary<(ROM Fragment, bool Introspection), Size> _measured = [];

    private DocumentMeasure(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
    }

    /// <summary>What of an operation exceeds the limits; null where nothing does.</summary>
    public static GraphError? Check(GraphQLDocument document, GraphQLOperationDefinition operation, OperationLimits limits)
    {
        var size = new DocumentMeasure(document).Measure(operation.SelectionSet, isIntrospection: false);
        if (size.Depth > limits.Depth)
            return OperationLimits.Exceeded("fields inside each other", size.Depth, limits.Depth, "Ask in parts, or with fewer levels.");
        if (size.Fields > limits.Fields)
            return OperationLimits.Exceeded("fields, those of fragments counted at each use", size.Fields, limits.Fields, "Ask in parts.");
        if (size.Aliases > limits.Aliases)
            return OperationLimits.Exceeded("aliases", size.Aliases, limits.Aliases, "Ask in parts, or by a list such as `nodes(ids:)`.");
        if (size.Directives > limits.Directives)
            return OperationLimits.Exceeded("directives", size.Directives, limits.Directives, "Put them on fragments instead of on each field.");
        if (size.IntrospectionLists > limits.IntrospectionLists)
        {
            return OperationLimits.Exceeded(
                "lists inside each other in introspection", size.IntrospectionLists, limits.IntrospectionLists, "Ask for types by name with `__type(name:)`.");
        }
        return size.IntrospectionDepth > limits.IntrospectionDepth
            ? OperationLimits.Exceeded(
                "fields inside each other in introspection", size.IntrospectionDepth, limits.IntrospectionDepth, "Ask for types by name with `__type(name:)`.")
            : null;
    }

    /// <summary>Whether a text has more bytes than allowed.</summary>
    public static GraphError? CheckBytes(int length, EngineOptions options) => length <= options.MaxDocumentBytes ? null : new GraphError(
        $"The document has {length} bytes; at most {options.MaxDocumentBytes} are allowed. Ask in parts, and give values as variables.",
        ErrorCodes.LimitExceeded,
        []);

    /// <summary>Whether a text has more tokens than allowed; a text that is no GraphQL is left to the parser.</summary>
    public static GraphError? CheckTokens(string text, OperationLimits limits)
    {
        var (tokens, _) = Count(text);
        return tokens <= limits.Tokens ? null : new GraphError(
            $"The document has {tokens} tokens; at most {limits.Tokens} are allowed. Ask in parts, and give values as variables.",
            ErrorCodes.LimitExceeded,
            []);
    }

    /// <summary>What to say of a text that is nested more deeply than the parser follows.</summary>
    public static GraphError TooDeep(string text, OperationLimits limits) => new(
        $"The document has {Count(text).Depth} brackets inside each other, more than can be parsed; " +
        $"fields may be {limits.Depth} inside each other. Ask in parts, or with fewer levels.",
        ErrorCodes.LimitExceeded,
        []);

    private static (int Tokens, int Depth) Count(string text)
    {
        var (tokens, open, depth) = (0, 0, 0);
        for (var position = 0; ; tokens++)
        {
            var token = Lexer.Lex(text, position);
            if (token.Kind == TokenKind.EOF)
                return (tokens, depth);
            position = token.End;
            open += token.Kind switch
            {
                TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L => 1,
                TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R => -1,
                _ => 0,
            };
            depth = Math.Max(depth, open);
        }
    }

    private Size Measure(GraphQLSelectionSet? selections, bool isIntrospection)
    {
        var size = default(Size);
        foreach (var selection in selections?.Selections ?? [])
            size = size.Beside(Measure(selection, isIntrospection));
        return size;
    }

    private Size Measure(ASTNode selection, bool isIntrospection)
    {
        var directives = ((IHasDirectivesNode)selection).Directives?.Count ?? 0;
        switch (selection)
        {
            case GraphQLField field:
                var isMeta = isIntrospection || field.Name.Value == "__schema" || field.Name.Value == "__type";
                return Measure(field.SelectionSet, isMeta).Inside(field, isMeta, directives);
            case GraphQLInlineFragment inline:
                return Measure(inline.SelectionSet, isIntrospection).With(directives);
            case GraphQLFragmentSpread spread:
                return Measure(spread.FragmentName.Name.Value, isIntrospection).With(directives);
            default:
                return default;
        }
    }

    private Size Measure(ROM fragment, bool isIntrospection)
    {
        if (_measured.TryGetValue((fragment, isIntrospection), out var size))
            return size;
        _measured[(fragment, isIntrospection)] = default;
        if (_fragments.TryGetValue(fragment, out var definition))
            size = Measure(definition.SelectionSet, isIntrospection);
        _measured[(fragment, isIntrospection)] = size;
        return size;
    }

    /// <summary>Sums stop growing far above any limit, so that fragments that double each other cannot overflow.</summary>
    private readonly record struct Size(
        int Depth, long Fields, long Aliases, long Directives, int IntrospectionDepth, int IntrospectionLists)
    {
        private const long Endless = long.MaxValue / 4;

        public Size Beside(Size other) => new(
            Math.Max(Depth, other.Depth),
            Math.Min(Endless, Fields + other.Fields),
            Math.Min(Endless, Aliases + other.Aliases),
            Math.Min(Endless, Directives + other.Directives),
            Math.Max(IntrospectionDepth, other.IntrospectionDepth),
            Math.Max(IntrospectionLists, other.IntrospectionLists));

        public Size With(int directives) => this with { Directives = Math.Min(Endless, Directives + directives) };

        public Size Inside(GraphQLField field, bool isIntrospection, int directives) => new(
            isIntrospection ? Depth : Depth + 1,
            isIntrospection ? Fields : Math.Min(Endless, Fields + 1),
            Aliases + (field.Alias is null ? 0 : 1),
            Directives + directives,
            isIntrospection ? IntrospectionDepth + 1 : 0,
            IntrospectionLists + (isIntrospection && IsList(field.Name.Value) ? 1 : 0));

        private static bool IsList(ROM name) =>
            name == "types" || name == "fields" || name == "args" || name == "inputFields" || name == "interfaces"
            || name == "possibleTypes" || name == "enumValues" || name == "directives";
    }
}
