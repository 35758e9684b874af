using GraphIntel.Bolt;

namespace GraphIntel.Neo4j;

/// <summary>Where the database is and who asks.</summary>
internal sealed record Neo4jOptions
{
    /// <summary><c>bolt://host:7687</c> for one server, <c>neo4j://host:7687</c> for a cluster; <c>+s</c> for TLS.</summary>
    public required string Uri { get; init; }

    /// <summary>Whether it may be a cluster, in which a server can be behind another.</summary>
    public bool IsRouted => Uri.StartsWith("neo4j", StringComparison.OrdinalIgnoreCase);

    /// <summary>Host and port, for people.</summary>
    public string Address
    {
        get
        {
            var uri = new Uri(Uri);
            return new ServerAddress(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : ServerAddress.DefaultPort).ToString();
        }
    }

    /// <summary>The user; null where the server asks for none.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The database; null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>The most connections to one server.</summary>
    public int Connections { get; init; } = 100;

    /// <summary>How long an operation waits for a connection, opening one included, before it says that the database is away.</summary>
    public TimeSpan ConnectionPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a write is tried again after failures that pass, a change of leader for example, and how long it is asked for
    /// what became of a write whose end was not heard.
    /// </summary>
    public TimeSpan WriterPatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether constraints and indexes are made where they are missing.</summary>
    public bool MakesSchema { get; init; } = true;

    /// <summary>Where it is, and no more: what a record says of itself would show the password.</summary>
    public override string ToString() => $"Neo4j at {Uri}";
}
