using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>What is reached from one end of paths: levels of nodes, each expanded once.</summary>
internal sealed class PathSide
{
    /// <summary>If so many relationships are allowed, they are counted before they are read: reading too many takes longer.</summary>
    private const int MinCounted = 16_000;

    /// <summary>Looking a node up costs a store as much as reading so many relationships.</summary>
    private const int RelationshipsPerNode = 16;

    private readonly WalkedGraph _graph;
    private readonly NodeExpander _expander;
    private readonly TraversalHops _hops;
    private readonly bool _isStart;
    private readonly bool _isSymmetric;
    private readonly List<FoundRelationship> _found = [];
    private readonly NodeNumbers _reached = new();
    private readonly NodeNumbers _expanded = new();

    /// <summary>The nodes of the level that is expanded next.</summary>
    private List<int> _level;

    /// <summary>Those of them of which the other side has read the relationships.</summary>
    private List<int> _known = [];

    /// <summary>Those of which it has not.</summary>
    private List<NodeKey> _unread;

    /// <summary>A side that has reached one node.</summary>
    /// <param name="graph">Receives the relationships.</param>
    /// <param name="expander">Reads them.</param>
    /// <param name="hops">The hops away from this end.</param>
    /// <param name="node">The end.</param>
    /// <param name="isStart">Whether it is the start of paths, and not their end.</param>
    /// <param name="isSymmetric">Whether the relationships of a node are the same for both sides.</param>
    public PathSide(WalkedGraph graph, NodeExpander expander, TraversalHops hops, int node, bool isStart, bool isSymmetric)
    {
        (_graph, _expander, _hops, _isStart, _isSymmetric) = (graph, expander, hops, isStart, isSymmetric);
        _reached.Add(node);
        _level = [node];
        _unread = [graph.KeyOf(node)];
    }

    /// <summary>Whether all that can be reached is expanded.</summary>
    public bool IsComplete => _level.Count == 0;

    /// <summary>The number of nodes that are expanded next.</summary>
    public int LevelSize => _unread.Count;

    /// <summary>Leaves the nodes out whose relationships the other side has read.</summary>
    public void Leave(PathSide other)
    {
        if (!_isSymmetric)
            return;
        _known = _level.FindAll(other._expanded.Contains);
        if (_level.Count - _known.Count == _unread.Count)
            return;
        _unread = [.. _level.Where(node => !other._expanded.Contains(node)).Select(_graph.KeyOf)];
    }

    /// <summary>Expands the level, if it has no more than <paramref name="most"/> relationships and the budget is enough.</summary>
    /// <param name="other">The other side.</param>
    /// <param name="isLast">Whether nothing is expanded after it, so that only what the other side has reached matters.</param>
    /// <param name="most">The number of relationships.</param>
    public async ValueTask<bool> TryExpandAsync(PathSide other, bool isLast, int most)
    {
        most = Math.Min(most, _expander.Remaining);
        _found.Clear();
        var isCounted = most >= MinCounted;
        var count = isCounted
            ? await _expander.CountAsync(_hops, _unread, most + 1).ConfigureAwait(false)
            : await _expander.ReadAsync(_hops, _unread, most, _found).ConfigureAwait(false);
        if (count > most)
            return false;
        if (isCounted && isLast && other._reached.Count <= count / RelationshipsPerNode)
            await _expander.ReadAmongAsync(_hops, _unread, [.. other._reached.All.Select(_graph.KeyOf)], _found).ConfigureAwait(false);
        else if (isCounted)
            await _expander.ReadAsync(_hops, _unread, most, _found).ConfigureAwait(false);
        _expander.Spend(count);
        Expand(_unread, other);
        return true;
    }

    /// <summary>Expands as much of the level as the budget is enough for.</summary>
    public async ValueTask ExpandPartlyAsync(PathSide other)
    {
        _found.Clear();
        var whole = await _expander.ExhaustAsync(_hops, _unread, _found).ConfigureAwait(false);
        await _expander.ReadAsync(_hops, whole, int.MaxValue, _found).ConfigureAwait(false);
        Expand(whole, other);
    }

    private void Expand(IReadOnlyList<NodeKey> whole, PathSide other)
    {
        var next = new List<int>();
        Add(other, next);
        foreach (var node in _known)
            Reuse(node, other, next);
        foreach (var node in _known)
            _expanded.Add(node);
        foreach (var key in whole)
            _expanded.Add(_graph[key]);
        _level = next;
        _unread = next.ConvertAll(_graph.KeyOf);
        _known = [];
    }

    private void Add(PathSide other, List<int> next)
    {
        // The relationships of a node mostly follow each other.
        var (key, node) = (default(NodeKey), -1);
        foreach (var relationship in _found)
        {
            if (node < 0 || relationship.Node != key)
                (key, node) = (relationship.Node, _graph[relationship.Node]);
            var to = _graph[relationship.Other];
            if (_reached.Add(to))
                next.Add(to);
            // The other side has read it already if it has expanded the node to which it leads.
            if (!other._expanded.Contains(to))
                _graph.Add(_isStart ? node : to, _isStart ? to : node, relationship, _isStart);
        }
    }

    /// <summary>Walks the relationships of a node that the other side has read, in the opposite direction.</summary>
    private void Reuse(int node, PathSide other, List<int> next)
    {
        for (var read = _isStart ? _graph.PreviousOf(node) : _graph.NextOf(node); read >= 0;)
        {
            var relationship = read;
            var to = _isStart ? _graph.TakePrevious(ref read) : _graph.TakeNext(ref read);
            if (_reached.Add(to))
                next.Add(to);
            if (!other._expanded.Contains(to))
                _graph.AddReversed(relationship);
        }
    }
}
