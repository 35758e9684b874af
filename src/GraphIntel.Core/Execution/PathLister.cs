using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Lists simple paths through a graph that was read, length by length: by the ids of their nodes, then by those of their
/// relationships. Only nodes are visited from which the end can be reached with the relationships that are left.
/// </summary>
internal sealed class PathLister(WalkedGraph graph, int start, int end, int first, ITraversalReader reader, CancellationToken cancellation)
{
    /// <summary>
    /// The maximum number of nodes visited: a walk of the right length can exist where each one visits a node twice, so that their
    /// number is not limited by that of the paths.
    /// </summary>
    private const int MaxVisits = 1_000_000;

    private const int CancellationCheckInterval = 1_024;

    private readonly NumberedIds _nodes = new();
    private readonly NumberedIds _relationships = new();
    private readonly List<FoundPath> _paths = [];
    private readonly List<int> _visited = [];
    private readonly List<string[]> _choices = [];
    private readonly Dictionary<(int Node, int Position), List<Neighbor>> _neighbors = [];
    private int[] _positions = [];
    private int _visits;

    /// <summary>Whether paths were left out.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The paths, as indexes in <see cref="Nodes"/> and <see cref="Relationships"/>.</summary>
    public IReadOnlyList<FoundPath> Paths => _paths;

    /// <summary>The ids of their nodes, each once.</summary>
    public string[] Nodes => [.. _nodes.Ids];

    /// <summary>The ids of their relationships, each once.</summary>
    public string[] Relationships => [.. _relationships.Ids];

    /// <summary>Lists the paths with a number of relationships.</summary>
    public async ValueTask ListAsync(int length)
    {
        _neighbors.Clear();
        if (!FindPositions(length))
            return;
        await graph.ReadIdsAsync(reader, [start, end]).ConfigureAwait(false);
        _visited.Add(start);
        await VisitAsync(start, 0, length).ConfigureAwait(false);
        _visited.Clear();
    }

    /// <summary>
    /// Finds at which positions each node can be on a walk of a length from the start to the end, which are nowhere between; false
    /// if there is no such walk.
    /// </summary>
    private bool FindPositions(int length)
    {
        if (length == 0)
            return start == end;
        _positions = new int[graph.Count];
        var levels = new List<int>[length + 1];
        levels[0] = [start];
        _positions[start] = 1;
        for (var position = 1; position <= length; position++)
        {
            cancellation.ThrowIfCancellationRequested();
            levels[position] = [];
            foreach (var node in levels[position - 1])
            {
                for (var next = graph.NextOf(node); next >= 0;)
                {
                    var to = graph.TakeNext(ref next);
                    if (to != start && to == end == (position == length) && !IsAt(to, position))
                    {
                        _positions[to] |= 1 << position;
                        levels[position].Add(to);
                    }
                }
            }
        }
        for (var position = length - 1; position >= 0; position--)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var node in levels[position])
            {
                if (!LeadsTo(node, position + 1))
                    _positions[node] &= ~(1 << position);
            }
        }
        return IsAt(start, 0);
    }

    private bool IsAt(int node, int position) => (_positions[node] & (1 << position)) != 0;

    private bool LeadsTo(int node, int position)
    {
        for (var next = graph.NextOf(node); next >= 0;)
        {
            if (IsAt(graph.TakeNext(ref next), position))
                return true;
        }
        return false;
    }

    /// <summary>Continues a path at a node; false if no further path is listed.</summary>
    private async ValueTask<bool> VisitAsync(int node, int position, int length)
    {
        if (position == length)
            return AddPaths(0, []);
        foreach (var neighbor in await NeighborsOfAsync(node, position).ConfigureAwait(false))
        {
            if (_visited.Contains(neighbor.Node))
                continue;
            if (++_visits > MaxVisits)
            {
                IsTruncated = true;
                return false;
            }
            if (_visits % CancellationCheckInterval == 0)
                cancellation.ThrowIfCancellationRequested();
            _visited.Add(neighbor.Node);
            _choices.Add(neighbor.Relationships);
            var goesOn = await VisitAsync(neighbor.Node, position + 1, length).ConfigureAwait(false);
            _visited.RemoveAt(_visited.Count - 1);
            _choices.RemoveAt(_choices.Count - 1);
            if (!goesOn)
                return false;
        }
        return true;
    }

    /// <summary>The nodes that follow a node at a position, by id, each with the relationships that lead there, by id.</summary>
    private async ValueTask<List<Neighbor>> NeighborsOfAsync(int node, int position)
    {
        if (_neighbors.TryGetValue((node, position), out var known))
            return known;
        var relationships = new Dictionary<int, List<int>>();
        for (var next = graph.NextOf(node); next >= 0;)
        {
            var relationship = next;
            var to = graph.TakeNext(ref next);
            if (!IsAt(to, position + 1))
                continue;
            if (!relationships.TryGetValue(to, out var parallel))
                relationships.Add(to, parallel = []);
            parallel.Add(relationship);
        }
        await graph.ReadIdsAsync(reader, relationships.Keys).ConfigureAwait(false);
        List<Neighbor> neighbors =
        [
            .. relationships.OrderBy(one => graph.IdOf(one.Key), CodePointOrder.Instance)
                .Select(one => new Neighbor(one.Key, [.. one.Value.Select(graph.RelationshipIdOf).Order(CodePointOrder.Instance)])),
        ];
        _neighbors.Add((node, position), neighbors);
        return neighbors;
    }

    /// <summary>Adds a path for each choice among parallel relationships; false if there are more than are listed.</summary>
    private bool AddPaths(int position, string[] chosen)
    {
        if (position < _choices.Count)
        {
            foreach (var relationship in _choices[position])
            {
                if (!AddPaths(position + 1, [.. chosen, relationship]))
                    return false;
            }
            return true;
        }
        if (_paths.Count == first)
        {
            IsTruncated = true;
            return false;
        }
        _paths.Add(new FoundPath(
            [.. _visited.Select(node => _nodes.NumberOf(graph.IdOf(node)))], Array.ConvertAll(chosen, _relationships.NumberOf)));
        return true;
    }

    /// <summary>A node that follows another.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Relationships">The ids of the relationships that lead there.</param>
    private sealed record Neighbor(int Node, string[] Relationships);

    /// <summary>Ids with numbers in the order in which they were first used.</summary>
    private sealed class NumberedIds
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public List<string> Ids { get; } = [];

        public int NumberOf(string id)
        {
            if (_numbers.TryAdd(id, Ids.Count))
                Ids.Add(id);
            return _numbers[id];
        }
    }
}
