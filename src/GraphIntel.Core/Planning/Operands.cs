using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A value that a plan returns, compares or sorts by. Closed: <see cref="IOperandVisitor{TArgument,TResult}"/> has a method for
/// each case.
/// </summary>
internal abstract record Operand
{
    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="Operand"/>.</summary>
internal interface IOperandVisitor<in TArgument, out TResult>
{
    TResult Visit(PropertyOperand property, TArgument argument);

    TResult Visit(IdOperand id, TArgument argument);

    TResult Visit(DepthOperand depth, TArgument argument);

    TResult Visit(DistanceOperand distance, TArgument argument);

    TResult Visit(ThroughOperand through, TArgument argument);

    TResult Visit(ParameterOperand parameter, TArgument argument);

    TResult Visit(ListedIdOperand id, TArgument argument);

    TResult Visit(ElementOperand element, TArgument argument);

    TResult Visit(KeyOperand key, TArgument argument);

    TResult Visit(CoalesceOperand coalesce, TArgument argument);

    TResult Visit(CaseOperand choice, TArgument argument);

    TResult Visit(CoordinateOperand coordinate, TArgument argument);

    TResult Visit(MemberCountOperand count, TArgument argument);

    TResult Visit(SummaryOperand summary, TArgument argument);

    TResult Visit(GroupKeyOperand key, TArgument argument);

    TResult Visit(DistinctCountOperand count, TArgument argument);
}

/// <summary>A stored property of an element.</summary>
internal sealed record PropertyOperand(Alias Of, Property Property) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The id of an element; for a relationship without a stored id, derived from its ends.</summary>
internal sealed record IdOperand(Alias Of) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The length of the shortest walk to the end of a path.</summary>
internal sealed record DepthOperand(WalkAlias Walk) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>
/// The distance of a stored point from a given one in whole meters, rounded half up: the haversine formula on a sphere with a
/// radius of 6,378,140 m, as in Neo4j. Null without a location.
/// </summary>
/// <param name="Of">The holder of the property.</param>
/// <param name="Point">The property.</param>
/// <param name="Latitude">The latitude of the given point, degrees.</param>
/// <param name="Longitude">The longitude of the given point, degrees.</param>
internal sealed record DistanceOperand(Alias Of, Property Point, Parameter Latitude, Parameter Longitude) : Operand
{
    /// <summary>The distance that a value is, possibly of a related node; null if it is none.</summary>
    public static DistanceOperand? In(Operand value)
    {
        while (value is ThroughOperand through)
            value = through.Value;
        return value as DistanceOperand;
    }

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>
/// A value of the one row of a source, which is a to-one relationship or an end of a relationship; null if there is none.
/// </summary>
internal sealed record ThroughOperand(NodeSource Source, Operand Value) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The id in a request for <c>node(id)</c>.</summary>
internal sealed record ParameterOperand(Parameter Parameter) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The current id of <c>nodes(ids)</c>.</summary>
internal sealed record ListedIdOperand(int Number) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The current element of a list property, inside an <see cref="ElementsPredicate"/>.</summary>
internal sealed record ElementOperand(int Number) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>
/// The value of a sort key of the current row, inside <see cref="ItemsRead.Seek"/>: a compiler may have computed it already for
/// the order.
/// </summary>
internal sealed record KeyOperand(SortKey Key) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The first value, or the second if the first is missing.</summary>
internal sealed record CoalesceOperand(Operand First, Operand Second) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>One of several parameters, by the value of an enum property.</summary>
/// <param name="Of">The holder of the property.</param>
/// <param name="Property">The property.</param>
/// <param name="Choices">The parameters for values of the enum.</param>
/// <param name="Otherwise">The parameter for any other value, and for none.</param>
internal sealed record CaseOperand(Alias Of, Property Property, IReadOnlyList<(string Value, Parameter Parameter)> Choices, Parameter Otherwise) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The latitude or longitude of a point, degrees; null if there is no point.</summary>
internal sealed record CoordinateOperand(Alias Of, Property Point, bool IsLatitude) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The number of the current group's members.</summary>
internal sealed record MemberCountOperand : Operand
{
    /// <summary>The only instance.</summary>
    public static MemberCountOperand Instance { get; } = new();

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The functions of a <see cref="SummaryOperand"/>.</summary>
internal enum SummaryFunction
{
    /// <summary>How many members have a value.</summary>
    Count,
    Sum,
    Min,
    Max,

    /// <summary>The exact sum divided by the count, as a 64-bit floating-point number.</summary>
    Average,
}

/// <summary>A function of a value over the current group's members; but for the count, null if none has a value.</summary>
/// <param name="Function">The function.</param>
/// <param name="Value">The value of each member.</param>
/// <param name="Kind">The kind of the result.</param>
internal sealed record SummaryOperand(SummaryFunction Function, Operand Value, ScalarKind Kind) : Operand
{
    /// <summary>Whether the store holds values outside the property's type. Set by the rewrite.</summary>
    public bool IsIrregular { get; init; }

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The key of the current group of a grouping by values.</summary>
/// <param name="Number">The number of the grouping.</param>
/// <param name="Property">The property that holds the values.</param>
internal sealed record GroupKeyOperand(int Number, Property Property) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>How many keys the current group's members have; that of members without a key does not count.</summary>
internal sealed record DistinctCountOperand(Grouping Grouping) : Operand
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IOperandVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
