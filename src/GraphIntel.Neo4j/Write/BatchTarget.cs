using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Merging;

namespace GraphIntel.Neo4j.Write;

/// <summary>The database during one batch, in a transaction in which the caller holds the lock.</summary>
internal sealed class BatchTarget(GraphModel model, Transaction transaction, CancellationToken cancellation) : IBatchTarget
{
    private readonly BatchStatements _statements = new(transaction, cancellation);
    private readonly Dictionary<RelationshipMerge, RelationshipWriter> _written = [];

    /// <inheritdoc/>
    public ValueTask ReadAsync(NodeMerge merge) => new(new NodeWriter(_statements, merge).ReadAsync());

    /// <inheritdoc/>
    public ValueTask WriteAsync(NodeMerge merge) => new(new NodeWriter(_statements, merge).WriteAsync());

    /// <inheritdoc/>
    public ValueTask ReadAsync(RelationshipMerge merge) => new(new RelationshipWriter(_statements, merge).ReadAsync());

    /// <inheritdoc/>
    public async ValueTask WriteAsync(RelationshipMerge merge)
    {
        var writer = new RelationshipWriter(_statements, merge);
        await writer.WriteAsync().ConfigureAwait(false);
        _written.Add(merge, writer);
    }

    /// <inheritdoc/>
    public ValueTask<bool> HasEndsAsync(RelationshipMerge merge) => new(_written[merge].HasCreatedAllAsync());

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindAsync(NodeType type, IReadOnlyCollection<string> ids)
    {
        string[] wanted = [.. ids];
        var found = new HashSet<string>(StringComparer.Ordinal);
        await _statements.ReadAsync(
            LookupText.Of(type), wanted, (offset, cursor) => found.Add(wanted[offset + LookupText.ReadPosition(cursor)])).ConfigureAwait(false);
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask RefreshAsync(OrderCopy copy, IReadOnlyList<string> nodes) => await _statements.SendAsync(
        OrderCopyText.Refresh(copy), nodes, static (writer, id) => writer.WriteString(id)).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <remarks>Nodes are created with what searches need of them.</remarks>
    public async ValueTask RefreshSearchAsync(NodeMerge merge) =>
        await new SearchedNodes(merge.Type, transaction, cancellation).RefreshAsync(merge.SearchedAnew).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<SharedEnd?> FindSharedEndAsync(RelationshipType type, bool isSource, IReadOnlyCollection<string> nodes) =>
        await SharedEnds.FindAsync(transaction, type, isSource, nodes, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>?> FindCycleAsync(RelationshipType type, IReadOnlyCollection<string> nodes) =>
        await Hierarchy.FindCycleAsync(transaction, type, nodes, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <remarks>Walks use the relationships themselves: there is no closure to update.</remarks>
    public ValueTask UpdateHierarchyAsync(RelationshipType type, EndChanges changes) => default;

    /// <inheritdoc/>
    public async ValueTask<DerivedFacts> DeriveAsync(ElementType type, IReadOnlyList<string> facts) =>
        await new ClaimedFacts(model, transaction).DeriveAsync(type, facts, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<DeletedRows> DeleteAsync(ElementType type, IReadOnlyList<string> ids) =>
        await new Deletion(model, transaction, cancellation).RunAsync(type, ids).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, StoredRow>> ReadAsync(ElementType type, IReadOnlyCollection<string> ids) =>
        await new StoredRows(transaction, cancellation).ReadAsync(type, ids).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, byte[]>> ReadRecordsAsync(IReadOnlyCollection<string> keys) =>
        await new Records(transaction, cancellation).ReadAsync(keys).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count) =>
        await new Records(transaction, cancellation).ReadAsync(prefix, after, count).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask WriteRecordsAsync(IReadOnlyDictionary<string, byte[]?> records) =>
        await new Records(transaction, cancellation).WriteAsync(records).ConfigureAwait(false);
}
