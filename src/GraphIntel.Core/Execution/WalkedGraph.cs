using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// The relationships that a search for paths has read, each in the direction in which it can be walked. Nodes and relationships have
/// numbers; the relationships of a node are linked lists.
/// </summary>
internal sealed class WalkedGraph
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<(int Next, int Previous)> _last = [];
    private readonly List<Walked> _relationships = [];

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
            _last.Add((-1, -1));
            return _ids.Count - 1;
        }
    }

    /// <summary>The id of a node.</summary>
    public string IdOf(int node) => _ids[node];

    /// <summary>The relationship with a number.</summary>
    public FoundRelationship RelationshipOf(int number) => _relationships[number].Found;

    /// <summary>The last relationship added that leads on from a node towards the end; -1 if there is none.</summary>
    public int NextOf(int node) => _last[node].Next;

    /// <summary>The last relationship added that leads to a node from the start; -1 if there is none.</summary>
    public int PreviousOf(int node) => _last[node].Previous;

    /// <summary>Moves to the relationship that was added before, leading on from the same node; returns the node to which the current one leads.</summary>
    public int TakeNext(ref int relationship)
    {
        var (_, to, before, _, _) = _relationships[relationship];
        relationship = before;
        return to;
    }

    /// <summary>Moves to the relationship that was added before, leading to the same node; returns the node from which the current one leads.</summary>
    public int TakePrevious(ref int relationship)
    {
        var (from, _, _, before, _) = _relationships[relationship];
        relationship = before;
        return from;
    }

    /// <summary>Adds a relationship that can be walked from one node to another.</summary>
    public void Add(int from, int to, FoundRelationship found)
    {
        _relationships.Add(new Walked(from, to, _last[from].Next, _last[to].Previous, found));
        _last[from] = _last[from] with { Next = _relationships.Count - 1 };
        _last[to] = _last[to] with { Previous = _relationships.Count - 1 };
    }

    /// <summary>A relationship, and those added before it that lead on from, and to, the same node.</summary>
    private readonly record struct Walked(int From, int To, int BeforeFrom, int BeforeTo, FoundRelationship Found);
}
