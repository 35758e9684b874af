namespace GraphIntel.Core.Planning;

/// <summary>A list of groups of members: the first ones in an order.</summary>
/// <param name="context">The field.</param>
/// <param name="grouping">How the members are divided.</param>
/// <param name="keys">The sort keys, ending with the group's key, so that no two groups are equal.</param>
/// <param name="first">The number of groups to read.</param>
/// <param name="slots">The fields of each group.</param>
internal sealed class GroupsSlot(FieldContext context, Grouping grouping, SortKey[] keys, Parameter first, Slot[] slots)
    : Slot(context, SlotKind.Groups)
{
    public Grouping Grouping { get; } = grouping;

    public SortKey[] Keys { get; } = keys;

    public Parameter First { get; } = first;

    public Slot[] Slots { get; } = slots;

    /// <summary>Whether it asks for nothing about the members but their number.</summary>
    public bool CountsOnly { get; } = AreCounts(slots) && keys.All(key => key.Value is MemberCountOperand or GroupKeyOperand or IdOperand);

    /// <inheritdoc/>
    public override int ValueCount => 1;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);

    private static bool AreCounts(Slot[] slots) => slots.All(slot => slot switch
    {
        ValueSlot { Value: MemberCountOperand or GroupKeyOperand } or ConstantSlot => true,
        ObjectSlot { Source: GroupNodeSource } => true,
        InlineSlot inline => AreCounts(inline.Slots),
        _ => false,
    });
}

/// <summary>
/// A series of periods without a gap. The store returns only periods with members, in order, each row beginning with the
/// period's first day; the response writer adds the empty ones.
/// </summary>
internal sealed class TimelineSlot(FieldContext context, PeriodGrouping grouping, Slot[] slots) : Slot(context, SlotKind.Timeline)
{
    /// <summary>The maximum number of periods of a timeline, empty ones included.</summary>
    public const int MaxPeriods = 1000;

    public PeriodGrouping Grouping { get; } = grouping;

    /// <summary>The fields of each period.</summary>
    public Slot[] Slots { get; } = slots;

    /// <inheritdoc/>
    public override int ValueCount => 1;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The first day of the current period, or the first day after it, which the response writer knows.</summary>
internal sealed class PeriodEndSlot(FieldContext context, bool isStart) : Slot(context, SlotKind.PeriodEnd)
{
    public bool IsStart { get; } = isStart;

    /// <inheritdoc/>
    public override int ValueCount => 0;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
