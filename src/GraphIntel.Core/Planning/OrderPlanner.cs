using System.Text;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Planning;

/// <summary>Plans <c>order</c> as sort keys that make every row unique, and the fingerprint of its cursors.</summary>
internal sealed class OrderPlanner(PlanBuilder plan)
{
    /// <summary>
    /// The sort keys of an order over the rows of a source; <paramref name="order"/> is null if none was given.
    /// </summary>
    public (SortKey[] Keys, OrderFingerprint Fingerprint) Order(ListInput? order, Source source)
    {
        var keys = new List<NamedKey>();
        foreach (var item in order?.Items ?? [])
        {
            var (name, value) = ((ObjectInput)item).Fields.Single();
            Add(Key(name, value, source));
        }
        if (keys.Count == 0 && source.Walk is { } walk)
            Add(new NamedKey(new SortKey(new DepthOperand(walk), false, ScalarKind.Int, false), "edge.depth"));
        var descending = keys.Count > 0 && keys[^1].Key.Descending;
        Add(new NamedKey(new SortKey(new IdOperand(source.Item), descending, ScalarKind.Id, false), "id"));
        if (source is HopSource { Followed: var followed } hop && (followed.Relationship.Id is not null || hop.Direction == Direction.Both))
            Add(new NamedKey(new SortKey(new IdOperand(followed), descending, ScalarKind.Id, false), "edge.id"));
        return ([.. keys.Select(key => key.Key)], new OrderFingerprint(Cursor.Fingerprint(Describe(source, keys)), Coordinates(keys)));

        // A repeated key has no effect.
        void Add(NamedKey key)
        {
            if (!keys.Exists(known => IsSame(known, key)))
                keys.Add(key);
        }
    }

    private static string Describe(Source source, List<NamedKey> keys)
    {
        var description = new StringBuilder(source.Item.Type.Name);
        foreach (var key in keys)
            description.Append('|').Append(key.Name).Append(key.Key.Descending ? " DESC" : " ASC");
        return description.ToString();
    }

    private static Parameter[] Coordinates(List<NamedKey> keys) =>
        [.. keys.SelectMany(key => DistanceOperand.In(key.Key.Value) is { } distance ? new[] { distance.Latitude, distance.Longitude } : [])];

    private bool IsSame(NamedKey one, NamedKey other) => one.Name == other.Name && (one.From is null || IsSame(one.From, other.From!));

    private bool IsSame(ObjectInput point, ObjectInput other) =>
        IsSame(point, other, ArgumentNames.Latitude) && IsSame(point, other, ArgumentNames.Longitude);

    private bool IsSame(ObjectInput point, ObjectInput other, string coordinate)
    {
        var (one, two) = ((ScalarInput)point.Find(coordinate)!, (ScalarInput)other.Find(coordinate)!);
        plan.DependsOnNumbers |= (one.Source, two.Source) switch
        {
            (ConstantSource, ConstantSource) => false,
            (VariableSource given, VariableSource again) => !given.IsSame(again),
            _ => true,
        };
        return (double)ValueBinding.ToScalar(one.Current, ScalarKind.Float) == (double)ValueBinding.ToScalar(two.Current, ScalarKind.Float);
    }

    private NamedKey Key(string name, InputValue value, Source source)
    {
        if (source.Item is RelationshipAlias relationship)
            return EdgeKey(name, value, relationship);
        if (name != ArgumentNames.Edge)
            return NodeKey(name, value, (NodeAlias)source.Item);
        if (source.Walk is { } walk)
        {
            var (depth, given) = ((ObjectInput)value).Fields.Single();
            return new NamedKey(new SortKey(new DepthOperand(walk), IsDescending(given), ScalarKind.Int, false), "edge." + depth);
        }
        var (edgeName, edgeValue) = ((ObjectInput)value).Fields.Single();
        return EdgeKey(edgeName, edgeValue, source.Relationship!).In(name);
    }

    private NamedKey NodeKey(string name, InputValue value, NodeAlias node)
    {
        var field = node.Node.Fields.First(field => field.Name == name);
        if (field is PropertyField { Property: var property })
            return PropertyKey(node, property, value);

        // The only other fields in an order are to-one relationships.
        var one = (RelationshipField)field;
        var (innerName, innerValue) = ((ObjectInput)value).Fields.Single();
        var edge = plan.Relationship(one.Relationship);
        var target = plan.Node(one.Target);
        var hop = new HopSource(node, edge, one.Direction, true, target, new TimePlanner(plan, _ => null).On(edge));
        NamedKey inner;
        if (innerName == ArgumentNames.Edge)
        {
            var (edgeName, edgeValue) = ((ObjectInput)innerValue).Fields.Single();
            inner = EdgeKey(edgeName, edgeValue, edge).In(innerName);
        }
        else
        {
            inner = NodeKey(innerName, innerValue, target);
        }
        return inner.In(name) with { Key = inner.Key with { Value = new ThroughOperand(hop, inner.Key.Value), IsNullable = true } };
    }

    /// <summary>A key of a relationship: its id, a property, or a key of the node at one of its ends, which always exists.</summary>
    private NamedKey EdgeKey(string name, InputValue value, RelationshipAlias edge)
    {
        if (name == ArgumentNames.Id)
            return new NamedKey(new SortKey(new IdOperand(edge), IsDescending(value), ScalarKind.Id, false), name);
        if (name is not (ArgumentNames.Source or ArgumentNames.Target))
            return PropertyKey(edge, edge.Relationship.FindProperty(name)!, value);
        var end = plan.End(edge, name == ArgumentNames.Source);
        var (nodeName, nodeValue) = ((ObjectInput)value).Fields.Single();
        var inner = NodeKey(nodeName, nodeValue, end.Node);
        return inner.In(name) with { Key = inner.Key with { Value = new ThroughOperand(end, inner.Key.Value) } };
    }

    private NamedKey PropertyKey(Alias of, Property property, InputValue value)
    {
        if (property.Kind != ScalarKind.Point)
            return new NamedKey(new SortKey(FilterPlanner.ValueOf(of, property), IsDescending(value), property.Kind, !property.IsRequired), property.Name);

        var (name, given) = ((ObjectInput)value).Fields.Single();
        var distance = (ObjectInput)given;
        var from = (ObjectInput)distance.Find(ArgumentNames.From)!;
        var descending = distance.Find(ArgumentNames.Direction) is { } direction && IsDescending(direction);

        // Points that other tools wrote in another coordinate system have no distance, also where the model requires a point.
        var key = new SortKey(plan.Distance(of, property, from), descending, ScalarKind.Int, IsNullable: true);
        return new NamedKey(key, name, from).In(property.Name);
    }

    /// <summary>Whether a sort direction is descending.</summary>
    public static bool IsDescending(InputValue value) => value is ScalarInput { Current: ArgumentNames.Descending };

    /// <summary>A sort key with what distinguishes it from others of an order.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Name">The names that lead to it in the input, separated by dots.</param>
    /// <param name="From">The point from which it measures a distance; null if it is no distance.</param>
    private sealed record NamedKey(SortKey Key, string Name, ObjectInput? From = null)
    {
        /// <summary>The key inside a field of the input.</summary>
        public NamedKey In(string field) => this with { Name = $"{field}.{Name}" };
    }
}
