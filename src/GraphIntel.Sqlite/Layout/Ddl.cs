using GraphIntel.Core.Model;
using GraphIntel.Core.Search;

namespace GraphIntel.Sqlite.Layout;

/// <summary>An index: its name, and the statement that creates it.</summary>
internal sealed record IndexDdl(string Name, string Sql);

/// <summary>The statements that create a model's tables and indexes.</summary>
internal static class Ddl
{
    /// <summary>The store's own tables: the layout description, and metadata values by name.</summary>
    public const string OwnTables =
        """
        CREATE TABLE "$model" ("description" TEXT NOT NULL) STRICT;
        CREATE TABLE "$mark" ("name" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The table of records beside the graph, which files of earlier versions lack.</summary>
    public const string Records =
        "CREATE TABLE IF NOT EXISTS \"$record\" (\"key\" TEXT PRIMARY KEY, \"value\" BLOB NOT NULL) STRICT, WITHOUT ROWID";

    /// <summary>The statement that reads a metadata value by its name.</summary>
    public const string ReadMark = "SELECT \"value\" FROM \"$mark\" WHERE \"name\" = ?1";

    /// <summary>The statement that writes a metadata value, name and value, or replaces it.</summary>
    public const string WriteMark = "INSERT OR REPLACE INTO \"$mark\" (\"name\", \"value\") VALUES (?1, ?2)";

    /// <summary>The statement that adds one to a metadata value, by its name; 1 if there is none.</summary>
    public const string IncrementMark =
        "INSERT INTO \"$mark\" (\"name\", \"value\") VALUES (?1, 1) ON CONFLICT (\"name\") DO UPDATE SET \"value\" = \"value\" + 1";

    /// <summary>The table of a node type or of a relationship type, without indexes and closure.</summary>
    public static string Table(ElementType type) => type.Match(
        node => $"CREATE TABLE {Names.Table(node)} ({Join(
            [$"{Names.Key} INTEGER PRIMARY KEY", $"{Names.Id} TEXT NOT NULL UNIQUE", .. Columns(node)])}) STRICT",
        RelationshipTable);

    /// <summary>The closure table of a hierarchy; see <see cref="Names.HasClosure"/>.</summary>
    public static string Closure(RelationshipType type) =>
        $"CREATE TABLE {Names.Closure(type)} ({Names.Ancestor} INTEGER NOT NULL, {Names.Descendant} INTEGER NOT NULL, " +
        $"{Names.Depth} INTEGER NOT NULL, PRIMARY KEY ({Names.Ancestor}, {Names.Descendant})) STRICT, WITHOUT ROWID";

    /// <summary>
    /// The tables for searches: ids and packed values of nodes, in blocks, and the indexes of their keys. The full-text indexes of
    /// longer texts have neither texts nor positions, which no expression needs.
    /// </summary>
    public static IEnumerable<string> Search(NodeType type) => type.Searched.Count == 0
        ? []
        : SearchIndex.Of(type).SelectMany(index => index.Text is null ? KeyTables(index) : [TextIndex(index)])
            .Prepend($"CREATE TABLE {Names.Searched(type)} ({Names.Block} INTEGER PRIMARY KEY, {Names.Values} BLOB NOT NULL) STRICT");

    private static string[] KeyTables(SearchIndex index) =>
    [
        $"CREATE TABLE {Names.Index(index)} ({Names.Segment} INTEGER NOT NULL, {Names.FirstKey} TEXT NOT NULL, {Names.Page} BLOB NOT NULL, " +
        $"PRIMARY KEY ({Names.Segment}, {Names.FirstKey})) STRICT, WITHOUT ROWID",
        $"CREATE TABLE {Names.Segments(index)} ({Names.Segment} INTEGER PRIMARY KEY, {Names.Level} INTEGER NOT NULL, {Names.Replaced} BLOB) STRICT",
    ];

    private static string TextIndex(SearchIndex index) =>
        $"CREATE VIRTUAL TABLE {Names.Index(index)} USING fts5({Names.Keys}, content='', contentless_delete=1, detail=none, tokenize='ascii')";

    /// <summary>The definitions of a property's columns: two for a point, one otherwise.</summary>
    public static IEnumerable<string> Definitions(ElementType owner, Property property)
    {
        var required = property.IsRequired ? " NOT NULL" : "";
        if (property is { Kind: ScalarKind.Point, IsList: false })
            return [$"{Names.Latitude(property)} REAL{required}", $"{Names.Longitude(property)} REAL{required}"];

        var column = Names.Column(property);
        var definition = $"{column} {StorageClass(property)}{required}";
        if (property == owner.Standing)
            definition += $" DEFAULT '{Standings.Asserted}'";
        else if (property is { IsList: true, IsRequired: true })
            definition += " DEFAULT '[]'";
        else if (property is { IsList: false, Kind: ScalarKind.Boolean })
            definition += $" CHECK ({column} IN (0, 1))";
        return [definition];
    }

    /// <summary>The column for whether the attested days were given.</summary>
    public const string AttestedDefinition = Names.AttestedGiven + " INTEGER NOT NULL DEFAULT 0";

    /// <summary>The definitions of the columns for the first days of claims; none if the type has no standing.</summary>
    public static IEnumerable<string> FirstClaims(RelationshipType type) => type.FirstClaims is var (supporting, denying)
        ? [.. Definitions(type, supporting), .. Definitions(type, denying)]
        : [];

    /// <summary>All indexes of the model, without those that tables have implicitly.</summary>
    public static IEnumerable<IndexDdl> Indexes(GraphModel model)
    {
        foreach (var (type, property) in model.Indexed)
            yield return PropertyIndex(type, property);

        foreach (var relationship in model.Relationships)
        {
            foreach (var index in EndIndexes(relationship))
                yield return index;
        }
    }

    private static IndexDdl PropertyIndex(ElementType type, Property property)
    {
        var columns = property.Kind == ScalarKind.Point
            ? [Names.Latitude(property), Names.Longitude(property)]
            : new List<string> { Names.Column(property) };

        // Ordered by the property, then by a stored id.
        if (type is not RelationshipType { Id: null } && property.Kind != ScalarKind.Point)
            columns.Add(Names.Id);
        return Index(type, property.Name, columns);
    }

    private static IEnumerable<IndexDdl> EndIndexes(RelationshipType type)
    {
        if (type.Id is not null)
            yield return Index(type, "$id", [Names.Id], unique: true);

        var byTarget = type.SourceOrder is { IsRequired: true }
            ? new List<string> { Names.Target, Names.SourceOrder, Names.Source }
            : [Names.Target, Names.Source];
        // Almost every read tests the standing: without it in the index, each relationship costs a look-up in the table.
        if (type.Standing is { } standing)
            byTarget.Add(Names.Column(standing));
        yield return Index(type, "$dst", byTarget);
        if (type.TargetOrder is { IsRequired: false })
            yield return Index(type, "$srcInOrder", [Names.Source, Names.TargetOrder, Names.Target]);
        if (type.SourceOrder is { IsRequired: false })
            yield return Index(type, "$dstInOrder", [Names.Target, Names.SourceOrder, Names.Source]);
        if (Names.HasClosure(type))
        {
            yield return new IndexDdl(
                $"i_c_{type.Type}$dsc",
                $"CREATE INDEX {Names.Quote($"i_c_{type.Type}$dsc")} ON {Names.Closure(type)} " +
                $"({Names.Descendant}, {Names.Depth}, {Names.Ancestor})");
        }
    }

    private static IndexDdl Index(ElementType type, string suffix, IEnumerable<string> columns, bool unique = false)
    {
        var name = $"i_{(type is RelationshipType relationship ? "r_" + relationship.Type : "n_" + type.Name)}${suffix}";
        return new IndexDdl(
            name, $"CREATE {(unique ? "UNIQUE " : "")}INDEX {Names.Quote(name)} ON {Names.Table(type)} ({Join(columns)})");
    }

    private static string RelationshipTable(RelationshipType type)
    {
        var columns = new List<string> { $"{Names.Source} INTEGER NOT NULL", $"{Names.Target} INTEGER NOT NULL" };
        if (type.TargetOrder is { } targetOrder)
            columns.Add(OrderCopy(Names.TargetOrder, targetOrder));
        if (type.SourceOrder is { } sourceOrder)
            columns.Add(OrderCopy(Names.SourceOrder, sourceOrder));
        if (type.Id is not null)
            columns.Add($"{Names.Id} TEXT NOT NULL");
        columns.AddRange(Columns(type));
        if (type.Attested is not null)
            columns.Add(AttestedDefinition);
        columns.AddRange(FirstClaims(type));
        columns.Add($"PRIMARY KEY ({Join(KeyColumns(type))})");
        return $"CREATE TABLE {Names.Table(type)} ({Join(columns)}) STRICT, WITHOUT ROWID";
    }

    /// <summary>
    /// The primary key of a relationship's table. It must not be null, so a nullable sort copy has an index of its own.
    /// </summary>
    private static IEnumerable<string> KeyColumns(RelationshipType type)
    {
        yield return Names.Source;
        if (type.TargetOrder is { IsRequired: true })
            yield return Names.TargetOrder;
        yield return Names.Target;
        if (type.Id is not null)
            yield return Names.Id;
    }

    private static string OrderCopy(string column, Property property) =>
        $"{column} {StorageClass(property)}{(property.IsRequired ? " NOT NULL" : "")}";

    private static IEnumerable<string> Columns(ElementType type) =>
        type.Properties.Where(property => !property.IsId).SelectMany(property => Definitions(type, property));

    private static string StorageClass(Property property) => property switch
    {
        { IsList: true } => "TEXT",
        { Kind: ScalarKind.Int or ScalarKind.Boolean } => "INTEGER",
        { Kind: ScalarKind.Float } => "REAL",
        _ => "TEXT",
    };

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
