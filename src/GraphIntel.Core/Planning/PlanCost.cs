namespace GraphIntel.Core.Planning;

/// <summary>How many objects a plan could answer at the most with these parameters: pages multiply.</summary>
internal static class PlanCost
{
    /// <summary>Counts stop growing here, far above any limit.</summary>
    public const long Endless = long.MaxValue / 1_000;

    public static long Of(Plan plan, BoundParameters bound) => Of(plan.Slots, bound);

    private static long Of(Slot[] slots, BoundParameters bound)
    {
        var sum = 0L;
        for (var index = 0; index < slots.Length; index++)
            sum = Math.Min(Endless, sum + Of(slots[index], bound));
        return sum;
    }

    private static long Of(Slot slot, BoundParameters bound) => slot switch
    {
        ConnectionSlot connection => Times(bound.Int(connection.Page.Size), OfItem(connection, bound)),
        ObjectSlot single => 1 + Of(single.Slots, bound),
        InlineSlot inline => Of(inline.Slots, bound),
        AnySlot any => 1 + OfWorst(any.Cases, bound),
        AnyListSlot list => Times(((string[])bound.Values[list.Ids.Index]!).Length, 1 + OfWorst(list.Cases, bound)),
        _ => 0,
    };

    private static long OfItem(ConnectionSlot connection, BoundParameters bound)
    {
        var sum = 1L;
        for (var index = 0; index < connection.Parts.Length; index++)
        {
            if (connection.Parts[index] is ItemsSlot items)
                sum = Math.Min(Endless, sum + Of(items.Slots, bound));
        }
        return sum;
    }

    private static long OfWorst(AnyCase[] cases, BoundParameters bound)
    {
        var worst = 0L;
        for (var index = 0; index < cases.Length; index++)
            worst = Math.Max(worst, Of(cases[index].Slots, bound));
        return worst;
    }

    private static long Times(int count, long each) => each >= Endless / Math.Max(1, count) ? Endless : count * each;
}
