using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A connection. Its row has a value for each read, in the order of the response: the items once, for the first part that needs
/// them, the aggregate once, and a number for each total.
/// </summary>
internal sealed class ConnectionSlot(
    FieldContext context, Source source, Page page, ConnectionPart[] parts, ConnectionRead[] reads) : Slot(context, SlotKind.Connection)
{
    /// <summary>The source of its rows.</summary>
    public Source Source { get; } = source;

    public Page Page { get; } = page;

    /// <summary>The selected fields, in the order of the response.</summary>
    public ConnectionPart[] Parts { get; } = parts;

    /// <summary>The reads of the parts, in the order of their values.</summary>
    public ConnectionRead[] Reads { get; } = reads;

    /// <summary>Whether the nodes are read once for all reads, which then are a row of their own.</summary>
    public bool KeepsRows { get; } = KeptRows.AreKept(source, reads);

    /// <summary>The source whose nodes are read once, if <see cref="KeepsRows"/>. Set by the rewrite.</summary>
    public Source? Kept { get; init; }

    /// <summary>The number of values of an item's row; 0 if no items are read.</summary>
    public int ItemWidth { get; } = reads.OfType<ItemsRead>().Sum(items => items.Width);

    /// <summary>The number of values of the aggregate's row; 0 if there is none.</summary>
    public int AggregateWidth { get; } = reads.OfType<AggregateRead>().Sum(aggregate => aggregate.Width);

    /// <inheritdoc/>
    public override int ValueCount => KeepsRows ? 1 : Reads.Length;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A read of a connection. Closed: <see cref="IReadVisitor{TArgument,TResult}"/> has a method for each case.</summary>
/// <param name="Source">The source of the rows.</param>
internal abstract record ConnectionRead(Source Source)
{
    /// <summary>
    /// The reads of the parts of a connection: the items for the first part that needs them, the aggregate for the first that
    /// shows one, a count for each total.
    /// </summary>
    /// <param name="source">The source of the rows.</param>
    /// <param name="page">The page of items.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="hasCursors">Whether a part selects a cursor.</param>
    public static ConnectionRead[] Of(Source source, Page page, ConnectionPart[] parts, bool hasCursors)
    {
        var items = new ItemsRead(source, page, [.. parts.OfType<ItemsPart>().SelectMany(part => part.Slots)], hasCursors);
        var aggregate = new AggregateRead(source, [.. parts.OfType<AggregatePart>().SelectMany(part => part.Slots)]);
        return [.. parts.SelectMany(part => part.ReadsOf(items, aggregate)).Distinct()];
    }

    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IReadVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="ConnectionRead"/>.</summary>
internal interface IReadVisitor<in TArgument, out TResult>
{
    TResult Visit(ItemsRead items, TArgument argument);

    TResult Visit(CountRead count, TArgument argument);

    TResult Visit(AggregateRead aggregate, TArgument argument);
}

/// <summary>
/// Reads the items of a page. An item's row has the sort keys of its cursor, if one is selected, then the values of each part
/// that shows items.
/// </summary>
/// <param name="Source">Where the rows come from.</param>
/// <param name="Page">The page and its order.</param>
/// <param name="Slots">The fields of each item, over all parts.</param>
/// <param name="HasCursors">Whether an item's row begins with the sort keys.</param>
internal sealed record ItemsRead(Source Source, Page Page, IReadOnlyList<Slot> Slots, bool HasCursors) : ConnectionRead(Source)
{
    /// <summary>The number of values of an item's row.</summary>
    public int Width { get; } = (HasCursors ? Page.Keys.Length : 0) + Slots.Sum(slot => slot.ValueCount);

    /// <summary>The condition for rows beyond the page's cursors, set by the rewrite; always true before it.</summary>
    public Predicate Seek { get; init; } = Predicate.True;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IReadVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Counts the rows of a source, at most up to a parameter.</summary>
/// <param name="Source">Where the rows come from.</param>
/// <param name="Total">The part that shows the count.</param>
internal sealed record CountRead(Source Source, TotalPart Total) : ConnectionRead(Source)
{
    /// <summary>Where counting stops; null if it does not.</summary>
    public Parameter? AtMost => Total.AtMost;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IReadVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>
/// Aggregates the distinct nodes of a source, its members: one row with the values of each part that shows an aggregate.
/// </summary>
/// <param name="Source">Where the members come from.</param>
/// <param name="Slots">The fields of the aggregate, over all parts.</param>
internal sealed record AggregateRead(Source Source, IReadOnlyList<Slot> Slots) : ConnectionRead(Source)
{
    /// <summary>The number of values of the row.</summary>
    public int Width { get; } = Slots.Sum(slot => slot.ValueCount);

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IReadVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A sort key.</summary>
/// <param name="Value">The value to sort by.</param>
/// <param name="Descending">Descending order. Nulls come first ascending, last descending.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="IsNullable">Whether values can be missing.</param>
internal sealed record SortKey(Operand Value, bool Descending, ScalarKind Kind, bool IsNullable)
{
    /// <summary>Whether the store holds values outside the key's type, or lacks required values. Set by the rewrite.</summary>
    public bool IsIrregular { get; init; }
}

/// <summary>Identifies an order in its cursors, so that cursors of another order are rejected.</summary>
/// <param name="Keys">The fingerprint of its keys.</param>
/// <param name="Coordinates">The coordinates of the points from which its distances are measured.</param>
internal sealed record OrderFingerprint(int Keys, Parameter[] Coordinates)
{
    /// <summary>The fingerprint for the points of a request.</summary>
    public int Of(BoundParameters bound)
    {
        var fingerprint = Keys;
        foreach (var coordinate in Coordinates)
            fingerprint = Cursor.Fingerprint(fingerprint, bound.Double(coordinate));
        return fingerprint;
    }
}

/// <summary>The part of an ordered source that is read.</summary>
/// <param name="Keys">The sort keys, ending with ids, so that no two rows are equal.</param>
/// <param name="Fingerprint">Identifies the order in its cursors.</param>
/// <param name="IsBackward">Whether the page is counted from the end.</param>
/// <param name="ReadsOneMore">Whether one row beyond the page is read, to know whether more follow.</param>
/// <param name="Size">The page size.</param>
/// <param name="Limit">The number of rows to read.</param>
/// <param name="After">The cursor after which the page begins; null if none was given.</param>
/// <param name="Before">The cursor before which the page ends; null if none was given.</param>
internal sealed record Page(
    SortKey[] Keys,
    OrderFingerprint Fingerprint,
    bool IsBackward,
    bool ReadsOneMore,
    Parameter Size,
    Parameter Limit,
    CursorBound? After,
    CursorBound? Before)
{
    /// <summary>Whether the page begins (forward) or ends (backward) at a cursor.</summary>
    public bool StartsAtCursor => (IsBackward ? Before : After) is not null;

    /// <summary>The property of the items by which it is ordered first; null if it is no such property, or can be missing.</summary>
    public Property? FirstPropertyOf(Alias item) =>
        Keys[0] is { IsNullable: false, Value: PropertyOperand { Of: var of, Property: var ordered } } && of == item ? ordered : null;
}

/// <summary>A cursor that bounds a page: one parameter for each key of the order.</summary>
/// <param name="FirstNull">
/// The index of its first key among the keys of all cursors of the plan, which selects its entries in the null flags.
/// </param>
/// <param name="Keys">The values of the keys.</param>
internal sealed record CursorBound(int FirstNull, IReadOnlyList<Parameter> Keys);
