using GraphIntel.Core.Model;
using GraphIntel.Core.Search;

namespace GraphIntel.Sqlite.Layout;

/// <summary>
/// The names of tables and columns, quoted for a statement. Names from the model have a prefix or are used as they are; the
/// store's own contain <c>$</c>, which is not allowed in GraphQL names, so they cannot collide.
/// </summary>
internal static class Names
{
    /// <summary>The integer key of a node in the file.</summary>
    public const string Key = "\"$key\"";

    /// <summary>The key of the source node.</summary>
    public const string Source = "\"$src\"";

    /// <summary>The key of the target node.</summary>
    public const string Target = "\"$dst\"";

    /// <summary>A copy of the property of the source by which a target's relationships are sorted.</summary>
    public const string SourceOrder = "\"$srcBy\"";

    /// <summary>A copy of the property of the target by which a source's relationships are sorted.</summary>
    public const string TargetOrder = "\"$dstBy\"";

    /// <summary>1 if the attested days were given, 0 if they are derived from claims.</summary>
    public const string AttestedGiven = "\"$attested\"";

    /// <summary>In a closure: the ancestor, or the node itself.</summary>
    public const string Ancestor = "\"$anc\"";

    /// <summary>In a closure: the descendant. Each node has a row with itself, of depth 0.</summary>
    public const string Descendant = "\"$dsc\"";

    /// <summary>In a closure: the number of relationships between the two.</summary>
    public const string Depth = "\"$depth\"";

    /// <summary>The text id, of nodes and of the relationships that store one.</summary>
    public const string Id = "\"id\"";

    /// <summary>The table of a node type, or of a relationship type.</summary>
    public static string Table(ElementType type) =>
        type is RelationshipType relationship ? Quote("r_" + relationship.Type) : Quote("n_" + type.Name);

    /// <summary>The name of the index on the stored ids of relationships, unquoted.</summary>
    public static string IdIndex(RelationshipType type) => $"i_r_{type.Type}$$id";

    /// <summary>The name of the index on the targets of relationships, unquoted.</summary>
    public static string ReverseIndex(RelationshipType type) => $"i_r_{type.Type}$$dst";

    /// <summary>The table with the packed values of nodes that are searched.</summary>
    public static string Searched(NodeType type) => Quote("s_" + type.Name);

    /// <summary>The table, or for a longer text the full-text index, with the keys of nodes.</summary>
    public static string Index(SearchIndex index) => Quote("k_" + index.Type.Name + (index.Text is { } text ? "$" + text.Name : ""));

    /// <summary>The table of the segments of an index of names.</summary>
    public static string Segments(SearchIndex index) => Quote($"k_{index.Type.Name}$$segments");

    /// <summary>In the tables of an index of names: the number of a segment.</summary>
    public const string Segment = "\"segment\"";

    /// <summary>In the table of segments: the level.</summary>
    public const string Level = "\"level\"";

    /// <summary>In the table of segments: nodes of which earlier segments are no longer valid.</summary>
    public const string Replaced = "\"replaced\"";

    /// <summary>In an index of names: the first key of a page.</summary>
    public const string FirstKey = "\"first\"";

    /// <summary>In an index of names: the page.</summary>
    public const string Page = "\"page\"";

    /// <summary>In the table in which SQLite lists the pages of a full-text index: the number of the segment.</summary>
    public const string TextSegment = "\"segid\"";

    /// <summary>The table in which SQLite lists the pages of a full-text index.</summary>
    public static string TextSegments(SearchIndex index) => Index(index)[..^1] + "_idx\"";

    /// <summary>In the table of packed values: the number of a block.</summary>
    public const string Block = "\"block\"";

    /// <summary>In the table of packed values: the values of the nodes of a block.</summary>
    public const string Values = "\"values\"";

    /// <summary>In a full-text index: the keys, separated by spaces.</summary>
    public const string Keys = "\"keys\"";

    /// <summary>The closure table of a hierarchy.</summary>
    public static string Closure(RelationshipType type) => Quote("c_" + type.Type);

    /// <summary>
    /// The column of a property that is not a point. SQLite treats a column named true or false as the literal, quoted or
    /// not, if it comes from a subquery, and the literal as the column elsewhere.
    /// </summary>
    public static string Column(Property property) => Quote(IsLiteral(property.Name) ? property.Name + "$" : property.Name);

    /// <summary>The column of a point's latitude, degrees.</summary>
    public static string Latitude(Property property) => Quote(property.Name + "$lat");

    /// <summary>The column of a point's longitude, degrees.</summary>
    public static string Longitude(Property property) => Quote(property.Name + "$lon");

    /// <summary>
    /// Whether the relationship has a closure: a hierarchy without valid days and standing, so that reachability depends on
    /// no argument.
    /// </summary>
    public static bool HasClosure(RelationshipType type) => type is { IsHierarchy: true, Valid: null, Standing: null };

    private static bool IsLiteral(string name) =>
        name.Equals("true", StringComparison.OrdinalIgnoreCase) || name.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>An identifier for a statement. All quoting is done here.</summary>
    public static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
