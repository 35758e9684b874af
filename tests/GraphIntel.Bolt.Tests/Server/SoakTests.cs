using System.Collections.Concurrent;
using System.Globalization;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Bolt.Pool;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Bolt.Tests.Server;

[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class SoakOnNeo4j526(Neo4j526 server) : SoakTests(server);

[Collection(Neo4j2026Collection.Name)]
public sealed class SoakOnNeo4j2026(Neo4j2026 server) : SoakTests(server);

/// <summary>
/// Sixteen workers over a network that cuts and delays. GRAPHINTEL_SOAK_SECONDS sets the duration; the default is short, for
/// every test run.
/// </summary>
public abstract class SoakTests
{
    private const int Workers = 16;
    private const int PoolSize = 12;
    private readonly Neo4jServer _server;
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new();
    private readonly ConcurrentDictionary<string, bool> _unknown = new();
    private long _answers;
    private long _faults;
    private long _canceled;

    protected SoakTests(Neo4jServer server)
    {
        server.Require();
        _server = server;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TimeSpan Duration => TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("GRAPHINTEL_SOAK_SECONDS") ?? "5", CultureInfo.InvariantCulture));

    [Fact]
    public async Task No_response_is_lost_or_mixed_up_during_network_faults()
    {
        var run = Guid.NewGuid().ToString();
        await using var proxy = new FaultProxy(_server.Uri);
        await using var driver = GraphDatabase.Driver($"bolt://{proxy.Address}", _server.Token, new DriverConfig
        {
            MaxConnectionPoolSize = PoolSize,
            FetchSize = 50,
            ConnectionLivenessCheckTimeout = TimeSpan.FromMilliseconds(200),
        });
        using var end = new CancellationTokenSource(Duration);
        var faults = InjectAsync(proxy, end.Token);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(driver, run, worker, end.Token)))
            .WaitAsync(Duration + TimeSpan.FromSeconds(60), Cancellation);
        await faults;
        proxy.Delay = TimeSpan.Zero;
        await RecoverAsync(driver, proxy);
        await using var direct = _server.Driver();
        var written = (await direct.ExecuteQueryAsync("MATCH (s:Soak {run: $run}) WITH s, s.id AS id DELETE s RETURN id, count(*) AS n", new { run }, cancellation: Cancellation)).Records
            .ToDictionary(r => r.Get<string>("id"), r => r.Get<long>("n"));
        Assert.All(written, pair => Assert.Equal(1, pair.Value));
        Assert.Empty(_acknowledged.Keys.Except(written.Keys));
        Assert.Empty(written.Keys.Except(_acknowledged.Keys).Except(_unknown.Keys));
        Assert.True(_answers > Workers, $"{_answers} answers");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{_answers} answers, {_faults} faults seen, {_canceled} canceled, {_acknowledged.Count} writes, {_unknown.Count} of unknown outcome, {proxy.Accepted} connections");
    }

    /// <summary>After the last fault everything works, nothing is in use, and all open connections belong to the pool.</summary>
    private async Task RecoverAsync(Driver driver, FaultProxy proxy)
    {
        Assert.Equal(1L, (await driver.ExecuteQueryAsync("RETURN 1", cancellation: Cancellation)).Records[0][0]);
        var pool = ((DirectSource)driver.Source).Pool;
        Assert.Equal((0, 0), (pool.InUse, pool.Waiting));
        Assert.InRange(pool.Idle, 1, PoolSize);
        // Broken idle connections are detected when they are acquired, so all are acquired at once.
        var all = await Task.WhenAll(Enumerable.Range(0, PoolSize).Select(async _ => await pool.AcquireAsync(_server.Token, Cancellation)));
        foreach (var connection in all)
            await pool.ReleaseAsync(connection, needsReset: false);
        Assert.Equal(PoolSize, pool.Idle);
        // The proxy detects the end a moment after the client.
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (proxy.Open != pool.Idle && !bound.IsCancellationRequested)
            await Task.Delay(10, Cancellation);
        Assert.Equal(pool.Idle, proxy.Open);
    }

    private static async Task InjectAsync(FaultProxy proxy, CancellationToken end)
    {
        var random = new Random(4711);
        try
        {
            while (true)
            {
                await Task.Delay(random.Next(20, 150), end);
                proxy.Delay = TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(20) : 0);
                proxy.CutOne(random);
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
    }

    private async Task WorkAsync(Driver driver, string run, int worker, CancellationToken end)
    {
        var random = new Random(worker);
        for (long i = 0; !end.IsCancellationRequested; i++)
        {
            var mine = worker * 1_000_000L + i;
            try
            {
                await (random.Next(5) switch
                {
                    0 => ReadRawAsync(driver, mine),
                    1 => StreamAsync(driver, mine, random.Next(1, 500)),
                    2 => WriteAsync(driver, run, mine),
                    3 => CancelAsync(driver, random.Next(15)),
                    _ => PipelineAsync(driver, mine),
                });
                Interlocked.Increment(ref _answers);
            }
            catch (Exception e) when (e is ServiceUnavailableException)
            {
                Interlocked.Increment(ref _faults);
            }
        }
    }

    private static async Task ReadRawAsync(Driver driver, long mine)
    {
        await using var session = driver.Session(new SessionConfig { DefaultAccessMode = AccessMode.Read });
        var cursor = await session.RunAsync(
            "RETURN $p.mine, $p.text",
            static (writer, mine) =>
            {
                writer.WriteMapHeader(1);
                writer.WriteString("p"u8);
                writer.WriteMapHeader(2);
                writer.WriteString("mine"u8);
                writer.WriteInteger(mine);
                writer.WriteString("text"u8);
                writer.WriteString(new string('x', (int)(mine % 5_000)));
            },
            mine, cancellation: Cancellation);
        Assert.True(await cursor.FetchAsync(Cancellation));
        Check(cursor.CurrentValues, mine);
        Assert.False(await cursor.FetchAsync(Cancellation));
    }

    private static void Check(PackStreamReader reader, long mine)
    {
        Assert.Equal(2, reader.ReadListHeader());
        Assert.Equal(mine, reader.ReadInteger());
        Assert.Equal((int)(mine % 5_000), reader.ReadUtf8String().Length);
        Assert.True(reader.AtEnd);
    }

    private static async Task StreamAsync(Driver driver, long mine, int count)
    {
        await using var session = driver.Session();
        var records = await (await session.RunAsync("UNWIND range(1, $count) AS n RETURN $mine + n", new { mine, count }, cancellation: Cancellation)).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, count).Select(n => (object?)(mine + n)), records.Select(r => r[0]));
    }

    private async Task WriteAsync(Driver driver, string run, long mine)
    {
        var id = mine.ToString(CultureInfo.InvariantCulture);
        await using var session = driver.Session();
        try
        {
            await session.ExecuteWriteAsync(
                async tx => await (await tx.RunAsync("CREATE (:Soak {run: $run, id: $id})", new { run, id }, Cancellation)).ConsumeAsync(Cancellation), cancellation: Cancellation);
            _acknowledged[id] = true;
        }
        catch (IncompleteCommitException)
        {
            _unknown[id] = true;
            throw;
        }
    }

    private async Task CancelAsync(Driver driver, int milliseconds)
    {
        await using var session = driver.Session();
        using var cancel = new CancellationTokenSource(milliseconds);
        try
        {
            await (await session.RunAsync("UNWIND range(1, 3000000) AS n WITH n WHERE n < 0 RETURN count(n)", cancellation: cancel.Token)).ToListAsync(cancel.Token);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _canceled);
        }
    }

    private static async Task PipelineAsync(Driver driver, long mine)
    {
        await using var session = driver.Session();
        const int count = 5;
        var cursors = await session.RunPipelinedAsync(
            [.. Enumerable.Range(0, count).Select(i => new Query("UNWIND [$x, -$x] AS x RETURN x", new { x = mine + i }))], cancellation: Cancellation);
        if (mine % 3 == 0)
        {
            // In parallel: a record is read only after the records at its index in all results were fetched.
            foreach (var sign in new[] { 1, -1 })
            {
                foreach (var cursor in cursors)
                    Assert.True(await cursor.FetchAsync(Cancellation));
                for (var i = 0; i < count; i++)
                    Assert.Equal(sign * (mine + i), cursors[i].Current[0]);
            }
            return;
        }
        foreach (var i in mine % 3 == 1 ? Enumerable.Range(0, count) : Enumerable.Range(0, count).Reverse())
            Assert.Equal([mine + i, -(mine + i)], (await cursors[i].ToListAsync(Cancellation)).Select(r => r[0].As<long>()));
    }
}
