using GraphIntel.Bolt.PackStream;

namespace GraphIntel.Bolt.Protocol;

/// <summary>ROUTE: requests the routing table of a database; null for the user's home database.</summary>
internal readonly record struct Route(
    IReadOnlyDictionary<string, string> Context, IReadOnlyCollection<string> Bookmarks, string? Database, string? ImpersonatedUser)
    : IMessage
{
    public void Write(PackStreamWriter writer)
    {
        writer.WriteStructureHeader(MessageTag.Route, 3);
        WriteContext(writer, Context);
        writer.WriteListHeader(Bookmarks.Count);
        foreach (var bookmark in Bookmarks)
            writer.WriteString(bookmark);
        writer.WriteMapHeader((Database is null ? 0 : 1) + (ImpersonatedUser is null ? 0 : 1));
        if (Database is not null)
        {
            writer.WriteString("db"u8);
            writer.WriteString(Database);
        }
        if (ImpersonatedUser is not null)
        {
            writer.WriteString("imp_user"u8);
            writer.WriteString(ImpersonatedUser);
        }
    }

    public static void WriteContext(PackStreamWriter writer, IReadOnlyDictionary<string, string> context)
    {
        writer.WriteMapHeader(context.Count);
        foreach (var (key, value) in context)
        {
            writer.WriteString(key);
            writer.WriteString(value);
        }
    }
}

/// <summary>The response to ROUTE: the servers of a database, as host:port, and how long the table is valid.</summary>
internal sealed class RouteResponse : Response
{
    public TimeSpan TimeToLive { get; private set; }

    /// <summary>The name of the database; null if the server does not return it.</summary>
    public string? Database { get; private set; }

    public List<string> Readers { get; } = [];

    public List<string> Writers { get; } = [];

    public List<string> Routers { get; } = [];

    protected override void OnSuccess(ReadOnlySpan<byte> metadata)
    {
        var reader = new PackStreamReader(metadata);
        if (reader.ReadMap().GetValueOrDefault("rt") is not Dictionary<string, object?> table
            || table.GetValueOrDefault("ttl") is not long seconds
            || table.GetValueOrDefault("servers") is not List<object?> servers)
        {
            throw new ProtocolException("The server responded to ROUTE without a routing table.");
        }
        // The limit of a year keeps the sum with a clock in range.
        TimeToLive = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 365 * 86_400));
        Database = table.GetValueOrDefault("db") as string;
        foreach (var server in servers.OfType<Dictionary<string, object?>>())
        {
            var addresses = (server.GetValueOrDefault("addresses") as List<object?> ?? []).OfType<string>();
            (server.GetValueOrDefault("role") switch
            {
                "READ" => Readers,
                "WRITE" => Writers,
                "ROUTE" => Routers,
                _ => null,
            })?.AddRange(addresses);
        }
    }
}
