using GraphIntel.Core.Model;
using GraphIntel.Core.Search;

namespace GraphIntel.Neo4j.Layout;

/// <summary>The constraints and indexes of a model.</summary>
internal static class Schema
{
    /// <summary>All of them; their names depend only on the model.</summary>
    public static IEnumerable<SchemaItem> Of(GraphModel model)
    {
        // Prevents two processes from creating the store's own node twice.
        yield return new SchemaItem(SchemaItem.Prefix + "model", SchemaKind.Unique, OnNodes: true, "$Model", ["key"]);
        yield return new SchemaItem(SchemaItem.Prefix + "record", SchemaKind.Unique, OnNodes: true, "$Record", ["key"]);
        foreach (var type in model.ElementTypes)
        {
            yield return Item(type, "id", SchemaKind.Unique, "id");
            if (type is RelationshipType { TargetOrder: not null })
                yield return Item(type, "$out", SchemaKind.Range, Unquoted(Names.OrderIndex(isOutward: true)));
            if (type is RelationshipType { SourceOrder: not null })
                yield return Item(type, "$in", SchemaKind.Range, Unquoted(Names.OrderIndex(isOutward: false)));
        }

        foreach (var index in model.Searched.SelectMany(SearchIndex.Of))
            yield return new SchemaItem(Names.SearchIndexName(index), SchemaKind.FullText, OnNodes: true, index.Type.Name, [Names.SearchKeys(index).Trim('`')]);

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

    /// <summary>The properties with an index of their own; ids have that of their constraint.</summary>
    public static IEnumerable<(ElementType Type, Property Property)> Indexed(GraphModel model) =>
        model.Indexed.Where(pair => !pair.Property.IsId);

    private static string[] Unquoted(IEnumerable<string> names) => [.. names.Select(name => name.Trim('`'))];

    private static SchemaItem Item(ElementType type, string suffix, SchemaKind kind, params string[] properties)
    {
        var (owner, category) = type is RelationshipType relationship ? (relationship.Type, "r$") : (type.Name, "n$");
        return new SchemaItem($"{SchemaItem.Prefix}{category}{owner}${suffix}", kind, type is NodeType, owner, properties);
    }
}
