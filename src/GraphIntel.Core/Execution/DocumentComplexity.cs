using GraphIntel.Core.Errors;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Computes the size of a document with its fragments expanded, in linear time: each fragment is measured once, after those
/// that it spreads. It runs before validation, whose rules recurse and take more than linear time, so it must handle invalid
/// documents and must not recurse. Unknown fragments count as empty.
/// </summary>
internal sealed class DocumentComplexity
{
    private readonly IntrospectionWeights _weights;
    private readonly Dictionary<ROM, (Size Data, Size Introspection)> _fragments = [];
    private readonly Stack<Level> _open = new();

    private DocumentComplexity(IntrospectionWeights weights) => _weights = weights;

    /// <summary>Errors where a document exceeds the limits or has fragment cycles; empty if there are none.</summary>
    public static IReadOnlyList<GraphError> Check(
        GraphQLDocument document, LineIndex lines, OperationLimits limits, IntrospectionWeights weights, out int nesting)
    {
        nesting = 0;
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        if (CheckCounts(operations, fragments, limits) is { } tooMany)
            return [tooMany];
        var order = FragmentOrder.Of(fragments, lines, out var cycles);
        if (cycles.Count > 0)
            return cycles;
        var measure = new DocumentComplexity(weights);
        var whole = new Size { Directives = document.Definitions.Sum(DirectivesOf) };
        foreach (var fragment in order)
        {
            var size = (
                Data: measure.Measure(fragment.SelectionSet, isIntrospection: false),
                Introspection: measure.Measure(fragment.SelectionSet, isIntrospection: true));
            measure._fragments[fragment.FragmentName.Name.Value] = size;
            // The rules also check fragments that no operation spreads.
            whole = whole.Max(size.Data);
        }
        var total = new Size { Directives = whole.Directives };
        foreach (var operation in operations)
            total = total.Combine(measure.Measure(operation.SelectionSet, isIntrospection: false));
        whole = whole.Max(total);
        nesting = whole.Nesting;
        return limits.Check(whole) is { } exceeded ? [exceeded] : [];
    }

    private static GraphError? CheckCounts(
        List<GraphQLOperationDefinition> operations, List<GraphQLFragmentDefinition> fragments, OperationLimits limits)
    {
        if (operations.Count > limits.Operations)
            return OperationLimits.DocumentExceeds("operations", operations.Count, limits.Operations, "Send each operation in its own document.");
        if (fragments.Count > limits.Fragments)
            return OperationLimits.DocumentExceeds("fragments", fragments.Count, limits.Fragments, "Split the document into several requests.");
        var variables = operations.Sum(operation => operation.Variables?.Count ?? 0);
        return variables > limits.Variables
            ? OperationLimits.DocumentExceeds("variables", variables, limits.Variables, "Pass several values as one list or input object.")
            : null;
    }

    /// <summary>The number of directives on a definition, without those of its selection.</summary>
    private static long DirectivesOf(ASTNode definition)
    {
        var count = ((IHasDirectivesNode)definition).Directives?.Count ?? 0;
        if (definition is GraphQLOperationDefinition { Variables: { } variables })
            count += variables.Items.Sum(variable => variable.Directives?.Count ?? 0);
        return count;
    }

    private Size Measure(GraphQLSelectionSet selections, bool isIntrospection)
    {
        var size = default(Size);
        _open.Push(new Level(selections, isIntrospection, Depth: 0, Nesting: 0, IntrospectionDepth: 0, IntrospectionLists: 0, Times: 1));
        while (_open.TryPop(out var level))
        {
            foreach (var selection in level.Selections.Selections)
            {
                size = size with { Directives = Size.Sum(size.Directives, ((IHasDirectivesNode)selection).Directives?.Count ?? 0) };
                size = selection is GraphQLFragmentSpread spread
                    ? size.With(SizeOf(spread, level.IsIntrospection), level)
                    : size.With(Enter(selection, level), selection);
            }
        }
        return size;
    }

    private Size SizeOf(GraphQLFragmentSpread spread, bool isIntrospection) =>
        !_fragments.TryGetValue(spread.FragmentName.Name.Value, out var sizes) ? default
        : isIntrospection ? sizes.Introspection
        : sizes.Data;

    /// <summary>The level inside a field or an inline fragment, whose selection is pushed on the stack.</summary>
    private Level Enter(ASTNode selection, Level level)
    {
        var inside = level with { Nesting = level.Nesting + 1 };
        if (selection is GraphQLField field)
        {
            var isIntrospection = level.IsIntrospection || field.Name.Value == "__schema" || field.Name.Value == "__type";
            if (isIntrospection)
            {
                var count = _weights.CountOf(field.Name.Value);
                inside = inside with
                {
                    IsIntrospection = true,
                    IntrospectionDepth = level.IntrospectionDepth + 1,
                    IntrospectionLists = level.IntrospectionLists + (count is null ? 0 : 1),
                    Times = field.SelectionSet is null ? level.Times : Size.Product(level.Times, count ?? 1),
                };
            }
            else
            {
                inside = inside with { Depth = level.Depth + 1 };
            }
        }
        if (selection is IHasSelectionSetNode { SelectionSet: { } set })
            _open.Push(inside with { Selections = set });
        return inside;
    }

    /// <summary>A selection that is still to be measured, and its nesting.</summary>
    internal readonly record struct Level(
        GraphQLSelectionSet Selections,
        bool IsIntrospection,
        int Depth,
        int Nesting,
        int IntrospectionDepth,
        int IntrospectionLists,
        long Times);

    /// <summary>
    /// The size of a selection. Sums saturate far above any limit, so that fragments that double each other cannot overflow.
    /// </summary>
    internal readonly record struct Size
    {
        private const long Saturated = long.MaxValue / 4;

        public int Depth { get; init; }

        public int Nesting { get; init; }

        public long Fields { get; init; }

        public long Aliases { get; init; }

        public long Directives { get; init; }

        public int IntrospectionDepth { get; init; }

        public int IntrospectionLists { get; init; }

        public long IntrospectionObjects { get; init; }

        public static long Sum(long a, long b) => Math.Min(Saturated, a + b);

        public static long Product(long a, long b) => b != 0 && a > Saturated / b ? Saturated : a * b;

        /// <summary>Adds a field or inline fragment at that level.</summary>
        internal Size With(Level at, ASTNode selection)
        {
            var field = selection as GraphQLField;
            return this with
            {
                Depth = Math.Max(Depth, at.Depth),
                Nesting = Math.Max(Nesting, at.Nesting),
                Fields = Sum(Fields, field is null ? 0 : 1),
                Aliases = Sum(Aliases, field?.Alias is null ? 0 : 1),
                IntrospectionDepth = Math.Max(IntrospectionDepth, at.IntrospectionDepth),
                IntrospectionLists = Math.Max(IntrospectionLists, at.IntrospectionLists),
                IntrospectionObjects = Sum(IntrospectionObjects, at.IsIntrospection && field?.SelectionSet is not null ? at.Times : 0),
            };
        }

        /// <summary>Adds a fragment that is spread at that level.</summary>
        internal Size With(Size fragment, Level at) => this with
        {
            Depth = Math.Max(Depth, at.Depth + fragment.Depth),
            Nesting = Math.Max(Nesting, at.Nesting + 1 + fragment.Nesting),
            Fields = Sum(Fields, fragment.Fields),
            Aliases = Sum(Aliases, fragment.Aliases),
            Directives = Sum(Directives, fragment.Directives),
            IntrospectionDepth = Math.Max(IntrospectionDepth, at.IntrospectionDepth + fragment.IntrospectionDepth),
            IntrospectionLists = Math.Max(IntrospectionLists, at.IntrospectionLists + fragment.IntrospectionLists),
            IntrospectionObjects = Sum(IntrospectionObjects, Product(at.Times, fragment.IntrospectionObjects)),
        };

        /// <summary>Combines two operations of one document: the sum of the counts and the maximum of the depths.</summary>
        public Size Combine(Size other) => Max(other) with
        {
            Fields = Sum(Fields, other.Fields),
            Aliases = Sum(Aliases, other.Aliases),
            Directives = Sum(Directives, other.Directives),
        };

        /// <summary>The maximum of each measure.</summary>
        public Size Max(Size other) => new()
        {
            Depth = Math.Max(Depth, other.Depth),
            Nesting = Math.Max(Nesting, other.Nesting),
            Fields = Math.Max(Fields, other.Fields),
            Aliases = Math.Max(Aliases, other.Aliases),
            Directives = Math.Max(Directives, other.Directives),
            IntrospectionDepth = Math.Max(IntrospectionDepth, other.IntrospectionDepth),
            IntrospectionLists = Math.Max(IntrospectionLists, other.IntrospectionLists),
            IntrospectionObjects = Math.Max(IntrospectionObjects, other.IntrospectionObjects),
        };
    }
}
