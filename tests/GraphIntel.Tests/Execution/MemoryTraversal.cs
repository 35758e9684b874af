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

    /// <summary>How often each node was expanded.</summary>
    public Dictionary<string, int> Expanded { get; } = new(StringComparer.Ordinal);

    /// <summary>How many relationships were looked at in expansions.</summary>
    public int Looked { get; private set; }

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
    public ValueTask<int[]> CountAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most) =>
        new([.. nodes.Select(node => _relationships.ContainsKey(node) ? Math.Min(most, Of(hops, node).Count()) : -1)]);

    /// <inheritdoc/>
    public ValueTask ReadAsync(TraversalHops hops, IReadOnlyList<string> nodes, IReadOnlyList<string>? among, List<FoundRelationship> found)
    {
        Reads++;
        OnRead?.Invoke();
        foreach (var node in nodes)
            found.AddRange(Expand(hops, node).Where(one => among?.Contains(one.Other) != false));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReadFirstAsync(TraversalHops hops, string node, int most, List<FoundRelationship> found)
    {
        Reads++;
        found.AddRange(Of(hops, node).OrderBy(one => one.Id, CodePointOrder.Instance).Take(most));
        Looked += most;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<string?> ReadNeighborsAsync(TraversalHops hops, IReadOnlyList<string> nodes, int most, List<string> found)
    {
        Reads++;
        List<string> all = [.. nodes.SelectMany(node => Expand(hops, node)).Select(one => one.Other).Order(CodePointOrder.Instance)];
        found.AddRange(all.Take(most));
        return new(all.Count <= most ? null : found[^1]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private List<FoundRelationship> Expand(TraversalHops hops, string node)
    {
        Expanded[node] = Expanded.GetValueOrDefault(node) + 1;
        List<FoundRelationship> all = [.. Of(hops, node)];
        Looked += all.Count;
        return all;
    }

    private IEnumerable<FoundRelationship> Of(TraversalHops hops, string node) =>
        from relationship in _relationships[node]
        let hop = hops.Items.FirstOrDefault(hop => hop.Type == relationship.Type && hop.IsOut == relationship.IsOut)
        where hop is not null
        select new FoundRelationship(hop, node, relationship.Other, relationship.Id);
}
