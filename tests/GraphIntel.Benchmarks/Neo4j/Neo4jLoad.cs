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
/// One Neo4j, one graph, three who ask it in turn: this server over HTTP, its statements alone through the Bolt client, and the peer
/// over HTTP. What they answer is compared before anything is measured.
/// </summary>
/// <param name="events">How many events the graph has.</param>
/// <param name="rounds">How often each is measured.</param>
/// <param name="time">How long each time.</param>
internal sealed class Neo4jLoad(int events, int rounds, TimeSpan time)
{
    /// <summary>How many times what a request for the fewest rows allocates, one for the most of them may.</summary>
    private const double MostGrowth = 1.25;

    private static readonly TimeSpan Warmth = TimeSpan.FromSeconds(3);

    private readonly GraphSchema _schema = SchemaBuilder.Build(ModelReader.ReadDomain());

    public async Task<int> RunAsync()
    {
        // The columns are many, and a pipe has no width of its own.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 190);
        var peers = await Peers.RestoreAsync();
        await using var neo4j = new BenchmarkServer();
        await neo4j.InitializeAsync();
        neo4j.Require();
        await using var store = Neo4jStore.Open(_schema.Model, new Neo4jOptions
        {
            Uri = neo4j.Uri.ToString(),
            User = neo4j.User,
            Password = neo4j.Password,
            Database = neo4j.Database,
        });
        await LoadAsync(store, neo4j.Version);
        await using var ours = await ServerProcess.StartAsync(With(neo4j, ServerProcess.GraphIntel("--store", "neo4j", "--seed", "none")));
        await using var peer = await ServerProcess.StartAsync(
            With(neo4j, peers.Script("server.mjs", System.IO.Path.Combine(Repository.Folder, "src", "GraphIntel.Core", "Model", "intel.graphql"))));

        foreach (var question in Neo4jQuestion.All)
            Compare(question, ours.Address, peer.Address);
        foreach (var question in Neo4jQuestion.All)
        {
            await WarmAsync(ours.Address, question.Bodies);
            await WarmAsync(peer.Address, question.PeerBodies);
        }
        var table = new ComparisonTable();
        foreach (var question in Neo4jQuestion.All)
        {
            foreach (var connections in new[] { 1, 8 })
                table.Add(question, connections, await MeasureAsync(neo4j, store, question, connections, ours, peer));
        }
        AnsiConsole.Write(table.Whole);
        // Rates say little where the machine is busy; bytes are the same everywhere.
        return await JudgeAllocationsAsync(new GraphEngine(_schema, store, new EngineOptions())) ? 0 : 1;
    }

    private async Task LoadAsync(Neo4jStore store, string version)
    {
        var watch = Stopwatch.StartNew();
        await store.PrepareAsync(CancellationToken.None);
        var count = await new GeneratedGraph(_schema.Model, events).WriteAsync(store);
        AnsiConsole.WriteLine($"Neo4j {version}: {events:N0} events, {count:N0} nodes and relationships in all, loaded in {watch.Elapsed.TotalSeconds:N0} s.");
    }

    /// <summary>A server's process asks this Neo4j, and writes no line for each request.</summary>
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

    private static void Compare(Neo4jQuestion question, Uri ours, Uri peer)
    {
        using var ourClient = new LoopbackClient(ours, ours.AbsolutePath, question.Bodies);
        using var peerClient = new LoopbackClient(peer, peer.AbsolutePath, question.PeerBodies);
        foreach (var _ in question.Ids)
            SameAnswer.Require(question.Name, ourClient.Ask(), peerClient.Ask());
    }

    /// <summary>Until both runtimes have compiled what is measured for good, which takes them long where the machine is busy.</summary>
    private static async Task WarmAsync(Uri address, IReadOnlyList<byte[]> bodies)
    {
        using var clients = new Clients(address, bodies, 8);
        await clients.RunAsync(2 * Warmth);
    }

    /// <summary>
    /// The three in turn, so that what else the machine does meets each of them alike. The two that are close to each other go in
    /// halves, there and back: neither is always the one that comes after the peer.
    /// </summary>
    private async Task<Comparison> MeasureAsync(
        BenchmarkServer neo4j, Neo4jStore store, Neo4jQuestion question, int connections, ServerProcess ours, ServerProcess peer)
    {
        await using var rawBolt = new RawBolt(
            neo4j.Driver(new DriverConfig { MaxConnectionPoolSize = connections, TelemetryDisabled = true, NotificationFilter = NotificationFilter.None }),
            neo4j.Database, _schema, store, question);
        using var ourClients = new Clients(ours.Address, question.Bodies, connections);
        using var peerClients = new Clients(peer.Address, question.PeerBodies, connections);
        var statements = rawBolt.Connections(connections);
        await using var clock = new CpuClock(neo4j);
        var rawSide = new Side(time => ClosedLoop.RunAsync(statements, time), () => clock.ReadAsync(null));
        var ourSide = new Side(ourClients.RunAsync, () => clock.ReadAsync(ours));
        var peerSide = new Side(peerClients.RunAsync, () => clock.ReadAsync(peer));
        Side[] sides = [rawSide, ourSide, peerSide];
        foreach (var side in sides)
            await side.WarmAsync(Warmth);
        for (var round = 0; round < rounds; round++)
        {
            var (first, second) = round % 2 == 0 ? (rawSide, ourSide) : (ourSide, rawSide);
            foreach (var side in new[] { first, second, second, first })
                await side.RunAsync(time / 2);
            await peerSide.RunAsync(time);
            foreach (var side in sides)
                side.EndRound();
        }
        return new Comparison(rawSide, ourSide, peerSide);
    }

    private static async Task<bool> JudgeAllocationsAsync(GraphEngine engine)
    {
        var bytes = new List<long>();
        foreach (var rows in EngineRequest.RowCounts)
            bytes.Add(await EngineRequest.AllocationsAsync(engine, rows));
        var growth = (double)bytes[^1] / bytes[0];
        var isFlat = growth <= MostGrowth;
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Bytes allocated for a request, in process: {string.Join(", ", bytes.Zip(EngineRequest.RowCounts, (count, rows) => $"{count:N0} for {rows} rows"))}; " +
            $"the last {growth:0.00} times the first ({(isFlat ? "meets" : "MISSES")} {MostGrowth})."));
        return isFlat;
    }

    /// <summary>Connections to one server, each at another place among the same requests.</summary>
    private sealed class Clients(Uri address, IReadOnlyList<byte[]> bodies, int connections) : IDisposable
    {
        private readonly List<LoopbackClient> _clients = [.. Enumerable.Range(0, connections)
            .Select(connection => new LoopbackClient(address, address.AbsolutePath, bodies, connection * bodies.Count / connections))];

        public Task<Timing> RunAsync(TimeSpan time) => ClosedLoop.RunAsync(_clients, time);

        public void Dispose() => _clients.ForEach(client => client.Dispose());
    }
}
