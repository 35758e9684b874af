using GraphIntel.Core.Model;

namespace GraphIntel.Core.Schema;

/// <summary>
/// The binding of a field of the query root. Closed: <see cref="IRootVisitor{TArgument,TResult}"/> has a method for each case.
/// </summary>
internal abstract record RootBinding : FieldBinding
{
    /// <summary>Calls the visitor's method for this case.</summary>
    public abstract TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument);
}

/// <summary>A visitor with a method for each case of <see cref="RootBinding"/>.</summary>
internal interface IRootVisitor<in TArgument, out TResult>
{
    TResult Visit(NodeOfTypeBinding node, TArgument argument);

    TResult Visit(NodesOfTypeBinding nodes, TArgument argument);

    TResult Visit(RelationshipOfTypeBinding relationship, TArgument argument);

    TResult Visit(RelationshipsOfTypeBinding relationships, TArgument argument);

    TResult Visit(PolymorphicByIdBinding any, TArgument argument);

    TResult Visit(PolymorphicByIdsBinding any, TArgument argument);

    TResult Visit(SearchBinding search, TArgument argument);

    TResult Visit(PathsBinding paths, TArgument argument);

    TResult Visit(NeighborhoodBinding neighborhood, TArgument argument);
}

/// <summary><c>actor(id:)</c></summary>
internal sealed record NodeOfTypeBinding(NodeType Type) : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>actors(first: ...)</c></summary>
internal sealed record NodesOfTypeBinding(NodeType Type) : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>backing(id:)</c></summary>
internal sealed record RelationshipOfTypeBinding(RelationshipType Type) : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>backings(first: ...)</c></summary>
internal sealed record RelationshipsOfTypeBinding(RelationshipType Type) : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>node(id:)</c></summary>
internal sealed record PolymorphicByIdBinding : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>nodes(ids:)</c></summary>
internal sealed record PolymorphicByIdsBinding : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>search(query:)</c></summary>
internal sealed record SearchBinding : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>paths(from:, to:)</c></summary>
internal sealed record PathsBinding : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}

/// <summary><c>neighborhood(of:)</c></summary>
internal sealed record NeighborhoodBinding : RootBinding
{
    /// <inheritdoc/>
    public override TResult Accept<TArgument, TResult>(IRootVisitor<TArgument, TResult> visitor, TArgument argument) => visitor.Visit(this, argument);
}
