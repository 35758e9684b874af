using GraphIntel.Bolt;

namespace GraphIntel.Neo4j;

/// <summary>The address of a Neo4j database, the credentials, and the limits of its use.</summary>
internal sealed record Neo4jOptions
{
    /// <summary><c>bolt://host:7687</c> for one server, <c>neo4j://host:7687</c> for a cluster; <c>+s</c> for TLS.</summary>
    public required string Uri { get; init; }

    /// <summary>Whether the URI allows a cluster, in which a server can lag behind another.</summary>
    public bool IsRouted => Uri.StartsWith("neo4j", StringComparison.OrdinalIgnoreCase);

    /// <summary>Host and port, for messages.</summary>
    public string Address
    {
        get
        {
            var uri = new Uri(Uri);
            return new ServerAddress(uri.DnsSafeHost, uri.Port > 0 ? uri.Port : ServerAddress.DefaultPort).ToString();
        }
    }

    /// <summary>The user name; null if the server needs no authentication.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The database; null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>The maximum number of connections to one server.</summary>
    public int Connections { get; init; } = 100;

    /// <summary>How long an operation waits for a connection, including opening one, before it fails as unavailable.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a write is retried after transient errors, such as a change of the cluster's leader, and how long its outcome
    /// is queried after a lost connection.
    /// </summary>
    public TimeSpan WriterTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The maximum size of one Bolt message, in bytes. A result comes in one message: somewhat larger than the largest
    /// response.
    /// </summary>
    public int MaxMessageBytes { get; init; } = 48 * 1024 * 1024;

    /// <summary>The maximum total size of large messages being received at the same time, in bytes.</summary>
    public long MaxReceiveBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Whether missing constraints and indexes are created.</summary>
    public bool CreatesSchema { get; init; } = true;

    /// <summary>The address only: a record's own text would contain the password.</summary>
    public override string ToString() => $"Neo4j at {Uri}";
}
