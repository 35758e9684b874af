using GraphIntel.Core.Model;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>The integer keys behind node ids, remembered for one batch: a node has often many relationships in it.</summary>
internal sealed class NodeKeys(StatementCache statements)
{
    private readonly Dictionary<NodeType, Dictionary<string, long>> _known = [];

    /// <summary>The key of the node; null where there is none of that id and type.</summary>
    public long? Find(NodeType type, string id)
    {
        var known = Of(type);
        if (known.TryGetValue(id, out var key))
            return key;
        var select = statements.Get($"SELECT {Names.Key} FROM {Names.Table(type)} WHERE {Names.Id} = ?1");
        select.Bind(1, id);
        if (select.Scalar() is not { } found)
            return null;
        known.Add(id, found);
        return found;
    }

    /// <summary>Remembers the key of a node just written.</summary>
    public void Add(NodeType type, string id, long key) => Of(type)[id] = key;

    /// <summary>The id of a node that is there.</summary>
    public string IdOf(NodeType type, long key)
    {
        var select = statements.Get($"SELECT {Names.Id} FROM {Names.Table(type)} WHERE {Names.Key} = ?1");
        select.Bind(1, key);
        var id = select.Step() ? select.Text(0) : null;
        select.Reset();
        return id ?? "";
    }

    private Dictionary<string, long> Of(NodeType type)
    {
        if (!_known.TryGetValue(type, out var known))
            _known.Add(type, known = new Dictionary<string, long>(StringComparer.Ordinal));
        return known;
    }
}
