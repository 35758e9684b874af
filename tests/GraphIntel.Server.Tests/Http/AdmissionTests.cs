using System.Net;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Cost limits, admission and timeouts.</summary>
public sealed class AdmissionTests
{
    private const string Cheap = """{ place(id: "place:a") { name } }""";
    private const string Expensive = """{ events(first: 1, where: {title: {contains: "zzz"}}) { nodes { title } } }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_gets_the_cost_of_an_operation_on_request()
    {
        await using var server = new InProcessServer();
        await server.InitializeAsync();
        using var response = await QueryAsync(server, "{ events(first: 3) { nodes { title } totalCount } }", "report");
        using var body = JsonDocument.Parse(await response.TextAsync());
        var cost = body.RootElement.GetProperty("extensions").GetProperty("cost");
        var events = body.RootElement.GetProperty("data").GetProperty("events").GetProperty("totalCount").GetInt32();
        Assert.InRange(cost.GetProperty("rows").GetDouble(), events, events + 10);
        Assert.Equal(OperationLimits.MinCost, cost.GetProperty("maxRows").GetInt64());
        Assert.Equal(3, cost.GetProperty("objects").GetInt32());
        using var unasked = await QueryAsync(server, Cheap);
        Assert.DoesNotContain("extensions", await unasked.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_above_the_cost_limit_is_rejected_with_the_estimate_the_limit_and_the_reason()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask, settings => settings with
        {
            Limits = new OperationLimits { Cost = 1_000 },
        });
        using var response = await QueryAsync(server, Expensive);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await response.ErrorAsync();
        Assert.StartsWith("LIMIT_EXCEEDED: The operation would read about 65,000 rows", error, StringComparison.Ordinal);
        Assert.Contains("limit of 1,000", error, StringComparison.Ordinal);
        Assert.Contains("`events` reads about 50,000", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cheap_operations_and_health_checks_continue_while_the_expensive_lane_is_full()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 0;
        await using var server = await StartAsync(
            async cancellation =>
            {
                // The expensive lane admits one operation, which does not complete.
                if (Interlocked.Increment(ref waiting) == 1)
                    await end.Task.WaitAsync(cancellation);
            },
            options => options with { ExpensiveOperations = 1, MaxWait = TimeSpan.FromMinutes(1) });
        var expensive = Enumerable.Range(0, 20).Select(_ => QueryAsync(server, Expensive)).ToList();
        while (Volatile.Read(ref waiting) == 0)
            await Task.Delay(10, Cancellation);
        for (var round = 0; round < 20; round++)
        {
            using var response = await QueryAsync(server, Cheap);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        using var health = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.All(expensive, request => Assert.False(request.IsCompleted));
        end.SetResult();
        foreach (var request in expensive)
            (await request).Dispose();
    }

    [Theory]
    [InlineData("application/graphql-response+json", HttpStatusCode.ServiceUnavailable)]
    [InlineData("application/json", HttpStatusCode.OK)]
    public async Task An_operation_that_waits_too_long_in_the_queue_is_rejected_with_Retry_After(string accept, HttpStatusCode status)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StartAsync(
            async cancellation =>
            {
                started.SetResult();
                await end.Task.WaitAsync(cancellation);
            },
            options => options with { MaxWait = TimeSpan.FromMilliseconds(100), ExpensiveOperations = 1 });
        var running = QueryAsync(server, Expensive);
        await started.Task.WaitAsync(Cancellation);
        using var request = Requests.Post(Requests.Query(Expensive));
        request.Headers.Accept.ParseAdd(accept);
        using var response = await server.Client.SendAsync(request, Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("STORE_BUSY: The server is busy: the operation was not started within 0.1 seconds. Retry later.", await response.ErrorAsync());
        Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        end.SetResult();
        (await running).Dispose();
    }

    [Fact]
    public async Task The_timeout_includes_compilation()
    {
        var store = new StubStore(_ => Task.CompletedTask)
        {
            Compiling = cancellation =>
            {
                cancellation.WaitHandle.WaitOne();
                cancellation.ThrowIfCancellationRequested();
            },
        };
        await using var server = await StartAsync(store, options => options with { Timeout = TimeSpan.FromMilliseconds(200) });
        using var response = await QueryAsync(server, Cheap);
        Assert.StartsWith("TIMEOUT: The request exceeded the time limit of 0.2 seconds", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeout_includes_the_wait_in_the_queue()
    {
        await using var server = await StartAsync(
            cancellation => Task.Delay(Timeout.Infinite, cancellation),
            options => options with { Timeout = TimeSpan.FromMilliseconds(500), MaxWait = TimeSpan.FromMinutes(1), ExpensiveOperations = 1 });
        var both = new[] { QueryAsync(server, Expensive), QueryAsync(server, Expensive) };
        foreach (var request in both)
        {
            using var response = await request;
            Assert.StartsWith("TIMEOUT: ", await response.ErrorAsync(), StringComparison.Ordinal);
        }
    }

    private static Task<InProcessServer> StartAsync(Func<CancellationToken, Task> run, Func<EngineOptions, EngineOptions> change)
    {
        var store = new StubStore(run) { Health = _ => Task.CompletedTask, Concurrency = new StoreConcurrency(2, 1, 1) };
        store.Statistics = new GraphStatistics(
            store.Model.Nodes.ToDictionary(type => type, _ => 50_000L),
            GraphStatistics.Empty.Relationships,
            GraphStatistics.Empty.Properties,
            GraphStatistics.Empty.References);
        return StartAsync(store, change);
    }

    private static async Task<InProcessServer> StartAsync(StubStore store, Func<EngineOptions, EngineOptions> change)
    {
        var options = change(new EngineOptions());
        var server = new InProcessServer(store, settings => settings with { Engine = options, Timeout = options.Timeout });
        await server.InitializeAsync();
        return server;
    }

    private static Task<HttpResponseMessage> QueryAsync(InProcessServer server, string document, string? cost = null)
    {
        var request = Requests.Post(Requests.Query(document));
        if (cost is not null)
            request.Headers.Add("GraphQL-Cost", cost);
        return server.Client.SendAsync(request, Cancellation);
    }
}
