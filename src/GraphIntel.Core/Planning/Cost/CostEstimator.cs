using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Planning.Cost;

/// <summary>
/// Estimates the rows that a store reads for a plan: for each source the rows for all its parents together, then the cost for
/// each of these rows. Filters, orders and totals read every row; a page whose order an index provides and that has no other
/// conditions reads only its own rows. A visit returns the rows that its part reads.
/// </summary>
/// <param name="bound">The values of the plan's parameters.</param>
/// <param name="statistics">The statistics of the store.</param>
/// <param name="trace">Records the rows of each part; null if not needed.</param>
internal sealed partial class CostEstimator(BoundParameters bound, GraphStatistics statistics, CostTrace? trace)
    : ISlotVisitor<Frontier, double>, IReadVisitor<Frontier, CostEstimator.Estimated>
{
    /// <summary>Bytes of a value in the response with punctuation, without its key.</summary>
    private const int BytesOfValue = 8;

    /// <summary>The cost of finding and comparing names before the statement, in rows.</summary>
    private const double PerNodeSearch = 2_000;

    /// <summary>The estimated bytes of the response if all rows that are read are returned, up to the page sizes.</summary>
    public double Bytes { get; private set; }

    /// <summary>The rows of an operation.</summary>
    public double Of(Plan plan) => Slots(plan.Slots, Frontier.One) + (PerNodeSearch * (bound.Searches?.Count ?? 0));

    private double Slots(Slot[] slots, Frontier parents)
    {
        var rows = 0d;
        for (var index = 0; index < slots.Length; index++)
            rows += Slot(slots[index], parents);
        return rows;
    }

    private double Slot(Slot slot, Frontier parents)
    {
        Bytes += parents.Rows * (slot.KeyBytes.Length + BytesOfValue);
        return slot.Accept(this, parents);
    }

    double ISlotVisitor<Frontier, double>.Visit(ConstantSlot constant, Frontier parents) => 0;

    double ISlotVisitor<Frontier, double>.Visit(IntrospectionSlot introspection, Frontier parents) => 0;

    double ISlotVisitor<Frontier, double>.Visit(ValueSlot value, Frontier parents) =>
        value.Value is DistinctCountOperand distinct ? Divide(distinct.Grouping).Rows : 0;

    double ISlotVisitor<Frontier, double>.Visit(PointSlot point, Frontier parents) => 0;

    double ISlotVisitor<Frontier, double>.Visit(CursorSlot cursor, Frontier parents) => 0;

    double ISlotVisitor<Frontier, double>.Visit(PeriodEndSlot end, Frontier parents) => 0;

    double ISlotVisitor<Frontier, double>.Visit(InlineSlot inline, Frontier parents) => Slots(inline.Slots, parents);

    double ISlotVisitor<Frontier, double>.Visit(ObjectSlot single, Frontier parents)
    {
        trace?.Enter(single.ResponseKey);
        var read = Read(single.Source, parents).Rows;
        var isDistinct = parents.IsDistinct && (single.Source is LookupSource || parents.Rows <= 1);
        var rows = read + Slots(single.Slots, new Frontier(parents.Rows, isDistinct));
        trace?.Leave();
        return rows;
    }

    double ISlotVisitor<Frontier, double>.Visit(PolymorphicSlot any, Frontier parents) => Cases(any, parents);

    double ISlotVisitor<Frontier, double>.Visit(PolymorphicListSlot list, Frontier parents) =>
        Cases(list, parents with { Rows = parents.Rows * Length(list.Ids) });

    double ISlotVisitor<Frontier, double>.Visit(SearchSlot search, Frontier parents) =>
        Slots(search.Slots, parents with { Rows = parents.Rows * Length(search.Ids) });

    double ISlotVisitor<Frontier, double>.Visit(TraversalSlot traversal, Frontier parents)
    {
        trace?.Enter(traversal.ResponseKey);
        var read = Traverse(bound.TraversalOf(traversal));
        trace?.Add(read);
        var rows = read + Slots(traversal.Lists, parents);
        trace?.Leave();
        return rows;
    }

    /// <summary>An id is looked up in each possible type and found in at most one.</summary>
    private double Cases(LookupSlot slot, Frontier parents)
    {
        trace?.Enter(slot.ResponseKey);
        var worst = 0d;
        for (var index = 0; index < slot.Cases.Length; index++)
            worst = Math.Max(worst, Slots(slot.Cases[index].Slots, parents));
        var read = parents.Rows * slot.Cases.Length;
        trace?.Add(read);
        trace?.Leave();
        return read + worst;
    }

    double ISlotVisitor<Frontier, double>.Visit(ConnectionSlot connection, Frontier parents)
    {
        trace?.Enter(connection.ResponseKey);
        var rows = 0d;
        var found = 0d;
        for (var index = 0; index < connection.Reads.Length; index++)
        {
            var read = connection.Reads[index].Accept(this, parents);
            rows += read.Rows;
            found = Math.Max(found, read.Found);
        }
        var shown = new Frontier(Math.Min(found, parents.Rows * bound.Int(connection.Page.Size)), parents.Rows <= 1);
        for (var index = 0; index < connection.Parts.Length; index++)
        {
            if (connection.Parts[index] is ItemsPart items)
                rows += Slots(items.Slots, shown);
        }
        trace?.Leave();
        return rows;
    }

    Estimated IReadVisitor<Frontier, Estimated>.Visit(CountRead count, Frontier parents)
    {
        var source = count.Source;
        if (count.AtMost is not { } atMost || source is not (ScanSource or HopSource) || !IsUnfiltered(source, null))
            return new Estimated(Read(source, parents).Rows, 0);
        var read = Math.Min(source.Accept(this, parents).Rows, parents.Rows * bound.Int(atMost));
        trace?.Add(read);
        return new Estimated(read, 0);
    }

    Estimated IReadVisitor<Frontier, Estimated>.Visit(ItemsRead items, Frontier parents)
    {
        var page = items.Page;
        if (StopsEarly(items.Source, page, out var tied))
        {
            var all = items.Source.Accept(this, parents);
            var found = Math.Min(all.Found, parents.Rows * bound.Int(page.Limit));
            var early = Math.Min(all.Rows, found + (parents.Rows * tied));
            trace?.Add(early);
            return new Estimated(early, found);
        }
        var read = Read(items.Source, parents);
        for (var index = 0; index < page.Keys.Length; index++)
        {
            // A key reached through a relationship is read for each row before sorting.
            if (page.Keys[index].Value is ThroughOperand)
                read = read with { Rows = read.Rows + read.Found };
            if (DistanceOperand.In(page.Keys[index].Value) is not null)
                read = read with { Rows = read.Rows + (read.Found * PerDistance) };
        }
        return read;
    }

    private int Length(Parameter list) => ((Array)bound.Values[list.Index]!).Length;

    /// <summary>The estimate of a source for all its parents together.</summary>
    /// <param name="Rows">The rows read.</param>
    /// <param name="Found">The maximum rows found, if all conditions hold.</param>
    internal readonly record struct Estimated(double Rows, double Found);
}
