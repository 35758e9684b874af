namespace GraphIntel.Core.Planning.Rewrite;

/// <summary>
/// Removes double negation and folds constants. Databases fold constants themselves, but Neo4j then misses the condition of an
/// index hint.
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

    Predicate IPredicateVisitor<NoArgument, Predicate>.Visit(NotPredicate not, NoArgument none)
    {
        var part = Rewrite(not.Part);
        return part.IsTrue ? Predicate.False
            : part.IsFalse ? Predicate.True
            : part is NotPredicate inner ? inner.Part
            : new NotPredicate(part);
    }

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
