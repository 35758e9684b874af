namespace GraphIntel.Core.Planning.Cost;

/// <content>The cost of aggregates: every member is read, and once more for each grouping.</content>
internal sealed partial class CostEstimator : IGroupingVisitor<Frontier, CostEstimator.Estimated>
{
    /// <summary>
    /// The cost of a summary of a member, or of its sorting into a group, in rows. Calibrated with Neo4j, where an operation at the
    /// default limit takes about half a second.
    /// </summary>
    private const double PerMember = 2.5;

    /// <summary>The cost of the period of a date, in rows; Neo4j computes it with functions of dates.</summary>
    private const double PerPeriod = 7;

    /// <summary>The members of the current aggregate, over all of its parents; in a group, one for each of their keys.</summary>
    private Frontier _members;

    Estimated IReadVisitor<Frontier, Estimated>.Visit(AggregateRead aggregate, Frontier parents)
    {
        var read = Read(aggregate.Source, parents);
        var outer = _members;
        _members = new Frontier(read.Found, aggregate.Source is ScanSource || parents.Rows <= 1);
        var rows = read.Rows + (PerMember * read.Found) + SlotsOf(aggregate.Slots, parents);
        _members = outer;
        return new Estimated(rows, read.Found);
    }

    private double SlotsOf(IReadOnlyList<Slot> slots, Frontier parents)
    {
        var rows = 0d;
        for (var index = 0; index < slots.Count; index++)
            rows += Slot(slots[index], parents);
        return rows;
    }

    double ISlotVisitor<Frontier, double>.Visit(GroupsSlot groups, Frontier parents) =>
        Divided(groups, groups.Grouping, groups.Slots, parents, bound.Int(groups.First));

    double ISlotVisitor<Frontier, double>.Visit(TimelineSlot timeline, Frontier parents) =>
        Divided(timeline, timeline.Grouping, timeline.Slots, parents, ObjectCount.PeriodsOfTimeline);

    private double Divided(Slot slot, Grouping grouping, Slot[] slots, Frontier parents, int most)
    {
        trace?.Enter(slot.ResponseKey);
        var outer = _members;
        var divided = Divide(grouping);
        trace?.Add(divided.Rows);
        _members = new Frontier(divided.Found, false);
        var shown = new Frontier(Math.Min(divided.Found, parents.Rows * most), parents.Rows <= 1);
        var rows = divided.Rows + Slots(slots, shown);
        _members = outer;
        trace?.Leave();
        return rows;
    }

    /// <summary>The rows read to find the keys of the current members, and the number of pairs of a member and a key.</summary>
    private Estimated Divide(Grouping grouping) => grouping.Accept(this, _members);

    Estimated IGroupingVisitor<Frontier, Estimated>.Visit(ValueGrouping value, Frontier members) => OfMembers(members, PerMember);

    Estimated IGroupingVisitor<Frontier, Estimated>.Visit(ElementsGrouping elements, Frontier members) =>
        OfMembers(members, PerMember);

    Estimated IGroupingVisitor<Frontier, Estimated>.Visit(PeriodGrouping period, Frontier members) => OfMembers(members, PerPeriod);

    Estimated IGroupingVisitor<Frontier, Estimated>.Visit(NodeGrouping node, Frontier members)
    {
        var read = Read(node.Source, members);
        var pairs = node.IncludesNone ? Math.Max(members.Rows, read.Found) : read.Found;
        return new Estimated(read.Rows + (PerMember * pairs), pairs);
    }

    private static Estimated OfMembers(Frontier members, double each) => new(each * members.Rows, members.Rows);
}
