using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Sqlite;

namespace GraphIntel.Server.Startup;

/// <summary>The value of <c>--store</c>: the kind of database and its location.</summary>
internal abstract record StoreName
{
    private const string Sqlite = "sqlite:";
    private const string Memory = ":memory:";
    private const string Neo4j = "neo4j";

    /// <summary>The SQLite file in the user's data folder.</summary>
    public static readonly StoreName Default = new SqliteName(SqliteLocation.Default());

    /// <summary>Whether the store is a database server, which can be unavailable and is shared with other programs.</summary>
    public abstract bool IsRemote { get; }

    /// <summary>Whether the graph is in this process's own memory.</summary>
    public abstract bool IsInMemory { get; }

    /// <summary>The value as given on the command line.</summary>
    public abstract string Argument { get; }

    /// <summary>The path of the file that is the store; null if it is none.</summary>
    public virtual string? FilePath => null;

    /// <summary>Parses the value of <c>--store</c>.</summary>
    /// <exception cref="FormatException">The value is invalid, or a Neo4j setting is.</exception>
    public static StoreName Parse(string text)
    {
        if (text == Neo4j)
            return new Neo4jName(Neo4jSettings.Load(AppContext.BaseDirectory));
        if (text.StartsWith(Neo4j, StringComparison.Ordinal) || text.StartsWith("bolt", StringComparison.Ordinal))
        {
            // The value is not quoted, because a URI can contain a password.
            throw new FormatException(
                $"expected `neo4j` without a URI; set the URI in {Neo4jSettings.UriVariable}, such as `{Neo4jSettings.ExampleUri}`.");
        }
        if (!text.StartsWith(Sqlite, StringComparison.Ordinal))
            throw new FormatException($"`{text}` is not a valid store: expected `sqlite:PATH`, `sqlite::memory:` or `neo4j`.");
        var path = text[Sqlite.Length..];
        if (path == Memory)
            return new SqliteName(SqliteLocation.Memory());
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new FormatException($"`{text}` has no file path: expected one after `sqlite:`, such as `sqlite:graph.db`.");
        return new SqliteName(SqliteLocation.File(path));
    }

    /// <summary>Opens the store, without connecting or creating anything yet.</summary>
    /// <param name="model">The model of the graph.</param>
    /// <param name="createsSchema">Whether to create missing constraints and indexes in Neo4j; the tables of SQLite always are.</param>
    public abstract IExplainableStore Open(GraphModel model, bool createsSchema);

    private sealed record SqliteName(SqliteLocation Location) : StoreName
    {
        public override bool IsRemote => false;

        public override bool IsInMemory => Location.Path is null;

        public override string Argument => Sqlite + (Location.Path ?? Memory);

        public override string? FilePath => Location.Path;

        public override IExplainableStore Open(GraphModel model, bool createsSchema) => SqliteStore.Open(model, Location);

        public override string ToString() => Argument;
    }

    private sealed record Neo4jName(Neo4jOptions Options) : StoreName
    {
        public override bool IsRemote => true;

        public override bool IsInMemory => false;

        public override string Argument => Neo4j;

        public override IExplainableStore Open(GraphModel model, bool createsSchema)
        {
            try
            {
                return Neo4jStore.Open(model, Options with { CreatesSchema = createsSchema });
            }
            catch (ArgumentException error)
            {
                // The Bolt client validates the query string of a cluster's URI.
                throw new CommandException(ExitCodes.Usage, $"{Neo4jSettings.UriVariable}: {error.Message}");
            }
        }

        public override string ToString() => $"Neo4j at {Options.Address}";
    }
}
