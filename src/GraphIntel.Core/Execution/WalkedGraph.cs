using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// The relationships that a search for paths has read, each in the direction in which it can be walked. Nodes and relationships have
/// numbers; the relationships of a node are linked lists. The ids of nodes are read where they are needed.
/// </summary>
internal sealed class WalkedGraph
{
    private readonly Dictionary<NodeKey, int> _numbers = [];
    private readonly List<NodeKey> _keys = [];
    private readonly List<string?> _ids = [];
    private readonly List<(int Next, int Previous)> _last = [];
    private readonly List<Walked> _relationships = [];

    /// <summary>The number of nodes.</summary>
    public int Count => _keys.Count;

    /// <summary>The number of a node.</summary>
    public int this[NodeKey key]
    {
        get
        {
            if (_numbers.TryGetValue(key, out var known))
                return known;
            _numbers.Add(key, _keys.Count);
            _keys.Add(key);
            _ids.Add(null);
            _last.Add((-1, -1));
            return _keys.Count - 1;
        }
    }

    /// <summary>The key of a node.</summary>
    public NodeKey KeyOf(int node) => _keys[node];

    /// <summary>The id of a node, which was read.</summary>
    public string IdOf(int node) => _ids[node]!;

    /// <summary>Reads the ids of nodes that are not read yet.</summary>
    public async ValueTask ReadIdsAsync(ITraversalReader reader, IEnumerable<int> nodes)
    {
        int[] unread = [.. nodes.Where(node => _ids[node] is null)];
        if (unread.Length == 0)
            return;
        var ids = await reader.IdsOfAsync([.. unread.Select(KeyOf)]).ConfigureAwait(false);
        for (var index = 0; index < unread.Length; index++)
            _ids[unread[index]] = ids[index];
    }

    /// <summary>The id of a relationship, whose nodes' ids were read.</summary>
    public string RelationshipIdOf(int relationship)
    {
        var walked = _relationships[relationship];
        return walked.StoredId ?? (walked.IsAlong
            ? walked.Hop.Type.DeriveId(IdOf(walked.From), IdOf(walked.To))
            : walked.Hop.Type.DeriveId(IdOf(walked.To), IdOf(walked.From)));
    }

    /// <summary>The last relationship added that leads on from a node towards the end; -1 if there is none.</summary>
    public int NextOf(int node) => _last[node].Next;

    /// <summary>The last relationship added that leads to a node from the start; -1 if there is none.</summary>
    public int PreviousOf(int node) => _last[node].Previous;

    /// <summary>Moves to the relationship that was added before, leading on from the same node; returns the node to which the current one leads.</summary>
    public int TakeNext(ref int relationship)
    {
        var walked = _relationships[relationship];
        relationship = walked.BeforeFrom;
        return walked.To;
    }

    /// <summary>Moves to the relationship that was added before, leading to the same node; returns the node from which the current one leads.</summary>
    public int TakePrevious(ref int relationship)
    {
        var walked = _relationships[relationship];
        relationship = walked.BeforeTo;
        return walked.From;
    }

    /// <summary>Adds a relationship that can be walked from one node to another.</summary>
    /// <param name="from">The node nearer to the start.</param>
    /// <param name="to">The node nearer to the end.</param>
    /// <param name="found">The relationship.</param>
    /// <param name="isRead">Whether it was read from the node nearer to the start.</param>
    public void Add(int from, int to, FoundRelationship found, bool isRead) =>
        Add(from, to, found.Hop, found.StoredId, isAlong: found.Hop.IsOut == isRead);

    /// <summary>Adds one that is there in the opposite direction.</summary>
    public void AddReversed(int relationship)
    {
        var walked = _relationships[relationship];
        Add(walked.To, walked.From, walked.Hop, walked.StoredId, !walked.IsAlong);
    }

    private void Add(int from, int to, TraversalHop hop, string? storedId, bool isAlong)
    {
        _relationships.Add(new Walked(from, to, _last[from].Next, _last[to].Previous, hop, storedId, isAlong));
        _last[from] = _last[from] with { Next = _relationships.Count - 1 };
        _last[to] = _last[to] with { Previous = _relationships.Count - 1 };
    }

    /// <summary>
    /// A relationship, those added before it that lead on from, and to, the same node, and whether it leads from its source to its target.
    /// </summary>
    private readonly record struct Walked(int From, int To, int BeforeFrom, int BeforeTo, TraversalHop Hop, string? StoredId, bool IsAlong);
}

/// <summary>A set of nodes of a graph, by their numbers.</summary>
internal sealed class NodeNumbers
{
    private bool[] _has = [];

    /// <summary>The number of nodes.</summary>
    public int Count { get; private set; }

    /// <summary>Its nodes, in ascending order of their numbers.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, _has.Length).Where(Contains);

    /// <summary>Whether it contains a node.</summary>
    public bool Contains(int node) => node < _has.Length && _has[node];

    /// <summary>Adds a node; false if it is there.</summary>
    public bool Add(int node)
    {
        if (node >= _has.Length)
            Array.Resize(ref _has, Math.Max(node + 1, 2 * _has.Length));
        if (_has[node])
            return false;
        _has[node] = true;
        Count++;
        return true;
    }
}
