using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>One key of an order. Two keys of the same name are the same key.</summary>
internal sealed record OrderKey(string Name, bool IsDescending, Func<Item, object?> Value);

/// <summary>The whole order of a connection.</summary>
internal sealed class Order
{
    private readonly MemoryGraph _graph;
    private readonly string _type;
    private readonly List<OrderKey> _keys = [];

    /// <summary>Reads <c>order</c> and ends it with the ids.</summary>
    /// <param name="graph">The graph, for keys through a relationship.</param>
    /// <param name="order">The argument; null where there is none.</param>
    /// <param name="target">The type of the entries.</param>
    /// <param name="by">The relationships that lead to them; null where none do.</param>
    /// <param name="isPath">Whether a path leads to them.</param>
    public Order(MemoryGraph graph, object? order, ElementType target, RelationshipField? by, bool isPath)
    {
        _graph = graph;
        _type = target.Name;
        foreach (var entry in order is null ? [] : Inputs.AsList(order))
        {
            var (name, value) = ((Dictionary<string, object?>)entry!).Single();
            if (name != "edge")
                AddFact("", target, item => item.Node, name, value!);
            else if (isPath)
                Add("edge.depth", (string)((Dictionary<string, object?>)value!)["depth"]!, item => item.Depth);
            else
                AddSingle("edge.", by!.Relationship, item => item.Relationship, value!);
        }
        if (_keys.Count == 0 && isPath)
            Add("edge.depth", "ASC", item => item.Depth);
        var last = _keys.Count > 0 && _keys[^1].IsDescending ? "DESC" : "ASC";
        Add("id", last, item => item.Node.Id);
        // In one list the node tells a relationship whose id is made of its ends, unless it may lead either way.
        if (by is { Relationship.Id: not null } or { Direction: Direction.Both })
            Add("edge.id", last, item => item.Relationship!.Id);
    }

    /// <summary>What is ordered and by which keys, in words.</summary>
    public string Name => $"{_type} by " + string.Join(", ", _keys.Select(key => $"{key.Name}{(key.IsDescending ? " DESC" : "")}"));

    /// <summary>The values by which an entry is ordered.</summary>
    public object?[] ValuesOf(Item item) => [.. _keys.Select(key => key.Value(item))];

    /// <summary>Compares the values of two entries.</summary>
    public int Compare(object?[] left, object?[] right)
    {
        for (var i = 0; i < _keys.Count; i++)
        {
            var order = Values.Compare(left[i], right[i]);
            if (order != 0)
                return _keys[i].IsDescending ? -order : order;
        }
        return 0;
    }

    private void Add(string name, string direction, Func<Item, object?> value)
    {
        if (_keys.TrueForAll(key => key.Name != name))
            _keys.Add(new OrderKey(name, direction == "DESC", value));
    }

    private void AddSingle(string prefix, ElementType type, Func<Item, MemoryFact?> at, object value)
    {
        var (name, inner) = ((Dictionary<string, object?>)value).Single();
        AddFact(prefix, type, at, name, inner!);
    }

    // A key of a node or a relationship, or through one.
    private void AddFact(string prefix, ElementType type, Func<Item, MemoryFact?> at, string name, object value)
    {
        var further = $"{prefix}{name}.";
        if (type is RelationshipType relationship)
        {
            if (name == "id")
            {
                Add(prefix + name, (string)value, item => at(item)?.Id);
                return;
            }
            if (name is "source" or "target")
            {
                var end = name == "source" ? relationship.Source : relationship.Target;
                AddSingle(further, end, item => (at(item) as MemoryRelationship)?.End(name), value);
                return;
            }
        }
        switch (type.Fields.Single(field => field.Name == name))
        {
            case PropertyField { Property: { Kind: ScalarKind.Point } property }:
                AddDistance(prefix + name, item => at(item)?.Get(property), value);
                break;
            case PropertyField { Property: var property }:
                Add(prefix + name, (string)value, item => at(item)?.Get(property));
                break;
            case RelationshipField field:
                Item? Through(Item item) =>
                    at(item) is MemoryNode node ? Hops.Show(_graph, node, field, HopConditions.Default) : null;
                var (inner, innerValue) = ((Dictionary<string, object?>)value).Single();
                if (inner == "edge")
                    AddSingle(further + "edge.", field.Relationship, item => Through(item)?.Relationship, innerValue!);
                else
                    AddFact(further, field.Target, item => Through(item)?.Node, inner, innerValue!);
                break;
            case var field:
                throw new NotSupportedException(field.Name);
        }
    }

    // Another point is another key. A coordinate of -0 is one of 0.
    private void AddDistance(string name, Func<Item, object?> at, object value)
    {
        var distance = (Dictionary<string, object?>)((Dictionary<string, object?>)value)["distance"]!;
        var from = Points.Read(distance["from"]!);
        Add(
            FormattableString.Invariant($"{name}.distance({from.Latitude + 0.0:R}, {from.Longitude + 0.0:R})"),
            distance.GetValueOrDefault("direction") as string ?? "ASC",
            item => at(item) is GeoPoint point ? Points.Distance(from, point) : null);
    }
}
