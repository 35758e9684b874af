using GraphQL;
using GraphQL.Types;

namespace GraphIntel.Core.Schema;

/// <summary>
/// The meaning of a GraphQL field in the graph. The schema builder attaches a binding to each field, and the planner reads it,
/// so that neither depends on names. There is a hierarchy or an enum for each kind of parent type.
/// </summary>
internal abstract record FieldBinding
{
    private const string Key = "graph";

    /// <summary>Attaches the binding to a field.</summary>
    public void AttachTo(FieldType field) => field.WithMetadata(Key, this);

    /// <summary>The binding of a field that the schema builder made.</summary>
    public static FieldBinding Of(FieldType field) =>
        field.GetMetadata<FieldBinding>(Key) ?? throw new InvalidOperationException($"The field {field.Name} has no binding.");
}

/// <summary>A field of a connection.</summary>
internal sealed record ConnectionFieldBinding(ConnectionField Field) : FieldBinding;

/// <summary>The fields of a connection.</summary>
internal enum ConnectionField
{
    Edges,
    Nodes,
    PageInfo,
    TotalCount,
    Aggregate,
}

/// <summary>A field of an edge that is the edge's own; its others are those of the relationship.</summary>
internal sealed record EdgeFieldBinding(EdgeField Field) : FieldBinding;

/// <summary>An edge's own fields.</summary>
internal enum EdgeField
{
    Cursor,
    Node,

    /// <summary>The length of the shortest path to the node.</summary>
    Depth,

    /// <summary>The relationship as an object.</summary>
    Fact,
}

/// <summary>A field of page info.</summary>
internal sealed record PageInfoFieldBinding(PageInfoField Field) : FieldBinding;

/// <summary>The fields of page info.</summary>
internal enum PageInfoField
{
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
}

/// <summary>A field of the result of a search.</summary>
internal sealed record SearchResultFieldBinding(SearchResultField Field) : FieldBinding;

/// <summary>The fields of the result of a search.</summary>
internal enum SearchResultField
{
    Truncated,
    Items,
}

/// <summary>A field of an item that a search found.</summary>
internal sealed record SearchItemFieldBinding(SearchItemField Field) : FieldBinding;

/// <summary>The fields of an item that a search found.</summary>
internal enum SearchItemField
{
    Node,
    Property,
    Text,
    Match,
}

/// <summary>A field of the result of <c>paths</c> or <c>neighborhood</c>, or of a path.</summary>
internal sealed record TraversalFieldBinding(TraversalField Field) : FieldBinding;

/// <summary>The fields of the results of <c>paths</c> and <c>neighborhood</c>, and of a path.</summary>
internal enum TraversalField
{
    Truncated,
    Items,
    Length,
    Nodes,
    Relationships,
}

/// <summary>A coordinate of a point, degrees.</summary>
internal sealed record CoordinateBinding(bool IsLatitude) : FieldBinding;

/// <summary>A field of an interface, which is never executed itself.</summary>
internal sealed record InterfaceFieldBinding : FieldBinding;
