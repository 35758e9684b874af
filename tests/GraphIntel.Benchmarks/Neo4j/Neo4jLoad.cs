using System.Diagnostics;
using System.Globalization;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.InProcess;
using GraphIntel.Benchmarks.Load;
using GraphIntel.Benchmarks.Processes;
using GraphIntel.Bolt;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Neo4j;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>
/// One Neo4j with one graph, queried in turn by this server over HTTP, by its statements alone through the Bolt client (raw Bolt),
/// and by the peer, @neo4j/graphql, over HTTP. Before the measurements, the responses are verified to be equal.
/// </summary>
/// <param name="events">Number of events in the graph.</param>
/// <param name="rounds">Number of measurements of each.</param>
/// <param name="time">Duration of each measurement.</param>
/// <param name="queries">The queries to measure.</param>
internal sealed class Neo4jLoad(int events, int rounds, TimeSpan time, IReadOnlyList<Neo4jBenchmarkQuery> queries)
{
    /// <summary>Maximum allocations of a request for the most rows, relative to one for the fewest.</summary>
    private const double MaxGrowth = 1.25;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(3);

    private readonly GraphSchema _schema = SchemaBuilder.Build(ModelReader.ReadDomain());

    public async Task<int> RunAsync()
    {
        // The table is wide, and a redirected output has no width.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 190);
        var peers = await NpmPackage.RestorePeersAsync();
        await using var neo4j = await BenchmarkServer.FindAsync();
        await using var store = neo4j.Open(_schema.Model);
        await LoadAsync(store, neo4j.Version);

        // By default half of the processors run expensive operations, such as aggregates of everything; raw Bolt uses all.
        await using var ours = await ServerProcess.StartAsync(With(neo4j, ServerProcess.GraphIntel(
            "--store", "neo4j", "--seed", "none", "--max-expensive-operations", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture))));
        await using var peer = await ServerProcess.StartAsync(
            With(neo4j, peers.Script("server.mjs", System.IO.Path.Combine(Repository.Folder, "src", "GraphIntel.Core", "Model", "intel.graphql"))));

        foreach (var query in queries.Where(query => query.PeerQuery is not null))
            Compare(query, ours.Address, peer.Address);
        foreach (var query in queries)
        {
            await WarmAsync(ours.Address, query.Bodies);
            if (query.PeerQuery is not null)
                await WarmAsync(peer.Address, query.PeerBodies);
        }
        var table = new ComparisonTable();
        foreach (var query in queries)
        {
            foreach (var connections in new[] { 1, 8 })
                table.Add(query, connections, await MeasureAsync(neo4j, store, query, connections, ours, peer));
        }
        AnsiConsole.Write(table.Whole);
        // Only allocations decide the exit code, because rates depend on the load of the machine.
        return await CheckAllocationsAsync(new GraphEngine(_schema, store, new EngineOptions())) ? 0 : 1;
    }

    private async Task LoadAsync(Neo4jStore store, string version)
    {
        var watch = Stopwatch.StartNew();
        await store.PrepareAsync(CancellationToken.None);
        var count = await new GeneratedGraph(_schema.Model, events).WriteAsync(store);
        AnsiConsole.WriteLine($"Neo4j {version}: {events:N0} events, {count:N0} nodes and relationships in all, loaded in {watch.Elapsed.TotalSeconds:N0} s.");
    }

    /// <summary>Configures a server process for this Neo4j, without a request log.</summary>
    private static ProcessStartInfo With(BenchmarkServer neo4j, ProcessStartInfo start)
    {
        start.Environment["NEO4J_URI"] = neo4j.Uri.ToString();
        start.Environment["NEO4J_USER"] = neo4j.User;
        start.Environment["NEO4J_PASSWORD"] = neo4j.Password;
        start.Environment["NEO4J_DATABASE"] = neo4j.Database;
        start.Environment["NODE_ENV"] = "production";
        start.Environment["Logging__LogLevel__GraphIntel"] = "Warning";
        return start;
    }

    private static void Compare(Neo4jBenchmarkQuery query, Uri ours, Uri peer)
    {
        using var ourClient = new LoopbackClient(ours, ours.AbsolutePath, query.Bodies);
        using var peerClient = new LoopbackClient(peer, peer.AbsolutePath, query.PeerBodies);
        foreach (var _ in query.Ids)
            ResponseComparison.RequireEqual(query.Name, ourClient.Send(), peerClient.Send());
    }

    /// <summary>Runs until the JIT compilers have optimized the measured code, which takes longer on a busy machine.</summary>
    private static async Task WarmAsync(Uri address, IReadOnlyList<byte[]> bodies)
    {
        using var clients = new Clients(address, bodies, 8);
        await clients.RunAsync(2 * WarmUpTime);
    }

    /// <summary>
    /// Measures the three in turn, so that other load on the machine affects all of them alike. The two that are close to each other
    /// run in halves, in both orders, so that neither always follows the peer.
    /// </summary>
    private async Task<Comparison> MeasureAsync(
        BenchmarkServer neo4j, Neo4jStore store, Neo4jBenchmarkQuery query, int connections, ServerProcess ours, ServerProcess peer)
    {
        await using var rawBolt = new RawBolt(
            neo4j.Driver(new DriverConfig { MaxConnectionPoolSize = connections, TelemetryDisabled = true, NotificationFilter = NotificationFilter.None }),
            neo4j.Database, _schema, store, query);
        using var ourClients = new Clients(ours.Address, query.Bodies, connections);
        using var peerClients = query.PeerQuery is null ? null : new Clients(peer.Address, query.PeerBodies, connections);
        var statements = rawBolt.Connections(connections);
        await using var clock = new CpuClock(neo4j);
        var rawSide = new Variant(time => ClosedLoop.RunAsync(statements, time), () => clock.ReadAsync(null));
        var ourSide = new Variant(ourClients.RunAsync, () => clock.ReadAsync(ours));
        var peerSide = peerClients is null ? null : new Variant(peerClients.RunAsync, () => clock.ReadAsync(peer));
        Variant[] sides = peerSide is null ? [rawSide, ourSide] : [rawSide, ourSide, peerSide];
        foreach (var side in sides)
            await side.WarmAsync(WarmUpTime);
        for (var round = 0; round < rounds; round++)
        {
            var (first, second) = round % 2 == 0 ? (rawSide, ourSide) : (ourSide, rawSide);
            foreach (var side in new[] { first, second, second, first })
                await side.RunAsync(time / 2);
            if (peerSide is not null)
                await peerSide.RunAsync(time);
            foreach (var side in sides)
                side.EndRound();
        }
        return new Comparison(rawSide, ourSide, peerSide);
    }

    private static async Task<bool> CheckAllocationsAsync(GraphEngine engine)
    {
        var bytes = new List<long>();
        foreach (var rows in EngineRequest.RowCounts)
            bytes.Add(await EngineRequest.AllocationsAsync(engine, rows));
        var growth = (double)bytes[^1] / bytes[0];
        var isFlat = growth <= MaxGrowth;
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Bytes allocated per request, in process: {string.Join(", ", bytes.Zip(EngineRequest.RowCounts, (count, rows) => $"{count:N0} for {rows} rows"))}; " +
            $"ratio of last to first {growth:0.00} (target {MaxGrowth}: {(isFlat ? "met" : "MISSED")})."));
        return isFlat;
    }

    /// <summary>Connections to one server, each with another offset into the same requests.</summary>
    private sealed class Clients(Uri address, IReadOnlyList<byte[]> bodies, int connections) : IDisposable
    {
        private readonly List<LoopbackClient> _clients = [.. Enumerable.Range(0, connections)
            .Select(connection => new LoopbackClient(address, address.AbsolutePath, bodies, connection * bodies.Count / connections))];

        public Task<Timing> RunAsync(TimeSpan time) => ClosedLoop.RunAsync(_clients, time);

        public void Dispose() => _clients.ForEach(client => client.Dispose());
    }
}
