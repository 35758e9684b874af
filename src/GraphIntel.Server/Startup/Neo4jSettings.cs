using System.Globalization;
using System.Text.RegularExpressions;
using GraphIntel.Neo4j;

namespace GraphIntel.Server.Startup;

/// <summary>
/// URI and credentials of Neo4j: from environment variables such as NEO4J_URI, else from configuration (<c>Neo4j:Uri</c> in
/// appsettings.json beside the program, or Neo4j__Uri in the environment). Never from the command line, which every user of the
/// machine can read.
/// </summary>
internal static partial class Neo4jSettings
{
    public const string UriVariable = "NEO4J_URI";
    public const string ExampleUri = "neo4j://localhost:7687";

    private const string DefaultUser = "neo4j";
    private const int MaxConnections = 1000;

    private static readonly string[] Schemes = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Reads the environment, and appsettings.json in a folder.</summary>
    /// <exception cref="FormatException">A setting is missing or invalid.</exception>
    public static Neo4jOptions Load(string folder)
    {
        var file = Path.Combine(folder, "appsettings.json");
        try
        {
            return Read(new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().Build());
        }
        catch (InvalidDataException)
        {
            // The content is not quoted, because it can contain a password.
            throw new FormatException($"{file} is not a JSON object with settings.");
        }
    }

    /// <summary>Reads the settings from a configuration.</summary>
    /// <exception cref="FormatException">A setting is missing or invalid; the message contains no secret.</exception>
    public static Neo4jOptions Read(IConfiguration configuration)
    {
        var uri = Get(configuration, "Uri") ?? throw new FormatException(
            $"`neo4j` requires the URI of the database: set {UriVariable}, such as `{ExampleUri}`, or `Neo4j:Uri` in appsettings.json.");
        CheckUri(uri);
        var password = Get(configuration, "Password");
        var user = Get(configuration, "User");
        if (user is not null && password is null)
            throw new FormatException("a user name is set but no password: set NEO4J_PASSWORD, or `Neo4j:Password` in appsettings.json.");
        var database = Get(configuration, "Database");
        if (database is not null)
            CheckDatabase(database);
        var options = new Neo4jOptions
        {
            Uri = uri,
            // Without both, the server is assumed to have authentication disabled.
            User = password is null ? null : user ?? DefaultUser,
            Password = password,
            Database = database,
        };
        return Get(configuration, "Connections") is { } connections ? options with { Connections = ParseConnections(connections) } : options;
    }

    // Shells and compose files set an empty value for a variable that is not set.
    private static string? Get(IConfiguration configuration, string name) =>
        configuration["NEO4J_" + name.ToUpperInvariant()] is { Length: > 0 } variable ? variable
            : configuration["Neo4j:" + name] is { Length: > 0 } configured ? configured
            : null;

    private static void CheckUri(string text)
    {
        // The URI is never quoted: it can contain a password, also where it does not parse.
        if (text.Contains('@', StringComparison.Ordinal))
        {
            throw new FormatException(
                $"{UriVariable} must not contain a user name or password: use a URI such as `{ExampleUri}`, and set NEO4J_USER and NEO4J_PASSWORD.");
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme) || uri.DnsSafeHost.Length == 0)
        {
            throw new FormatException(
                $"{UriVariable} is not a valid Neo4j URI: expected `bolt://HOST:7687` for one server or `neo4j://HOST:7687` for a cluster; " +
                "for TLS append `+s` to the scheme, as in `neo4j+s://HOST`.");
        }
        if (uri.AbsolutePath.Trim('/').Length > 0 || uri.Fragment.Length > 0)
            throw new FormatException($"{UriVariable} must end with the host and port; set the name of the database in NEO4J_DATABASE.");
        if (uri.Query.Length > 0 && uri.Scheme.StartsWith("bolt", StringComparison.Ordinal))
            throw new FormatException($"{UriVariable} has a query string (`?`), which is only valid for clusters, `neo4j://HOST:7687`.");
    }

    private static void CheckDatabase(string name)
    {
        if (!DatabaseName().IsMatch(name))
        {
            throw new FormatException(
                $"NEO4J_DATABASE: `{name}` is not a valid database name: expected 3 to 63 letters, digits, dots and dashes, starting with a letter.");
        }
        if (name.Equals("system", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("NEO4J_DATABASE: `system` is Neo4j's administrative database; use a database for graph data, such as `neo4j`.");
    }

    private static int ParseConnections(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxConnections
            ? number
            : throw new FormatException($"NEO4J_CONNECTIONS: `{text}` is not valid: expected an integer from 1 to {MaxConnections}.");

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9.-]{2,62}\z")]
    private static partial Regex DatabaseName();
}
