using GraphIntel.Core.Filters;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Planning.Cost;

/// <content>The cost of sources, and of conditions for each of their rows.</content>
internal sealed partial class CostEstimator : ISourceVisitor<Frontier, CostEstimator.Estimated>, IPredicateVisitor<Frontier, double>
{
    /// <summary>The cost of a comparison, in rows: reading a row takes about ten times as long.</summary>
    private const double PerComparison = 0.1;

    /// <summary>The cost of a text search, in rows.</summary>
    private const double PerSearch = 0.3;

    /// <summary>The cost of a distance, in rows.</summary>
    private const double PerDistance = 0.3;

    /// <summary>The cost of each value of a list in a membership test, in rows: a store may search it linearly.</summary>
    private const double PerListValue = 0.002;

    /// <summary>The cost of a source and its conditions.</summary>
    private Estimated Read(Source source, Frontier parents)
    {
        var estimate = source.Accept(this, parents);
        trace?.Add(estimate.Rows);
        var isDistinct = source is ScanSource || parents.Rows <= 1;
        return estimate with { Rows = estimate.Rows + source.Where.Accept(this, new Frontier(estimate.Found, isDistinct)) };
    }

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(LookupSource lookup, Frontier parents) => new(parents.Rows, parents.Rows);

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(EndSource end, Frontier parents) => new(parents.Rows, parents.Rows);

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(KeptSource kept, Frontier parents) => new(Nodes(kept.Node.Node), Nodes(kept.Node.Node));

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(GroupNodeSource node, Frontier parents) => new(parents.Rows, parents.Rows);

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(ScanSource scan, Frontier parents)
    {
        var found = parents.Rows * Access(scan);
        return new Estimated(found, found);
    }

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(HopSource hop, Frontier parents)
    {
        var all = Expand(hop.Followed.Relationship, hop.Direction, parents);

        // With both ends known, a relationship is looked up.
        var found = hop.Where.RestrictsToId(hop.Node) ? Math.Min(all, 2 * parents.Rows) : all;
        return new Estimated(found, found);
    }

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(WalkSource walk, Frontier parents)
    {
        var read = 0d;
        var at = parents;
        for (var index = 0; index < walk.Steps.Count; index++)
            at = Step(walk.Steps[index], at, parents, ref read);
        return new Estimated(read + parents.Rows, at.Rows);
    }

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(RefersBySource by, Frontier parents) => Referring(by.Property, parents);

    Estimated ISourceVisitor<Frontier, Estimated>.Visit(RefersToSource to, Frontier parents) => Referring(to.Ids, parents);

    private Estimated Referring(Property property, Frontier parents)
    {
        var found = parents.Times(statistics.References.GetValueOrDefault(property, Degree.None));
        return new Estimated(found + parents.Rows, found);
    }

    private double Expand(RelationshipType type, Direction direction, Frontier from)
    {
        if (!statistics.Relationships.TryGetValue(type, out var relationship))
            return 0;
        return (direction == Direction.In ? 0 : from.Times(relationship.Out))
            + (direction == Direction.Out ? 0 : from.Times(relationship.In));
    }

    /// <summary>The nodes that a step reaches, each counted once per parent.</summary>
    private Frontier Step(WalkStep step, Frontier at, Frontier parents, ref double read)
    {
        var type = step.Followed.Relationship;
        if (Reach(step) is { } reach)
        {
            var reached = at.Times(reach);
            read += Conditions(step.Where, reached);
            return new Frontier(reached, parents.Rows <= 1);
        }
        // A repeated step has ends of one type; a single step need not.
        var most = parents.Rows * Math.Max(Nodes(type.Source), Nodes(type.Target));
        var total = step.Min == 0 ? at.Rows : 0;
        var level = at;
        for (var depth = 1; depth <= step.Max && level.Rows >= 1; depth++)
        {
            var next = Expand(type, step.Direction, level);
            read += Conditions(step.Where, next);
            level = new Frontier(Math.Min(next, most), false);
            if (depth >= step.Min)
                total += level.Rows;
        }
        return new Frontier(Math.Min(total, most), parents.Rows <= 1);
    }

    private double Conditions(Predicate where, double rows) => rows + where.Accept(this, new Frontier(rows, false));

    /// <summary>The statistics of a repeated step through a hierarchy; null if there are none.</summary>
    private Degree? Reach(WalkStep step)
    {
        var type = step.Followed.Relationship;
        if (step is { Max: 1 } or { Direction: Direction.Both } || !type.IsHierarchy || !statistics.Relationships.TryGetValue(type, out var relationship))
            return null;
        return type.OnePerSource == (step.Direction == Direction.Out) ? relationship.Above : relationship.Below;
    }

    private double Nodes(NodeType type) => statistics.Nodes.GetValueOrDefault(type);

    private double Relationships(RelationshipType type) => statistics.Relationships.TryGetValue(type, out var known) ? known.Out.Total : 0;

    /// <summary>The nodes or relationships of a type.</summary>
    private double All(ElementType type) => type is RelationshipType relationship ? Relationships(relationship) : Nodes((NodeType)type);

    double IPredicateVisitor<Frontier, double>.Visit(AndPredicate and, Frontier rows) => Predicates(and.Parts, rows);

    double IPredicateVisitor<Frontier, double>.Visit(OrPredicate or, Frontier rows) => Predicates(or.Parts, rows);

    double IPredicateVisitor<Frontier, double>.Visit(NotPredicate not, Frontier rows) => not.Part.Accept(this, rows);

    double IPredicateVisitor<Frontier, double>.Visit(ComparePredicate compare, Frontier rows) =>
        rows.Rows * (compare.Value is DistanceOperand ? PerDistance : CostOf(compare.Comparison));

    /// <summary>To choose an operand takes about as long as to compare it.</summary>
    double IPredicateVisitor<Frontier, double>.Visit(CompareOperandsPredicate compare, Frontier rows) =>
        rows.Rows * (CostOf(compare.Comparison) + (compare.Right is CaseOperand ? PerComparison : 0));

    double IPredicateVisitor<Frontier, double>.Visit(CompareListPredicate compare, Frontier rows) =>
        rows.Rows * Length(compare.List) * CostOf(compare.Comparison);

    double IPredicateVisitor<Frontier, double>.Visit(IsNullPredicate isNull, Frontier rows) => rows.Rows * PerComparison;

    double IPredicateVisitor<Frontier, double>.Visit(InPredicate among, Frontier rows) =>
        rows.Rows * (PerComparison + (PerListValue * Length(among.List)));

    double IPredicateVisitor<Frontier, double>.Visit(SearchPredicate search, Frontier rows) => rows.Rows * PerSearch;

    /// <summary>Both edges of each coordinate.</summary>
    double IPredicateVisitor<Frontier, double>.Visit(WithinPredicate within, Frontier rows) => rows.Rows * 4 * PerComparison;

    double IPredicateVisitor<Frontier, double>.Visit(StandingPredicate standing, Frontier rows) => rows.Rows * PerComparison;

    double IPredicateVisitor<Frontier, double>.Visit(ElementsPredicate elements, Frontier rows) =>
        (rows.Rows * PerComparison) + elements.Where.Accept(this, rows with { IsDistinct = false });

    double IPredicateVisitor<Frontier, double>.Visit(ExistsPredicate exists, Frontier rows)
    {
        trace?.Enter(exists.Source.Title);
        var read = Read(exists.Source, rows).Rows;
        trace?.Leave();
        return read;
    }

    private double Predicates(IReadOnlyList<Predicate> parts, Frontier rows)
    {
        var read = 0d;
        for (var index = 0; index < parts.Count; index++)
            read += parts[index].Accept(this, rows);
        return read;
    }

    private static double CostOf(Comparison comparison) => comparison.SearchesText() ? PerSearch : PerComparison;
}
