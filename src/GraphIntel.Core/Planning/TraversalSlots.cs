namespace GraphIntel.Core.Planning;

/// <summary>
/// The result of <c>paths</c> or <c>neighborhood</c>, which is found before the statement is executed. Its value is a row of
/// lists: each has the selected fields of the nodes, or of the relationships, that were found.
/// </summary>
/// <param name="context">The field.</param>
/// <param name="traversal">What may be walked.</param>
/// <param name="lists">The lists.</param>
/// <param name="parts">The selected fields.</param>
internal sealed class TraversalSlot(FieldContext context, Traversal traversal, PolymorphicListSlot[] lists, TraversalPart[] parts)
    : Slot(context, SlotKind.Traversal)
{
    public Traversal Traversal { get; } = traversal;

    public PolymorphicListSlot[] Lists { get; } = lists;

    public TraversalPart[] Parts { get; } = parts;

    /// <inheritdoc/>
    public override int ValueCount => 1;

    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(ISlotVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The fields of the result of <c>paths</c> or <c>neighborhood</c>, and of a path.</summary>
internal enum TraversalPartKind
{
    TypeName,
    Truncated,
    Items,
    Length,
    Nodes,
    Relationships,
}

/// <summary>A selected field of the result of <c>paths</c> or <c>neighborhood</c>, or of a path.</summary>
/// <param name="context">The field.</param>
/// <param name="kind">Which field it is.</param>
/// <param name="typeName">The name of its parent's type.</param>
/// <param name="list">The index of the list that it shows; -1 if it shows none.</param>
/// <param name="items">The fields of each path; empty unless it shows paths.</param>
internal sealed class TraversalPart(FieldContext context, TraversalPartKind kind, string typeName, int list, TraversalPart[] items) : ResponseField(context)
{
    public TraversalPartKind Kind { get; } = kind;

    /// <summary>The type's name as JSON.</summary>
    public byte[] TypeName { get; } = JsonOf(typeName);

    public int List { get; } = list;

    public TraversalPart[] Items { get; } = items;
}
