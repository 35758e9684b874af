using System.Net;
using GraphIntel.Core.Storage;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class FailureTests
{
    private const string Place = "query Ask($id: ID!) { place(id: $id) { name } }";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static async Task<InProcessServer> StartAsync(Func<CancellationToken, Task> run, TimeSpan? timeout = null)
    {
        var server = new InProcessServer(
            new StandInStore(run), settings => settings with { Timeout = timeout ?? settings.Timeout });
        await server.InitializeAsync();
        return server;
    }

    private static Task<HttpResponseMessage> AskAsync(InProcessServer server, CancellationToken cancellation) =>
        server.Client.SendAsync(Requests.Post(Requests.Query(Place, new { id = "place:VALUE" })), cancellation);

    [Fact]
    public async Task A_fault_is_500_with_an_id_and_neither_client_nor_log_get_values()
    {
        await using var server = await StartAsync(_ => throw new InvalidOperationException("fault with VALUE"));
        using var response = await AskAsync(server, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("application/graphql-response+json", response.Content.Headers.ContentType!.MediaType);
        var error = await response.ErrorAsync();
        Assert.StartsWith("INTERNAL: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", error, StringComparison.Ordinal);
        var id = error.Split(' ')[^1].TrimEnd('.');
        Assert.Contains($"Fault {id}: System.InvalidOperationException", server.Log.Text, StringComparison.Ordinal);
        Assert.Contains(nameof(StandInStore), server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", server.Log.Text, StringComparison.Ordinal);
        using var health = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.DoesNotContain("VALUE", await health.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_fails_is_an_error_of_the_response()
    {
        await using var server = await StartAsync(_ => throw new StoreException(StoreFailure.Unavailable, "The store is away."));
        using var response = await AskAsync(server, TestContext.Current.CancellationToken);
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
        nameof(StoreFailure.NotAdmitted),
        "STORE_UNAVAILABLE: The database cannot be asked at the moment; the server tries again by itself. Ask again in some seconds.",
        true)]
    public async Task What_a_store_fails_with_has_its_code_and_is_a_reason_to_doubt_the_store_where_it_may_be_away(
        string failure, string expected, bool isDoubted)
    {
        await using var server = await StartAsync(_ => throw new StoreException(Enum.Parse<StoreFailure>(failure), "At db:7687."));
        using var response = await AskAsync(server, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, await response.ErrorAsync());
        Assert.Equal(isDoubted, server.Gate.WaitForDoubtAsync(TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task An_operation_is_cancelled_when_its_client_goes_away()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StartAsync(async cancellation =>
        {
            cancellation.Register(cancelled.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var request = AskAsync(server, leaving.Token);
        await started.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await cancelled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await server.StopAsync();
        Assert.Contains("POST /graphql 499 ", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_ends_after_the_time_allowed()
    {
        await using var server = await StartAsync(
            cancellation => Task.Delay(Timeout.Infinite, cancellation), TimeSpan.FromMilliseconds(50));
        using var response = await AskAsync(server, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("TIMEOUT: ", await response.ErrorAsync(), StringComparison.Ordinal);
    }
}
