using GraphIntel.Core.Model;

namespace GraphIntel.Neo4j.Layout;

/// <summary>The constraints and indexes that a model asks for.</summary>
internal static class Schema
{
    /// <summary>All of them, each with a name that the model alone decides.</summary>
    public static IEnumerable<SchemaItem> Of(GraphModel model)
    {
        // Of two processes that make the store's own node at once, one finds the other's.
        yield return new SchemaItem(SchemaItem.Prefix + "model", SchemaKind.Unique, OnNodes: true, "$Model", ["key"]);
        foreach (var type in model.FactTypes)
        {
            yield return Item(type, "id", SchemaKind.Unique, "id");
            if (type is RelationshipType { TargetOrder: not null })
                yield return Item(type, "$out", SchemaKind.Range, Unquoted(Names.OrderIndex(isOutward: true)));
            if (type is RelationshipType { SourceOrder: not null })
                yield return Item(type, "$in", SchemaKind.Range, Unquoted(Names.OrderIndex(isOutward: false)));
        }

        foreach (var (type, property) in Indexed(model))
        {
            if (property.Kind == ScalarKind.Point)
            {
                yield return Item(type, property.Name, SchemaKind.Point, property.Name);
                continue;
            }

            yield return Item(type, property.Name, SchemaKind.Range, property.Name, "id");
            if (property.Kind == ScalarKind.String)
                yield return Item(type, property.Name + "$text", SchemaKind.Text, property.Name);
        }
    }

    /// <summary>The properties with an index of their own; an id has its constraint's.</summary>
    public static IEnumerable<(FactType Type, Property Property)> Indexed(GraphModel model) =>
        model.Indexed.Where(pair => !pair.Property.IsId);

    private static string[] Unquoted(IEnumerable<string> names) => [.. names.Select(name => name.Trim('`'))];

    private static SchemaItem Item(FactType type, string what, SchemaKind kind, params string[] properties)
    {
        var (owner, room) = type is RelationshipType relationship ? (relationship.Type, "r$") : (type.Name, "n$");
        return new SchemaItem($"{SchemaItem.Prefix}{room}{owner}${what}", kind, type is NodeType, owner, properties);
    }
}
