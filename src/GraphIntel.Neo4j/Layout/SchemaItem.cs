namespace GraphIntel.Neo4j.Layout;

/// <summary>The kinds of constraint and index that the store asks for.</summary>
internal enum SchemaKind
{
    /// <summary>A constraint that a property's value occurs once, with the index behind it.</summary>
    Unique,

    /// <summary>An index of one or several properties in their order.</summary>
    Range,

    /// <summary>An index of a string's parts.</summary>
    Text,

    /// <summary>An index of positions.</summary>
    Point,
}

/// <summary>One constraint or index.</summary>
/// <param name="Name">Its name in the database; ours begin with <see cref="SchemaItem.Prefix"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="OnNodes">Whether it is about nodes, not relationships.</param>
/// <param name="Owner">The label or the relationship type, unquoted.</param>
/// <param name="Properties">The properties in order, unquoted.</param>
internal sealed record SchemaItem(string Name, SchemaKind Kind, bool OnNodes, string Owner, IReadOnlyList<string> Properties)
{
    /// <summary>What the names of ours begin with. No other name of the database is touched.</summary>
    public const string Prefix = "graphintel$";

    /// <summary>Whether it has a name of ours.</summary>
    public bool IsOurs => Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What two items share that do the same, whatever their names.</summary>
    public string Definition => $"{Kind} {(OnNodes ? "n" : "r")} {Owner} {string.Join(' ', Properties)}";

    /// <summary>The statement that makes it; of several processes that run it at once, one does.</summary>
    public string Create
    {
        get
        {
            var pattern = OnNodes ? $"(x:{Names.Quote(Owner)})" : $"()-[x:{Names.Quote(Owner)}]-()";
            var properties = Properties.Select(property => "x." + Names.Quote(property));
            return Kind == SchemaKind.Unique
                ? $"CYPHER 5 CREATE CONSTRAINT {Names.Quote(Name)} IF NOT EXISTS FOR {pattern} REQUIRE {properties.Single()} IS UNIQUE"
                : $"CYPHER 5 CREATE {Kind.ToString().ToUpperInvariant()} INDEX {Names.Quote(Name)} IF NOT EXISTS " +
                    $"FOR {pattern} ON ({string.Join(", ", properties)})";
        }
    }

    /// <summary>The statement that takes it away.</summary>
    public string Drop =>
        $"CYPHER 5 DROP {(Kind == SchemaKind.Unique ? "CONSTRAINT" : "INDEX")} {Names.Quote(Name)} IF EXISTS";

    /// <summary>As a message names it.</summary>
    public override string ToString() =>
        $"{(Kind == SchemaKind.Unique ? "the uniqueness constraint" : $"the {Kind.ToString().ToLowerInvariant()} index")} " +
        $"on {Owner}({string.Join(", ", Properties)})";
}
