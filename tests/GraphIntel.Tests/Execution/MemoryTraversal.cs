using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;
using GraphIntel.Tests.Schema;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>Relationships of the domain in memory, which a traversal reads; conditions are not tested. It records what is read.</summary>
internal sealed class MemoryTraversal : CompiledPlan, ITraversalReader
{
    private readonly Dictionary<string, List<(RelationshipType Type, bool IsOut, string Other, string? Id)>> _relationships = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    /// <summary>How often each node was expanded.</summary>
    public Dictionary<string, int> Expanded { get; } = new(StringComparer.Ordinal);

    /// <summary>How many relationships were looked at in expansions.</summary>
    public int Looked { get; private set; }

    /// <summary>How many relationships were looked at in reads that turned out to have more than were allowed.</summary>
    public int Attempted { get; private set; }

    /// <summary>How many reads there were.</summary>
    public int Reads { get; private set; }

    /// <summary>Called by each read.</summary>
    public Action? OnRead { get; set; }

    /// <inheritdoc/>
    public override string Statement => "";

    /// <summary>Adds a node.</summary>
    public void Add(string id) => _relationships.TryAdd(id, []);

    /// <summary>Adds a relationship and its ends.</summary>
    public void Add(string type, string source, string target, string? id = null)
    {
        Assert.True(Schemas.Domain.Model.TryGetRelationship(type, out var found));
        Add(source);
        Add(target);
        _relationships[source].Add((found, true, target, id));
        _relationships[target].Add((found, false, source, id));
    }

    /// <inheritdoc/>
    public override ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation) => new(this);

    /// <inheritdoc/>
    public override ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask<NodeKey?[]> FindAsync(IReadOnlyList<string> ids) =>
        new([.. ids.Select(id => _relationships.ContainsKey(id) ? KeyOf(id) : (NodeKey?)null)]);

    /// <inheritdoc/>
    public ValueTask<string[]> IdsOfAsync(IReadOnlyList<NodeKey> nodes) => new([.. nodes.Select(IdOf)]);

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most) =>
        new(Math.Min(most, nodes.Sum(node => Of(hops, node).Count())));

    /// <inheritdoc/>
    public ValueTask<int[]> CountByHopAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most) =>
        new([.. hops.Items.Select(hop => Math.Min(most, nodes.Sum(node => Of(hops, node).Count(one => one.Hop == hop))))]);

    /// <inheritdoc/>
    public ValueTask<int[]> CountEachAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most) =>
        new([.. nodes.Select(node => Math.Min(most, Of(hops, node).Count()))]);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<FoundRelationship> found)
    {
        Reads++;
        OnRead?.Invoke();
        var count = nodes.Sum(node => Of(hops, node).Count());
        if (count > most)
        {
            Attempted += most + 1;
            return new(most + 1);
        }
        foreach (var node in nodes)
            found.AddRange(Expand(hops, node));
        return new(count);
    }

    /// <inheritdoc/>
    public ValueTask ReadAmongAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, IReadOnlyList<NodeKey> others, List<FoundRelationship> found)
    {
        Reads++;
        OnRead?.Invoke();
        foreach (var node in nodes)
            found.AddRange(Expand(hops, node).Where(one => others.Contains(one.Other)));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReadFirstAsync(TraversalHops hops, NodeKey node, int most, List<FoundRelationship> found)
    {
        Reads++;
        found.AddRange(Of(hops, node).OrderBy(one => one.Hop.IdOf(IdOf(one.Node), IdOf(one.Other), one.StoredId), CodePointOrder.Instance).Take(most));
        Looked += most;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<NodeKey> nodes, int most, List<KeyedNode> found)
    {
        Reads++;
        List<string> all = [.. nodes.SelectMany(node => Expand(hops, node)).Select(one => IdOf(one.Other)).Order(CodePointOrder.Instance)];
        found.AddRange(all.Take(most).Select(id => new KeyedNode(KeyOf(id), id)));
        return new(all.Count <= most ? null : found[^1].Id);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private List<FoundRelationship> Expand(TraversalHops hops, NodeKey node)
    {
        Expanded[IdOf(node)] = Expanded.GetValueOrDefault(IdOf(node)) + 1;
        List<FoundRelationship> all = [.. Of(hops, node)];
        Looked += all.Count;
        return all;
    }

    private IEnumerable<FoundRelationship> Of(TraversalHops hops, NodeKey node) =>
        from relationship in _relationships[IdOf(node)]
        let hop = hops.Items.FirstOrDefault(hop => hop.Type == relationship.Type && hop.IsOut == relationship.IsOut)
        where hop is not null
        select new FoundRelationship(hop, node, KeyOf(relationship.Other), relationship.Id);

    private string IdOf(NodeKey node) => _ids[(int)node.Number];

    private NodeKey KeyOf(string id)
    {
        if (!_numbers.TryGetValue(id, out var number))
        {
            _numbers.Add(id, number = _ids.Count);
            _ids.Add(id);
        }
        return new NodeKey(0, number);
    }
}
