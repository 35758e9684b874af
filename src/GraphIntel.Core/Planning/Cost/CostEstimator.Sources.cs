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
        if (scan.KnownRows is { } known)
            found = Math.Min(found, known);
        // Those with which it starts, and the relationships that lead from them.
        return new Estimated(scan.Start is ExistsPredicate ? 2 * found : found, found);
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
        // Different relationships can have the same end.
        var at = walk.Start is null ? parents : parents with { IsDistinct = parents.Rows <= 1 };
        var read = parents.Rows;
        var kept = parents.Rows;
        for (var index = 0; index < walk.Steps.Count; index++)
        {
            var step = walk.Steps[index];
            var isKept = walk.IsDayAtEnd && !step.OnDay.IsTrue;
            at = Step(step, at, parents, isKept ? double.MaxValue : kept, ref read);

            // A relationship whose dates are compared at the end: walks over different ones are followed separately.
            if (isKept)
                kept = Math.Max(kept, at.Rows);
            else
                read += step.OnDay.Accept(this, at);
        }
        if (!walk.IsDayAtEnd)
            return new Estimated(read, at.Rows);
        var last = walk.Steps[^1];
        var isCopied = last.IsTakenOnce && last.Copied == walk.Day!.Property;
        read += (isCopied ? 0 : at.Rows) + walk.OnDay.Accept(this, at);
        return new Estimated(read, Math.Min(at.Rows, parents.Rows * Nodes(walk.Node.Node)));
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

    /// <summary>The nodes that a step reaches.</summary>
    /// <param name="step">The step.</param>
    /// <param name="at">The nodes where it starts.</param>
    /// <param name="parents">The nodes where the walk starts.</param>
    /// <param name="walks">The number of walks for each of which a node is counted once.</param>
    /// <param name="read">The rows read.</param>
    private Frontier Step(WalkStep step, Frontier at, Frontier parents, double walks, ref double read)
    {
        var type = step.Followed.Relationship;
        if (Reach(step) is { } reach)
        {
            var reached = at.Times(reach);
            read += Conditions(step.Where, reached);
            return new Frontier(reached, parents.Rows <= 1);
        }
        // A repeated step has ends of one type; a single step need not.
        var most = walks * Math.Max(Nodes(type.Source), Nodes(type.Target));
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
