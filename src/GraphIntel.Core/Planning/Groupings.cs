using GraphIntel.Core.Values;

namespace GraphIntel.Core.Planning;

/// <summary>
/// How members of an aggregate are divided: each member has a key, several, or none, and is in the group of each of its keys
/// once. Closed: <see cref="IGroupingVisitor{TArgument,TResult}"/> has a method for each case.
/// </summary>
/// <param name="Number">The number of the key in the plan.</param>
internal abstract record Grouping(int Number)
{
    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IGroupingVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="Grouping"/>.</summary>
internal interface IGroupingVisitor<in TArgument, out TResult>
{
    TResult Visit(ValueGrouping value, TArgument argument);

    TResult Visit(ElementsGrouping elements, TArgument argument);

    TResult Visit(NodeGrouping node, TArgument argument);

    TResult Visit(PeriodGrouping period, TArgument argument);
}

/// <summary>By a value of the member, which can be missing.</summary>
internal sealed record ValueGrouping(int Number, PropertyOperand Value) : Grouping(Number)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IGroupingVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>By each value of a list of the member; a member without values is in no group.</summary>
internal sealed record ElementsGrouping(int Number, PropertyOperand List) : Grouping(Number)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IGroupingVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>By the nodes to which the member leads.</summary>
/// <param name="Number">The number of the key in the plan.</param>
/// <param name="Source">Leads from the member to the nodes.</param>
/// <param name="IncludesNone">Whether members that lead to none are in a group of their own.</param>
internal sealed record NodeGrouping(int Number, NodeSource Source, bool IncludesNone) : Grouping(Number)
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IGroupingVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>By the period in which a day of the member lies; a member without the day is in no group.</summary>
/// <param name="Number">The number of the key in the plan.</param>
/// <param name="Day">The day.</param>
/// <param name="Interval">The length of the periods.</param>
/// <param name="From">The first day that counts; null: no limit.</param>
/// <param name="Until">The first day that no longer counts; null: no limit.</param>
internal sealed record PeriodGrouping(
    int Number, PropertyOperand Day, CalendarInterval Interval, Parameter? From, Parameter? Until) : Grouping(Number)
{
    /// <summary>Whether the store holds values that are no days. Set by the rewrite.</summary>
    public bool IsIrregular { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IGroupingVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
