using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite.Execute;

/// <summary>
/// Reads relationships for a traversal, all in one snapshot: nodes are named by the keys of their tables. Owns the reader.
/// </summary>
internal sealed class TraversalReader(
    Reader reader, TraversalStatements statements, BoundParameters bound, SqliteOptions options, CancellationToken cancellation) : ITraversalReader
{
    private readonly Traversal _traversal = statements.Traversal;
    private readonly Dictionary<(string Hops, int Type), TraversalHops> _narrowed = [];

    /// <inheritdoc/>
    public ValueTask<NodeKey?[]> FindAsync(IReadOnlyList<string> ids)
    {
        using var operation = Enter();
        var keys = new NodeKey?[ids.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            var type = _traversal.IndexOf(ids[index]);
            if (type < 0)
                continue;
            var select = reader.Statement(statements.FindText(type));
            select.Bind(1, ids[index]);
            keys[index] = select.Scalar() is { } key ? new NodeKey(type, key) : null;
        }
        return new(keys);
    }

    /// <inheritdoc/>
    public ValueTask<string[]> IdsOfAsync(IReadOnlyList<NodeKey> nodes)
    {
        using var operation = Enter();
        var ids = new string[nodes.Count];
        var positions = KeyLists.Positions(nodes, _traversal.Nodes.Count);
        for (var type = 0; type < positions.Length; type++)
        {
            if (positions[type] is not { } places)
                continue;
            var select = reader.Statement(statements.IdsText(type));
            select.BindText(1, KeyLists.Text(places, place => nodes[place].Number));
            while (select.Step())
                ids[places[(int)select.Int64(0)]] = select.Text(1)!;
            select.Reset();
        }
        return new(ids);
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        using var operation = Enter();
        SetNodes(nodes);
        return new((int)Math.Min(most, Count(nodes.Count == 0 ? hops : Narrow(hops, nodes), most).Sum(count => (long)count)));
    }

    /// <inheritdoc/>
    public ValueTask<int[]> CountByHopAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        using var operation = Enter();
        SetNodes(nodes);
        return new(Count(hops, most));
    }

    /// <inheritdoc/>
    public ValueTask<int[]> CountEachAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most)
    {
        var counts = new int[nodes.Count];
        if (nodes.Count == 0 || hops.Items.Count == 0)
            return new(counts);
        using var operation = Enter();
        var positions = SetNodes(nodes);
        bound.Values[_traversal.Most.Index] = most;
        var select = Bind(TraversalRead.CountEach, hops);
        while (select.Step())
            counts[positions[(int)select.Int64(0)]![(int)select.Int64(1)]] = (int)select.Int64(2);
        select.Reset();
        return new(counts);
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<FoundRelationship> found)
    {
        if (nodes.Count == 0 || hops.Items.Count == 0)
            return new(0);
        using var operation = Enter();
        SetNodes(nodes);
        bound.Values[_traversal.Most.Index] = most == int.MaxValue ? most : most + 1;
        return new(Read(TraversalRead.All, Narrow(hops, nodes), found));
    }

    /// <inheritdoc/>
    public ValueTask ReadAmongAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, IReadOnlyList<NodeKey> others, List<FoundRelationship> found)
    {
        if (nodes.Count == 0 || others.Count == 0 || hops.Items.Count == 0)
            return default;
        using var operation = Enter();
        SetNodes(nodes);
        bound.Values[_traversal.Among.Index] = KeyLists.TextByType(others, _traversal.Nodes.Count);
        Read(TraversalRead.Among, Narrow(hops, nodes), found);
        bound.Values[_traversal.Among.Index] = null;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReadFirstAsync(TraversalHops hops, NodeKey node, int most, List<FoundRelationship> found)
    {
        using var operation = Enter();
        SetNodes([node]);
        bound.Values[_traversal.Most.Index] = most;
        Read(TraversalRead.First, Narrow(hops, [node]), found);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<KeyedNode> found)
    {
        using var operation = Enter();
        SetNodes(nodes);
        var counts = Count(hops, statements.Many);
        bound.Values[_traversal.Most.Index] = most;
        var (few, ends) = (new List<TraversalHop>(), new List<string>());
        foreach (var (hop, count) in hops.Items.Zip(counts))
        {
            if (count < statements.Many || !ReadFirstNeighbors(hop, most, found, ends))
                few.Add(hop);
        }
        ReadNeighbors(TraversalRead.Neighbors, new TraversalHops(few), most, found, ends);
        return new(ends.Min(CodePointOrder.Instance));
    }

    /// <summary>Counts the relationships of the nodes that are set, for each hop.</summary>
    private int[] Count(TraversalHops hops, int most)
    {
        var counts = new int[hops.Items.Count];
        if (counts.Length == 0)
            return counts;
        bound.Values[_traversal.Most.Index] = most;
        var select = Bind(TraversalRead.Count, hops);
        while (select.Step())
            counts[(int)select.Int64(0)] = (int)select.Int64(1);
        select.Reset();
        return counts;
    }

    /// <summary>Adds the first neighbors of a hop from the first nodes of their type; false, with none added, if these are not enough.</summary>
    private bool ReadFirstNeighbors(TraversalHop hop, int most, List<KeyedNode> found, List<string> ends)
    {
        var before = found.Count;
        ReadNeighbors(TraversalRead.FirstNeighbors, new TraversalHops([hop]), most, found, ends);
        if (found.Count - before == most)
            return true;
        found.RemoveRange(before, found.Count - before);
        return false;
    }

    /// <summary>Adds the first neighbors of each hop, and to <paramref name="ends"/> the last of each that may have more.</summary>
    private void ReadNeighbors(TraversalRead kind, TraversalHops hops, int most, List<KeyedNode> found, List<string> ends)
    {
        if (hops.Items.Count == 0)
            return;
        var counts = new int[hops.Items.Count];
        var select = Bind(kind, hops);
        while (select.Step())
        {
            var hop = (int)select.Int64(0);
            found.Add(new KeyedNode(new NodeKey(_traversal.IndexOf(hops.Items[hop].Other), select.Int64(1)), select.Text(2)!));
            if (++counts[hop] == most)
                ends.Add(found[^1].Id);
        }
        select.Reset();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var nodes in _traversal.Nodes)
            bound.Values[nodes.At.Index] = null;
        reader.Dispose();
        return default;
    }

    private SqliteMemory.Operation Enter() => SqliteMemory.Enter(options.MaxOperationBytes, options.MaxBytes);

    /// <summary>Sets the parameters for the nodes that a read is about; for each type, the positions of its nodes.</summary>
    private List<int>?[] SetNodes(IReadOnlyList<NodeKey> nodes)
    {
        var positions = KeyLists.Positions(nodes, _traversal.Nodes.Count);
        for (var type = 0; type < positions.Length; type++)
            bound.Values[_traversal.Nodes[type].At.Index] = positions[type] is { } places ? KeyLists.Text(places, place => nodes[place].Number) : KeyLists.Empty;
        return positions;
    }

    private Statement Bind(TraversalRead kind, TraversalHops hops)
    {
        var select = reader.Statement(statements.TextFor(kind, hops, cancellation));
        SqlitePlan.Bind(select, bound);
        return select;
    }

    /// <summary>
    /// The hops away from nodes, if they are all of one type, as levels often are: a statement for all types would ask for each of the others
    /// in vain.
    /// </summary>
    private TraversalHops Narrow(TraversalHops hops, IReadOnlyList<NodeKey> nodes)
    {
        var type = nodes[0].Type;
        for (var index = 1; index < nodes.Count; index++)
        {
            if (nodes[index].Type != type)
                return hops;
        }
        var key = (hops.Key, type);
        if (!_narrowed.TryGetValue(key, out var narrowed))
            _narrowed.Add(key, narrowed = new TraversalHops(hops.Items.Where(hop => hop.Origin.At == _traversal.Nodes[type].At)));
        return narrowed;
    }

    /// <summary>Adds those relationships of the nodes set that meet the conditions; returns the number of all.</summary>
    private int Read(TraversalRead kind, TraversalHops hops, List<FoundRelationship> found)
    {
        if (hops.Items.Count == 0)
            return 0;
        var ends = hops.Items.Select(hop => (Node: _traversal.IndexOf(hop.Origin), Other: _traversal.IndexOf(hop.Other), HasId: hop.Type.Id is not null)).ToArray();
        var select = Bind(kind, hops);
        var count = 0;
        while (select.Step())
        {
            count++;
            var (number, holds) = Math.DivRem((int)select.Int64(0), 2);
            if (holds == 0)
                continue;
            var (node, other, hasId) = ends[number];
            found.Add(new FoundRelationship(
                hops.Items[number], new NodeKey(node, select.Int64(1)), new NodeKey(other, select.Int64(2)), hasId ? select.Text(3) : null));
        }
        select.Reset();
        return count;
    }
}
