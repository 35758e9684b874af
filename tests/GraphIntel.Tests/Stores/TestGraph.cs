using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>A store for one test, with helpers for writing and reading rows.</summary>
internal abstract class TestGraph : IAsyncDisposable
{
    /// <summary>
    /// Pseudo-columns of relationships in addition to their properties: the ids of the ends, the sort copies, whether the
    /// attested days are given.
    /// </summary>
    public const string Source = "$source", Target = "$target", SourceOrder = "$sourceOrder", TargetOrder = "$targetOrder", Given = "$given";

    public abstract IGraphStore Store { get; }

    public GraphModel Model => Store.Model;

    public NodeRows Nodes(string type, string[] columns, params (string Id, object?[] Values)[] rows)
    {
        var node = Model.Nodes.Single(candidate => candidate.Name == type);
        return new NodeRows(node, Columns(node, columns), [.. rows.Select(row => new NodeRow(row.Id, row.Values))]);
    }

    public RelationshipRows Links(
        string type, string[] columns, params (string? Id, string Source, string Target, object?[] Values)[] rows)
    {
        var relationship = Model.Relationships.Single(candidate => candidate.Type == type);
        return new RelationshipRows(
            relationship,
            Columns(relationship, columns),
            [.. rows.Select(row => new RelationshipRow(row.Id, row.Source, row.Target, row.Values))]);
    }

    public RelationshipRows Links(string type, params (string Source, string Target)[] ends) =>
        Links(type, [], [.. ends.Select(end => ((string?)null, end.Source, end.Target, Array.Empty<object?>()))]);

    public Task<WriteSummary> WriteAsync(params object[] parts) => WriteAsync(TestContext.Current.CancellationToken, parts);

    public Task<WriteSummary> WriteAsync(CancellationToken cancellation, params object[] parts) =>
        Store.WriteAsync(new GraphBatch([.. parts.OfType<NodeRows>()], [.. parts.OfType<RelationshipRows>()]), cancellation)
            .AsTask();

    /// <summary>The error message for writing these parts.</summary>
    public async Task<string> RefusalAsync(params object[] parts)
    {
        var failure = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(parts));
        Assert.Equal(StoreFailure.WriteRefused, failure.Failure);
        return failure.Message;
    }

    /// <summary>
    /// The stored rows of a node type, or of a relationship type by its type's name, in the order of ids: the columns joined
    /// by a bar, null as a question mark, true as 1, lists as JSON, a position as two columns.
    /// </summary>
    public Task<string[]> RowsAsync(string type, params string[] columns) => RowsAsync(
        Model.Nodes.FirstOrDefault(candidate => candidate.Name == type)
            ?? (ElementType)Model.Relationships.Single(candidate => candidate.Type == type),
        columns);

    /// <summary>Sets a property of a node as another tool might: to a literal of the store's query language.</summary>
    /// <param name="type">The node's type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="property">The property, or column.</param>
    /// <param name="literal">The value.</param>
    /// <param name="before">A statement to run before, on the same connection.</param>
    public abstract Task SetAsync(string type, string id, string property, string literal, string? before = null);

    /// <summary>The number of elements of a type.</summary>
    public async Task<int> CountAsync(string type) => (await RowsAsync(type, "id")).Length;

    public abstract ValueTask DisposeAsync();

    protected abstract Task<string[]> RowsAsync(ElementType type, string[] columns);

    private static Property[] Columns(ElementType type, string[] names) =>
        [.. names.Select(name => type.FindProperty(name) ?? throw new ArgumentException($"{type.Name} has no {name}"))];
}
