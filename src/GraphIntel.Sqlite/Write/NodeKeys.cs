using GraphIntel.Core.Model;
using GraphIntel.Sqlite.Connection;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// A cache of the integer keys of node ids, and of values that relationships copy, for one transaction: a node often has many
/// relationships in it.
/// </summary>
internal sealed class NodeKeys(StatementCache statements)
{
    private readonly Dictionary<NodeType, Dictionary<string, long>> _cached = [];
    private readonly Dictionary<(NodeType Type, Property Property), Dictionary<long, object?>> _values = [];

    /// <summary>The key of a node; null if there is none with this id and type.</summary>
    public long? Find(NodeType type, string id)
    {
        var cached = Of(type);
        if (cached.TryGetValue(id, out var key))
            return key;
        var select = statements.Get($"SELECT {Names.Key} FROM {Names.Table(type)} WHERE {Names.Id} = ?1");
        select.Bind(1, id);
        if (select.Scalar() is not { } found)
            return null;
        cached.Add(id, found);
        return found;
    }

    /// <summary>The key of a node that exists.</summary>
    public long Require(NodeType type, string id) =>
        Find(type, id) ?? throw new ArgumentException($"no {type} has this id", nameof(id));

    /// <summary>Adds the key of a node that was just read or written.</summary>
    public void Add(NodeType type, string id, long key) => Of(type)[id] = key;

    /// <summary>Removes a node that was deleted.</summary>
    public void Remove(NodeType type, string id)
    {
        if (!Of(type).Remove(id, out var key))
            return;
        // Another node can get its key.
        foreach (var (copied, values) in _values)
        {
            if (copied.Type == type)
                values.Remove(key);
        }
    }

    /// <summary>The value of a property that relationships copy, of a node that exists: as in a row or as stored.</summary>
    public object? ValueOf(NodeType type, Property property, long key)
    {
        var values = ValuesOf(type, property);
        if (values.TryGetValue(key, out var value))
            return value;
        var select = statements.Get($"SELECT {Names.Column(property)} FROM {Names.Table(type)} WHERE {Names.Key} = ?1");
        select.Bind(1, key);
        value = select.Step() ? select.Value(0) : null;
        select.Reset();
        values.Add(key, value);
        return value;
    }

    /// <summary>Adds the value of a property of a node that was just written.</summary>
    public void Add(NodeType type, Property property, long key, object? value) => ValuesOf(type, property)[key] = value;

    /// <summary>The id of a node that exists.</summary>
    public string IdOf(NodeType type, long key)
    {
        var select = statements.Get($"SELECT {Names.Id} FROM {Names.Table(type)} WHERE {Names.Key} = ?1");
        select.Bind(1, key);
        var id = select.Step() ? select.Text(0) : null;
        select.Reset();
        return id ?? "";
    }

    private Dictionary<long, object?> ValuesOf(NodeType type, Property property)
    {
        if (!_values.TryGetValue((type, property), out var values))
            _values.Add((type, property), values = []);
        return values;
    }

    private Dictionary<string, long> Of(NodeType type)
    {
        if (!_cached.TryGetValue(type, out var cached))
            _cached.Add(type, cached = new Dictionary<string, long>(StringComparer.Ordinal));
        return cached;
    }
}
