using System.Globalization;
using System.Text;
using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Estimates the planning work of the database for a plan, and the nesting of filters and orders. Root fields that differ only
/// in their values count once, because they share a statement. Weights are relative to a comparison, which is 1, as measured on
/// Neo4j: a part <c>n</c> levels deep takes <c>1 + n/5</c> times as long. A visit returns the size of its part and appends to
/// the shape by which equal fields are found.
/// </summary>
internal sealed class PlanSize
    : ISlotVisitor<PlanSize.Depth, long>, IReadVisitor<PlanSize.Depth, long>, ISourceVisitor<PlanSize.Depth, long>,
    IPredicateVisitor<PlanSize.Depth, long>, IOperandVisitor<PlanSize.Depth, long>, IGroupingVisitor<PlanSize.Depth, long>
{
    private const int Connection = 30;
    private const int Total = 20;
    private const int Single = 20;
    private const int Subquery = 20;
    private const int End = 5;
    private const int Case = 6;
    private const int Step = 10;
    private const int Aggregate = 20;
    private const int Groups = 30;
    private const int Search = 5;
    private const int TraversalReads = 2;

    private readonly StringBuilder _shape = new();
    private readonly Dictionary<int, int> _numbers = [];
    private int _deepest;

    /// <summary>The size of all root fields together, and the maximum nesting of relationships in a filter or order.</summary>
    public static (long Parts, int FilterDepth) Of(Plan plan)
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        var (parts, depth) = (0L, 0);
        foreach (var slot in plan.Slots)
        {
            var size = new PlanSize();
            var count = slot.Accept(size, default(Depth));
            if (shapes.Add(size._shape.ToString()))
                parts += count;
            depth = Math.Max(depth, size._deepest);
        }
        return (parts, depth);
    }

    private long Count(int weight, string what, Depth at)
    {
        _shape.Append(what).Append(';');
        return ((weight * (5 + at.Level)) + 4) / 5;
    }

    private void AppendShape(string what) => _shape.Append(what).Append(';');

    private void AppendAlias(int number)
    {
        if (!_numbers.TryGetValue(number, out var used))
            _numbers.Add(number, used = _numbers.Count);
        _shape.Append(CultureInfo.InvariantCulture, $"#{used};");
    }

    private long Parenthesize(Func<long> visit)
    {
        _shape.Append('(');
        var size = visit();
        _shape.Append(')');
        return size;
    }

    private long Of(IEnumerable<Slot> slots, Depth at)
    {
        var size = 0L;
        foreach (var slot in slots)
            size += slot.Accept(this, at);
        return size;
    }

    long ISlotVisitor<Depth, long>.Visit(ConstantSlot constant, Depth at) => 0;

    long ISlotVisitor<Depth, long>.Visit(IntrospectionSlot introspection, Depth at) => 0;

    long ISlotVisitor<Depth, long>.Visit(CursorSlot cursor, Depth at) => 0;

    long ISlotVisitor<Depth, long>.Visit(ValueSlot value, Depth at) => value.Value.Accept(this, at);

    long ISlotVisitor<Depth, long>.Visit(PeriodEndSlot end, Depth at) => 0;

    long ISlotVisitor<Depth, long>.Visit(GroupsSlot groups, Depth at) => Count(Groups, "groups", at) + Parenthesize(() =>
    {
        var members = at.Members + groups.Grouping.Accept(this, at.Inside);
        var size = members;
        foreach (var key in groups.Keys)
        {
            size += key.Value.Accept(this, at.Inside);
            _shape.Append(key.Descending ? 'D' : 'A');
        }
        return size + Of(groups.Slots, at.Inside with { Members = members });
    });

    long ISlotVisitor<Depth, long>.Visit(TimelineSlot timeline, Depth at) =>
        Count(Groups, "timeline", at) + Parenthesize(() =>
        {
            var members = at.Members + timeline.Grouping.Accept(this, at.Inside);
            return members + Of(timeline.Slots, at.Inside with { Members = members });
        });

    long IGroupingVisitor<Depth, long>.Visit(ValueGrouping value, Depth at) => value.Value.Accept(this, at);

    long IGroupingVisitor<Depth, long>.Visit(ElementsGrouping elements, Depth at) => elements.List.Accept(this, at);

    long IGroupingVisitor<Depth, long>.Visit(NodeGrouping node, Depth at) => Count(Subquery, node.IncludesNone ? "nodes or none" : "nodes", at) + Of(node.Source, at);

    long IGroupingVisitor<Depth, long>.Visit(PeriodGrouping period, Depth at)
    {
        AppendShape($"{period.Interval} {period.From is not null} {period.Until is not null}");
        return period.Day.Accept(this, at);
    }

    long ISlotVisitor<Depth, long>.Visit(PointSlot point, Depth at)
    {
        AppendAlias(point.Of.Number);
        AppendShape(point.Property.Name);
        return 0;
    }

    long ISlotVisitor<Depth, long>.Visit(InlineSlot inline, Depth at) => Of(inline.Slots, at);

    long ISlotVisitor<Depth, long>.Visit(ObjectSlot single, Depth at) =>
        Count(single.Source is EndSource ? End : Single, "one", at)
        + Parenthesize(() => Of(single.Source, at.Inside) + Of(single.Slots, at.Inside));

    /// <summary>
    /// A statement for one id contains only the type of its prefix: the largest case counts fully, the others little.
    /// </summary>
    long ISlotVisitor<Depth, long>.Visit(PolymorphicSlot any, Depth at)
    {
        AppendShape(any.Id is PropertyOperand ? "fact" : "any");
        if (any.Id is not ParameterOperand)
            return OfAllTypes(any.Cases, at);
        var largest = 0L;
        foreach (var candidate in any.Cases)
            largest = Math.Max(largest, Of(candidate, candidate.Slots, at));
        return largest + Count(Case, "types", at);
    }

    long ISlotVisitor<Depth, long>.Visit(PolymorphicListSlot list, Depth at)
    {
        AppendShape("any");
        return OfAllTypes(list.Cases, at);
    }

    long ISlotVisitor<Depth, long>.Visit(SearchSlot search, Depth at)
    {
        AppendShape("search");
        return Of(search.Slots, at);
    }

    /// <summary>
    /// What was found is one statement. The relationships of nodes of a type are read by another, in which relationship types with the
    /// same conditions share a pattern.
    /// </summary>
    long ISlotVisitor<Depth, long>.Visit(TraversalSlot traversal, Depth at)
    {
        AppendShape("traversal");
        var size = Of(traversal.Lists, at);
        foreach (var relationships in traversal.Traversal.Relationships)
            size += Count(1, relationships.Followed.Relationship.Type, at) + relationships.Where.Accept(this, at);
        foreach (var nodes in traversal.Traversal.Nodes)
            size += Count(Step, nodes.Node.Node.Name, at) + (nodes.Where.Accept(this, at) * CopiesOf(nodes.Node.Node, traversal.Traversal));
        return size;
    }

    /// <summary>
    /// How often the statements of a traversal contain the condition on nodes of a type: for each type of nodes and direction from which
    /// relationships lead to them, in reads of all and of the first.
    /// </summary>
    private static int CopiesOf(NodeType type, Traversal traversal)
    {
        var types = traversal.Relationships.Select(relationships => relationships.Followed.Relationship).ToList();
        var outward = types.Where(relationship => relationship.Target == type).Select(relationship => relationship.Source).Distinct().Count();
        var inward = types.Where(relationship => relationship.Source == type).Select(relationship => relationship.Target).Distinct().Count();
        return TraversalReads * (outward + inward);
    }

    /// <summary>A statement for several ids, or for ids from rows, contains all types, with their common fields once.</summary>
    private long OfAllTypes(PolymorphicCase[] cases, Depth at)
    {
        var size = 0L;
        var common = new HashSet<Slot>();
        foreach (var candidate in cases)
            size += Of(candidate, candidate.Slots.Where(common.Add), at);
        return size + Count(Case * cases.Length, "types", at);
    }

    private long Of(PolymorphicCase candidate, IEnumerable<Slot> slots, Depth at)
    {
        AppendShape(candidate.Found.Type.Name);
        AppendAlias(candidate.Found.Number);
        return Parenthesize(() => Of(slots, at.Inside));
    }

    long ISlotVisitor<Depth, long>.Visit(ConnectionSlot connection, Depth at) => connection.Reads.Sum(read => read.Accept(this, at));

    long IReadVisitor<Depth, long>.Visit(CountRead count, Depth at) =>
        Count(Total, count.AtMost is null ? "total" : "atMost", at) + Parenthesize(() => Of(count.Source, at.Inside));

    long IReadVisitor<Depth, long>.Visit(AggregateRead aggregate, Depth at) =>
        Count(Aggregate, "aggregate", at) + Parenthesize(() =>
        {
            var members = Of(aggregate.Source, at.Inside);
            return members + Of(aggregate.Slots, at.Inside with { Members = members });
        });

    long IReadVisitor<Depth, long>.Visit(ItemsRead items, Depth at) =>
        Count(Connection, "page", at) + Parenthesize(() => Of(items.Source, at.Inside) + OfPage(items, at.Inside));

    private long OfPage(ItemsRead items, Depth at)
    {
        var page = items.Page;
        var size = 0L;
        _shape.Append(page.IsBackward ? 'B' : 'F').Append(page.After is null ? '-' : 'A').Append(page.Before is null ? '-' : 'B');
        foreach (var key in page.Keys)
        {
            size += key.Value.Accept(this, at);
            _shape.Append(key.Descending ? 'D' : 'A');
            // A cursor comparison has a term for each key.
            size += (page.After is null ? 0 : page.Keys.Length) + (page.Before is null ? 0 : page.Keys.Length);
        }
        if (items.HasCursors)
            _shape.Append('C');
        return size + Of(items.Slots, at);
    }

    private long Of(Source source, Depth at)
    {
        AppendShape(source.GetType().Name);
        AppendAlias(source.Item.Number);
        _shape.Append(source.Item.Type.Name);
        return source.Accept(this, at) + source.Where.Accept(this, at);
    }

    long ISourceVisitor<Depth, long>.Visit(LookupSource lookup, Depth at) => lookup.Id.Accept(this, at);

    long ISourceVisitor<Depth, long>.Visit(ScanSource scan, Depth at) => 0;

    long ISourceVisitor<Depth, long>.Visit(HopSource hop, Depth at)
    {
        AppendAlias(hop.Origin.Number);
        AppendShape($"{hop.Direction} {hop.Followed.Relationship.Type}");
        AppendAlias(hop.Followed.Number);
        return 0;
    }

    long ISourceVisitor<Depth, long>.Visit(WalkSource walk, Depth at)
    {
        var size = 0L;
        AppendAlias(walk.Origin.Number);
        if (walk.Start is { } start)
        {
            AppendAlias(start.Of.Number);
            size += Count(End, start.IsSource ? "from source" : "from target", at);
            AppendAlias(start.Other.Number);
        }
        foreach (var step in walk.Steps)
        {
            size += Count(Step, $"{step.Direction} {step.Followed.Relationship.Type} {step.Min} {step.Max}", at);
            AppendAlias(step.Followed.Number);
            size += step.Where.Accept(this, at) + step.OnDay.Accept(this, at);
        }
        return size;
    }

    long ISourceVisitor<Depth, long>.Visit(RefersBySource by, Depth at)
    {
        var size = by.Id.Accept(this, at);
        AppendShape(by.Property.Name);
        return size;
    }

    long ISourceVisitor<Depth, long>.Visit(RefersToSource to, Depth at)
    {
        AppendAlias(to.Origin.Number);
        AppendShape(to.Ids.Name);
        return 0;
    }

    long ISourceVisitor<Depth, long>.Visit(EndSource end, Depth at)
    {
        AppendAlias(end.Origin.Number);
        AppendShape(end.IsSource ? "source" : "target");
        return 0;
    }

    long ISourceVisitor<Depth, long>.Visit(GroupNodeSource node, Depth at)
    {
        AppendAlias(node.Key.Number);
        return 0;
    }

    long ISourceVisitor<Depth, long>.Visit(KeptSource kept, Depth at) => 0;

    long IOperandVisitor<Depth, long>.Visit(CoordinateOperand coordinate, Depth at) =>
        OfValue(coordinate.Of.Number, $"{coordinate.Point.Name} {coordinate.IsLatitude}");

    long IOperandVisitor<Depth, long>.Visit(MemberCountOperand count, Depth at) => OfInput("members");

    long IOperandVisitor<Depth, long>.Visit(SummaryOperand summary, Depth at)
    {
        AppendShape(summary.Function.ToString());
        return summary.Value.Accept(this, at) + Count(1, "summary", at);
    }

    long IOperandVisitor<Depth, long>.Visit(GroupKeyOperand key, Depth at) => OfInput("key");

    long IOperandVisitor<Depth, long>.Visit(DistinctCountOperand count, Depth at) =>
        Count(Total, "distinct", at)
        + Parenthesize(() => (count.Grouping is ValueGrouping ? 0 : at.Members) + count.Grouping.Accept(this, at.Inside));

    long IOperandVisitor<Depth, long>.Visit(PropertyOperand property, Depth at) => OfValue(property.Of.Number, property.Property.Name);

    long IOperandVisitor<Depth, long>.Visit(IdOperand id, Depth at) => OfValue(id.Of.Number, "id");

    long IOperandVisitor<Depth, long>.Visit(CoalesceOperand coalesce, Depth at) => coalesce.First.Accept(this, at) + coalesce.Second.Accept(this, at);

    /// <summary>The values are those of the property's precision, the same wherever it is chosen by.</summary>
    long IOperandVisitor<Depth, long>.Visit(CaseOperand choice, Depth at) =>
        OfValue(choice.Of.Number, choice.Property.Name) + Count(choice.Choices.Count, "case", at);

    long IOperandVisitor<Depth, long>.Visit(ThroughOperand through, Depth at) =>
        Count(WeightOf(through.Source), "through", at) + Parenthesize(() =>
        {
            var inside = Nested(at);
            return Of(through.Source, inside) + through.Value.Accept(this, inside);
        });

    long IOperandVisitor<Depth, long>.Visit(DepthOperand depth, Depth at) => OfInput("depth");

    long IOperandVisitor<Depth, long>.Visit(DistanceOperand distance, Depth at) =>
        OfValue(distance.Of.Number, distance.Point.Name) + Count(1, "distance", at);

    long IOperandVisitor<Depth, long>.Visit(ParameterOperand parameter, Depth at) => OfInput("parameter");

    long IOperandVisitor<Depth, long>.Visit(ListedIdOperand id, Depth at) => OfInput("listed");

    long IOperandVisitor<Depth, long>.Visit(ElementOperand element, Depth at) => OfInput("element");

    long IOperandVisitor<Depth, long>.Visit(KeyOperand key, Depth at) => key.Key.Value.Accept(this, at);

    private long OfValue(int holder, string name)
    {
        AppendAlias(holder);
        AppendShape(name);
        return 0;
    }

    private long OfInput(string name)
    {
        AppendShape(name);
        return 0;
    }

    private long OfParts(string word, IReadOnlyList<Predicate> parts, Depth at) => Parenthesize(() =>
    {
        AppendShape(word);
        return parts.Sum(part => part.Accept(this, at));
    });

    long IPredicateVisitor<Depth, long>.Visit(AndPredicate and, Depth at) => OfParts("and", and.Parts, at);

    long IPredicateVisitor<Depth, long>.Visit(OrPredicate or, Depth at) => OfParts("or", or.Parts, at);

    long IPredicateVisitor<Depth, long>.Visit(NotPredicate not, Depth at) => OfParts("not", [not.Part], at);

    long IPredicateVisitor<Depth, long>.Visit(ComparePredicate compare, Depth at) =>
        compare.Value.Accept(this, at) + Count(1, compare.Comparison.ToString(), at);

    long IPredicateVisitor<Depth, long>.Visit(CompareListPredicate compare, Depth at) =>
        compare.Value.Accept(this, at) + Count(1, $"{compare.Comparison} {compare.WithAll}", at);

    long IPredicateVisitor<Depth, long>.Visit(CompareOperandsPredicate compare, Depth at) =>
        compare.Left.Accept(this, at) + compare.Right.Accept(this, at) + Count(1, compare.Comparison.ToString(), at);

    long IPredicateVisitor<Depth, long>.Visit(IsNullPredicate isNull, Depth at) => isNull.Value.Accept(this, at) + Count(1, "null", at);

    long IPredicateVisitor<Depth, long>.Visit(SearchPredicate search, Depth at)
    {
        AppendAlias(search.Of.Number);
        return Count(Search, "words of " + search.Text.Name, at);
    }

    long IPredicateVisitor<Depth, long>.Visit(InPredicate among, Depth at) => among.Value.Accept(this, at) + Count(1, "in", at);

    long IPredicateVisitor<Depth, long>.Visit(WithinPredicate within, Depth at) =>
        OfValue(within.Of.Number, within.Point.Name) + Count(1, "within", at);

    long IPredicateVisitor<Depth, long>.Visit(StandingPredicate standing, Depth at) => OfValue(standing.Of.Number, string.Join(' ', standing.Values));

    long IPredicateVisitor<Depth, long>.Visit(ElementsPredicate elements, Depth at)
    {
        AppendAlias(elements.Of.Number);
        return Count(1, elements.Property.Name, at) + OfParts("each", [elements.Where], at);
    }

    long IPredicateVisitor<Depth, long>.Visit(ExistsPredicate exists, Depth at) =>
        Count(WeightOf(exists.Source), "exists", at) + Parenthesize(() => Of(exists.Source, Nested(at)));

    /// <summary>The weight of a source inside a filter or an order.</summary>
    private static int WeightOf(Source source) => source is EndSource ? End : Subquery;

    /// <summary>The depth one relationship further inside a filter or an order.</summary>
    private Depth Nested(Depth at)
    {
        var inside = at.Inside with { Relationships = at.Relationships + 1 };
        _deepest = Math.Max(_deepest, inside.Relationships);
        return inside;
    }

    /// <summary>The depth of a part.</summary>
    /// <param name="Level">The number of enclosing subqueries.</param>
    /// <param name="Relationships">The number of enclosing relationships in a filter or order.</param>
    /// <param name="Members">The size of the clauses that find the members of the enclosing groups: each list in them repeats these.</param>
    internal readonly record struct Depth(int Level, int Relationships, long Members)
    {
        /// <summary>The depth one subquery further inside.</summary>
        public Depth Inside => this with { Level = Level + 1 };
    }
}
