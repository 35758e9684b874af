using System.Text.Json;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite.Execute;

/// <summary>Reads relationships for a traversal, all in one snapshot. Owns the reader.</summary>
internal sealed class TraversalReader(Reader reader, TraversalStatements statements, BoundParameters bound, CancellationToken cancellation) : ITraversalReader
{
    /// <inheritdoc/>
    public ValueTask<int[]> CountAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most)
    {
        var counts = new int[nodes.Count];
        Array.Fill(counts, -1);
        var places = statements.Traversal.SetNodes(bound, nodes);
        bound.Values[statements.Traversal.Most.Index] = most;
        var select = Bind(TraversalRead.Count, hops);
        while (select.Step())
            counts[places[(int)select.Int64(0)][(int)select.Int64(1)]] = (int)select.Int64(2);
        select.Reset();
        return new(counts);
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(TraversalHops hops, IReadOnlyList<string> nodes, IReadOnlyList<string>? among, List<FoundRelationship> found)
    {
        if (nodes.Count == 0 || hops.Items.Count == 0)
            return default;
        statements.Traversal.SetNodes(bound, nodes);
        if (among is not null)
            bound.Values[statements.Traversal.Among.Index] = JsonSerializer.Serialize(statements.Traversal.ByType(among));
        var select = Bind(among is null ? TraversalRead.All : TraversalRead.Among, hops);
        while (select.Step())
            found.Add(Read(select, hops));
        select.Reset();
        bound.Values[statements.Traversal.Among.Index] = null;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReadFirstAsync(TraversalHops hops, string node, int most, List<FoundRelationship> found)
    {
        statements.Traversal.SetNodes(bound, [node]);
        bound.Values[statements.Traversal.Most.Index] = most;
        var select = Bind(TraversalRead.First, hops);
        while (select.Step())
        {
            if (select.Int64(5) == 1)
                found.Add(Read(select, hops));
        }
        select.Reset();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most, List<string> found)
    {
        statements.Traversal.SetNodes(bound, nodes);
        bound.Values[statements.Traversal.Most.Index] = most;
        var (few, ends) = (new List<TraversalHop>(), new List<string>());
        foreach (var (hop, isLarge) in hops.Items.Zip(HaveManyRelationships(hops)))
        {
            if (!isLarge || !ReadFirstNeighbors(hop, most, found, ends))
                few.Add(hop);
        }
        ReadNeighbors(TraversalRead.Neighbors, new TraversalHops(few), most, found, ends);
        return new(ends.Min(CodePointOrder.Instance));
    }

    private bool[] HaveManyRelationships(TraversalHops hops)
    {
        var large = new bool[hops.Items.Count];
        var select = Bind(TraversalRead.HopCounts, hops);
        while (select.Step())
            large[(int)select.Int64(0)] = select.Int64(1) >= statements.Many;
        select.Reset();
        return large;
    }

    /// <summary>Adds the first neighbors of a hop from the first nodes of their type; false, with none added, if these are not enough.</summary>
    private bool ReadFirstNeighbors(TraversalHop hop, int most, List<string> found, List<string> ends)
    {
        var before = found.Count;
        ReadNeighbors(TraversalRead.FirstNeighbors, new TraversalHops([hop]), most, found, ends);
        if (found.Count - before == most)
            return true;
        found.RemoveRange(before, found.Count - before);
        return false;
    }

    /// <summary>Adds the first neighbors of each hop, and to <paramref name="ends"/> the last of each that may have more.</summary>
    private void ReadNeighbors(TraversalRead kind, TraversalHops hops, int most, List<string> found, List<string> ends)
    {
        if (hops.Items.Count == 0)
            return;
        var counts = new int[hops.Items.Count];
        var select = Bind(kind, hops);
        while (select.Step())
        {
            found.Add(select.Text(1)!);
            if (++counts[(int)select.Int64(0)] == most)
                ends.Add(found[^1]);
        }
        select.Reset();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var nodes in statements.Traversal.Nodes)
            bound.Values[nodes.At.Index] = null;
        reader.Dispose();
        return default;
    }

    private Statement Bind(TraversalRead kind, TraversalHops hops)
    {
        var select = reader.Statement(statements.TextFor(kind, hops, cancellation));
        SqlitePlan.Bind(select, bound);
        return select;
    }

    private FoundRelationship Read(Statement select, TraversalHops hops)
    {
        var hop = hops.Items[(int)select.Int64(0)];
        var node = ((string[])bound.Values[hop.Origin.At.Index]!)[(int)select.Int64(1)];
        return new FoundRelationship(hop, node, select.Text(2)!, select.Text(3));
    }
}
