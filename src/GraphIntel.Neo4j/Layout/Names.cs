using GraphIntel.Core.Model;

namespace GraphIntel.Neo4j.Layout;

/// <summary>
/// Labels, relationship types and properties, quoted and ready for a statement. A name from the model stands alone; one of
/// ours begins with a <c>$</c>, which no GraphQL name has, so that the two never meet.
/// </summary>
internal static class Names
{
    /// <summary>The id, of nodes and of all relationships: where the model stores none, the derived one.</summary>
    public const string Id = "id";

    /// <summary>Of a relationship that is read in an order: the id of the node from which it leads.</summary>
    public const string SourceId = "`$source`";

    /// <summary>Of a relationship that is read in an order: the id of the node to which it leads.</summary>
    public const string TargetId = "`$target`";

    /// <summary>Copy of the source's property in whose order a target reads its relationships.</summary>
    public const string SourceOrder = "`$sourceOrder`";

    /// <summary>Copy of the target's property in whose order a source reads its relationships.</summary>
    public const string TargetOrder = "`$targetOrder`";

    /// <summary>True where the attested days were given; absent where they are derived from claims.</summary>
    public const string AttestedGiven = "`$attestedGiven`";

    /// <summary>The label of the one node that says what the database keeps.</summary>
    public const string Model = "`$Model`";

    /// <summary>The label of a node type.</summary>
    public static string Label(NodeType type) => Quote(type.Name);

    /// <summary>The type of a relationship.</summary>
    public static string Type(RelationshipType type) => Quote(type.Type);

    /// <summary>The name of a property.</summary>
    public static string Property(Property property) => Quote(property.Name);

    /// <summary>An expression for what a message calls a node or a relationship: its id, or Neo4j's own where it has no text for one.</summary>
    public static string Shown(string variable) => $"coalesce(toStringOrNull({variable}.id), elementId({variable}))";

    /// <summary>Whether copies of an order, and with them the ids of the ends, stand beside a relationship.</summary>
    public static bool HasCopies(RelationshipType type) => type.SourceOrder is not null || type.TargetOrder is not null;

    /// <summary>
    /// The properties of the index in which the relationships of a source (<paramref name="isOutward"/>), or of a target,
    /// stand in the order of the node at the other end.
    /// </summary>
    public static IReadOnlyList<string> OrderIndex(bool isOutward) => isOutward
        ? [SourceId, TargetOrder, TargetId, Id]
        : [TargetId, SourceOrder, SourceId, Id];

    /// <summary>
    /// An identifier for a statement: the one place that quotes. Plain names stay bare, as the statements that people read
    /// have them.
    /// </summary>
    public static string Quote(string identifier) =>
        identifier.Length > 0 && char.IsAsciiLetter(identifier[0]) && identifier.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? identifier
            : "`" + identifier.Replace("`", "``", StringComparison.Ordinal) + "`";
}
