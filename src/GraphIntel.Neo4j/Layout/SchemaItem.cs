namespace GraphIntel.Neo4j.Layout;

/// <summary>The kinds of constraints and indexes.</summary>
internal enum SchemaKind
{
    /// <summary>A uniqueness constraint on one property, with its index.</summary>
    Unique,

    /// <summary>A range index on one or several properties.</summary>
    Range,

    /// <summary>A text index, for substrings.</summary>
    Text,

    /// <summary>A point index.</summary>
    Point,

    /// <summary>A full-text index of keys, which are separated by spaces.</summary>
    FullText,
}

/// <summary>A constraint or an index.</summary>
/// <param name="Name">Its name in the database; the store's own begin with <see cref="SchemaItem.Prefix"/>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="OnNodes">Whether it is for nodes, not relationships.</param>
/// <param name="Owner">The label or the relationship type, unquoted.</param>
/// <param name="Properties">The properties in order, unquoted.</param>
internal sealed record SchemaItem(string Name, SchemaKind Kind, bool OnNodes, string Owner, IReadOnlyList<string> Properties)
{
    /// <summary>The prefix of the store's own names. Nothing with another name is changed.</summary>
    public const string Prefix = "graphintel$";

    /// <summary>Whether the store created it, by its name.</summary>
    public bool IsOurs => Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A text that is equal for equivalent items, whatever their names.</summary>
    public string Definition => $"{Kind} {(OnNodes ? "n" : "r")} {Owner} {string.Join(' ', Properties)}";

    /// <summary>The statement that creates it, also if several processes run it at once.</summary>
    public string Create
    {
        get
        {
            var pattern = OnNodes ? $"(x:{Names.Quote(Owner)})" : $"()-[x:{Names.Quote(Owner)}]-()";
            var properties = Properties.Select(property => "x." + Names.Quote(property));
            return Kind switch
            {
                SchemaKind.Unique => $"CYPHER 5 CREATE CONSTRAINT {Names.Quote(Name)} IF NOT EXISTS FOR {pattern} REQUIRE {properties.Single()} IS UNIQUE",
                SchemaKind.FullText =>
                    $"CYPHER 5 CREATE FULLTEXT INDEX {Names.Quote(Name)} IF NOT EXISTS FOR {pattern} ON EACH [{string.Join(", ", properties)}] " +
                    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}",
                SchemaKind.Range or SchemaKind.Text or SchemaKind.Point =>
                    $"CYPHER 5 CREATE {Kind.ToString().ToUpperInvariant()} INDEX {Names.Quote(Name)} IF NOT EXISTS FOR {pattern} ON ({string.Join(", ", properties)})",
            };
        }
    }

    /// <summary>The statement that drops it.</summary>
    public string Drop =>
        $"CYPHER 5 DROP {(Kind == SchemaKind.Unique ? "CONSTRAINT" : "INDEX")} {Names.Quote(Name)} IF EXISTS";

    /// <summary>The item as messages name it.</summary>
    public override string ToString() =>
        $"the {Kind switch
        {
            SchemaKind.Unique => "uniqueness constraint",
            SchemaKind.FullText => "full-text index",
            SchemaKind.Range or SchemaKind.Text or SchemaKind.Point => Kind.ToString().ToLowerInvariant() + " index",
        }} " +
        $"on {Owner}({string.Join(", ", Properties)})";
}
