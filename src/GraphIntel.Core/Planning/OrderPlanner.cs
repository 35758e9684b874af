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
    public (SortKey[] Keys, int Fingerprint) Order(ListInput? order, Source source)
    {
        var keys = new List<SortKey>();
        var texts = new List<string>();
        foreach (var item in order?.Items ?? [])
        {
            var (name, value) = ((ObjectInput)item).Fields.Single();
            Add(Key(name, value, source, out var text), text);
        }
        if (keys.Count == 0 && source.Walk is { } walk)
            Add(new SortKey(new DepthOperand(walk), false, ScalarKind.Int, false), "edge.depth");
        var descending = keys.Count > 0 && keys[^1].Descending;
        Add(new SortKey(new IdOperand(source.Item), descending, ScalarKind.Id, false), "id");
        if (source is HopSource { Followed: var followed } hop && (followed.Relationship.Id is not null || hop.Direction == Direction.Both))
            Add(new SortKey(new IdOperand(followed), descending, ScalarKind.Id, false), "edge.id");
        return ([.. keys], Cursor.Fingerprint(Describe(source, keys, texts)));

        // A repeated key has no effect.
        void Add(SortKey key, string text)
        {
            if (texts.Contains(text))
                return;
            keys.Add(key);
            texts.Add(text);
        }
    }

    private static string Describe(Source source, List<SortKey> keys, List<string> texts)
    {
        var description = new StringBuilder(source.Item.Type.Name);
        for (var index = 0; index < keys.Count; index++)
            description.Append('|').Append(texts[index]).Append(keys[index].Descending ? " DESC" : " ASC");
        return description.ToString();
    }

    private SortKey Key(string name, InputValue value, Source source, out string text)
    {
        if (source.Item is RelationshipAlias relationship)
            return EdgeKey(name, value, relationship, out text);
        if (name != ArgumentNames.Edge)
            return NodeKey(name, value, (NodeAlias)source.Item, out text);
        if (source.Walk is { } walk)
        {
            var (depth, given) = ((ObjectInput)value).Fields.Single();
            text = "edge." + depth;
            return new SortKey(new DepthOperand(walk), IsDescending(given), ScalarKind.Int, false);
        }
        var (edgeName, edgeValue) = ((ObjectInput)value).Fields.Single();
        var key = EdgeKey(edgeName, edgeValue, source.Relationship!, out text);
        text = "edge." + text;
        return key;
    }

    private SortKey NodeKey(string name, InputValue value, NodeAlias node, out string text)
    {
        text = name;
        var field = node.Node.Fields.First(field => field.Name == name);
        if (field is PropertyField { Property: var property })
            return PropertyKey(node, property, value);

        // The only other fields in an order are to-one relationships.
        var one = (RelationshipField)field;
        var (innerName, innerValue) = ((ObjectInput)value).Fields.Single();
        var edge = plan.Relationship(one.Relationship);
        var target = plan.Node(one.Target);
        var hop = new HopSource(node, edge, one.Direction, true, target, new TimePlanner(plan, _ => null).On(edge));
        SortKey key;
        if (innerName == ArgumentNames.Edge)
        {
            var (edgeName, edgeValue) = ((ObjectInput)innerValue).Fields.Single();
            key = EdgeKey(edgeName, edgeValue, edge, out var edgeText);
            text = $"{name}.edge.{edgeText}";
        }
        else
        {
            key = NodeKey(innerName, innerValue, target, out var nodeText);
            text = $"{name}.{nodeText}";
        }
        return key with { Value = new ThroughOperand(hop, key.Value), IsNullable = true };
    }

    /// <summary>A key of a relationship: its id, a property, or a key of the node at one of its ends, which always exists.</summary>
    private SortKey EdgeKey(string name, InputValue value, RelationshipAlias edge, out string text)
    {
        text = name;
        if (name == ArgumentNames.Id)
            return new SortKey(new IdOperand(edge), IsDescending(value), ScalarKind.Id, false);
        if (name is not (ArgumentNames.Source or ArgumentNames.Target))
            return PropertyKey(edge, edge.Relationship.FindProperty(name)!, value);
        var end = plan.End(edge, name == ArgumentNames.Source);
        var (nodeName, nodeValue) = ((ObjectInput)value).Fields.Single();
        var key = NodeKey(nodeName, nodeValue, end.Node, out var nodeText);
        text = $"{name}.{nodeText}";
        return key with { Value = new ThroughOperand(end, key.Value) };
    }

    private static SortKey PropertyKey(Alias of, Property property, InputValue value) =>
        new(FilterPlanner.ValueOf(of, property), IsDescending(value), property.Kind, !property.IsRequired);

    /// <summary>Whether a sort direction is descending.</summary>
    public static bool IsDescending(InputValue value) => value is ScalarInput { Current: ArgumentNames.Descending };
}
