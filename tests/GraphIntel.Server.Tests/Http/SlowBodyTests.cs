using System.Globalization;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Startup;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Clients that send a body slowly.</summary>
[Long]
public sealed class SlowBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Content-Length: 1000", "")]
    [InlineData("Transfer-Encoding: chunked", "1\r\n{\r\n")]
    public async Task A_body_that_does_not_arrive_in_time_is_answered_with_408(string length, string begun)
    {
        await using var server = await StartAsync(settings => settings with { Timeout = TimeSpan.FromMilliseconds(200) });
        var (status, text) = await RawConnection.ExchangeAsync(server, Head(length) + begun, Cancellation);
        Assert.Equal(408, status);
        Assert.Contains("within 0.2 seconds", text, StringComparison.Ordinal);
        Assert.Contains("\"TIMEOUT\"", text, StringComparison.Ordinal);
        await server.StopAsync();
        // A slow client must not cause error lines in the log.
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slow_body_is_rejected_by_the_minimum_rate_long_before_the_timeout()
    {
        await using var server = await StartAsync(settings => settings with { Timeout = TimeSpan.FromHours(1) });
        using var connection = await RawConnection.OpenAsync(server, Cancellation);
        await connection.WriteAsync(Head("Content-Length: 100000"), Cancellation);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var trickle = TrickleAsync(connection, ended.Token);
        var text = await connection.ReadToEndAsync(Cancellation);
        await ended.CancelAsync();
        await trickle;
        Assert.StartsWith("HTTP/1.1 408", text, StringComparison.Ordinal);
        Assert.Contains("at 4096 bytes per second or more", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20_000)]
    public async Task A_body_is_read_completely_in_parts_of_any_size(int part)
    {
        await using var server = await StartAsync(settings => settings);
        var body = "{\"query\": \"{ __typename }\"" + new string(' ', part == 20_000 ? 200_000 : 50) + "}";
        using var connection = await RawConnection.OpenAsync(server, Cancellation);
        await connection.WriteAsync(
            Head(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")), Cancellation);
        foreach (var chunk in body.Chunk(part))
            await connection.WriteAsync(new string(chunk), Cancellation);
        Assert.EndsWith("{\"data\":{\"__typename\":\"Query\"}}", await connection.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    private static string Head(string length) =>
        $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n{length}\r\n\r\n";

    private static async Task TrickleAsync(RawConnection connection, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await connection.WriteAsync(" ", cancellation);
                await Task.Delay(100, cancellation);
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The server closed the connection, or the test has ended.
        }
    }

    private static async Task<InProcessServer> StartAsync(Func<ServeSettings, ServeSettings> change)
    {
        var server = new InProcessServer(new StubStore(_ => Task.CompletedTask), change);
        await server.InitializeAsync();
        return server;
    }
}
