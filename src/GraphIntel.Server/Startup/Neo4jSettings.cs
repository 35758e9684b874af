using System.Globalization;
using System.Text.RegularExpressions;
using GraphIntel.Neo4j;

namespace GraphIntel.Server.Startup;

/// <summary>
/// Where Neo4j is and who asks: from variables such as NEO4J_URI, else from configuration (<c>Neo4j:Uri</c> in appsettings.json
/// beside the program, or Neo4j__Uri in the environment). Never from the command line, which every user of a machine can read.
/// </summary>
internal static partial class Neo4jSettings
{
    public const string UriVariable = "NEO4J_URI";
    public const string ExampleUri = "neo4j://localhost:7687";

    private const string DefaultUser = "neo4j";
    private const int MaxConnections = 1000;

    private static readonly string[] Schemes = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Reads the environment and a folder's appsettings.json; a <see cref="FormatException"/> says what would be right.</summary>
    public static Neo4jOptions Load(string folder)
    {
        var file = Path.Combine(folder, "appsettings.json");
        try
        {
            return Read(new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().Build());
        }
        catch (InvalidDataException)
        {
            // What is inside is not quoted: it can be a password.
            throw new FormatException($"{file} is not a JSON object of settings.");
        }
    }

    /// <summary>What a configuration says of Neo4j; a <see cref="FormatException"/> says what would be right, and quotes no secret.</summary>
    public static Neo4jOptions Read(IConfiguration configuration)
    {
        var uri = Get(configuration, "Uri") ?? throw new FormatException(
            $"`neo4j` needs the address of the database: set {UriVariable}, such as `{ExampleUri}`, or `Neo4j:Uri` in appsettings.json.");
        CheckUri(uri);
        var password = Get(configuration, "Password");
        var user = Get(configuration, "User");
        if (user is not null && password is null)
            throw new FormatException("there is a user and no password: set NEO4J_PASSWORD, or `Neo4j:Password` in appsettings.json.");
        var database = Get(configuration, "Database");
        if (database is not null)
            CheckDatabase(database);
        var options = new Neo4jOptions
        {
            Uri = uri,
            // Neither means a server that asks nobody who he is.
            User = password is null ? null : user ?? DefaultUser,
            Password = password,
            Database = database,
        };
        return Get(configuration, "Connections") is { } connections ? options with { Connections = ParseConnections(connections) } : options;
    }

    // An empty value is what a shell or a compose file makes of one that is not set.
    private static string? Get(IConfiguration configuration, string name) =>
        configuration["NEO4J_" + name.ToUpperInvariant()] is { Length: > 0 } variable ? variable
            : configuration["Neo4j:" + name] is { Length: > 0 } configured ? configured
            : null;

    private static void CheckUri(string text)
    {
        // The address is never quoted: it can hold a password, also where it cannot be read.
        if (text.Contains('@', StringComparison.Ordinal))
        {
            throw new FormatException(
                $"{UriVariable} holds a user or a password: take it out, `{ExampleUri}` is enough, and set NEO4J_USER and NEO4J_PASSWORD.");
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme) || uri.DnsSafeHost.Length == 0)
        {
            throw new FormatException(
                $"{UriVariable} is not the address of a Neo4j: `bolt://HOST:7687` for one server, `neo4j://HOST:7687` for a cluster, " +
                "`+s` behind the scheme for TLS, as in `neo4j+s://HOST`.");
        }
        if (uri.AbsolutePath.Trim('/').Length > 0 || uri.Fragment.Length > 0)
            throw new FormatException($"{UriVariable} ends with host and port, and the database is named by NEO4J_DATABASE.");
        if (uri.Query.Length > 0 && uri.Scheme.StartsWith("bolt", StringComparison.Ordinal))
            throw new FormatException($"{UriVariable} has something behind `?`, which belongs to addresses of clusters, `neo4j://HOST:7687`.");
    }

    private static void CheckDatabase(string name)
    {
        if (!DatabaseName().IsMatch(name))
        {
            throw new FormatException(
                $"NEO4J_DATABASE: `{name}` is not the name of a database: 3 to 63 letters, digits, dots and dashes, beginning with a letter.");
        }
        if (name.Equals("system", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("NEO4J_DATABASE: `system` is where Neo4j keeps its users; name one that holds a graph, such as `neo4j`.");
    }

    private static int ParseConnections(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxConnections
            ? number
            : throw new FormatException($"NEO4J_CONNECTIONS: `{text}` is not a whole number from 1 to {MaxConnections}.");

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9.-]{2,62}\z")]
    private static partial Regex DatabaseName();
}
