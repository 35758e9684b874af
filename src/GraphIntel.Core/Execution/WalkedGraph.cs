using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>The relationships that a search for paths has read, each in the direction in which it can be walked. Nodes have numbers.</summary>
internal sealed class WalkedGraph
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<List<WalkedRelationship>> _next = [];
    private readonly List<List<WalkedRelationship>> _previous = [];

    /// <summary>The number of nodes.</summary>
    public int Count => _ids.Count;

    /// <summary>The number of a node.</summary>
    public int this[string id]
    {
        get
        {
            if (_numbers.TryGetValue(id, out var known))
                return known;
            _numbers.Add(id, _ids.Count);
            _ids.Add(id);
            _next.Add([]);
            _previous.Add([]);
            return _ids.Count - 1;
        }
    }

    /// <summary>The id of a node.</summary>
    public string IdOf(int node) => _ids[node];

    /// <summary>The relationships that lead on from a node towards the end.</summary>
    public IReadOnlyList<WalkedRelationship> NextOf(int node) => _next[node];

    /// <summary>The relationships that lead to a node from the start.</summary>
    public IReadOnlyList<WalkedRelationship> PreviousOf(int node) => _previous[node];

    /// <summary>Adds a relationship that can be walked from one node to another.</summary>
    public void Add(int from, int to, FoundRelationship relationship)
    {
        _next[from].Add(new WalkedRelationship(to, relationship));
        _previous[to].Add(new WalkedRelationship(from, relationship));
    }
}

/// <summary>A relationship from a node of a <see cref="WalkedGraph"/>.</summary>
/// <param name="Node">The node at its other end.</param>
/// <param name="Relationship">The relationship.</param>
internal readonly record struct WalkedRelationship(int Node, FoundRelationship Relationship);
