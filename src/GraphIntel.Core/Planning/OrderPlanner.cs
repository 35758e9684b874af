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
        Add(new SortKey(new IdOperand(source.Node), descending, ScalarKind.Id, false), "id");
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
        var description = new StringBuilder(source.Node.Node.Name);
        for (var index = 0; index < keys.Count; index++)
            description.Append('|').Append(texts[index]).Append(keys[index].Descending ? " DESC" : " ASC");
        return description.ToString();
    }

    private SortKey Key(string name, InputValue value, Source source, out string text)
    {
        if (name != ArgumentNames.Edge)
            return NodeKey(name, value, source.Node, out text);
        if (source.Walk is { } walk)
        {
            var (depth, given) = ((ObjectInput)value).Fields.Single();
            text = "edge." + depth;
            return new SortKey(new DepthOperand(walk), IsDescending(given), ScalarKind.Int, false);
        }
        var key = EdgeKey((ObjectInput)value, source.Relationship!, out text);
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
        var key = innerName == ArgumentNames.Edge
            ? EdgeKey((ObjectInput)innerValue, edge, out var innerText)
            : NodeKey(innerName, innerValue, target, out innerText);
        text = name + (innerName == ArgumentNames.Edge ? ".edge." : ".") + innerText;
        return key with { Value = new ThroughOperand(hop, key.Value), IsNullable = true };
    }

    private static SortKey EdgeKey(ObjectInput value, RelationshipAlias edge, out string text)
    {
        var (name, given) = value.Fields.Single();
        text = name;
        return name == ArgumentNames.Id
            ? new SortKey(new IdOperand(edge), IsDescending(given), ScalarKind.Id, false)
            : PropertyKey(edge, edge.Relationship.FindProperty(name)!, given);
    }

    private static SortKey PropertyKey(Alias of, Property property, InputValue value) =>
        new(FilterPlanner.ValueOf(of, property), IsDescending(value), property.Kind, !property.IsRequired);

    /// <summary>Whether a sort direction is descending.</summary>
    public static bool IsDescending(InputValue value) => value is ScalarInput { Current: ArgumentNames.Descending };
}
