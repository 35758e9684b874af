using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Keys;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Read;
using SQLitePCL;

namespace GraphIntel.Sqlite.Write;

/// <summary>The file during one batch, in a transaction of the caller. Everything runs on the caller's thread.</summary>
internal sealed class BatchTarget : IBatchTarget
{
    /// <summary>Rows between two checks for cancellation.</summary>
    private const int CancellationCheckInterval = 256;

    private readonly GraphModel _model;
    private readonly sqlite3 _connection;
    private readonly StatementCache _statements;
    private readonly NodeKeys _keys;
    private readonly NodeWriter _nodes;
    private readonly RelationshipWriter _relationships;
    private readonly ClaimedFacts _facts;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<NodeMerge, SearchJob> _created = [];
    private readonly HashSet<RelationshipMerge> _withoutEnds = [];
    private int _rows;

    /// <param name="model">The model.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="keys">The keys of nodes that are known in the transaction.</param>
    /// <param name="cancellation">Cancels the batch.</param>
    public BatchTarget(GraphModel model, sqlite3 connection, StatementCache statements, NodeKeys keys, CancellationToken cancellation)
    {
        _model = model;
        _connection = connection;
        _statements = statements;
        _cancellation = cancellation;
        _keys = keys;
        _nodes = new NodeWriter(model, connection, statements, _keys, NextRow);
        _relationships = new RelationshipWriter(statements, _keys, NextRow);
        _facts = new ClaimedFacts(model, statements, _keys);
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(NodeMerge merge)
    {
        _nodes.Read(merge);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(NodeMerge merge)
    {
        if (StartSearchJob(merge) is { } job)
            _created.Add(merge, job);
        _nodes.Write(merge);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(RelationshipMerge merge)
    {
        _relationships.Read(merge);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(RelationshipMerge merge)
    {
        if (!_relationships.Write(merge))
            _withoutEnds.Add(merge);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<bool> HasEndsAsync(RelationshipMerge merge) => ValueTask.FromResult(!_withoutEnds.Contains(merge));

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> FindAsync(NodeType type, IReadOnlyCollection<string> ids) =>
        ValueTask.FromResult<IReadOnlySet<string>>(
            ids.Where(id => _keys.Find(type, id) is not null).ToHashSet(StringComparer.Ordinal));

    /// <inheritdoc/>
    public ValueTask RefreshAsync(OrderCopy copy, IReadOnlyList<string> nodes)
    {
        var (column, end) = copy.OfSource ? (Names.SourceOrder, Names.Source) : (Names.TargetOrder, Names.Target);
        var update = _statements.Get(
            $"UPDATE {Names.Table(copy.Relationship)} SET {column} = {Lookup.NodeProperty(copy.Node, copy.Property, "?1")} WHERE {end} = ?1");
        foreach (var node in nodes)
        {
            NextRow();
            update.Bind(1, _keys.Require(copy.Node, node));
            update.Run();
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask RefreshSearchAsync(NodeMerge merge)
    {
        var searched = new SearchedNodes(merge.Type, _connection, _statements);
        if (_created.Remove(merge, out var job))
            searched.Write(job, [.. job.Nodes.Select(node => _keys.Require(merge.Type, node.Id))]);
        if (merge.SearchedAnew is { Count: > 0 } stored)
            searched.Write(stored.Select(node => _keys.Require(merge.Type, node)), NextRow);
        return default;
    }

    /// <summary>Begins to make what searches need of the nodes that are created, whose values are all known.</summary>
    private static SearchJob? StartSearchJob(NodeMerge merge)
    {
        if (merge.Type.Searched.Count == 0 || merge.Created.Select(node => node.Row).ToList() is not { Count: > 0 } created)
            return null;
        var columns = merge.Columns.ToList();
        return new SearchJob(merge.Type, created, [.. merge.Type.Searched.Select(property => columns.IndexOf(property))]);
    }

    /// <inheritdoc/>
    public ValueTask<SharedEnd?> FindSharedEndAsync(RelationshipType type, bool isSource, IReadOnlyCollection<string> nodes) =>
        ValueTask.FromResult(new SharedEnds(_statements, _keys).Find(type, isSource, nodes, NextRow));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>?> FindCycleAsync(RelationshipType type, IReadOnlyCollection<string> nodes) =>
        ValueTask.FromResult(Hierarchy(type).FindCycle(Keys(type, nodes), _cancellation));

    /// <inheritdoc/>
    public ValueTask UpdateHierarchyAsync(RelationshipType type, EndChanges changes)
    {
        if (Names.HasClosure(type))
            Hierarchy(type).UpdateClosure(Keys(type, changes.FormerChildren), Keys(type, changes.Children), _cancellation);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<DerivedFacts> DeriveAsync(ElementType type, IReadOnlyList<string> facts) =>
        ValueTask.FromResult(_facts.Derive(type, facts, _cancellation));

    /// <inheritdoc/>
    public ValueTask<DeletedRows> DeleteAsync(ElementType type, IReadOnlyList<string> ids)
    {
        var deletion = new Deletion(_model, _connection, _statements, _keys, NextRow);
        return ValueTask.FromResult(type.Match(node => deletion.Run(node, ids), relationship => deletion.Run(relationship, ids)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, StoredRow>> ReadAsync(ElementType type, IReadOnlyCollection<string> ids) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, StoredRow>>(new StoredRows(_statements, _keys, NextRow).Read(type, ids));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, byte[]>> ReadRecordsAsync(IReadOnlyCollection<string> keys) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, byte[]>>(new Records(_statements.Get).Read(keys));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count) =>
        ValueTask.FromResult<IReadOnlyList<KeyValuePair<string, byte[]>>>(new Records(_statements.Get).Read(prefix, after, count));

    /// <inheritdoc/>
    public ValueTask WriteRecordsAsync(IReadOnlyDictionary<string, byte[]?> records)
    {
        new Records(_statements.Get).Write(records);
        return default;
    }

    private Hierarchy Hierarchy(RelationshipType type) => new(type, _statements, _keys);

    /// <summary>The keys of the nodes that exist: another tool may have deleted the previous end of a relationship.</summary>
    private List<long> Keys(RelationshipType type, IEnumerable<string> nodes) =>
        [.. nodes.Select(id => _keys.Find(type.Source, id)).OfType<long>()];

    /// <summary>Counts a row, and checks for cancellation.</summary>
    private void NextRow()
    {
        if (++_rows % CancellationCheckInterval == 0)
            _cancellation.ThrowIfCancellationRequested();
    }
}
