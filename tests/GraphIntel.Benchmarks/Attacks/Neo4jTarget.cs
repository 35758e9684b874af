using System.Diagnostics;
using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Neo4j;
using GraphIntel.Benchmarks.Processes;
using GraphIntel.Core.Model;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>A server over Neo4j.</summary>
internal sealed class Neo4jTarget : AttackTarget
{
    private readonly BenchmarkServer _neo4j;
    private readonly Process? _process;

    private Neo4jTarget(BenchmarkServer neo4j, Process? process) : base($"Neo4j {neo4j.Version}") => (_neo4j, _process) = (neo4j, process);

    /// <inheritdoc/>
    public override bool HasTimeLimits => true;

    /// <inheritdoc/>
    public override TimeSpan? DatabaseCpuTime
    {
        get
        {
            _process?.Refresh();
            return _process?.TotalProcessorTime;
        }
    }

    /// <summary>Finds or starts a Neo4j, and writes the graph.</summary>
    public static async Task<Neo4jTarget> OpenAsync(int events)
    {
        var neo4j = await BenchmarkServer.FindAsync();
        var model = ModelReader.ReadDomain();
        await using (var store = neo4j.Open(model))
        {
            await store.PrepareAsync(CancellationToken.None);
            await new GeneratedGraph(model, events).WriteAsync(store);
        }
        return new Neo4jTarget(neo4j, await FindProcessAsync(neo4j));
    }

    /// <inheritdoc/>
    public override async Task ClearPlansAsync()
    {
        await using var driver = _neo4j.Driver();
        await driver.ExecuteQueryAsync("CALL db.clearQueryCaches()");
    }

    /// <inheritdoc/>
    protected override Task<ServerProcess> StartServerAsync() => StartAsync(
        "neo4j",
        ("NEO4J_URI", _neo4j.Uri.ToString()),
        ("NEO4J_USER", _neo4j.User),
        ("NEO4J_PASSWORD", _neo4j.Password),
        ("NEO4J_DATABASE", _neo4j.Database));

    /// <inheritdoc/>
    protected override ValueTask CloseAsync()
    {
        _process?.Dispose();
        return _neo4j.DisposeAsync();
    }

    // The CPU time is read from the process, if it is on this machine: a statement that queries it would wait while the database is busy.
    private static async Task<Process?> FindProcessAsync(BenchmarkServer neo4j)
    {
        await using var driver = neo4j.Driver();
        var response = await driver.ExecuteQueryAsync("CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes RETURN attributes.Name.value");
        var id = int.Parse(((string)response.Records[0][0]!).Split('@')[0], System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            var process = Process.GetProcessById(id);
            return neo4j.Uri.IsLoopback && process.ProcessName == "java" ? process : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
