using GraphIntel.Benchmarks.Processes;
using GraphIntel.Bolt;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>Reads the CPU time of all processes that take part: the database (from Java's management beans), a server, and this process.</summary>
internal sealed class CpuClock(BenchmarkServer neo4j) : IAsyncDisposable
{
    private readonly Driver _driver = neo4j.Driver(new DriverConfig { MaxConnectionPoolSize = 1 });

    public async Task<TimeSpan> ReadAsync(ServerProcess? server)
    {
        var response = await _driver.ExecuteQueryAsync(
            "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes RETURN attributes.ProcessCpuTime.value");
        // In nanoseconds.
        return TimeSpan.FromMicroseconds((long)response.Records[0][0]! / 1000) + Environment.CpuUsage.TotalTime + (server?.CpuTime ?? TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _driver.DisposeAsync();
}
