using GraphIntel.Core.Model;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Nodes and relationships written together, all or none. Nodes are written before relationships, so a relationship may
/// lead to a node of the same batch.
/// </summary>
internal sealed record GraphBatch(IReadOnlyList<NodeRows> Nodes, IReadOnlyList<RelationshipRows> Relationships)
{
    private static readonly Task<IReadOnlyDictionary<string, byte[]?>> NoRecords =
        Task.FromResult<IReadOnlyDictionary<string, byte[]?>>(new Dictionary<string, byte[]?>());

    /// <summary>
    /// Records to write by key, which are kept beside the graph and are no part of it: null removes one. See
    /// <see cref="IBatchScope.ReadRecordsAsync(IReadOnlyCollection{string})"/>. They are written last, and can be made while the rows are written.
    /// </summary>
    public Task<IReadOnlyDictionary<string, byte[]?>> Records { get; init; } = NoRecords;

    /// <summary>The batch with records that are made already.</summary>
    public GraphBatch With(IReadOnlyDictionary<string, byte[]?> records) => this with { Records = Task.FromResult(records) };
}

/// <summary>Nodes of one type. An existing node gets the values of <see cref="Columns"/> and keeps its others.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Columns">The properties in the rows, without the id.</param>
/// <param name="Rows">The nodes.</param>
internal sealed record NodeRows(NodeType Type, IReadOnlyList<Property> Columns, IReadOnlyList<NodeRow> Rows);

/// <summary>
/// One node. <paramref name="Values"/> correspond to the columns: string for ID, String and enums, int, double, bool,
/// <see cref="DateOnly"/>, <see cref="Values.GeoPoint"/>; an array of one of these (<c>string[]</c>, <c>int[]</c>, ...) for a list;
/// null for no value.
/// </summary>
internal sealed record NodeRow(string Id, object?[] Values);

/// <summary>
/// Relationships of one type, merged like <see cref="NodeRows"/>: by their id, or by their ends if they store none.
/// </summary>
/// <param name="Type">Their type.</param>
/// <param name="Columns">The properties in the rows, without the id.</param>
/// <param name="Rows">The relationships.</param>
internal sealed record RelationshipRows(
    RelationshipType Type, IReadOnlyList<Property> Columns, IReadOnlyList<RelationshipRow> Rows);

/// <summary>One relationship between two nodes by id; <paramref name="Id"/> can be null if the type stores none.</summary>
internal sealed record RelationshipRow(string? Id, string Source, string Target, object?[] Values);

/// <summary>The number of nodes and relationships that a batch created, updated and left unchanged.</summary>
internal readonly record struct WriteSummary(long Created, long Updated, long Unchanged)
{
    /// <summary>The number of nodes and relationships that it deleted.</summary>
    public long Deleted { get; init; }

    public static WriteSummary operator +(WriteSummary left, WriteSummary right) =>
        new(left.Created + right.Created, left.Updated + right.Updated, left.Unchanged + right.Unchanged) { Deleted = left.Deleted + right.Deleted };
}
