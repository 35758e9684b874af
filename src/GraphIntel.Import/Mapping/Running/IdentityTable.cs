using GraphIntel.Core.Model;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>The nodes that can come from several rows, by id. One place knows what an import makes and refers to.</summary>
internal sealed class IdentityTable
{
    private readonly Dictionary<string, Identity> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<RelationshipType, Dictionary<Identity, Identity>> _above = [];

    /// <summary>All of them, in the order of their first occurrence.</summary>
    public IEnumerable<Identity> All => _byId.Values;

    /// <summary>The node of that id, which is added if it is new.</summary>
    public Identity Get(string id, int file, int line)
    {
        if (!_byId.TryGetValue(id, out var identity))
            _byId.Add(id, identity = new Identity(id) { First = (file, line) });
        return identity;
    }

    /// <summary>Notes what a node is below in a hierarchy.</summary>
    public void NoteAbove(RelationshipType type, Identity source, Identity target)
    {
        if (!_above.TryGetValue(type, out var above))
            _above.Add(type, above = []);
        if (source != target)
            above.TryAdd(type.OnePerSource ? source : target, type.OnePerSource ? target : source);
    }

    /// <summary>The cycles of hierarchies: nodes that are above themselves.</summary>
    public IEnumerable<(RelationshipType Type, List<Identity> Nodes)> FindCycles()
    {
        foreach (var (type, above) in _above)
        {
            var walks = new Dictionary<Identity, int>();
            foreach (var start in above.Keys)
            {
                var (walk, node) = (walks.Count, start);
                while (walks.TryAdd(node, walk) && above.TryGetValue(node, out var next))
                    node = next;
                // Otherwise it ended at the top, or where another walk has been.
                if (walks[node] == walk && above.ContainsKey(node))
                    yield return (type, CycleOf(above, node));
            }
        }
    }

    /// <summary>
    /// Puts what nodes were found to be into lists of ids that were read before that; what is missing is left out of them.
    /// </summary>
    public void Resolve(EntryPlan entry, object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (entry.Columns[index].IsHidden && values[index] is string[] ids)
                values[index] = ids.Select(id => _byId.GetValueOrDefault(id) is { } identity ? identity.IsMissing ? null : identity.Id : id).OfType<string>().Distinct().ToArray();
        }
    }

    private static List<Identity> CycleOf(Dictionary<Identity, Identity> above, Identity first)
    {
        List<Identity> cycle = [first];
        for (var node = above[first]; node != first; node = above[node])
            cycle.Add(node);
        return cycle;
    }
}
