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
        var ends = new (int Count, string? Last)[hops.Items.Count];
        var select = Bind(TraversalRead.Neighbors, hops);
        while (select.Step())
        {
            ref var end = ref ends[(int)select.Int64(0)];
            end = (end.Count + 1, select.Text(1)!);
            found.Add(end.Last!);
        }
        select.Reset();
        return new(ends.Where(end => end.Count >= most).Select(end => end.Last).Min(CodePointOrder.Instance!));
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
