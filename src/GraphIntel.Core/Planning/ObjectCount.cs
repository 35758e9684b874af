namespace GraphIntel.Core.Planning;

/// <summary>
/// The maximum number of objects in the response of a plan with these parameters: page sizes are multiplied. The periods of a
/// timeline depend on the data; it counts as <see cref="PeriodsOfTimeline"/> of them.
/// </summary>
internal sealed class ObjectCount : ISlotVisitor<BoundParameters, long>, IConnectionPartVisitor<BoundParameters, long>
{
    /// <summary>Counts saturate here, far above any limit.</summary>
    public const long Saturated = long.MaxValue / 1_000;

    /// <summary>How many objects a timeline counts as.</summary>
    public const int PeriodsOfTimeline = 100;

    private static readonly ObjectCount Instance = new();

    public static long Of(Plan plan, BoundParameters bound) => Instance.Of(plan.Slots, bound);

    private long Of(Slot[] slots, BoundParameters bound)
    {
        var sum = 0L;
        for (var index = 0; index < slots.Length; index++)
            sum = Math.Min(Saturated, sum + slots[index].Accept(this, bound));
        return sum;
    }

    long ISlotVisitor<BoundParameters, long>.Visit(ConstantSlot constant, BoundParameters bound) => 0;

    long ISlotVisitor<BoundParameters, long>.Visit(IntrospectionSlot introspection, BoundParameters bound) => 0;

    long ISlotVisitor<BoundParameters, long>.Visit(ValueSlot value, BoundParameters bound) => 0;

    long ISlotVisitor<BoundParameters, long>.Visit(PointSlot point, BoundParameters bound) => 0;

    long ISlotVisitor<BoundParameters, long>.Visit(CursorSlot cursor, BoundParameters bound) => 0;

    long ISlotVisitor<BoundParameters, long>.Visit(ObjectSlot single, BoundParameters bound) => 1 + Of(single.Slots, bound);

    long ISlotVisitor<BoundParameters, long>.Visit(InlineSlot inline, BoundParameters bound) => Of(inline.Slots, bound);

    long ISlotVisitor<BoundParameters, long>.Visit(PolymorphicSlot any, BoundParameters bound) => 1 + OfLargest(any.Cases, bound);

    long ISlotVisitor<BoundParameters, long>.Visit(PolymorphicListSlot list, BoundParameters bound) =>
        Times(list.IdsOf(bound).Count, 1 + OfLargest(list.Cases, bound));

    long ISlotVisitor<BoundParameters, long>.Visit(SearchSlot search, BoundParameters bound) =>
        Times(((Array)bound.Values[search.Ids.Index]!).Length, 1 + Of(search.Slots, bound));

    /// <summary>A node or relationship that is on several paths is shown as often, so that each place counts.</summary>
    long ISlotVisitor<BoundParameters, long>.Visit(TraversalSlot traversal, BoundParameters bound) =>
        Math.Min(Saturated, Of(traversal.Lists, bound) + (bound.TraversalOf(traversal) is PathSearch paths ? paths.First : 1));

    long ISlotVisitor<BoundParameters, long>.Visit(ConnectionSlot connection, BoundParameters bound)
    {
        var (item, aggregates) = (1L, 0L);
        for (var index = 0; index < connection.Parts.Length; index++)
        {
            var objects = connection.Parts[index].Accept(this, bound);
            if (connection.Parts[index] is AggregatePart)
                aggregates = Math.Min(Saturated, aggregates + objects);
            else
                item = Math.Min(Saturated, item + objects);
        }
        return Math.Min(Saturated, Times(bound.Int(connection.Page.Size), item) + aggregates);
    }

    long ISlotVisitor<BoundParameters, long>.Visit(GroupsSlot groups, BoundParameters bound) =>
        Times(bound.Int(groups.First), 1 + Of(groups.Slots, bound));

    long ISlotVisitor<BoundParameters, long>.Visit(TimelineSlot timeline, BoundParameters bound) => Times(PeriodsOfTimeline, 1 + Of(timeline.Slots, bound));

    long ISlotVisitor<BoundParameters, long>.Visit(PeriodEndSlot end, BoundParameters bound) => 0;

    long IConnectionPartVisitor<BoundParameters, long>.Visit(AggregatePart aggregate, BoundParameters bound) => Of(aggregate.Slots, bound);

    long IConnectionPartVisitor<BoundParameters, long>.Visit(TypeNamePart name, BoundParameters bound) => 0;

    long IConnectionPartVisitor<BoundParameters, long>.Visit(ItemsPart items, BoundParameters bound) => Of(items.Slots, bound);

    long IConnectionPartVisitor<BoundParameters, long>.Visit(PageInfoPart info, BoundParameters bound) => 0;

    long IConnectionPartVisitor<BoundParameters, long>.Visit(TotalPart total, BoundParameters bound) => 0;

    private long OfLargest(PolymorphicCase[] cases, BoundParameters bound)
    {
        var largest = 0L;
        for (var index = 0; index < cases.Length; index++)
            largest = Math.Max(largest, Of(cases[index].Slots, bound));
        return largest;
    }

    private static long Times(int count, long each) => each >= Saturated / Math.Max(1, count) ? Saturated : count * each;
}
