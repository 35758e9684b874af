using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Server.Commands;
using GraphIntel.Sqlite;

namespace GraphIntel.Server.Startup;

/// <summary>What <c>--store</c> says: which database, and where.</summary>
internal abstract record StoreName
{
    private const string Sqlite = "sqlite:";
    private const string Memory = ":memory:";
    private const string Neo4j = "neo4j";

    /// <summary>The file in the user's data folder.</summary>
    public static readonly StoreName Default = new SqliteName(SqliteLocation.Default());

    /// <summary>Whether a process of its own keeps the graph: it can be away, and other programs can write to it.</summary>
    public abstract bool IsServer { get; }

    /// <summary>The name as the command line has it.</summary>
    public abstract string Argument { get; }

    /// <summary>Reads a store's name; a <see cref="FormatException"/> says what would be right.</summary>
    public static StoreName Parse(string text)
    {
        if (text == Neo4j)
            return new Neo4jName(Neo4jSettings.Load(AppContext.BaseDirectory));
        if (text.StartsWith(Neo4j, StringComparison.Ordinal) || text.StartsWith("bolt", StringComparison.Ordinal))
        {
            // Not quoted: an address can hold a password.
            throw new FormatException(
                $"the store is written `neo4j`, and its address is given as {Neo4jSettings.UriVariable}, such as `{Neo4jSettings.ExampleUri}`.");
        }
        if (!text.StartsWith(Sqlite, StringComparison.Ordinal))
            throw new FormatException($"a store is written `sqlite:PATH`, `sqlite::memory:` or `neo4j`, not `{text}`.");
        var path = text[Sqlite.Length..];
        if (path == Memory)
            return new SqliteName(SqliteLocation.Memory());
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new FormatException("`sqlite:` needs the path of a file behind it, such as `sqlite:graph.db`.");
        return new SqliteName(SqliteLocation.File(path));
    }

    /// <summary>The store; nothing is connected to or made yet.</summary>
    /// <param name="model">What it keeps.</param>
    /// <param name="makesSchema">Whether missing constraints and indexes are made; a file's tables are in any case.</param>
    public abstract IGraphStore Open(GraphModel model, bool makesSchema);

    private sealed record SqliteName(SqliteLocation Location) : StoreName
    {
        public override bool IsServer => false;

        public override string Argument => Sqlite + (Location.Path ?? Memory);

        public override IGraphStore Open(GraphModel model, bool makesSchema) => SqliteStore.Open(model, Location);

        public override string ToString() => Argument;
    }

    private sealed record Neo4jName(Neo4jOptions Options) : StoreName
    {
        public override bool IsServer => true;

        public override string Argument => Neo4j;

        public override IGraphStore Open(GraphModel model, bool makesSchema)
        {
            try
            {
                return Neo4jStore.Open(model, Options with { MakesSchema = makesSchema });
            }
            catch (ArgumentException mistake)
            {
                // What stands behind `?` in the address of a cluster is the driver's to read.
                throw new CommandFailure(ExitCodes.Usage, $"{Neo4jSettings.UriVariable}: {mistake.Message}");
            }
        }

        public override string ToString() => $"Neo4j at {Options.Address}";
    }
}
