using System.Globalization;
using GraphIntel.Core.Filters;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Search;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles predicates to conditions. SQL treats null as false wherever it filters rows, and AND and OR keep to that; a
/// negation uses IS NOT TRUE, so that null becomes true.
/// </summary>
internal sealed class PredicateCompiler(SqlCompiler compiler) : IPredicateVisitor<AliasScope, string>
{
    /// <summary>A condition to be joined with AND; empty if it is always true.</summary>
    public string Condition(Predicate predicate, AliasScope scope) => Join(" AND ", predicate.Conjuncts, scope);

    string IPredicateVisitor<AliasScope, string>.Visit(AndPredicate and, AliasScope scope) =>
        and.IsTrue ? "1" : $"({Join(" AND ", and.Parts, scope)})";

    string IPredicateVisitor<AliasScope, string>.Visit(OrPredicate or, AliasScope scope) =>
        or.IsFalse ? "0" : $"({Join(" OR ", or.Parts, scope)})";

    string IPredicateVisitor<AliasScope, string>.Visit(NotPredicate not, AliasScope scope) => not.Part switch
    {
        IsNullPredicate isNull => $"{compiler.Value(isNull.Value, scope)} IS NOT NULL",
        ComparePredicate { Comparison: Comparison.Equal } equal =>
            $"{compiler.Value(equal.Value, scope)} IS NOT {SqlCompiler.Placeholder(equal.Parameter)}",

        // EXISTS is never null.
        ExistsPredicate or ElementsPredicate or CompareListPredicate { WithAll: false } => $"NOT {not.Part.Accept(this, scope)}",
        _ => $"({not.Part.Accept(this, scope)}) IS NOT TRUE",
    };

    string IPredicateVisitor<AliasScope, string>.Visit(ComparePredicate compare, AliasScope scope) =>
        compare is { Value: DistanceOperand distance, Comparison: Comparison.LessOrEqual }
            ? PointText.IsNear(distance, SqlCompiler.Placeholder(compare.Parameter), scope)
            : Compare(compiler.Value(compare.Value, scope), compare.Comparison, SqlCompiler.Placeholder(compare.Parameter));

    /// <summary>All match if there is none that does not.</summary>
    string IPredicateVisitor<AliasScope, string>.Visit(CompareListPredicate compare, AliasScope scope)
    {
        var condition = Compare(compiler.Value(compare.Value, scope), compare.Comparison, "v." + OperandCompiler.ItemValue);
        var each = $"(SELECT 1 FROM json_each({SqlCompiler.Placeholder(compare.List)}) v WHERE ";
        return compare.WithAll ? $"NOT EXISTS {each}({condition}) IS NOT TRUE)" : $"EXISTS {each}{condition})";
    }

    string IPredicateVisitor<AliasScope, string>.Visit(CompareOperandsPredicate compare, AliasScope scope) =>
        Compare(compiler.Value(compare.Left, scope), compare.Comparison, compiler.Value(compare.Right, scope));

    string IPredicateVisitor<AliasScope, string>.Visit(IsNullPredicate isNull, AliasScope scope) => $"{compiler.Value(isNull.Value, scope)} IS NULL";

    string IPredicateVisitor<AliasScope, string>.Visit(InPredicate among, AliasScope scope) =>
        $"{compiler.Value(among.Value, scope)} IN (SELECT {OperandCompiler.ItemValue} FROM json_each({SqlCompiler.Placeholder(among.List)}))";

    string IPredicateVisitor<AliasScope, string>.Visit(SearchPredicate search, AliasScope scope)
    {
        var index = Names.Index(new SearchIndex(search.Of.Node, search.Text));
        return $"{scope[search.Of].Column(Names.Key)} IN (SELECT rowid FROM {index} WHERE {index} MATCH {SqlCompiler.Placeholder(search.Expression)})";
    }

    string IPredicateVisitor<AliasScope, string>.Visit(WithinPredicate within, AliasScope scope) => PointText.IsWithin(within, scope);

    string IPredicateVisitor<AliasScope, string>.Visit(StandingPredicate standing, AliasScope scope) =>
        $"{scope[standing.Of].Column(Names.Column(standing.Standing))} IN ({string.Join(", ", standing.Values.Select(SqlCompiler.Literal))})";

    string IPredicateVisitor<AliasScope, string>.Visit(ElementsPredicate elements, AliasScope scope)
    {
        var list = scope[elements.Of].Column(Names.Column(elements.Property));
        var alias = "e" + elements.Element.Number.ToString(CultureInfo.InvariantCulture);
        var where = Condition(elements.Where, scope.With(elements.Element.Number, new TableBinding(alias)));
        return $"EXISTS (SELECT 1 FROM {SqlCompiler.Items(list)} {alias}{(where.Length > 0 ? " WHERE " + where : "")})";
    }

    /// <summary>
    /// An end that is given by its id is looked up first, so that the index on this end finds its relationships.
    /// </summary>
    string IPredicateVisitor<AliasScope, string>.Visit(ExistsPredicate exists, AliasScope scope) =>
        exists.Source is EndSource end && end.Where.RestrictsToIds(end.Node)
            ? $"{SourceCompiler.KeyOf(end, scope)} IN {compiler.Sources.Keys(end.Node, end.Where, scope)}"
            : "EXISTS " + compiler.Sources.Compile(exists.Source, scope).Select("1");

    private string Join(string separator, IReadOnlyList<Predicate> parts, AliasScope scope) =>
        Join(separator, parts.Select(part => part.Accept(this, scope)).ToArray());

    /// <summary>
    /// Joins parts with AND or OR. SQLite's parser makes a chain of them as deep as it is long, and rejects a depth over
    /// 1,000; so long lists are split into a balanced tree.
    /// </summary>
    private static string Join(string separator, ReadOnlySpan<string> parts)
    {
        const int MaxChain = 100;
        return parts.Length <= MaxChain
            ? string.Join(separator, parts)
            : $"({Join(separator, parts[..(parts.Length / 2)])}){separator}({Join(separator, parts[(parts.Length / 2)..])})";
    }

    private static string Compare(string value, Comparison comparison, string given) => comparison switch
    {
        Comparison.Equal => $"{value} = {given}",
        Comparison.Greater => $"{value} > {given}",
        Comparison.GreaterOrEqual => $"{value} >= {given}",
        Comparison.Less => $"{value} < {given}",
        Comparison.LessOrEqual => $"{value} <= {given}",
        Comparison.Contains => $"instr({value}, {given}) > 0",
        Comparison.StartsWith => $"substr({value}, 1, length({given})) = {given}",

        // substr from -0 returns the whole text.
        Comparison.EndsWith => $"({given} = '' AND {value} IS NOT NULL OR substr({value}, -length({given})) = {given})",
    };
}
