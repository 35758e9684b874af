using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Search;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles predicates to conditions. Cypher treats null as false wherever it filters rows, and AND and OR keep to that; a
/// negation turns null into false first.
/// </summary>
internal sealed class PredicateCompiler(CypherCompiler compiler) : IPredicateVisitor<NoArgument, string>
{
    /// <summary>A condition that is always true.</summary>
    public const string Always = "true";

    /// <summary>A condition that is always false.</summary>
    public const string Never = "false";

    /// <summary>The conjuncts of a predicate, to be joined with AND; none if it is always true.</summary>
    public IEnumerable<string> Conditions(Predicate predicate) =>
        predicate.Conjuncts.Select(part => part.Accept(this, default)).Where(condition => condition != Always);

    string IPredicateVisitor<NoArgument, string>.Visit(AndPredicate and, NoArgument none) => Join(" AND ", and.Parts, Always);

    string IPredicateVisitor<NoArgument, string>.Visit(OrPredicate or, NoArgument none) => Join(" OR ", or.Parts, Never);

    string IPredicateVisitor<NoArgument, string>.Visit(NotPredicate not, NoArgument none) => not.Part switch
    {
        IsNullPredicate isNull => $"{compiler.Value(isNull.Value)} IS NOT NULL",

        // EXISTS is never null; a condition on an end can be without it.
        ExistsPredicate { Source: not EndSource } => $"NOT {not.Part.Accept(this, none)}",
        _ => $"NOT coalesce({not.Part.Accept(this, none)}, false)",
    };

    string IPredicateVisitor<NoArgument, string>.Visit(ComparePredicate compare, NoArgument none)
    {
        if (compare is { Value: DistanceOperand distance, Comparison: Comparison.LessOrEqual })
            return PointText.IsNear(distance, compiler.Value(compare.Parameter), compiler);
        var (value, given) = (compiler.Value(compare.Value), compiler.Value(compare.Parameter));
        return ComparesByCodePoint(compare)
            ? ByCodePoint(value, compare.Comparison, given)
            : $"{value} {ComparisonOperator(compare.Comparison)} {given}";
    }

    string IPredicateVisitor<NoArgument, string>.Visit(CompareListPredicate compare, NoArgument none) =>
        $"{(compare.WithAll ? "all" : "any")}(v IN {compiler.Value(compare.List)} WHERE {compiler.Value(compare.Value)} {ComparisonOperator(compare.Comparison)} v)";

    string IPredicateVisitor<NoArgument, string>.Visit(CompareOperandsPredicate compare, NoArgument none) =>
        $"{compiler.Value(compare.Left)} {ComparisonOperator(compare.Comparison)} {compiler.Value(compare.Right)}";

    string IPredicateVisitor<NoArgument, string>.Visit(IsNullPredicate isNull, NoArgument none) => $"{compiler.Value(isNull.Value)} IS NULL";

    string IPredicateVisitor<NoArgument, string>.Visit(InPredicate among, NoArgument none) =>
        $"{compiler.Value(among.Value)} IN {compiler.Value(among.List)}";

    string IPredicateVisitor<NoArgument, string>.Visit(SearchPredicate search, NoArgument none) =>
        $"all(v IN {compiler.Value(search.Keys)} WHERE {compiler.BindingOf(search.Of.Number).Property(Names.SearchKeys(new SearchIndex(search.Of.Node, search.Text)))} CONTAINS v)";

    string IPredicateVisitor<NoArgument, string>.Visit(WithinPredicate within, NoArgument none) => PointText.IsWithin(within, compiler);

    string IPredicateVisitor<NoArgument, string>.Visit(StandingPredicate standing, NoArgument none) =>
        $"{compiler.BindingOf(standing.Of.Number).Property(Names.Property(standing.Standing))} IN [{string.Join(", ", standing.Values.Select(CypherCompiler.Literal))}]";

    string IPredicateVisitor<NoArgument, string>.Visit(ElementsPredicate elements, NoArgument none)
    {
        var list = compiler.BindingOf(elements.Of.Number).Property(Names.Property(elements.Property));
        var element = compiler.NameOf("e", elements.Element.Number);
        compiler.Bind(elements.Element.Number, new VariableBinding(element));
        var conditions = string.Join(" AND ", Conditions(elements.Where));
        return $"any({element} IN {list} WHERE {(conditions.Length == 0 ? Always : conditions)})";
    }

    string IPredicateVisitor<NoArgument, string>.Visit(ExistsPredicate exists, NoArgument none) =>
        exists.Source is EndSource end && compiler.BindInPattern(end)
            ? end.Where.Accept(this, none)
            : $"EXISTS {{ {compiler.Sources.Compile(exists.Source)} RETURN 1 }}";

    private string Join(string separator, IReadOnlyList<Predicate> parts, string ifEmpty) =>
        parts.Count == 0 ? ifEmpty : $"({string.Join(separator, parts.Select(part => part.Accept(this, default)))})";

    /// <summary>
    /// Whether it compares a key with a cursor's text for which Neo4j's comparison differs; see <see cref="CodePoints"/>.
    /// </summary>
    private bool ComparesByCodePoint(ComparePredicate compare) =>
        compiler.ComparesByCodePoint && compare is { Comparison: not Comparison.Equal, Value: KeyOperand { Key.Kind: ScalarKind.Id or ScalarKind.String } };

    /// <summary>The inclusive bound, which only serves to seek in an index, is dropped: no index has this order.</summary>
    private static string ByCodePoint(string value, Comparison comparison, string given) => comparison is Comparison.Greater or Comparison.Less
        ? $"{CodePoints.Of(value)} {ComparisonOperator(comparison)} {CodePoints.Of(given)}"
        : Always;

    private static string ComparisonOperator(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Contains => "CONTAINS",
        Comparison.StartsWith => "STARTS WITH",
        Comparison.EndsWith => "ENDS WITH",
    };
}
