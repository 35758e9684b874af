using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>Reads relationships for a traversal. The statements of one read, one for each type of nodes, are sent together.</summary>
internal sealed class TraversalReader(Neo4jDatabase database, TraversalStatements statements, BoundParameters bound, CancellationToken cancellation)
    : ITraversalReader
{
    private readonly Traversal _traversal = statements.Traversal;
    private readonly Dictionary<string, NodeKey> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    /// <summary>What finding nodes follows.</summary>
    private static readonly TraversalHops None = new([]);

    private delegate void RowReader(TraversedNodes nodes, ref PackStreamReader row);

    /// <inheritdoc/>
    public async ValueTask<NodeKey?[]> FindAsync(IReadOnlyList<string> ids)
    {
        SetNodes(Array.ConvertAll([.. ids.Where(id => _traversal.IndexOf(id) >= 0)], KeyOf));
        var found = new HashSet<string>(StringComparer.Ordinal);
        await ReadAsync(TraversalRead.Find, None, (TraversedNodes type, ref PackStreamReader row) => found.Add(IdAt(type, row.ReadInteger()))).ConfigureAwait(false);
        return [.. ids.Select(id => found.Contains(id) ? KeyOf(id) : (NodeKey?)null)];
    }

    /// <inheritdoc/>
    public ValueTask<string[]> IdsOfAsync(IReadOnlyList<NodeKey> nodes) => new([.. nodes.Select(IdOf)]);

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most) =>
        (int)Math.Min(most, (await CountEachAsync(hops, nodes, most).ConfigureAwait(false)).Sum(count => (long)count));

    /// <inheritdoc/>
    public async ValueTask<int[]> CountByHopAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var counts = new int[hops.Items.Count];
        var hopsFrom = hops.Items.Select((hop, index) => (hop.Origin.At, Index: index)).ToLookup(hop => hop.At, hop => hop.Index);
        SetNodes(nodes);
        await ReadAsync(TraversalRead.CountByHop, hops, (TraversedNodes type, ref PackStreamReader row) =>
        {
            foreach (var hop in hopsFrom[type.At])
                counts[hop] = (int)Math.Min(most, row.ReadInteger());
        }).ConfigureAwait(false);
        return counts;
    }

    /// <inheritdoc/>
    public async ValueTask<int[]> CountEachAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        SetNodes(nodes);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await ReadAsync(TraversalRead.CountEach, hops, (TraversedNodes type, ref PackStreamReader row) =>
            counts[IdAt(type, row.ReadInteger())] = (int)Math.Min(most, row.ReadInteger())).ConfigureAwait(false);
        // A node that was deleted meanwhile has none.
        return [.. nodes.Select(node => counts.GetValueOrDefault(IdOf(node)))];
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<FoundRelationship> found)
    {
        SetNodes(nodes);
        bound.Values[_traversal.Most.Index] = most == int.MaxValue ? most : most + 1;
        return await ReadRelationshipsAsync(TraversalRead.All, hops, found).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReadAmongAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, IReadOnlyList<NodeKey> others, List<FoundRelationship> found)
    {
        SetNodes(nodes);
        bound.Values[_traversal.Among.Index] = others.Select(IdOf).ToArray();
        await ReadRelationshipsAsync(TraversalRead.Among, hops, found).ConfigureAwait(false);
        bound.Values[_traversal.Among.Index] = null;
    }

    /// <inheritdoc/>
    public async ValueTask ReadFirstAsync(TraversalHops hops, NodeKey node, int most, List<FoundRelationship> found)
    {
        SetNodes([node]);
        bound.Values[_traversal.Most.Index] = most;
        await ReadRelationshipsAsync(TraversalRead.First, hops, found).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<KeyedNode> found)
    {
        SetNodes(nodes);
        bound.Values[_traversal.Most.Index] = most;
        var parts = new Dictionary<(Parameter, long), (int Count, string Last)>();
        await ReadAsync(TraversalRead.Neighbors, hops, (TraversedNodes type, ref PackStreamReader row) =>
        {
            var part = (type.At, row.ReadInteger());
            var id = row.ReadString();
            parts[part] = (parts.GetValueOrDefault(part).Count + 1, id);
            found.Add(new KeyedNode(KeyOf(id), id));
        }).ConfigureAwait(false);
        return parts.Values.Where(part => part.Count >= most).Select(part => part.Last).Min(CodePointOrder.Instance!);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var nodes in _traversal.Nodes)
            bound.Values[nodes.At.Index] = null;
        return default;
    }

    private string IdOf(NodeKey node) => _ids[(int)node.Number];

    private NodeKey KeyOf(string id)
    {
        if (_keys.TryGetValue(id, out var known))
            return known;
        var type = _traversal.IndexOf(id);
        // Another tool wrote a node whose id does not match its type.
        if (type < 0)
            throw Neo4jFailure.UnexpectedValueType();
        var key = new NodeKey(type, _ids.Count);
        _ids.Add(id);
        _keys.Add(id, key);
        return key;
    }

    private string IdAt(TraversedNodes type, long position) => ((string[])bound.Values[type.At.Index]!)[(int)position];

    /// <summary>Sets the parameters for the nodes that a read is about, a list for each of their types.</summary>
    private void SetNodes(IReadOnlyList<NodeKey> nodes)
    {
        var lists = nodes.ToLookup(node => node.Type, IdOf);
        for (var type = 0; type < _traversal.Nodes.Count; type++)
            bound.Values[_traversal.Nodes[type].At.Index] = lists[type].ToArray();
    }

    /// <summary>Adds those relationships of the nodes set that meet the conditions; returns the number of all that were read.</summary>
    private async ValueTask<int> ReadRelationshipsAsync(TraversalRead kind, TraversalHops hops, List<FoundRelationship> found)
    {
        var byType = hops.Items.ToDictionary(hop => (hop.Type.Type, hop.IsOut, hop.Origin.At));
        var count = 0;
        await ReadAsync(kind, hops, (TraversedNodes type, ref PackStreamReader row) =>
        {
            count++;
            var isOut = row.ReadBoolean();
            var hop = byType[(row.ReadString(), isOut, type.At)];
            var node = KeyOf(IdAt(type, row.ReadInteger()));
            var (other, id) = (row.ReadString(), row.ReadString());
            if (row.ReadBoolean())
                found.Add(new FoundRelationship(hop, node, KeyOf(other), id));
        }).ConfigureAwait(false);
        return count;
    }

    /// <summary>Makes a read of the nodes whose parameters are set.</summary>
    private async ValueTask ReadAsync(TraversalRead kind, TraversalHops hops, RowReader read)
    {
        var queries = new List<(TraversedNodes Nodes, CypherStatement Statement)>();
        foreach (var nodes in _traversal.Nodes)
        {
            if (((string[])bound.Values[nodes.At.Index]!).Length > 0 && statements.StatementFor(kind, nodes, hops) is { } statement)
                queries.Add((nodes, statement));
        }
        if (queries.Count == 0)
            return;
        await database.ReadOnceAsync(
            async session =>
            {
                if (queries is [var only])
                {
                    var cursor = await session.RunAsync(only.Statement.Text, ParameterMap.Write, (only.Statement, bound), null, cancellation).ConfigureAwait(false);
                    await ReadAsync(cursor, only.Nodes, read).ConfigureAwait(false);
                    return true;
                }
                var texts = queries.ConvertAll(query => (query.Statement.Text, (query.Statement, bound)));
                var cursors = await session.ReadTogetherAsync(texts, ParameterMap.Write, null, cancellation).ConfigureAwait(false);
                for (var index = 0; index < cursors.Count; index++)
                    await ReadAsync(cursors[index], queries[index].Nodes, read).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    private async ValueTask ReadAsync(ResultCursor cursor, TraversedNodes nodes, RowReader read)
    {
        if (!await cursor.FetchAsync(cancellation).ConfigureAwait(false))
            throw new StoreException(StoreFailure.Unavailable, "The database returned no result.");
        try
        {
            Read(cursor, nodes, read);
        }
        catch (ProtocolException)
        {
            // Another tool wrote a relationship or a node without an id.
            throw Neo4jFailure.UnexpectedValueType();
        }
    }

    private static void Read(ResultCursor cursor, TraversedNodes nodes, RowReader read)
    {
        var record = cursor.CurrentValues;
        record.ReadListHeader();
        for (var rows = record.ReadListHeader(); rows > 0; rows--)
        {
            record.ReadListHeader();
            read(nodes, ref record);
        }
    }
}
