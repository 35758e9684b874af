namespace GraphIntel.Core.Planning;

/// <summary>
/// The result of a search, whose nodes are found before the statement is executed. Its value is a list with a row for each node
/// found, in their order. A row has the searched properties of the node, from which <c>text</c> is read, then the values of each
/// part that shows items.
/// </summary>
/// <param name="context">The field.</param>
/// <param name="ids">The ids of the nodes found.</param>
/// <param name="id">The id of the current node.</param>
/// <param name="texts">The searched properties of the node; null if the node no longer exists.</param>
/// <param name="parts">The selected fields.</param>
internal sealed class SearchSlot(FieldContext context, Parameter ids, ListedIdOperand id, PolymorphicSlot texts, SearchPart[] parts)
    : Slot(context, SlotKind.Search)
{
    public Parameter Ids { get; } = ids;

    public ListedIdOperand Id { get; } = id;

    public PolymorphicSlot Texts { get; } = texts;

    public SearchPart[] Parts { get; } = parts;

    /// <summary>The slots of a row.</summary>
    public Slot[] Slots { get; } = [texts, .. parts.SelectMany(part => part.Items).Select(item => item.Node).OfType<PolymorphicSlot>()];

    /// <inheritdoc/>
    public override int ValueCount => 1;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The fields of the result of a search.</summary>
internal enum SearchPartKind
{
    TypeName,
    Truncated,
    Items,
}

/// <summary>A selected field of the result of a search.</summary>
/// <param name="context">The field.</param>
/// <param name="kind">Which field it is.</param>
/// <param name="typeName">The name of the result's type.</param>
/// <param name="items">The fields of each item; empty unless it shows items.</param>
internal sealed class SearchPart(FieldContext context, SearchPartKind kind, string typeName, SearchItemPart[] items) : ResponseField(context)
{
    public SearchPartKind Kind { get; } = kind;

    /// <summary>The type's name as JSON.</summary>
    public byte[] TypeName { get; } = JsonOf(typeName);

    public SearchItemPart[] Items { get; } = items;

    /// <summary>The number of values before those of this part in an item's row.</summary>
    public required int Offset { get; init; }

    /// <summary>A copy with other fields of items.</summary>
    public SearchPart With(Func<SearchItemPart, SearchItemPart> item) =>
        new(Context, Kind, typeName, Array.ConvertAll(Items, part => item(part))) { Offset = Offset };
}

/// <summary>The fields of an item that a search found.</summary>
internal enum SearchItemKind
{
    TypeName,
    Node,
    Property,
    Text,
    Match,
}

/// <summary>A selected field of an item that a search found.</summary>
/// <param name="context">The field.</param>
/// <param name="kind">Which field it is.</param>
/// <param name="typeName">The name of the item's type.</param>
/// <param name="node">The node, if it is this field.</param>
internal sealed class SearchItemPart(FieldContext context, SearchItemKind kind, string typeName, PolymorphicSlot? node) : ResponseField(context)
{
    public SearchItemKind Kind { get; } = kind;

    /// <summary>The type's name as JSON.</summary>
    public byte[] TypeName { get; } = JsonOf(typeName);

    public PolymorphicSlot? Node { get; } = node;

    /// <summary>A copy with another slot for the node.</summary>
    public SearchItemPart With(PolymorphicSlot replaced) => new(Context, Kind, typeName, replaced);
}
