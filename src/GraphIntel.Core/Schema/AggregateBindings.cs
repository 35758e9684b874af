using GraphIntel.Core.Model;

namespace GraphIntel.Core.Schema;

/// <summary>
/// A field of an aggregate. Closed: <see cref="IAggregateVisitor{TArgument,TResult}"/> has a method for each case.
/// </summary>
internal abstract record AggregateBinding : FieldBinding
{
    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IAggregateVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="AggregateBinding"/>.</summary>
internal interface IAggregateVisitor<in TArgument, out TResult>
{
    TResult Visit(MemberCountBinding count, TArgument argument);

    TResult Visit(SummaryBinding summary, TArgument argument);

    TResult Visit(GroupsBinding groups, TArgument argument);

    TResult Visit(DistinctBinding distinct, TArgument argument);

    TResult Visit(TimelineBinding timeline, TArgument argument);
}

/// <summary><c>count</c>: how many members there are.</summary>
internal sealed record MemberCountBinding : AggregateBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IAggregateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The summary of a number, date or point property.</summary>
internal sealed record SummaryBinding(Property Property) : AggregateBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IAggregateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>groups</c></summary>
internal sealed record GroupsBinding : AggregateBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IAggregateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>distinct</c></summary>
internal sealed record DistinctBinding : AggregateBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IAggregateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>timeline</c></summary>
internal sealed record TimelineBinding : AggregateBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IAggregateVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A field of a summary.</summary>
internal sealed record SummaryValueBinding(SummaryValue Value) : FieldBinding;

/// <summary>The fields of summaries.</summary>
internal enum SummaryValue
{
    Count,
    Sum,
    Min,
    Max,
    Average,
    South,
    West,
    North,
    East,
}

/// <summary>
/// What members are grouped by: a field of the model, or an end of a relationship. Stands for a list of groups in
/// <c>groups</c>, and for their number in <c>distinct</c>.
/// </summary>
internal abstract record GroupingBinding : FieldBinding
{
    /// <summary>Calls the function for the kind of grouping: with the field, or with whether the end is the source.</summary>
    public abstract TResult Match<TResult>(Func<ModelField, TResult> field, Func<bool, TResult> end);
}

/// <summary>Grouping by a field of the model.</summary>
internal sealed record FieldGroupingBinding(ModelField Field) : GroupingBinding
{
    /// <inheritdoc/>
    public override TResult Match<TResult>(Func<ModelField, TResult> field, Func<bool, TResult> end) => field(Field);
}

/// <summary>Grouping relationships by the node at one of their ends.</summary>
internal sealed record EndGroupingBinding(bool IsSource) : GroupingBinding
{
    /// <inheritdoc/>
    public override TResult Match<TResult>(Func<ModelField, TResult> field, Func<bool, TResult> end) => end(IsSource);
}

/// <summary>A series of periods by the days of a property.</summary>
internal sealed record PeriodsBinding(Property Property) : FieldBinding;

/// <summary>A field of a group.</summary>
internal sealed record GroupFieldBinding(GroupField Field) : FieldBinding;

/// <summary>The fields of a group.</summary>
internal enum GroupField
{
    Key,
    Node,
    Count,
    Aggregate,
}

/// <summary>A field of a period.</summary>
internal sealed record PeriodFieldBinding(PeriodField Field) : FieldBinding;

/// <summary>The fields of a period.</summary>
internal enum PeriodField
{
    From,
    Until,
    Count,
    Aggregate,
}
