using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>
/// Reads relationships for a traversal. The statements of one read, one for each type of nodes, are sent together. With the nodes that it
/// finds it reads the numbers of their relationships, so that counting these takes no round trip.
/// </summary>
internal sealed class TraversalReader(Neo4jDatabase database, TraversalStatements statements, BoundParameters bound, CancellationToken cancellation)
    : ITraversalReader
{
    private readonly Traversal _traversal = statements.Traversal;
    private readonly Dictionary<string, NodeKey> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    /// <summary>The numbers of relationships of nodes that were read with them, by hops.</summary>
    private readonly Dictionary<string, Dictionary<NodeKey, int>> _counts = new(StringComparer.Ordinal);

    private delegate void RowReader(TraversedNodes nodes, ref PackStreamReader row);

    /// <inheritdoc/>
    public async ValueTask<NodeKey?[]> FindAsync(TraversalHops hops, IReadOnlyList<string> ids)
    {
        string[] known = [.. ids.Where(id => _traversal.IndexOf(id) >= 0)];
        var keys = Array.ConvertAll(known, KeyOf);
        await ReadCountsAsync(hops, keys).ConfigureAwait(false);
        var counts = CountsOf(hops);
        return [.. ids.Select(id => _keys.TryGetValue(id, out var key) && counts.ContainsKey(key) ? key : (NodeKey?)null)];
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
        var counts = CountsOf(hops);
        NodeKey[] unknown = [.. nodes.Where(node => !counts.ContainsKey(node))];
        if (unknown.Length > 0)
            await ReadCountsAsync(hops, unknown).ConfigureAwait(false);
        // A node that was deleted meanwhile has none.
        return [.. nodes.Select(node => Math.Min(most, counts.GetValueOrDefault(node)))];
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<FoundRelationship> found)
    {
        var count = (await CountEachAsync(hops, nodes, int.MaxValue).ConfigureAwait(false)).Sum(one => (long)one);
        if (count > most)
            return most + 1;
        SetNodes(nodes);
        await ReadAsync(TraversalRead.All, hops, RelationshipsOf(hops, found, areCounted: true)).ConfigureAwait(false);
        return (int)count;
    }

    /// <inheritdoc/>
    public async ValueTask ReadAmongAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, IReadOnlyList<NodeKey> others, List<FoundRelationship> found)
    {
        SetNodes(nodes);
        bound.Values[_traversal.Among.Index] = others.Select(IdOf).ToArray();
        await ReadAsync(TraversalRead.Among, hops, RelationshipsOf(hops, found, areCounted: false)).ConfigureAwait(false);
        bound.Values[_traversal.Among.Index] = null;
    }

    /// <inheritdoc/>
    public async ValueTask ReadFirstAsync(TraversalHops hops, NodeKey node, int most, List<FoundRelationship> found)
    {
        SetNodes([node]);
        bound.Values[_traversal.Most.Index] = most;
        await ReadAsync(TraversalRead.First, hops, RelationshipsOf(hops, found, areCounted: false)).ConfigureAwait(false);
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

    private Dictionary<NodeKey, int> CountsOf(TraversalHops hops)
    {
        if (!_counts.TryGetValue(hops.Key, out var counts))
            _counts.Add(hops.Key, counts = []);
        return counts;
    }

    private async ValueTask ReadCountsAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes)
    {
        var counts = CountsOf(hops);
        SetNodes(nodes);
        await ReadAsync(TraversalRead.CountEach, hops, (TraversedNodes type, ref PackStreamReader row) =>
        {
            var id = ((string[])bound.Values[type.At.Index]!)[(int)row.ReadInteger()];
            counts[KeyOf(id)] = (int)Math.Min(int.MaxValue, row.ReadInteger());
        }).ConfigureAwait(false);
    }

    /// <summary>Sets the parameters for the nodes that a read is about, a list for each of their types.</summary>
    private void SetNodes(IReadOnlyList<NodeKey> nodes)
    {
        var lists = nodes.ToLookup(node => node.Type, IdOf);
        for (var type = 0; type < _traversal.Nodes.Count; type++)
            bound.Values[_traversal.Nodes[type].At.Index] = lists[type].ToArray();
    }

    private RowReader RelationshipsOf(TraversalHops hops, List<FoundRelationship> found, bool areCounted)
    {
        var byType = hops.Items.ToDictionary(hop => (hop.Type.Type, hop.IsOut, hop.Origin.At));
        var counts = CountsOf(hops);
        return (TraversedNodes type, ref PackStreamReader row) =>
        {
            var isOut = row.ReadBoolean();
            var hop = byType[(row.ReadString(), isOut, type.At)];
            var node = KeyOf(((string[])bound.Values[type.At.Index]!)[(int)row.ReadInteger()]);
            var other = KeyOf(row.ReadString());
            found.Add(new FoundRelationship(hop, node, other, row.ReadString()));
            if (areCounted)
                counts[other] = (int)Math.Min(int.MaxValue, row.ReadInteger());
        };
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
