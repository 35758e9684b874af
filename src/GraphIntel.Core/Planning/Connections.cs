using GraphIntel.Core.Model;

namespace GraphIntel.Core.Planning;

/// <summary>
/// A connection. Its parts read, in the order of the response: the items once, at the first part that needs them, and a
/// number for each total. An item's row: the keys of its cursor where one is asked for, then what edges show, then what
/// nodes show, for each such part in turn.
/// </summary>
internal sealed class ConnectionSlot(
    FieldContext context, Source source, Page page, Slot[] parts, bool hasCursors) : Slot(context)
{
    public Source Source { get; } = source;

    public Page Page { get; } = page;

    /// <summary>What the response shows: <see cref="ItemsSlot"/>, <see cref="PageInfoSlot"/>, <see cref="TotalSlot"/> and constants.</summary>
    public Slot[] Parts { get; } = parts;

    /// <summary>How many values an item's row has.</summary>
    public int ItemWidth { get; } = (hasCursors ? page.Keys.Length : 0) + parts.OfType<ItemsSlot>().Sum(part => part.Width);

    /// <summary>Whether an item's row begins with the values of the page's keys.</summary>
    public bool HasCursors { get; } = hasCursors;

    /// <summary>The parts at which a value is read, in the order of the response: a total, or for null the items, once.</summary>
    public IReadOnlyList<TotalSlot?> Reads { get; } = ReadsOf(parts);

    /// <summary>What each item shows, over all the parts that show items.</summary>
    public IReadOnlyList<Slot> ItemSlots { get; } = [.. parts.OfType<ItemsSlot>().SelectMany(part => part.Slots)];

    /// <inheritdoc/>
    public override int ValueCount => Reads.Count;

    private static List<TotalSlot?> ReadsOf(Slot[] parts)
    {
        var reads = new List<TotalSlot?>();
        foreach (var part in parts)
        {
            if (part is TotalSlot total)
                reads.Add(total);
            else if (part is ItemsSlot or PageInfoSlot { NeedsItems: true } && !reads.Contains(null))
                reads.Add(null);
        }
        return reads;
    }
}

/// <summary><c>edges</c> or <c>nodes</c>: one object for each item of the page.</summary>
/// <param name="context">The field.</param>
/// <param name="slots">What each object shows.</param>
/// <param name="offset">How many values stand before these in an item's row.</param>
internal sealed class ItemsSlot(FieldContext context, Slot[] slots, int offset) : Slot(context)
{
    public Slot[] Slots { get; } = slots;

    public int Offset { get; } = offset;

    /// <summary>How many values of an item's row it reads.</summary>
    public int Width { get; } = slots.Sum(slot => slot.ValueCount);

    /// <inheritdoc/>
    public override int ValueCount => 0;
}

/// <summary>The cursor of an item, made of the keys at the beginning of its row.</summary>
internal sealed class CursorSlot(FieldContext context, Page page) : Slot(context)
{
    public Page Page { get; } = page;

    /// <inheritdoc/>
    public override int ValueCount => 0;
}

/// <summary><c>pageInfo</c>.</summary>
internal sealed class PageInfoSlot(FieldContext context, Slot[] slots) : Slot(context)
{
    /// <summary><see cref="PageInfoFieldSlot"/> and constants.</summary>
    public Slot[] Slots { get; } = slots;

    /// <summary>Whether it cannot be told without the items: cursors, or whether more follow in the direction of paging.</summary>
    public bool NeedsItems { get; } = slots.OfType<PageInfoFieldSlot>().Any(slot => slot.NeedsItems);

    /// <inheritdoc/>
    public override int ValueCount => 0;
}

/// <summary>A field of the page info.</summary>
internal enum PageInfoField
{
    /// <summary>Paging in this direction, more follow: one item more than the page was asked for.</summary>
    More,

    /// <summary>The page begins at a cursor that was given.</summary>
    Given,

    /// <summary>The first item's cursor.</summary>
    StartCursor,

    /// <summary>The last item's cursor.</summary>
    EndCursor,
}

/// <inheritdoc cref="PageInfoField"/>
internal sealed class PageInfoFieldSlot(FieldContext context, PageInfoField kind) : Slot(context)
{
    public PageInfoField Kind { get; } = kind;

    public bool NeedsItems => Kind != PageInfoField.Given;

    /// <inheritdoc/>
    public override int ValueCount => 0;
}

/// <summary><c>totalCount</c>: how many rows the source has, at most as many as a parameter says.</summary>
internal sealed class TotalSlot(FieldContext context, Parameter? atMost) : Slot(context)
{
    public Parameter? AtMost { get; } = atMost;

    /// <inheritdoc/>
    public override int ValueCount => 1;
}

/// <summary>One key of an order.</summary>
/// <param name="Value">What is compared.</param>
/// <param name="Descending">Nulls come first ascending, last descending.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="IsNullable">Whether a value can be missing.</param>
internal sealed record SortKey(Operand Value, bool Descending, ScalarKind Kind, bool IsNullable);

/// <summary>Which part of an ordered source is read.</summary>
/// <param name="Keys">The order, ended by ids, so that no two rows are equal.</param>
/// <param name="Fingerprint">What a cursor of this order carries, so that another order's is refused.</param>
/// <param name="IsBackward">Whether the page is counted from the end.</param>
/// <param name="Size">How many items are asked for.</param>
/// <param name="Limit">How many rows are read: one more than the size where somebody asks whether more follow.</param>
/// <param name="After">Values of the keys behind which the page lies; null where none were given.</param>
/// <param name="Before">Values of the keys before which the page lies; null where none were given.</param>
internal sealed record Page(
    SortKey[] Keys,
    int Fingerprint,
    bool IsBackward,
    Parameter Size,
    Parameter Limit,
    CursorBound? After,
    CursorBound? Before)
{
    /// <summary>Whether the page begins (forward) or ends (backward) at a cursor that was given.</summary>
    public bool StartsAtCursor => (IsBackward ? Before : After) is not null;
}

/// <summary>A cursor that bounds a page: one parameter for each key of the order.</summary>
/// <param name="FirstNull">
/// The place of its first key among all keys of all cursors of the plan: where a run finds whether that key is null.
/// </param>
/// <param name="Keys">The keys' values.</param>
internal sealed record CursorBound(int FirstNull, IReadOnlyList<Parameter> Keys);
