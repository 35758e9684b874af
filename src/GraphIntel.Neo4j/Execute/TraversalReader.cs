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

    private delegate void RowReader(TraversedNodes nodes, ref PackStreamReader row);

    /// <inheritdoc/>
    public async ValueTask<int[]> CountAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most)
    {
        var counts = new int[nodes.Count];
        Array.Fill(counts, -1);
        var positions = _traversal.SetNodes(bound, nodes);
        await ReadAsync(TraversalRead.Count, hops, (TraversedNodes type, ref PackStreamReader row) =>
        {
            var position = positions[IndexOf(type)][(int)row.ReadInteger()];
            counts[position] = (int)Math.Min(most, row.ReadInteger());
        }).ConfigureAwait(false);
        return counts;
    }

    /// <inheritdoc/>
    public async ValueTask ReadAsync(TraversalHops hops, IReadOnlyList<string> nodes, IReadOnlyList<string>? among, List<FoundRelationship> found)
    {
        _traversal.SetNodes(bound, nodes);
        bound.Values[_traversal.Among.Index] = among?.ToArray();
        await ReadAsync(among is null ? TraversalRead.All : TraversalRead.Among, hops, RelationshipsOf(hops, found)).ConfigureAwait(false);
        bound.Values[_traversal.Among.Index] = null;
    }

    /// <inheritdoc/>
    public async ValueTask ReadFirstAsync(TraversalHops hops, string node, int most, List<FoundRelationship> found)
    {
        _traversal.SetNodes(bound, [node]);
        bound.Values[_traversal.Most.Index] = most;
        await ReadAsync(TraversalRead.First, hops, RelationshipsOf(hops, found)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most, List<string> found)
    {
        _traversal.SetNodes(bound, nodes);
        bound.Values[_traversal.Most.Index] = most;
        var parts = new Dictionary<(Parameter, long), (int Count, string Last)>();
        await ReadAsync(TraversalRead.Neighbors, hops, (TraversedNodes type, ref PackStreamReader row) =>
        {
            var part = (type.At, row.ReadInteger());
            var id = row.ReadString();
            parts[part] = (parts.GetValueOrDefault(part).Count + 1, id);
            found.Add(id);
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

    private RowReader RelationshipsOf(TraversalHops hops, List<FoundRelationship> found)
    {
        var byType = hops.Items.ToDictionary(hop => (hop.Type.Type, hop.IsOut, hop.Origin.At));
        return (TraversedNodes type, ref PackStreamReader row) =>
        {
            var isOut = row.ReadBoolean();
            var hop = byType[(row.ReadString(), isOut, type.At)];
            var node = ((string[])bound.Values[type.At.Index]!)[(int)row.ReadInteger()];
            found.Add(new FoundRelationship(hop, node, row.ReadString(), row.ReadString()));
        };
    }

    private int IndexOf(TraversedNodes nodes)
    {
        var index = 0;
        while (_traversal.Nodes[index].At != nodes.At)
            index++;
        return index;
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
