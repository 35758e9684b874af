namespace GraphIntel.Core.Planning.Rewrite;

/// <summary>
/// Folds constants and moves negations to the conditions that they end at. Databases fold constants themselves, but Neo4j then
/// misses the condition of an index hint; and it plans a subquery inside a negated conjunction as an expression, which takes it
/// several times as long as a subquery that is a condition.
/// </summary>
internal sealed class PredicateRewriter : IPredicateVisitor<NoArgument, Predicate>
{
    private static readonly PredicateRewriter Instance = new();

    /// <summary>Simplifies a predicate.</summary>
    public static Predicate Rewrite(Predicate predicate) => predicate.Accept(Instance, default);

    /// <summary>The conjunction of simplified predicates.</summary>
    public static Predicate All(params IEnumerable<Predicate> parts)
    {
        var flat = parts.SelectMany(part => part is AndPredicate and ? and.Parts : [part]).ToList();
        return flat.Exists(part => part.IsFalse) ? Predicate.False : Predicate.All(flat);
    }

    /// <summary>The disjunction of simplified predicates.</summary>
    public static Predicate Any(params IEnumerable<Predicate> parts)
    {
        var flat = parts.SelectMany(part => part is OrPredicate or ? or.Parts : [part]).ToList();
        return flat.Exists(part => part.IsTrue) ? Predicate.True : Predicate.AnyOf(flat);
    }

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(AndPredicate and, NoArgument none) => All(and.Parts.Select(Rewrite));

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(OrPredicate or, NoArgument none) => Any(or.Parts.Select(Rewrite));

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(NotPredicate not, NoArgument none) => Negate(Rewrite(not.Part));

    /// <summary>The complement of a simplified predicate. Parts that read only the element itself remain one condition.</summary>
    private static Predicate Negate(Predicate part) => part switch
    {
        { IsTrue: true } => Predicate.False,
        { IsFalse: true } => Predicate.True,
        NotPredicate not => not.Part,
        AndPredicate all when HasSubquery(all) => Any(all.Parts.Select(Negate)),
        OrPredicate any when HasSubquery(any) => All(any.Parts.Select(Negate)),

        // An end always exists.
        ExistsPredicate { Source: EndSource end } => new ExistsPredicate(end with { Where = Negate(end.Where) }),
        _ => new NotPredicate(part),
    };

    private static bool HasSubquery(Predicate predicate) => predicate switch
    {
        AndPredicate and => and.Parts.Any(HasSubquery),
        OrPredicate or => or.Parts.Any(HasSubquery),
        NotPredicate not => HasSubquery(not.Part),
        _ => predicate is ExistsPredicate,
    };

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(ComparePredicate compare, NoArgument none) => compare;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(CompareListPredicate compare, NoArgument none) => compare;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(CompareOperandsPredicate compare, NoArgument none) => compare;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(IsNullPredicate isNull, NoArgument none) => isNull;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(InPredicate among, NoArgument none) => among;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(SearchPredicate search, NoArgument none) => search;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(WithinPredicate within, NoArgument none) => within;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(StandingPredicate standing, NoArgument none) =>
        standing.Values.Count == 0 ? Predicate.False : standing;

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(ElementsPredicate elements, NoArgument none)
    {
        var where = Rewrite(elements.Where);
        return where.IsFalse ? where : elements with { Where = where };
    }

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(ExistsPredicate exists, NoArgument none)
    {
        var source = SourceRewriter.Rewrite(exists.Source);

        // An end always exists.
        var isConstant = source.Where.IsFalse || (source is EndSource && source.Where.IsTrue);
        return isConstant ? source.Where : new ExistsPredicate(source);
    }
}
