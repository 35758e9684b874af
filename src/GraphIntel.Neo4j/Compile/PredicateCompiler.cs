using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Predicates -> conditions. Cypher's third value counts as false wherever a row is chosen, and through AND and OR; a
/// complement makes it false before it turns it round.
/// </summary>
internal sealed class PredicateCompiler(CypherCompiler compiler)
{
    /// <summary>A condition that holds always.</summary>
    public const string Always = "true";

    /// <summary>A condition that holds never.</summary>
    public const string Never = "false";

    /// <summary>Conditions that hold together, to stand among others with AND; none where the predicate always holds.</summary>
    public IEnumerable<string> Conjuncts(Predicate predicate) =>
        (predicate is AndPredicate and ? and.Parts.Select(Compile) : [Compile(predicate)]).Where(condition => condition != Always);

    private string Compile(Predicate predicate) => predicate switch
    {
        AndPredicate and => Join(" AND ", and.Parts, Always, Never),
        OrPredicate or => Join(" OR ", or.Parts, Never, Always),
        NotPredicate not => Complement(not.Part),
        ComparePredicate compare => Compare(compare),
        IsNullPredicate isNull => $"{compiler.Value(isNull.Value)} IS NULL",
        InPredicate among => $"{compiler.Value(among.Value)} IN {CypherCompiler.Value(among.List)}",
        StandingPredicate standing => Standing(standing),
        ElementsPredicate elements => Elements(elements),
        ExistsPredicate exists => Exists(compiler.Sources.Open(exists.Source)),
        _ => throw new InvalidOperationException($"No condition for {predicate.GetType().Name}."),
    };

    /// <summary>
    /// Parts joined by a word, without those that change nothing; one that decides all stands for all. Neo4j folds constants
    /// too, and then misses the conditions of which a hint speaks.
    /// </summary>
    private string Join(string word, IReadOnlyList<Predicate> parts, string neutral, string decisive)
    {
        var conditions = parts.Select(Compile).Where(condition => condition != neutral).ToList();
        return conditions.Contains(decisive) ? decisive : conditions.Count switch
        {
            0 => neutral,
            1 => conditions[0],
            _ => $"({string.Join(word, conditions)})",
        };
    }

    private static string Exists(Rows rows) => rows.AreNone ? Never : $"EXISTS {{ {rows} RETURN 1 }}";

    private string Complement(Predicate part)
    {
        if (part is IsNullPredicate isNull)
            return $"{compiler.Value(isNull.Value)} IS NOT NULL";
        if (part is NotPredicate not)
            return Compile(not.Part);
        return Compile(part) switch
        {
            Always => Never,
            Never => Always,
            var condition when part is ExistsPredicate => $"NOT {condition}",
            var condition => $"NOT coalesce({condition}, false)",
        };
    }

    private string Compare(ComparePredicate compare)
    {
        var sign = compare.Comparison switch
        {
            Comparison.Equal => "=",
            Comparison.Greater => ">",
            Comparison.GreaterOrEqual => ">=",
            Comparison.Less => "<",
            Comparison.LessOrEqual => "<=",
            Comparison.Contains => "CONTAINS",
            Comparison.StartsWith => "STARTS WITH",
            Comparison.EndsWith => "ENDS WITH",
            _ => throw new InvalidOperationException($"No comparison {compare.Comparison}."),
        };
        return $"{compiler.Value(compare.Value)} {sign} {CypherCompiler.Value(compare.Parameter)}";
    }

    private string Standing(StandingPredicate standing)
    {
        if (standing.Values.Count == 0)
            return Never;
        var value = compiler.Find(standing.Of.Number).Property(Names.Property(standing.Standing));
        return $"{value} IN [{string.Join(", ", standing.Values.Select(CypherCompiler.Literal))}]";
    }

    private string Elements(ElementsPredicate elements)
    {
        var list = compiler.Find(elements.Of.Number).Property(Names.Property(elements.Property));
        var element = "e" + CypherCompiler.Number(elements.Element.Number);
        compiler.Put(elements.Element.Number, new VariablePlace(element));
        var conditions = Conjuncts(elements.Where).ToList();
        return conditions.Contains(Never) ? Never
            : $"any({element} IN {list} WHERE {(conditions.Count == 0 ? Always : string.Join(" AND ", conditions))})";
    }
}
