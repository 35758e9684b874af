using GraphIntel.Benchmarks.Processes;
using GraphIntel.Bolt;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>The CPU time of all that take part in answering: what the database's Java says of itself, a server's process, and this one.</summary>
internal sealed class CpuClock(BenchmarkServer neo4j) : IAsyncDisposable
{
    private readonly Driver _driver = neo4j.Driver(new DriverConfig { MaxConnectionPoolSize = 1 });

    public async Task<TimeSpan> ReadAsync(ServerProcess? server)
    {
        var answer = await _driver.ExecuteQueryAsync(
            "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes RETURN attributes.ProcessCpuTime.value");
        // Java counts nanoseconds.
        return TimeSpan.FromMicroseconds((long)answer.Records[0][0]! / 1000) + Environment.CpuUsage.TotalTime + (server?.CpuTime ?? TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _driver.DisposeAsync();
}
