namespace GraphIntel.Core.Planning.Starts;

/// <summary>Another way to read a connection, which returns the same: which is faster depends on how many nodes are related.</summary>
/// <param name="Number">Its number among the alternatives of the plan.</param>
/// <param name="Slot">The index of the root field among those of the plan.</param>
internal abstract record StartAlternative(int Number, int Slot)
{
    /// <summary>The alternatives of a plan, in the order of the document.</summary>
    public static IReadOnlyList<StartAlternative> Of(Plan plan)
    {
        var found = new List<StartAlternative>();
        for (var slot = 0; slot < plan.Slots.Length; slot++)
        {
            if (plan.Slots[slot] is ConnectionSlot { Source: ScanSource scan })
                ConditionStart.Find(slot, scan, found);
            else if (plan.Slots[slot] is ObjectSlot { Source: LookupSource lookup } single)
                OrderStart.Find(slot, single, lookup, plan.LastNumber, found);
        }
        return found;
    }

    /// <summary>The plan in which the connection is read so.</summary>
    /// <param name="plan">The plan, possibly with other alternatives of other connections.</param>
    /// <param name="rows">The bound of the rows that are read so.</param>
    public Plan Apply(Plan plan, int rows)
    {
        var slots = plan.Slots.ToArray();
        slots[Slot] = Apply(slots[Slot], rows);
        return plan with { Slots = slots };
    }

    /// <summary>The root field in which the connection is read so.</summary>
    protected abstract Slot Apply(Slot root, int rows);
}
