using GraphIntel.Core.Planning;
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

    private readonly HashSet<int> _reached = [];
    private readonly HashSet<int> _expanded = [];

    /// <summary>The nodes of the level that is expanded next, by id.</summary>
    private List<int> _level = [];

    /// <summary>Those of them of which the other side has not read the relationships, and the numbers of these.</summary>
    private (string[] Ids, int[] Counts) _unread = ([], []);

    private bool _isCounted;

    /// <summary>Whether all that can be reached is expanded.</summary>
    public bool IsComplete => _level.Count == 0;

    /// <summary>The number of relationships to look at for the next level.</summary>
    public long Size => _unread.Counts.Sum(count => (long)count);

    /// <summary>Starts at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="count">The number of its relationships.</param>
    public void Start(int node, int count)
    {
        _reached.Add(node);
        _level = [node];
        _unread = ([graph.IdOf(node)], [count]);
        _isCounted = true;
    }

    /// <summary>Prepares the choice of a side: counts the relationships of the level that the other side has not read.</summary>
    public async ValueTask CountAsync(PathSide other)
    {
        if (_isCounted)
        {
            int[] kept = [.. Enumerable.Range(0, _unread.Ids.Length).Where(index => !IsKnown(graph[_unread.Ids[index]], other))];
            _unread = (Array.ConvertAll(kept, index => _unread.Ids[index]), Array.ConvertAll(kept, index => _unread.Counts[index]));
            return;
        }
        string[] ids = [.. _level.Where(node => !IsKnown(node, other)).Select(graph.IdOf)];
        _unread = (ids, await expander.CountAsync(hops, ids).ConfigureAwait(false));
        _isCounted = true;
    }

    /// <summary>Expands the level.</summary>
    /// <param name="other">The other side.</param>
    /// <param name="isLast">Whether nothing is expanded after it, so that only what the other side has reached matters.</param>
    public async ValueTask ExpandAsync(PathSide other, bool isLast)
    {
        var known = _level.FindAll(node => IsKnown(node, other));
        var found = new List<FoundRelationship>();
        var among = isLast && other._reached.Count <= MaxAmong ? other._reached.Select(graph.IdOf).ToArray() : null;
        var whole = await expander.ExpandAsync(hops, _unread.Ids, _unread.Counts, among, found).ConfigureAwait(false);
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
        _expanded.UnionWith(_unread.Ids.Take(whole).Select(id => graph[id]));
        _level = [.. next.OrderBy(graph.IdOf, CodePointOrder.Instance)];
        _isCounted = false;
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
