using System.Collections.Concurrent;
using System.Globalization;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>
/// The server under load while connections to Neo4j are cut or stop responding, and Neo4j itself is killed and restarted.
/// GRAPHINTEL_SOAK_SECONDS sets the duration; the default is short, for regular test runs.
/// </summary>
[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class ServeUnderFaultsTests : IAsyncLifetime
{
    private const int Workers = 8;

    /// <summary>The value of <c>--timeout</c>.</summary>
    private static readonly TimeSpan OperationTime = TimeSpan.FromSeconds(8);

    /// <summary>Maximum time of a response, with tolerance for a Neo4j that does not respond and for a busy machine.</summary>
    private static readonly TimeSpan MaxResponseTime = OperationTime + TimeSpan.FromSeconds(3);

    /// <summary>Maximum time from the recovery of Neo4j to that of the server.</summary>
    private static readonly TimeSpan MaxRecoveryTime = TimeSpan.FromSeconds(15);

    private static readonly (string Document, object? Variables)[] Questions =
    [
        ("""{ place(id: "place:maskanah") { name ancestors { nodes { id } } events(first: 3) { nodes { title start } } } }""", null),
        ("query Q($id: ID!) { actor(id: $id) { name backers { edges { kinds node { name } } } } }", new { id = "actor:pyd" }),
        ("{ events(first: 50, order: [{start: DESC}]) { totalCount nodes { id title participants { edges { role node { name } } } } } }", null),
        ("query Q($after: Int) { actors(first: $after) { nodes { id name backs { nodes { id } } } } }", new { after = 100 }),
    ];

    private readonly Neo4j526 _neo4j;
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, int> _codes = new();
    private long _right;
    private long _slowest;

    public ServeUnderFaultsTests(Neo4j526 neo4j)
    {
        neo4j.Require();
        if (!neo4j.IsOwn)
            Assert.Skip("The Neo4j is not ours to kill.");
        _neo4j = neo4j;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TimeSpan Duration => TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("GRAPHINTEL_SOAK_SECONDS") ?? "5", CultureInfo.InvariantCulture));

    public async ValueTask InitializeAsync() => await _neo4j.WipeAsync(keepsSchema: false, Cancellation);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_response_is_correct_or_a_clear_error_and_none_hangs()
    {
        await using var proxy = new FaultProxy(_neo4j.Uri);
        await using var server = await ServedFromNeo4j.StartAsync(
            _folder.Path,
            [.. ServedFromNeo4j.Environment(_neo4j, new Uri($"bolt://{proxy.Address}")), ("Logging__LogLevel__GraphIntel", "Warning")],
            "--seed", "default", "--timeout", OperationTime.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        await server.UntilReadyAsync();
        var answers = new List<string>();
        foreach (var (document, variables) in Questions)
        {
            var answer = await server.QueryAsync(document, variables);
            Assert.Empty(ServedFromNeo4j.Codes(answer));
            answers.Add(answer);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var load = Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(server, answers, worker, end.Token)));
        var rounds = 0;
        var latest = TimeSpan.Zero;
        for (var start = TimeProvider.System.GetTimestamp(); rounds == 0 || TimeProvider.System.GetElapsedTime(start) < Duration; rounds++)
        {
            await CutAsync(proxy, TimeSpan.FromTicks(Math.Min(Duration.Ticks, TimeSpan.FromSeconds(10).Ticks)));
            await server.UntilReadyAsync();
            proxy.IsSilent = true;
            await server.UntilAwayAsync();
            proxy.IsSilent = false;
            latest = Max(latest, await ReturnAsync(server));
            await _neo4j.KillAsync();
            await server.UntilAwayAsync();
            await _neo4j.StartAsync();
            latest = Max(latest, await ReturnAsync(server));
        }
        Assert.True(latest < MaxRecoveryTime, $"The server was ready {latest.TotalSeconds:0.0} s after Neo4j.");

        // After the last fault every query succeeds again, while the load continues.
        var before = Interlocked.Read(ref _right);
        var recovered = TimeProvider.System.GetTimestamp();
        while (Interlocked.Read(ref _right) < before + (10 * Workers))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(recovered) < ServedFromNeo4j.Timeout, "Queries still fail after the recovery.");
            Assert.False(load.IsFaulted, load.Exception?.ToString());
            await Task.Delay(50, Cancellation);
        }
        await end.CancelAsync();
        await load;
        Assert.True(TimeSpan.FromTicks(_slowest) < MaxResponseTime, $"A response took {TimeSpan.FromTicks(_slowest).TotalSeconds:0.0} s.");
        for (var index = 0; index < Questions.Length; index++)
            Assert.Equal(answers[index], await server.QueryAsync(Questions[index].Document, Questions[index].Variables));
        Assert.Contains("STORE_UNAVAILABLE", _codes.Keys);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{rounds} kills, ready again {latest.TotalSeconds:0.0} s after Neo4j at the latest, the slowest answer {TimeSpan.FromTicks(_slowest).TotalSeconds:0.0} s, {proxy.Accepted} connections, {_right} right answers, {string.Join(", ", _codes.Select(code => $"{code.Value} {code.Key}"))}");
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>The time until the server is ready.</summary>
    private static async Task<TimeSpan> ReturnAsync(ServedFromNeo4j server)
    {
        var start = TimeProvider.System.GetTimestamp();
        await server.UntilReadyAsync();
        return TimeProvider.System.GetElapsedTime(start);
    }

    private static async Task CutAsync(FaultProxy proxy, TimeSpan time)
    {
        var random = new Random(4711);
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < time;)
        {
            await Task.Delay(random.Next(20, 150), Cancellation);
            proxy.Delay = TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(20) : 0);
            if (random.Next(20) == 0)
                proxy.CutAll();
            else
                proxy.CutOne(random);
        }
        proxy.Delay = TimeSpan.Zero;
    }

    private async Task WorkAsync(ServedFromNeo4j server, List<string> answers, int worker, CancellationToken end)
    {
        var random = new Random(worker);
        while (!end.IsCancellationRequested)
        {
            var question = random.Next(Questions.Length);
            // A request that hangs throws after the client's timeout, and fails the test.
            var start = TimeProvider.System.GetTimestamp();
            var answer = await server.QueryAsync(Questions[question].Document, Questions[question].Variables);
            var took = TimeProvider.System.GetElapsedTime(start).Ticks;
            for (var slowest = Volatile.Read(ref _slowest); took > slowest; slowest = Volatile.Read(ref _slowest))
                Interlocked.CompareExchange(ref _slowest, took, slowest);
            var codes = ServedFromNeo4j.Codes(answer);
            if (codes.Count == 0)
            {
                Assert.Equal(answers[question], answer);
                Interlocked.Increment(ref _right);
                continue;
            }
            var code = Assert.Single(codes);
            Assert.True(code is "STORE_UNAVAILABLE" or "TIMEOUT", answer);
            _codes.AddOrUpdate(code, 1, (_, count) => count + 1);
            // Retries after a delay, as a client would.
            await Task.Delay(20, Cancellation);
        }
    }
}
