using GraphIntel.Core.Model;
using GraphQL;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>
/// What a field of the GraphQL schema stands for in the graph. Each field that the schema builder makes carries one, and
/// the planner reads it: neither knows the other's names.
/// </summary>
internal abstract record FieldBinding
{
    private const string Key = "graph";

    /// <summary>Puts the binding on a field.</summary>
    public void AttachTo(FieldType field) => field.WithMetadata(Key, this);

    /// <summary>The binding of a field that the schema builder made.</summary>
    public static FieldBinding Of(FieldType field) =>
        field.GetMetadata<FieldBinding>(Key) ?? throw new InvalidOperationException($"The field {field.Name} has no binding.");
}

/// <summary><c>actor(id:)</c></summary>
internal sealed record NodeOfTypeBinding(NodeType Type) : FieldBinding;

/// <summary><c>actors(first: ...)</c></summary>
internal sealed record NodesOfTypeBinding(NodeType Type) : FieldBinding;

/// <summary><c>node(id:)</c></summary>
internal sealed record AnyByIdBinding : FieldBinding;

/// <summary><c>nodes(ids:)</c></summary>
internal sealed record AnyByIdsBinding : FieldBinding;

/// <summary>A stored property.</summary>
internal sealed record PropertyBinding(Property Property) : FieldBinding;

/// <summary>The id of a relationship, stored or derived.</summary>
internal sealed record RelationshipIdBinding : FieldBinding;

/// <summary><c>label</c> of a node (its label property) or of a relationship (its type).</summary>
internal sealed record LabelBinding : FieldBinding;

/// <summary>A relationship followed from a node: an object or a connection.</summary>
internal sealed record RelationshipBinding(RelationshipField Field) : FieldBinding;

/// <summary>A path followed from a node.</summary>
internal sealed record PathBinding(PathField Field) : FieldBinding;

/// <summary>Nodes that refer to this object.</summary>
internal sealed record RefersByBinding(RefersByField Field) : FieldBinding;

/// <summary>Nodes to which this object refers.</summary>
internal sealed record RefersToBinding(RefersToField Field) : FieldBinding;

/// <summary><c>source</c> or <c>target</c> of a relationship.</summary>
internal sealed record EndBinding(bool IsSource) : FieldBinding;

/// <summary><c>fact</c> of a connection's edge: the relationship standing alone.</summary>
internal sealed record EdgeFactBinding : FieldBinding;

/// <summary><c>fact</c> of a claim: what it is about.</summary>
internal sealed record ClaimFactBinding : FieldBinding;

/// <summary>A coordinate of a point, degrees.</summary>
internal sealed record CoordinateBinding(bool IsLatitude) : FieldBinding;

/// <summary>The parts of a connection, its edges and its page info.</summary>
internal sealed record ConnectionPartBinding(ConnectionPart Part) : FieldBinding;

/// <summary>A part of a connection.</summary>
internal enum ConnectionPart
{
    Edges,
    Nodes,
    PageInfo,
    TotalCount,
    Cursor,
    Node,
    Depth,
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
}

/// <summary>An abstract field of an interface: never executed, its implementations are.</summary>
internal sealed record InterfaceFieldBinding : FieldBinding;
