using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Nodes and relationships written together, all or none. Nodes are written before relationships, so a relationship may
/// lead to a node of the same batch.
/// </summary>
internal sealed record GraphBatch(IReadOnlyList<NodeRows> Nodes, IReadOnlyList<RelationshipRows> Relationships);

/// <summary>
/// Nodes of one type. A node whose id is there already gets the values of <see cref="Columns"/> and keeps its others.
/// </summary>
/// <param name="Type">Their type.</param>
/// <param name="Columns">The properties given, without the id.</param>
/// <param name="Rows">The nodes.</param>
internal sealed record NodeRows(NodeType Type, IReadOnlyList<Property> Columns, IReadOnlyList<NodeRow> Rows);

/// <summary>
/// One node. <paramref name="Values"/> run beside the columns: string for ID, String and enums, int, double, bool,
/// <see cref="DateOnly"/>, <see cref="Values.GeoPoint"/>; an array of one of these (<c>string[]</c>, <c>int[]</c>, ...) for
/// a list; null where nothing is known.
/// </summary>
internal sealed record NodeRow(string Id, object?[] Values);

/// <summary>Relationships of one type, merged as <see cref="NodeRows"/> are: by their id, or by their ends where they store none.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Columns">The properties given, without the id.</param>
/// <param name="Rows">The relationships.</param>
internal sealed record RelationshipRows(
    RelationshipType Type, IReadOnlyList<Property> Columns, IReadOnlyList<RelationshipRow> Rows);

/// <summary>One relationship between the nodes of two ids; <paramref name="Id"/> is null where the type stores none.</summary>
internal sealed record RelationshipRow(string? Id, string Source, string Target, object?[] Values);

/// <summary>What a batch did: how many nodes and relationships it made, changed, and found as they should be.</summary>
internal readonly record struct WriteSummary(long Created, long Updated, long Unchanged)
{
    public static WriteSummary operator +(WriteSummary left, WriteSummary right) =>
        new(left.Created + right.Created, left.Updated + right.Updated, left.Unchanged + right.Unchanged);
}
