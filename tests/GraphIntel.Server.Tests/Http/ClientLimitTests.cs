using System.Net;
using System.Net.Sockets;
using GraphIntel.Server.Transport;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Limits per client.</summary>
public sealed class ClientLimitTests
{
    private static readonly IReadOnlyList<IPNetwork> Loopback = TrustedProxies.ParseList("127.0.0.1 ::1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_above_its_rate_limit_gets_Retry_After_and_others_are_served()
    {
        await using var server = await StartAsync(options => options with
        {
            TrustedProxies = Loopback,
            MaxRequestsPerMinute = ClientLimit.ForRemote(3),
        });
        for (var time = 0; time < 3; time++)
        {
            using var answered = await QueryAsync(server, "198.51.100.7");
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }
        using var refused = await QueryAsync(server, "198.51.100.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 20);
        Assert.Matches(
            "^RATE_LIMITED: The client at 198.51.100.7 exceeds the limit of 3 requests per minute .*Retry in [0-9]+ s", await refused.ErrorAsync());
        using var other = await QueryAsync(server, "198.51.100.8");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Addresses_of_one_ipv6_network_are_one_client()
    {
        await using var server = await StartAsync(options => options with
        {
            TrustedProxies = Loopback,
            MaxRequestsPerMinute = ClientLimit.ForRemote(1),
        });
        foreach (var (address, status) in new[]
        {
            ("2001:db8:0:1::1", HttpStatusCode.OK),
            ("2001:db8:0:1:ffff::2", HttpStatusCode.TooManyRequests),
            ("2001:db8:0:2::1", HttpStatusCode.OK),
            ("::ffff:198.51.100.7", HttpStatusCode.OK),
            ("198.51.100.7", HttpStatusCode.TooManyRequests),
        })
        {
            using var response = await QueryAsync(server, address);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "198.51.100.7", "198.51.100.7")]
    [InlineData("127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7")]
    [InlineData("127.0.0.1 10.0.0.0/8", "203.0.113.9, 198.51.100.7, 10.1.2.3", "198.51.100.7")]
    [InlineData("127.0.0.1", "198.51.100.7:4711", "198.51.100.7")]
    [InlineData("127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1")]
    [InlineData("10.0.0.0/8", "198.51.100.7", "127.0.0.1")]
    [InlineData("", "198.51.100.7", "127.0.0.1")]
    [InlineData("127.0.0.1", "not a valid address", "127.0.0.1")]
    public async Task Only_a_trusted_proxy_identifies_the_client(string proxies, string forwarded, string client)
    {
        await using var server = await StartAsync(options => options with
        {
            TrustedProxies = TrustedProxies.ParseList(proxies),
            MaxRequestsPerMinute = ClientLimit.ForAll(1),
        });
        using var first = await QueryAsync(server, forwarded);
        using var second = await QueryAsync(server, forwarded);
        Assert.Contains($"The client at {client} ", (await second.ErrorAsync()).Replace("::ffff:", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(client == "127.0.0.1", server.Log.Text.Contains("add it to --trusted-proxies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clients_on_the_same_machine_have_no_limit_by_default()
    {
        await using var server = await StartAsync(options => options with
        {
            MaxRequestsPerMinute = ClientLimit.ForRemote(1),
            MaxClientRequests = ClientLimit.ForRemote(1),
            MaxClientConnections = ClientLimit.ForRemote(1),
        });
        for (var time = 0; time < 5; time++)
        {
            using var response = await QueryAsync(server, null);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Health_checks_are_not_rate_limited()
    {
        await using var server = await StartAsync(options => options with { MaxRequestsPerMinute = ClientLimit.ForAll(1) });
        for (var time = 0; time < 3; time++)
        {
            foreach (var path in (string[])["/health/live", "/health/ready"])
            {
                using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }
        }
        using var answered = await QueryAsync(server, null);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        using var refused = await QueryAsync(server, null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_batch_counts_as_its_requests()
    {
        await using var server = await StartAsync(options => options with { MaxRequestsPerMinute = ClientLimit.ForAll(5) });
        foreach (var (requests, status) in new[]
        {
            (4, HttpStatusCode.OK), (3, HttpStatusCode.TooManyRequests),
        })
        {
            using var response = await BatchAsync(server, requests);
            Assert.Equal(status, response.StatusCode);
        }
        await using var other = await StartAsync(options => options with { MaxRequestsPerMinute = ClientLimit.ForAll(5) });
        using var never = await BatchAsync(other, 6);
        Assert.Equal(HttpStatusCode.TooManyRequests, never.StatusCode);
        Assert.Equal(
            "RATE_LIMITED: The batch has 6 requests, which exceeds the limit of 5 requests per minute (--max-requests-per-minute). Send smaller batches.", await never.ErrorAsync());
    }

    [Fact]
    public async Task A_client_with_too_many_concurrent_requests_is_rejected_until_one_has_completed()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StartAsync(
            options => options with { MaxClientRequests = ClientLimit.ForAll(1) },
            async cancellation =>
            {
                started.TrySetResult();
                await release.Task.WaitAsync(cancellation);
            });
        var slow = QueryAsync(server, null, "{ place(id: \"place:maskanah\") { name } }");
        await started.Task.WaitAsync(Cancellation);
        using var refused = await QueryAsync(server, null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(1, refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Contains("exceeds the limit of 1 concurrent requests (--max-client-requests)", await refused.ErrorAsync(), StringComparison.Ordinal);
        release.SetResult();
        using var ended = await slow;
        // The permit is released shortly after the response.
        await WaitUntilAsync(async () =>
        {
            using var next = await QueryAsync(server, null);
            return next.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task A_client_has_no_more_connections_than_its_limit()
    {
        await using var server = await StartAsync(options => options with { MaxClientConnections = ClientLimit.ForAll(2) });
        await AssertTwoConnectionsAsync(server);
        Assert.Contains("1 connections were rejected", server.Log.Text, StringComparison.Ordinal);
        Assert.Contains("--max-client-connections", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_has_no_more_connections_than_its_limit()
    {
        await using var server = await StartAsync(options => options with { MaxConnections = 2 });
        await AssertTwoConnectionsAsync(server);
    }

    [Fact]
    public async Task A_trusted_proxy_has_the_connections_of_all_its_clients()
    {
        await using var server = await StartAsync(options => options with
        {
            TrustedProxies = Loopback,
            MaxClientConnections = ClientLimit.ForAll(1),
        });
        using var first = await OpenAndQueryAsync(server);
        using var second = await OpenAndQueryAsync(server);
        using var response = await QueryAsync(server, null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("10.0.0.0/", "expected an IP address, or a network")]
    [InlineData("proxy.example.org", "expected an IP address, or a network")]
    [InlineData("10.0.0.0/33", "expected an IP address, or a network")]
    public void An_invalid_address_or_network_is_rejected_with_what_is_expected(string proxies, string reason)
    {
        var refusal = Assert.Throws<FormatException>(() => TrustedProxies.ParseList(proxies));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task AssertTwoConnectionsAsync(InProcessServer server)
    {
        var first = await OpenAndQueryAsync(server);
        using var second = await OpenAndQueryAsync(server);
        Assert.Equal("", await TryExchangeAsync(server));
        first.Dispose();
        // The server notices shortly later that a connection was closed.
        await WaitUntilAsync(async () => (await TryExchangeAsync(server)).StartsWith("HTTP/1.1 200", StringComparison.Ordinal));
    }

    private static async Task<RawConnection> OpenAndQueryAsync(InProcessServer server)
    {
        var connection = await RawConnection.OpenAsync(server, Cancellation);
        await connection.WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", Cancellation);
        Assert.StartsWith("HTTP/1.1 200", await connection.ReadSomeAsync(Cancellation), StringComparison.Ordinal);
        return connection;
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await isSo())
            await Task.Delay(20, limit.Token);
    }

    /// <summary>The response on a new connection; empty when the server rejected the connection.</summary>
    private static async Task<string> TryExchangeAsync(InProcessServer server)
    {
        try
        {
            using var connection = await RawConnection.OpenAsync(server, Cancellation);
            await connection.WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", Cancellation);
            return await connection.ReadToEndAsync(Cancellation);
        }
        catch (Exception reset) when (reset is IOException or SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // The server may reset the connection before the client sees it established, before it has written, or after.
            return "";
        }
    }

    private static async Task<InProcessServer> StartAsync(
        Func<TransportOptions, TransportOptions> change, Func<CancellationToken, Task>? run = null)
    {
        var server = new InProcessServer(
            new StubStore(run ?? (_ => Task.CompletedTask)), settings => settings with { Transport = change(settings.Transport) });
        await server.InitializeAsync();
        return server;
    }

    private static async Task<HttpResponseMessage> QueryAsync(InProcessServer server, string? forwarded, string document = "{ __typename }")
    {
        using var request = Requests.Post(Requests.Query(document));
        if (forwarded is not null)
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        return await server.Client.SendAsync(request, Cancellation);
    }

    private static async Task<HttpResponseMessage> BatchAsync(InProcessServer server, int requests)
    {
        var one = Requests.Query("{ __typename }");
        using var request = Requests.Post("[" + string.Join(',', Enumerable.Repeat(one, requests)) + "]");
        return await server.Client.SendAsync(request, Cancellation);
    }
}
