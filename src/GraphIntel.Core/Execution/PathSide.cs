using GraphIntel.Core.Planning;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Execution;

/// <summary>What is reached from one end of paths: levels of nodes, each expanded once.</summary>
/// <param name="graph">Receives the relationships.</param>
/// <param name="expander">Reads them.</param>
/// <param name="hops">The hops away from this end.</param>
/// <param name="isStart">Whether it is the start of paths, and not their end.</param>
/// <param name="isSymmetric">Whether the relationships of a node are the same for both sides.</param>
internal sealed class PathSide(WalkedGraph graph, NodeExpander expander, TraversalHops hops, bool isStart, bool isSymmetric)
{
    /// <summary>The number of nodes up to which a read is restricted to those that the other side has reached.</summary>
    private const int MaxAmong = 5_000;

    /// <summary>Looking a node up costs a store as much as reading so many relationships.</summary>
    private const int RelationshipsPerNode = 2;

    /// <summary>The number of nodes of which the relationships are counted first: mostly they are enough to know the smaller side.</summary>
    private const int FirstCounted = 50;

    private readonly HashSet<int> _reached = [];
    private readonly HashSet<int> _expanded = [];

    /// <summary>The nodes of the level that is expanded next, by id.</summary>
    private List<int> _level = [];

    /// <summary>Those of them of which the other side has not read the relationships.</summary>
    private List<string> _unread = [];

    /// <summary>The numbers of relationships of the first of these.</summary>
    private List<int> _counts = [];

    /// <summary>What further ones have at least together, where that is as much as mattered; else 0.</summary>
    private long _atLeast;

    /// <summary>Whether all that can be reached is expanded.</summary>
    public bool IsComplete => _level.Count == 0;

    /// <summary>The number of relationships to look at for the next level; at least so many, until all are counted.</summary>
    public long Size => _counts.Sum(count => (long)count) + _atLeast;

    /// <summary>Whether the relationships to look at for the next level are counted.</summary>
    public bool IsCounted => _counts.Count == _unread.Count && _atLeast == 0;

    /// <summary>Starts at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="count">The number of its relationships.</param>
    public void Start(int node, int count)
    {
        _reached.Add(node);
        _level = [node];
        (_unread, _counts) = ([graph.IdOf(node)], [count]);
    }

    /// <summary>Leaves out the nodes of which the other side has read the relationships.</summary>
    public void Leave(PathSide other)
    {
        for (var index = _unread.Count - 1; index >= 0; index--)
        {
            if (!IsKnown(graph[_unread[index]], other))
                continue;
            _unread.RemoveAt(index);
            if (index < _counts.Count)
                _counts.RemoveAt(index);
            else
                _atLeast = 0;
        }
    }

    /// <summary>Counts the relationships of a part of the level.</summary>
    /// <param name="other">The size of the other side: how much more there is does not matter.</param>
    public async ValueTask CountAsync(long other)
    {
        var part = _counts.Count == 0 ? _unread.Take(FirstCounted) : _unread.Skip(_counts.Count);
        var enough = 2 * other;
        var counts = await expander.CountAsync(hops, [.. part], (int)Math.Min(PageLimits.MaxTraversed, enough) + 1).ConfigureAwait(false);
        var sum = counts.Sum(count => (long)count);
        _atLeast = enough < PageLimits.MaxTraversed && sum > enough ? sum : 0;
        if (_atLeast == 0)
            _counts.AddRange(counts);
    }

    /// <summary>Expands the level.</summary>
    /// <param name="other">The other side.</param>
    /// <param name="isLast">Whether nothing is expanded after it, so that only what the other side has reached matters.</param>
    public async ValueTask ExpandAsync(PathSide other, bool isLast)
    {
        var known = _level.FindAll(node => IsKnown(node, other));
        var found = new List<FoundRelationship>();
        var isFew = isLast && other._reached.Count <= Math.Min(MaxAmong, Size / RelationshipsPerNode);
        var among = isFew ? other._reached.Select(graph.IdOf).ToArray() : null;
        var whole = await expander.ExpandAsync(hops, [.. _unread], [.. _counts], among, found).ConfigureAwait(false);
        var next = new HashSet<int>();
        foreach (var relationship in found)
        {
            var (node, to) = (graph[relationship.Node], graph[relationship.Other]);
            Reach(to, next);
            // The other side has read it already if it has expanded the node to which it leads.
            if (!other._expanded.Contains(to))
                graph.Add(isStart ? node : to, isStart ? to : node, relationship);
        }
        foreach (var node in known)
            Reuse(node, other, next);
        _expanded.UnionWith(known);
        _expanded.UnionWith(_unread.Take(whole).Select(id => graph[id]));
        _level = [.. next.OrderBy(graph.IdOf, CodePointOrder.Instance)];
        (_unread, _counts, _atLeast) = ([.. _level.Select(graph.IdOf)], [], 0);
    }

    private bool IsKnown(int node, PathSide other) => isSymmetric && other._expanded.Contains(node);

    /// <summary>Walks the relationships of a node that the other side has read, in the opposite direction.</summary>
    private void Reuse(int node, PathSide other, HashSet<int> next)
    {
        var read = isStart ? graph.PreviousOf(node) : graph.NextOf(node);
        while (read >= 0)
        {
            var relationship = graph.RelationshipOf(read);
            var to = isStart ? graph.TakePrevious(ref read) : graph.TakeNext(ref read);
            Reach(to, next);
            if (!other._expanded.Contains(to))
                graph.Add(isStart ? node : to, isStart ? to : node, relationship);
        }
    }

    private void Reach(int node, HashSet<int> next)
    {
        if (_reached.Add(node))
            next.Add(node);
    }
}
