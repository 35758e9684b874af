using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning.Rewrite;

/// <summary>
/// Rewrites a plan for compilation, with the decisions that are the same for every store. Afterwards conditions contain no
/// constants and no double negation, a page has one condition for its cursors, a walk knows whether its length is needed, and a
/// sort key knows whether values can be missing.
/// </summary>
internal sealed class PlanRewriter : ISlotVisitor<NoArgument, Slot>, IReadVisitor<NoArgument, ConnectionRead>, IOperandVisitor<NoArgument, Operand>,
    IGroupingVisitor<NoArgument, Grouping>
{
    private readonly bool[] _cursorNulls;
    private readonly IReadOnlySet<Property> _irregular;
    private readonly Dictionary<ConnectionSlot, ConnectionSlot> _connections = [];

    private PlanRewriter(bool[] cursorNulls, IReadOnlySet<Property> irregular)
    {
        _cursorNulls = cursorNulls;
        _irregular = irregular;
    }

    /// <summary>Rewrites a plan for one compilation.</summary>
    /// <param name="plan">The plan from the planner.</param>
    /// <param name="cursorNulls">
    /// Flags for the keys of its cursors that are null, as in <see cref="BoundParameters.CursorNulls"/>; empty for none.
    /// </param>
    /// <param name="irregular">
    /// Properties of which the store holds values outside their types, or lacks required values.
    /// </param>
    public static Plan Rewrite(Plan plan, ReadOnlySpan<bool> cursorNulls, IReadOnlySet<Property> irregular) =>
        plan with { Slots = new PlanRewriter(cursorNulls.ToArray(), irregular).Slots(plan.Slots) };

    private Slot[] Slots(IEnumerable<Slot> slots) => [.. slots.Select(slot => slot.Accept(this, default))];

    Slot ISlotVisitor<NoArgument, Slot>.Visit(ConstantSlot constant, NoArgument none) => constant;

    Slot ISlotVisitor<NoArgument, Slot>.Visit(IntrospectionSlot introspection, NoArgument none) => introspection;

    Slot ISlotVisitor<NoArgument, Slot>.Visit(ValueSlot value, NoArgument none) =>
        new ValueSlot(value.Context, value.Value.Accept(this, none), value.Scalar, value.IsList);

    Slot ISlotVisitor<NoArgument, Slot>.Visit(PointSlot point, NoArgument none) => point;

    Slot ISlotVisitor<NoArgument, Slot>.Visit(CursorSlot cursor, NoArgument none) => cursor;

    Slot ISlotVisitor<NoArgument, Slot>.Visit(PeriodEndSlot end, NoArgument none) => end;

    Slot ISlotVisitor<NoArgument, Slot>.Visit(GroupsSlot groups, NoArgument none) => new GroupsSlot(
        groups.Context, groups.Grouping.Accept(this, none), Array.ConvertAll(groups.Keys, Key), groups.First, Slots(groups.Slots));

    Slot ISlotVisitor<NoArgument, Slot>.Visit(TimelineSlot timeline, NoArgument none) =>
        new TimelineSlot(timeline.Context, (PeriodGrouping)timeline.Grouping.Accept(this, none), Slots(timeline.Slots));

    Grouping IGroupingVisitor<NoArgument, Grouping>.Visit(ValueGrouping value, NoArgument none) => value;

    Grouping IGroupingVisitor<NoArgument, Grouping>.Visit(ElementsGrouping elements, NoArgument none) => elements;

    Grouping IGroupingVisitor<NoArgument, Grouping>.Visit(NodeGrouping node, NoArgument none) => node with { Source = (NodeSource)SourceRewriter.Rewrite(node.Source) };

    Grouping IGroupingVisitor<NoArgument, Grouping>.Visit(PeriodGrouping period, NoArgument none) =>
        period with { IsIrregular = _irregular.Contains(period.Day.Property) };

    Slot ISlotVisitor<NoArgument, Slot>.Visit(InlineSlot inline, NoArgument none) => new InlineSlot(inline.Context, Slots(inline.Slots));

    Slot ISlotVisitor<NoArgument, Slot>.Visit(ObjectSlot single, NoArgument none) =>
        new ObjectSlot(single.Context, SourceRewriter.Rewrite(single.Source), Slots(single.Slots));

    Slot ISlotVisitor<NoArgument, Slot>.Visit(PolymorphicSlot any, NoArgument none) => any.With(Cases(any));

    Slot ISlotVisitor<NoArgument, Slot>.Visit(PolymorphicListSlot list, NoArgument none) => list.With(Cases(list));

    Slot ISlotVisitor<NoArgument, Slot>.Visit(SearchSlot search, NoArgument none) => new SearchSlot(
        search.Context, search.Ids, search.Id, search.Texts, Array.ConvertAll(search.Parts, part => part.With(item => item.Node is { } node ? item.With(node.With(Cases(node))) : item)));

    Slot ISlotVisitor<NoArgument, Slot>.Visit(TraversalSlot traversal, NoArgument none)
    {
        var walked = traversal.Traversal;
        var rewritten = walked with
        {
            Relationships = [.. walked.Relationships.Select(one => one with { Where = PredicateRewriter.Rewrite(one.Where) })],
            Nodes = [.. walked.Nodes.Select(one => one with { Where = PredicateRewriter.Rewrite(one.Where) })],
        };
        return new TraversalSlot(traversal.Context, rewritten, Array.ConvertAll(traversal.Lists, list => list.With(Cases(list))), traversal.Parts);
    }

    private PolymorphicCase[] Cases(LookupSlot lookup) => Array.ConvertAll(lookup.Cases, one => one with { Slots = Slots(one.Slots) });

    /// <summary>A connection shared by several types of a lookup stays shared, so that a statement can read it once.</summary>
    Slot ISlotVisitor<NoArgument, Slot>.Visit(ConnectionSlot connection, NoArgument none)
    {
        if (!_connections.TryGetValue(connection, out var rewritten))
        {
            var reads = Array.ConvertAll(connection.Reads, read => read.Accept(this, none));
            var kept = connection.KeepsRows ? reads[0].Source : null;
            if (kept is { Item: NodeAlias node })
                reads = Array.ConvertAll(reads, read => read with { Source = new KeptSource(node) });
            rewritten = new ConnectionSlot(connection.Context, connection.Source, connection.Page, connection.Parts, reads) { Kept = kept };
            _connections.Add(connection, rewritten);
        }
        return rewritten;
    }

    ConnectionRead IReadVisitor<NoArgument, ConnectionRead>.Visit(CountRead count, NoArgument none) =>
        count with { Source = SourceRewriter.Rewrite(count.Source) };

    ConnectionRead IReadVisitor<NoArgument, ConnectionRead>.Visit(AggregateRead aggregate, NoArgument none) =>
        new AggregateRead(SourceRewriter.Rewrite(aggregate.Source), Slots(aggregate.Slots));

    ConnectionRead IReadVisitor<NoArgument, ConnectionRead>.Visit(ItemsRead items, NoArgument none)
    {
        var page = items.Page with { Keys = Array.ConvertAll(items.Page.Keys, Key) };
        var needsDepth = Array.Exists(page.Keys, key => key.Value is DepthOperand) || items.Slots.Any(slot => slot.ShowsDepth);
        return items with
        {
            Source = SourceRewriter.Rewrite(items.Source, needsDepth),
            Page = page,
            Slots = Slots(items.Slots),
            Seek = CursorSeek.Of(page, _cursorNulls),
        };
    }

    private SortKey Key(SortKey key)
    {
        var isIrregular = PropertyOf(key.Value) is { } property && _irregular.Contains(property);
        return key with { Value = key.Value.Accept(this, default), IsNullable = key.IsNullable || isIrregular, IsIrregular = isIrregular };
    }

    /// <summary>The property of a sort key, possibly through relationships; null if its value is not a property.</summary>
    private static Property? PropertyOf(Operand value)
    {
        while (value is ThroughOperand through)
            value = through.Value;
        return (value as PropertyOperand)?.Property;
    }

    Operand IOperandVisitor<NoArgument, Operand>.Visit(PropertyOperand property, NoArgument none) => property;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(IdOperand id, NoArgument none) => id;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(DepthOperand depth, NoArgument none) => depth;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(DistanceOperand distance, NoArgument none) => distance;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(ThroughOperand through, NoArgument none) =>
        new ThroughOperand((NodeSource)SourceRewriter.Rewrite(through.Source), through.Value.Accept(this, none));

    Operand IOperandVisitor<NoArgument, Operand>.Visit(CoalesceOperand coalesce, NoArgument none) =>
        new CoalesceOperand(coalesce.First.Accept(this, none), coalesce.Second.Accept(this, none));

    Operand IOperandVisitor<NoArgument, Operand>.Visit(CaseOperand choice, NoArgument none) => choice;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(ParameterOperand parameter, NoArgument none) => parameter;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(ListedIdOperand id, NoArgument none) => id;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(ElementOperand element, NoArgument none) => element;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(KeyOperand key, NoArgument none) => key;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(CoordinateOperand coordinate, NoArgument none) => coordinate;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(MemberCountOperand count, NoArgument none) => count;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(SummaryOperand summary, NoArgument none) =>
        summary with { IsIrregular = PropertyOf(summary.Value) is { } property && _irregular.Contains(property) };

    Operand IOperandVisitor<NoArgument, Operand>.Visit(GroupKeyOperand key, NoArgument none) => key;

    Operand IOperandVisitor<NoArgument, Operand>.Visit(DistinctCountOperand count, NoArgument none) =>
        new DistinctCountOperand(count.Grouping.Accept(this, none));
}
