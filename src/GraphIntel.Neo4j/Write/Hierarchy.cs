using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>A to-one relationship within a type, read as a forest.</summary>
internal sealed class Hierarchy
{
    /// <summary>The number of levels that one statement walks up; enough for most hierarchies.</summary>
    private const int Stride = 16;

    private readonly List<string> _ids = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _parents = [];

    private Hierarchy()
    {
    }

    /// <summary>The ids of a cycle in or above these nodes, or anywhere if none are given; null if there is none.</summary>
    public static async Task<IReadOnlyList<string>?> FindCycleAsync(
        Transaction transaction, RelationshipType type, IReadOnlyCollection<string>? nodes, CancellationToken cancellation)
    {
        var forest = new Hierarchy();
        if (nodes is null)
            await forest.ReadAllAsync(transaction, type, cancellation).ConfigureAwait(false);
        else
            await forest.ReadAboveAsync(transaction, type, nodes, cancellation).ConfigureAwait(false);
        var starts = Enumerable.Range(0, nodes?.Count ?? forest._ids.Count);
        var cycle = HierarchyCycle.Find(
            starts, node => forest._parents.TryGetValue(node, out var parent) ? parent : null, cancellation);
        return cycle?.Select(key => forest._ids[key]).ToList();
    }

    private async Task ReadAllAsync(Transaction transaction, RelationshipType type, CancellationToken cancellation)
    {
        var cursor = await transaction.RunAsync(
            $"CYPHER 5 MATCH (c:{Names.Label(type.Source)}){Step(type)}(p) " +
            $"RETURN {Names.DisplayName("c")} AS child, {Names.DisplayName("p")} AS parent ORDER BY child, parent",
            Parameters.Of(null), cancellation).ConfigureAwait(false);
        while (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
            Add(cursor);
    }

    private void Add(ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var child = Key(reader.ReadString());
        _parents.TryAdd(child, Key(reader.ReadString()));
    }

    /// <summary>Reads the ancestors of nodes, a stride at a time.</summary>
    private async Task ReadAboveAsync(
        Transaction transaction, RelationshipType type, IReadOnlyCollection<string> nodes, CancellationToken cancellation)
    {
        var text =
            $"CYPHER 5 {LookupText.Match(type.Source, "c")} MATCH (c){Step(type, $"*0..{Stride - 1}")}(a){Step(type)}(p) " +
            $"RETURN DISTINCT {Names.DisplayName("a")}, {Names.DisplayName("p")}";
        foreach (var node in nodes)
            Key(node);
        for (var read = 0; read < _ids.Count;)
        {
            // Nodes with a known parent were read already.
            var ends = Enumerable.Range(read, _ids.Count - read).Where(key => !_parents.ContainsKey(key)).Select(key => _ids[key]).ToList();
            read = _ids.Count;
            foreach (var chunk in Chunks.Of(ends))
            {
                var cursor = await transaction.RunAsync(text, Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
                while (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                    Add(cursor);
            }
        }
    }

    private int Key(string id)
    {
        if (!_keys.TryGetValue(id, out var key))
        {
            _keys.Add(id, key = _ids.Count);
            _ids.Add(id);
        }

        return key;
    }

    private static string Step(RelationshipType type, string times = "") =>
        type.OnePerSource ? $"-[:{Names.Type(type)}{times}]->" : $"<-[:{Names.Type(type)}{times}]-";
}
