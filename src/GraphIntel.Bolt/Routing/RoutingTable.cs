using GraphIntel.Bolt.Protocol;

namespace GraphIntel.Bolt.Routing;

/// <summary>Which servers do what for a database, and until when that is believed. Never changed: a change makes another.</summary>
/// <param name="Database">The database's name; null where the server did not say.</param>
/// <param name="Readers">Who reads.</param>
/// <param name="Writers">Who writes.</param>
/// <param name="Routers">Who gives tables.</param>
/// <param name="FetchedAt">When it came, as a timestamp of the driver's clock.</param>
/// <param name="TimeToLive">For how long it is believed.</param>
internal sealed record RoutingTable(
    string? Database, IReadOnlyList<ServerAddress> Readers, IReadOnlyList<ServerAddress> Writers,
    IReadOnlyList<ServerAddress> Routers, long FetchedAt, TimeSpan TimeToLive)
{
    /// <summary>How long a table is kept after it has run out, for the routers that it names.</summary>
    public static readonly TimeSpan PurgeDelay = TimeSpan.FromSeconds(30);

    public IEnumerable<ServerAddress> Servers => Readers.Concat(Writers).Concat(Routers);

    public static RoutingTable From(RouteResponse response, long fetchedAt) => new(
        response.Database, Addresses(response.Readers), Addresses(response.Writers), Addresses(response.Routers),
        fetchedAt, response.TimeToLive);

    public IReadOnlyList<ServerAddress> For(AccessMode mode) => mode is AccessMode.Read ? Readers : Writers;

    public bool IsStale(AccessMode mode, TimeProvider time) =>
        time.GetElapsedTime(FetchedAt) >= TimeToLive || Routers.Count == 0 || For(mode).Count == 0;

    public bool IsForgotten(TimeProvider time) => time.GetElapsedTime(FetchedAt) >= TimeToLive + PurgeDelay;

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
            : throw new ProtocolException("The server's routing table holds an address that is not host:port.")).Distinct()];
}
