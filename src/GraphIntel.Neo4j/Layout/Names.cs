using GraphIntel.Core.Model;
using GraphIntel.Core.Search;

namespace GraphIntel.Neo4j.Layout;

/// <summary>
/// Labels, relationship types and property names, quoted for a statement. Names from the model are used as they are; the
/// store's own begin with <c>$</c>, which is not allowed in GraphQL names, so they cannot collide.
/// </summary>
internal static class Names
{
    /// <summary>The id of nodes and relationships; a relationship type without stored ids in the model has the derived id.</summary>
    public const string Id = "id";

    /// <summary>The id of the source node, on relationships that are read in an order.</summary>
    public const string SourceId = "`$source`";

    /// <summary>The id of the target node, on relationships that are read in an order.</summary>
    public const string TargetId = "`$target`";

    /// <summary>A copy of the property of the source by which a target's relationships are sorted.</summary>
    public const string SourceOrder = "`$sourceOrder`";

    /// <summary>A copy of the property of the target by which a source's relationships are sorted.</summary>
    public const string TargetOrder = "`$targetOrder`";

    /// <summary>True if the attested days were given; absent if they are derived from claims.</summary>
    public const string AttestedGiven = "`$attestedGiven`";

    /// <summary>The packed values of a node that is searched, as bytes.</summary>
    public const string SearchValues = "`$search`";

    /// <summary>The keys of a node in an index, separated by spaces.</summary>
    public static string SearchKeys(SearchIndex index) => Quote("$keys" + (index.Text is { } text ? "$" + text.Name : ""));

    /// <summary>The name of a full-text index.</summary>
    public static string SearchIndexName(SearchIndex index) => SchemaItem.Prefix + "n$" + index.Type.Name + SearchKeys(index).Trim('`');

    /// <summary>The label of the node with the store's metadata.</summary>
    public const string Model = "`$Model`";

    /// <summary>The label of the records that are kept beside the graph.</summary>
    public const string Record = "`$Record`";

    /// <summary>The label of a node type.</summary>
    public static string Label(NodeType type) => Quote(type.Name);

    /// <summary>The type of a relationship.</summary>
    public static string Type(RelationshipType type) => Quote(type.Type);

    /// <summary>The name of a property.</summary>
    public static string Property(Property property) => Quote(property.Name);

    /// <summary>An expression for the name of a node or relationship in messages: its id, or Neo4j's element id if it has none.</summary>
    public static string DisplayName(string variable) => $"coalesce(toStringOrNull({variable}.id), elementId({variable}))";

    /// <summary>Whether relationships have copies of sort properties, and of the ids of their ends.</summary>
    public static bool HasCopies(RelationshipType type) => type.SourceOrder is not null || type.TargetOrder is not null;

    /// <summary>
    /// The properties of the index that sorts the relationships of a source (<paramref name="isOutward"/>), or of a target,
    /// by the node at the other end.
    /// </summary>
    public static IReadOnlyList<string> OrderIndex(bool isOutward) => isOutward
        ? [SourceId, TargetOrder, TargetId, Id]
        : [TargetId, SourceOrder, SourceId, Id];

    /// <summary>An identifier for a statement, quoted if necessary. All quoting is done here.</summary>
    public static string Quote(string identifier) =>
        identifier.Length > 0 && char.IsAsciiLetter(identifier[0]) && identifier.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? identifier
            : "`" + identifier.Replace("`", "``", StringComparison.Ordinal) + "`";
}
