using GraphIntel.Core.Model;
using GraphQLParser.AST;

namespace GraphIntel.Core.Planning;

/// <summary>
/// The cases of a <see cref="Slot"/>, one for each class. The response writer, which runs for every row, switches over them
/// instead of using a visitor, which avoids generic virtual calls; the compiler checks that no case is missing.
/// </summary>
internal enum SlotKind
{
    Constant,
    Introspection,
    Value,
    Point,
    Object,
    Inline,
    Polymorphic,
    PolymorphicList,
    Connection,
    Cursor,
    Groups,
    Timeline,
    PeriodEnd,
    Search,
    Traversal,
}

/// <summary>
/// A field of an object. Slots are in the order of the response; a store returns their values in the same order, and the writer
/// reads each once. Closed: <see cref="ISlotVisitor{TArgument,TResult}"/> has a method for each case.
/// </summary>
internal abstract class Slot(FieldContext context, SlotKind kind) : ResponseField(context)
{
    /// <summary>Which case it is.</summary>
    public SlotKind Kind { get; } = kind;

    /// <summary>The number of values that it reads from the row of its object.</summary>
    public abstract int ValueCount { get; }

    /// <summary>Whether it reads the length of the walk that led to its row.</summary>
    public virtual bool ShowsDepth => false;

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="Slot"/>.</summary>
internal interface ISlotVisitor<in TArgument, out TResult>
{
    TResult Visit(ConstantSlot constant, TArgument argument);

    TResult Visit(IntrospectionSlot introspection, TArgument argument);

    TResult Visit(ValueSlot value, TArgument argument);

    TResult Visit(PointSlot point, TArgument argument);

    TResult Visit(ObjectSlot single, TArgument argument);

    TResult Visit(InlineSlot inline, TArgument argument);

    TResult Visit(PolymorphicSlot any, TArgument argument);

    TResult Visit(PolymorphicListSlot list, TArgument argument);

    TResult Visit(ConnectionSlot connection, TArgument argument);

    TResult Visit(CursorSlot cursor, TArgument argument);

    TResult Visit(GroupsSlot groups, TArgument argument);

    TResult Visit(TimelineSlot timeline, TArgument argument);

    TResult Visit(PeriodEndSlot end, TArgument argument);

    TResult Visit(SearchSlot search, TArgument argument);

    TResult Visit(TraversalSlot traversal, TArgument argument);
}

/// <summary>A constant: <c>__typename</c>, a relationship's label.</summary>
internal sealed class ConstantSlot(FieldContext context, string text) : Slot(context, SlotKind.Constant)
{
    /// <summary>The value as JSON.</summary>
    public byte[] Json { get; } = JsonOf(text);

    /// <inheritdoc/>
    public override int ValueCount => 0;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>An introspection field (<c>__schema</c>, <c>__type</c>), whose value the run provides.</summary>
internal sealed class IntrospectionSlot(FieldContext context, IReadOnlyList<GraphQLField> fields) : Slot(context, SlotKind.Introspection)
{
    /// <summary>The fields of the document merged into it.</summary>
    public IReadOnlyList<GraphQLField> Fields { get; } = fields;

    /// <inheritdoc/>
    public override int ValueCount => 0;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A scalar, an enum value, or a list of these.</summary>
internal sealed class ValueSlot(FieldContext context, Operand value, ScalarKind scalar, bool isList) : Slot(context, SlotKind.Value)
{
    public Operand Value { get; } = value;

    /// <summary>The kind of the value, or of each value of the list.</summary>
    public ScalarKind Scalar { get; } = scalar;

    /// <summary>The enum, if <see cref="Scalar"/> is one.</summary>
    public EnumType? Enum { get; } = value switch
    {
        PropertyOperand stored => stored.Property.Enum,
        GroupKeyOperand key => key.Property.Enum,
        _ => null,
    };

    public bool IsList { get; } = isList;

    /// <inheritdoc/>
    public override int ValueCount => 1;

    /// <inheritdoc/>
    public override bool ShowsDepth => Value is DepthOperand;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A point: latitude and longitude in one value, or null.</summary>
internal sealed class PointSlot(FieldContext context, Alias of, Property property, PointPart[] parts) : Slot(context, SlotKind.Point)
{
    public Alias Of { get; } = of;

    public Property Property { get; } = property;

    /// <summary>The selected fields.</summary>
    public PointPart[] Parts { get; } = parts;

    /// <inheritdoc/>
    public override int ValueCount => 1;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The fields of a point.</summary>
internal enum PointField
{
    TypeName,
    Latitude,
    Longitude,
}

/// <summary>A field of a point.</summary>
internal sealed class PointPart(FieldContext context, PointField field, string typeName) : ResponseField(context)
{
    public PointField Field { get; } = field;

    /// <summary>The type's name as JSON.</summary>
    public byte[] TypeName { get; } = JsonOf(typeName);
}

/// <summary>An object with its own row, or null: the first row of a source.</summary>
internal sealed class ObjectSlot(FieldContext context, Source source, Slot[] slots) : Slot(context, SlotKind.Object)
{
    public Source Source { get; } = source;

    public Slot[] Slots { get; } = slots;

    /// <inheritdoc/>
    public override int ValueCount => 1;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>An object whose values are in the row of its parent: a connection's node, an edge's fact.</summary>
internal sealed class InlineSlot(FieldContext context, Slot[] slots) : Slot(context, SlotKind.Inline)
{
    public Slot[] Slots { get; } = slots;

    /// <inheritdoc/>
    public override int ValueCount { get; } = slots.Sum(slot => slot.ValueCount);

    /// <inheritdoc/>
    public override bool ShowsDepth => Slots.Any(slot => slot.ShowsDepth);

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Objects by id, of any type.</summary>
internal abstract class LookupSlot(FieldContext context, SlotKind kind, PolymorphicCase[] cases) : Slot(context, kind)
{
    /// <summary>The possible types. An id begins with the prefix of its type, so only one can match.</summary>
    public PolymorphicCase[] Cases { get; } = cases;

    /// <inheritdoc/>
    public sealed override int ValueCount => 1;

    /// <summary>The ids in the request; null if they are read from rows.</summary>
    public abstract IReadOnlyList<string>? IdsOf(BoundParameters bound);

    /// <summary>A copy with other cases.</summary>
    public abstract LookupSlot With(PolymorphicCase[] cases);
}

/// <summary>An object by id, of any type: its row begins with the number of its case; null if the id does not exist.</summary>
internal sealed class PolymorphicSlot(FieldContext context, Operand id, PolymorphicCase[] cases) : LookupSlot(context, SlotKind.Polymorphic, cases)
{
    public Operand Id { get; } = id;

    /// <inheritdoc/>
    public override IReadOnlyList<string>? IdsOf(BoundParameters bound) =>
        Id is ParameterOperand { Parameter: var given } ? [(string)bound.Values[given.Index]!] : null;

    /// <inheritdoc/>
    public override PolymorphicSlot With(PolymorphicCase[] cases) => new(Context, Id, cases);

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Objects by a list of ids, of any type, in the order of the ids; null for an id that does not exist.</summary>
internal sealed class PolymorphicListSlot(FieldContext context, Parameter ids, ListedIdOperand id, PolymorphicCase[] cases)
    : LookupSlot(context, SlotKind.PolymorphicList, cases)
{
    public Parameter Ids { get; } = ids;

    /// <summary>The current id.</summary>
    public ListedIdOperand Id { get; } = id;

    /// <inheritdoc/>
    public override IReadOnlyList<string> IdsOf(BoundParameters bound) => (string[])bound.Values[Ids.Index]!;

    /// <inheritdoc/>
    public override PolymorphicListSlot With(PolymorphicCase[] cases) => new(Context, Ids, Id, cases);

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A possible type of an object found by id, and its selected fields.</summary>
/// <param name="Number">The number by which a row identifies the case.</param>
/// <param name="Found">The alias of the node or relationship with the id.</param>
/// <param name="Slots">The selected fields.</param>
internal sealed record PolymorphicCase(int Number, Alias Found, Slot[] Slots);
