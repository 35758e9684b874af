using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Routing;

/// <summary>The servers of a database by role, and how long the table is valid. Immutable.</summary>
/// <param name="Database">The database's name; null if the server did not return it.</param>
/// <param name="Readers">The servers for reads.</param>
/// <param name="Writers">The servers for writes.</param>
/// <param name="Routers">The servers for routing requests.</param>
/// <param name="FetchedAt">When it was fetched, as a timestamp of the driver's clock.</param>
/// <param name="TimeToLive">How long it is valid.</param>
internal sealed record RoutingTable(
    string? Database, IReadOnlyList<ServerAddress> Readers, IReadOnlyList<ServerAddress> Writers,
    IReadOnlyList<ServerAddress> Routers, long FetchedAt, TimeSpan TimeToLive)
{
    /// <summary>How long an expired table is kept, for its routers.</summary>
    public static readonly TimeSpan PurgeDelay = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether the router returned no writer: it may be partitioned from the others, so it is not the first one for the next
    /// request.
    /// </summary>
    public bool CameWithoutWriter { get; init; }

    /// <summary>Whether servers resolve the home database and return its name in response to BEGIN and RUN.</summary>
    public bool IsHomeResolvedByServer { get; init; }

    public IEnumerable<ServerAddress> Servers => Readers.Concat(Writers).Concat(Routers);

    public static RoutingTable From(RouteResponse response, long fetchedAt) => new(
        response.Database, Addresses(response.Readers), Addresses(response.Writers), Addresses(response.Routers),
        fetchedAt, response.TimeToLive)
    {
        CameWithoutWriter = response.Writers.Count == 0,
    };

    public IReadOnlyList<ServerAddress> For(AccessMode mode) => mode is AccessMode.Read ? Readers : Writers;

    public bool IsStale(AccessMode mode, TimeProvider time) =>
        time.GetElapsedTime(FetchedAt) >= TimeToLive || Routers.Count == 0 || For(mode).Count == 0;

    public bool IsPurgeable(TimeProvider time) => time.GetElapsedTime(FetchedAt) >= TimeToLive + PurgeDelay;

    public RoutingTable Without(ServerAddress server) => this with
    {
        Readers = [.. Readers.Where(s => s != server)],
        Writers = [.. Writers.Where(s => s != server)],
        Routers = [.. Routers.Where(s => s != server)],
    };

    public RoutingTable WithoutWriter(ServerAddress server) => this with { Writers = [.. Writers.Where(s => s != server)] };

    private static ServerAddress[] Addresses(IEnumerable<string> texts) =>
        [.. texts.Select(t => ServerAddress.TryParse(t, out var address)
            ? address
            : throw new ProtocolException("The server's routing table has an invalid address; expected host:port.")).Distinct()];
}
