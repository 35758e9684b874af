namespace GraphIntel.Core.Planning;

/// <summary>The cases of a <see cref="ConnectionPart"/>, one for each class, over which the response writer switches.</summary>
internal enum ConnectionPartKind
{
    TypeName,
    Items,
    PageInfo,
    Total,
    Aggregate,
}

/// <summary>
/// A field of a connection. Closed: <see cref="IConnectionPartVisitor{TArgument,TResult}"/> has a method for each case.
/// </summary>
internal abstract class ConnectionPart(FieldContext context, ConnectionPartKind kind) : ResponseField(context)
{
    /// <summary>Which case it is.</summary>
    public ConnectionPartKind Kind { get; } = kind;

    /// <summary>The reads that it needs.</summary>
    /// <param name="items">The connection's items, which all parts share.</param>
    /// <param name="aggregate">The connection's aggregate, which all parts share.</param>
    public abstract IEnumerable<ConnectionRead> ReadsOf(ItemsRead items, AggregateRead aggregate);

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IConnectionPartVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="ConnectionPart"/>.</summary>
internal interface IConnectionPartVisitor<in TArgument, out TResult>
{
    TResult Visit(TypeNamePart name, TArgument argument);

    TResult Visit(ItemsPart items, TArgument argument);

    TResult Visit(PageInfoPart info, TArgument argument);

    TResult Visit(TotalPart total, TArgument argument);

    TResult Visit(AggregatePart aggregate, TArgument argument);
}

/// <summary><c>__typename</c> of the connection.</summary>
internal sealed class TypeNamePart(FieldContext context, string name) : ConnectionPart(context, ConnectionPartKind.TypeName)
{
    /// <summary>The name as JSON.</summary>
    public byte[] Json { get; } = JsonOf(name);

    /// <inheritdoc/>
    public override IEnumerable<ConnectionRead> ReadsOf(ItemsRead items, AggregateRead aggregate) => [];

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IConnectionPartVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>edges</c> or <c>nodes</c>: one object for each item of the page.</summary>
/// <param name="context">The field.</param>
/// <param name="slots">The fields of each object.</param>
/// <param name="offset">The number of values before these in an item's row.</param>
internal sealed class ItemsPart(FieldContext context, Slot[] slots, int offset) : ConnectionPart(context, ConnectionPartKind.Items)
{
    public Slot[] Slots { get; } = slots;

    public int Offset { get; } = offset;

    /// <summary>The number of values of an item's row that it reads.</summary>
    public int Width { get; } = slots.Sum(slot => slot.ValueCount);

    /// <inheritdoc/>
    public override IEnumerable<ConnectionRead> ReadsOf(ItemsRead items, AggregateRead aggregate) => [items];

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IConnectionPartVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>pageInfo</c>.</summary>
internal sealed class PageInfoPart(FieldContext context, PageInfoValue[] values) : ConnectionPart(context, ConnectionPartKind.PageInfo)
{
    public PageInfoValue[] Values { get; } = values;

    /// <summary>Whether it depends on the items: cursors, or whether more follow in the direction of paging.</summary>
    public bool NeedsItems { get; } = values.Any(value => value.NeedsItems);

    /// <inheritdoc/>
    public override IEnumerable<ConnectionRead> ReadsOf(ItemsRead items, AggregateRead aggregate) => NeedsItems ? [items] : [];

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IConnectionPartVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The values of page info.</summary>
internal enum PageInfoKind
{
    TypeName,

    /// <summary>Whether more items follow in the direction of paging, known from one item beyond the page.</summary>
    More,

    /// <summary>Whether the page begins at a cursor.</summary>
    Given,

    /// <summary>The first item's cursor.</summary>
    StartCursor,

    /// <summary>The last item's cursor.</summary>
    EndCursor,
}

/// <summary>A field of the page info.</summary>
internal sealed class PageInfoValue(FieldContext context, PageInfoKind kind, string typeName) : ResponseField(context)
{
    public PageInfoKind Kind { get; } = kind;

    /// <summary>The type's name as JSON.</summary>
    public byte[] TypeName { get; } = JsonOf(typeName);

    /// <summary>Whether it is a cursor.</summary>
    public bool IsCursor => Kind switch
    {
        PageInfoKind.StartCursor or PageInfoKind.EndCursor => true,
        PageInfoKind.TypeName or PageInfoKind.More or PageInfoKind.Given => false,
    };

    /// <summary>Whether it depends on the items.</summary>
    public bool NeedsItems => Kind == PageInfoKind.More || IsCursor;
}

/// <summary><c>totalCount</c>.</summary>
internal sealed class TotalPart(FieldContext context, Parameter? atMost) : ConnectionPart(context, ConnectionPartKind.Total)
{
    /// <summary>Where counting stops; null if it does not.</summary>
    public Parameter? AtMost { get; } = atMost;

    /// <inheritdoc/>
    public override IEnumerable<ConnectionRead> ReadsOf(ItemsRead items, AggregateRead aggregate) => [new CountRead(items.Source, this)];

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IConnectionPartVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>aggregate</c>.</summary>
/// <param name="context">The field.</param>
/// <param name="slots">Its fields.</param>
/// <param name="offset">The number of values before these in the aggregate's row.</param>
internal sealed class AggregatePart(FieldContext context, Slot[] slots, int offset) : ConnectionPart(context, ConnectionPartKind.Aggregate)
{
    public Slot[] Slots { get; } = slots;

    public int Offset { get; } = offset;

    /// <summary>The number of values of the aggregate's row that it reads.</summary>
    public int Width { get; } = slots.Sum(slot => slot.ValueCount);

    /// <inheritdoc/>
    public override IEnumerable<ConnectionRead> ReadsOf(ItemsRead items, AggregateRead aggregate) => Width > 0 ? [aggregate] : [];

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IConnectionPartVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The cursor of an item, a field of its edge, made from the sort keys at the beginning of the item's row.</summary>
internal sealed class CursorSlot(FieldContext context, Page page) : Slot(context, SlotKind.Cursor)
{
    public Page Page { get; } = page;

    /// <inheritdoc/>
    public override int ValueCount => 0;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
