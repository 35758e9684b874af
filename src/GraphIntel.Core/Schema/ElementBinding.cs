using GraphIntel.Core.Model;

namespace GraphIntel.Core.Schema;

/// <summary>
/// The binding of a field of a node or a relationship. Closed: <see cref="IElementVisitor{TArgument,TResult}"/> has a method
/// for each case.
/// </summary>
internal abstract record ElementBinding : FieldBinding
{
    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="ElementBinding"/>.</summary>
internal interface IElementVisitor<in TArgument, out TResult>
{
    TResult Visit(PropertyBinding property, TArgument argument);

    TResult Visit(RelationshipIdBinding id, TArgument argument);

    TResult Visit(LabelBinding label, TArgument argument);

    TResult Visit(RelationshipBinding relationship, TArgument argument);

    TResult Visit(PathBinding path, TArgument argument);

    TResult Visit(RefersByBinding by, TArgument argument);

    TResult Visit(RefersToBinding to, TArgument argument);

    TResult Visit(EndBinding end, TArgument argument);

    TResult Visit(ClaimFactBinding fact, TArgument argument);
}

/// <summary>A stored property.</summary>
internal sealed record PropertyBinding(Property Property) : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>The id of a relationship, stored or derived.</summary>
internal sealed record RelationshipIdBinding : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>label</c> of a node (its label property) or of a relationship (its type).</summary>
internal sealed record LabelBinding : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A relationship followed from a node: an object or a connection.</summary>
internal sealed record RelationshipBinding(RelationshipField Field) : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>A path followed from a node.</summary>
internal sealed record PathBinding(PathField Field) : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Nodes that refer to this object.</summary>
internal sealed record RefersByBinding(RefersByField Field) : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary>Nodes to which this object refers.</summary>
internal sealed record RefersToBinding(RefersToField Field) : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>source</c> or <c>target</c> of a relationship.</summary>
internal sealed record EndBinding(bool IsSource) : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>fact</c> of a claim: what it is about.</summary>
internal sealed record ClaimFactBinding : ElementBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IElementVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
