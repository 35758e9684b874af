using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Predicates -> conditions. SQL's third value counts as false wherever a row is chosen, and through AND and OR; a
/// complement turns it into true by IS NOT TRUE.
/// </summary>
internal sealed class PredicateCompiler(SqlCompiler compiler)
{
    /// <summary>A condition to stand among others with AND; empty where it always holds.</summary>
    public string Conjunct(Predicate predicate) => predicate switch
    {
        AndPredicate and => Join(" AND ", [.. and.Parts.Select(Compile)]),
        _ => Compile(predicate),
    };

    private string Compile(Predicate predicate) => predicate switch
    {
        AndPredicate { Parts.Count: 0 } => "1",
        AndPredicate and => $"({Join(" AND ", [.. and.Parts.Select(Compile)])})",
        OrPredicate { Parts.Count: 0 } => "0",
        OrPredicate or => $"({Join(" OR ", [.. or.Parts.Select(Compile)])})",
        NotPredicate not => Complement(not.Part),
        ComparePredicate compare => Compare(compare),
        IsNullPredicate isNull => $"{compiler.Value(isNull.Value)} IS NULL",
        InPredicate among => $"{compiler.Value(among.Value)} IN (SELECT \"value\" FROM json_each({SqlCompiler.Marker(among.List)}))",
        StandingPredicate standing => Standing(standing),
        ElementsPredicate elements => Elements(elements),
        ExistsPredicate exists => "EXISTS " + compiler.Sources.Open(exists.Source, () => "1").Select("{0}"),
        _ => throw new InvalidOperationException($"No condition for {predicate.GetType().Name}."),
    };

    /// <summary>
    /// Parts joined by AND or OR. SQLite's parser makes a chain of them as deep as it is long, and refuses one deeper than
    /// 1,000; many parts are halved into a tree.
    /// </summary>
    private static string Join(string word, ReadOnlySpan<string> parts)
    {
        const int Longest = 100;
        return parts.Length <= Longest
            ? string.Join(word, parts)
            : $"({Join(word, parts[..(parts.Length / 2)])}){word}({Join(word, parts[(parts.Length / 2)..])})";
    }

    private string Complement(Predicate part) => part switch
    {
        IsNullPredicate isNull => $"{compiler.Value(isNull.Value)} IS NOT NULL",
        ComparePredicate { Comparison: Comparison.Equal } equal =>
            $"{compiler.Value(equal.Value)} IS NOT {SqlCompiler.Marker(equal.Parameter)}",
        ExistsPredicate or ElementsPredicate => $"NOT {Compile(part)}",
        NotPredicate not => Compile(not.Part),
        _ => $"({Compile(part)}) IS NOT TRUE",
    };

    private string Compare(ComparePredicate compare)
    {
        var value = compiler.Value(compare.Value);
        var parameter = SqlCompiler.Marker(compare.Parameter);
        return compare.Comparison switch
        {
            Comparison.Equal => $"{value} = {parameter}",
            Comparison.Greater => $"{value} > {parameter}",
            Comparison.GreaterOrEqual => $"{value} >= {parameter}",
            Comparison.Less => $"{value} < {parameter}",
            Comparison.LessOrEqual => $"{value} <= {parameter}",
            Comparison.Contains => $"instr({value}, {parameter}) > 0",
            Comparison.StartsWith => $"substr({value}, 1, length({parameter})) = {parameter}",

            // substr from -0 would be the whole text.
            Comparison.EndsWith => $"({parameter} = '' AND {value} IS NOT NULL OR substr({value}, -length({parameter})) = {parameter})",
            _ => throw new InvalidOperationException($"No comparison {compare.Comparison}."),
        };
    }

    private string Standing(StandingPredicate standing)
    {
        var column = compiler.Find(standing.Of.Number).Column(Names.Column(standing.Standing));
        return $"{column} IN ({string.Join(", ", standing.Values.Select(SqlCompiler.Literal))})";
    }

    private string Elements(ElementsPredicate elements)
    {
        var list = compiler.Find(elements.Of.Number).Column(Names.Column(elements.Property));
        var alias = "e" + elements.Element.Number.ToString(CultureInfo.InvariantCulture);
        compiler.Put(elements.Element.Number, new TablePlace(alias));
        var where = Conjunct(elements.Where);
        return $"EXISTS (SELECT 1 FROM json_each({list}) {alias}{(where.Length > 0 ? " WHERE " + where : "")})";
    }
}
