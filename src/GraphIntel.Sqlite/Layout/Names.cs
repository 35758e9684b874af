using GraphIntel.Core.Model;

namespace GraphIntel.Sqlite.Layout;

/// <summary>
/// The names of tables and columns, each quoted and ready for a statement. A name from the model gets a prefix or stands
/// alone; one of ours has a <c>$</c>, which no GraphQL name has, so that the two never meet.
/// </summary>
internal static class Names
{
    /// <summary>The integer key of a node inside the file.</summary>
    public const string Key = "\"$key\"";

    /// <summary>The key of the node from which a relationship leads.</summary>
    public const string Source = "\"$src\"";

    /// <summary>The key of the node to which a relationship leads.</summary>
    public const string Target = "\"$dst\"";

    /// <summary>Copy of the source's property in whose order a target reads its relationships.</summary>
    public const string SourceOrder = "\"$srcBy\"";

    /// <summary>Copy of the target's property in whose order a source reads its relationships.</summary>
    public const string TargetOrder = "\"$dstBy\"";

    /// <summary>1 where the attested days were given, 0 where they are derived from claims.</summary>
    public const string AttestedGiven = "\"$attested\"";

    /// <summary>In a closure: the ancestor, the node itself included.</summary>
    public const string Ancestor = "\"$anc\"";

    /// <summary>In a closure: the node below (its own row has depth 0).</summary>
    public const string Descendant = "\"$dsc\"";

    /// <summary>In a closure: how many relationships lie between the two.</summary>
    public const string Depth = "\"$depth\"";

    /// <summary>The text id, of nodes and of the relationships that store one.</summary>
    public const string Id = "\"id\"";

    /// <summary>The table of a node type, or of a relationship type.</summary>
    public static string Table(FactType type) =>
        type is RelationshipType relationship ? Quote("r_" + relationship.Type) : Quote("n_" + type.Name);

    /// <summary>The name of the index by which a target finds its relationships, unquoted.</summary>
    public static string ReverseIndex(RelationshipType type) => $"i_r_{type.Type}$$dst";

    /// <summary>The closure table of a hierarchy.</summary>
    public static string Closure(RelationshipType type) => Quote("c_" + type.Type);

    /// <summary>
    /// The column of a property that is not a point. SQLite takes a column named true or false for the literal, quoted or not,
    /// where it comes from a subquery, and the literal for the column elsewhere.
    /// </summary>
    public static string Column(Property property) => Quote(IsLiteral(property.Name) ? property.Name + "$" : property.Name);

    /// <summary>The column of a point's latitude, degrees.</summary>
    public static string Latitude(Property property) => Quote(property.Name + "$lat");

    /// <summary>The column of a point's longitude, degrees.</summary>
    public static string Longitude(Property property) => Quote(property.Name + "$lon");

    /// <summary>
    /// Whether a closure is kept for the relationship: a hierarchy whose relationships neither begin, end nor are denied,
    /// so that what is reachable depends on no argument.
    /// </summary>
    public static bool HasClosure(RelationshipType type) => type is { IsHierarchy: true, Valid: null, Standing: null };

    private static bool IsLiteral(string name) =>
        name.Equals("true", StringComparison.OrdinalIgnoreCase) || name.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>An identifier for a statement: the one place that quotes.</summary>
    public static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
