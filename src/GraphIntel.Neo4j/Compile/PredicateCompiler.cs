using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Predicates -> conditions. Cypher's third value counts as false wherever a row is chosen, and through AND and OR; a
/// complement makes it false before it turns it round.
/// </summary>
internal sealed class PredicateCompiler(CypherCompiler compiler)
{
    /// <summary>Conditions that hold together, to stand among others with AND; none where the predicate always holds.</summary>
    public IEnumerable<string> Conjuncts(Predicate predicate) => predicate is AndPredicate and
        ? and.Parts.Select(Compile)
        : [Compile(predicate)];

    private string Compile(Predicate predicate) => predicate switch
    {
        AndPredicate { Parts.Count: 0 } => "true",
        AndPredicate and => $"({string.Join(" AND ", and.Parts.Select(Compile))})",
        OrPredicate { Parts.Count: 0 } => "false",
        OrPredicate or => $"({string.Join(" OR ", or.Parts.Select(Compile))})",
        NotPredicate not => Complement(not.Part),
        ComparePredicate compare => Compare(compare),
        IsNullPredicate isNull => $"{compiler.Value(isNull.Value)} IS NULL",
        InPredicate among => $"{compiler.Value(among.Value)} IN {CypherCompiler.Value(among.List)}",
        StandingPredicate standing => Standing(standing),
        ElementsPredicate elements => Elements(elements),
        ExistsPredicate exists => $"EXISTS {{ {compiler.Sources.Open(exists.Source)} RETURN 1 }}",
        _ => throw new InvalidOperationException($"No condition for {predicate.GetType().Name}."),
    };

    private string Complement(Predicate part) => part switch
    {
        IsNullPredicate isNull => $"{compiler.Value(isNull.Value)} IS NOT NULL",
        AndPredicate { Parts.Count: 0 } => "false",
        OrPredicate { Parts.Count: 0 } => "true",
        ExistsPredicate => $"NOT {Compile(part)}",
        NotPredicate not => Compile(not.Part),
        _ => $"NOT coalesce({Compile(part)}, false)",
    };

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
        var value = compiler.Find(standing.Of.Number).Property(Names.Property(standing.Standing));
        return $"{value} IN [{string.Join(", ", standing.Values.Select(CypherCompiler.Literal))}]";
    }

    private string Elements(ElementsPredicate elements)
    {
        var list = compiler.Find(elements.Of.Number).Property(Names.Property(elements.Property));
        var element = "e" + CypherCompiler.Number(elements.Element.Number);
        compiler.Put(elements.Element.Number, new VariablePlace(element));
        var conditions = Conjuncts(elements.Where).ToList();
        return $"any({element} IN {list} WHERE {(conditions.Count == 0 ? "true" : string.Join(" AND ", conditions))})";
    }
}
