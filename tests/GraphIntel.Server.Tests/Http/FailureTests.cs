using System.Net;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class FailureTests
{
    private const string Place = "query Ask($id: ID!) { place(id: $id) { name } }";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static async Task<InProcessServer> StartAsync(Func<CancellationToken, Task> run, TimeSpan? timeout = null)
    {
        var server = new InProcessServer(
            new StubStore(run), settings => settings with { Timeout = timeout ?? settings.Timeout });
        await server.InitializeAsync();
        return server;
    }

    private static Task<HttpResponseMessage> QueryAsync(InProcessServer server, CancellationToken cancellation) =>
        server.Client.SendAsync(Requests.Post(Requests.Query(Place, new { id = "place:VALUE" })), cancellation);

    [Fact]
    public async Task An_internal_error_is_500_with_an_id_and_neither_client_nor_log_gets_values()
    {
        await using var server = await StartAsync(_ => throw new InvalidOperationException("fault with VALUE"));
        using var response = await QueryAsync(server, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("application/graphql-response+json", response.Content.Headers.ContentType!.MediaType);
        var error = await response.ErrorAsync();
        Assert.StartsWith("INTERNAL: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", error, StringComparison.Ordinal);
        var id = error.Split(' ')[^1].TrimEnd('.');
        Assert.Contains($"Internal error {id}: System.InvalidOperationException", server.Log.Text, StringComparison.Ordinal);
        Assert.Contains(nameof(StubStore), server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", server.Log.Text, StringComparison.Ordinal);
        using var health = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.DoesNotContain("VALUE", await health.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_is_an_error_of_the_response()
    {
        await using var server = await StartAsync(_ => throw new StoreException(StoreFailure.Unavailable, "The store is away."));
        using var response = await QueryAsync(server, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("STORE_UNAVAILABLE: The store is away.", await response.ErrorAsync());
        using var health = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal(
            "{\"status\":\"unhealthy\",\"checks\":{\"store\":{\"status\":\"unhealthy\",\"description\":\"The store is away.\"}}}",
            await health.TextAsync());
        using var live = await server.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Theory]
    [InlineData(nameof(StoreFailure.Unavailable), "STORE_UNAVAILABLE: At db:7687.", true)]
    [InlineData(nameof(StoreFailure.Timeout), "TIMEOUT: At db:7687.", true)]
    [InlineData(nameof(StoreFailure.Busy), "STORE_BUSY: At db:7687.", false)]
    [InlineData(nameof(StoreFailure.Refused), "STORE_REFUSED: At db:7687.", false)]
    [InlineData(nameof(StoreFailure.TooComplex), "LIMIT_EXCEEDED: At db:7687.", false)]
    [InlineData(
        nameof(StoreFailure.AccessDenied),
        "STORE_UNAVAILABLE: The database is unavailable; retry in a few seconds.",
        true)]
    public async Task A_store_failure_has_its_code_and_reports_a_suspected_outage_where_it_can_be_one(
        string failure, string expected, bool isDoubted)
    {
        await using var server = await StartAsync(_ => throw new StoreException(Enum.Parse<StoreFailure>(failure), "At db:7687."));
        using var response = await QueryAsync(server, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, await response.ErrorAsync());
        Assert.Equal(isDoubted, server.Gate.WaitForSuspectedOutageAsync(TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_operation_is_cancelled_when_its_client_disconnects()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StartAsync(async cancellation =>
        {
            cancellation.Register(cancelled.SetResult);
            started.SetResult();
            await Task.Delay(System.Threading.Timeout.Infinite, cancellation);
        });
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var request = QueryAsync(server, leaving.Token);
        await started.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await cancelled.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await server.StopAsync();
        Assert.Contains("POST /graphql 499 ", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_ends_after_its_timeout()
    {
        await using var server = await StartAsync(
            cancellation => Task.Delay(System.Threading.Timeout.Infinite, cancellation), TimeSpan.FromMilliseconds(50));
        using var response = await QueryAsync(server, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("TIMEOUT: ", await response.ErrorAsync(), StringComparison.Ordinal);
    }
}
