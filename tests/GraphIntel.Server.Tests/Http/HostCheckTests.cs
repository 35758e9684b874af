using System.Globalization;
using System.Net;
using GraphIntel.Server.Transport;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class HostCheckTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Port => server.Client.BaseAddress!.Port;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5080")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("evil-localhost")]
    [InlineData("*")]
    public async Task A_page_that_uses_DNS_rebinding_reads_nothing(string host)
    {
        foreach (var path in (string[])["/graphql?query={__typename}", "/graphql", "/health/ready", "/nothing", "/web/assets/a.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Host", host);
            using var response = await server.Client.SendAsync(request, Cancellation);
            if (host == "*")
            {
                Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
                continue;
            }
            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
            var error = await response.ErrorAsync();
            Assert.StartsWith($"HOST_NOT_ALLOWED: The host `{host}` is not allowed", error, StringComparison.Ordinal);
            Assert.Contains("--allowed-hosts", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost:{0}")]
    [InlineData("localhost:80")]
    [InlineData("localhost.:{0}")]
    [InlineData("127.0.0.1:{0}")]
    [InlineData("[::1]:{0}")]
    [InlineData("192.0.2.7")]
    public async Task Localhost_and_ip_addresses_are_answered_with_any_port(string host)
    {
        using var request = Requests.Get("?query={__typename}");
        request.Headers.TryAddWithoutValidation("Host", string.Format(CultureInfo.InvariantCulture, host, Port));
        using var response = await server.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET /graphql?query={__typename} HTTP/1.0\r\n\r\n", 200)]
    [InlineData("GET /graphql?query={__typename} HTTP/1.0\r\nHost: evil.example\r\n\r\n", 421)]
    [InlineData("GET /graphql?query={__typename} HTTP/1.1\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /graphql?query={__typename} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 421)]
    [InlineData("GET /graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /graphql?query={__typename} HTTP/1.1\r\nHost: localhost evil\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /graphql?query={__typename} HTTP/1.1\r\nHost: localhost:port\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/graphql?query={__typename} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421)]
    [InlineData("GET http://localhost/graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 200)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421)]
    public async Task Every_form_of_a_request_names_a_host_that_is_allowed_or_none(string request, int status)
    {
        var answer = await RawConnection.ExchangeAsync(server, request, Cancellation);
        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("graph.example.org", "graph.example.org", true)]
    [InlineData("graph.example.org", "GRAPH.example.org:443", true)]
    [InlineData("graph.example.org", "a.graph.example.org", false)]
    [InlineData("graph.example.org", "graph.example.org.evil.example", false)]
    [InlineData("*.example.org", "graph.example.org", true)]
    [InlineData("*.example.org", "a.b.example.org", true)]
    [InlineData("*.example.org", "example.org", false)]
    [InlineData("*.example.org", "evilexample.org", false)]
    [InlineData("one.example; two.example three.example", "three.example", true)]
    [InlineData("bücher.example", "xn--bcher-kva.example", true)]
    [InlineData("graph.example.org.", "graph.example.org", true)]
    [InlineData("*", "anything.example", true)]
    public void Configured_names_are_allowed(string given, string host, bool isAllowed) =>
        Assert.Equal(isAllowed, AllowedHosts.Of(["http://localhost:5080"], AllowedHosts.ParseList(given)).Allows(host));

    [Fact]
    public void A_name_in_a_listen_address_is_allowed_and_a_wildcard_stands_for_the_host_name()
    {
        Assert.True(AllowedHosts.Of(["http://graph.local:80"], []).Allows("graph.local"));
        foreach (var every in (string[])["http://*:80", "http://+:80", "http://0.0.0.0:80", "http://[::]:80"])
        {
            var hosts = AllowedHosts.Of([every], []);
            Assert.True(hosts.Allows(Dns.GetHostName()));
            Assert.True(hosts.Allows("localhost:5080"));
            Assert.False(hosts.Allows("evil.example"));
        }
        Assert.False(AllowedHosts.Of(["http://localhost:80"], []).Allows("machine.evil.example"));
    }

    [Theory]
    [InlineData("https://graph.example.org")]
    [InlineData("graph.example.org:443")]
    [InlineData("graph.*.org")]
    [InlineData("*.")]
    [InlineData("a b/c")]
    public void An_invalid_host_name_is_rejected_with_what_is_expected(string given)
    {
        var refusal = Assert.Throws<FormatException>(() => AllowedHosts.ParseList(given));
        Assert.Contains("is not a host name", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_host_is_not_logged()
    {
        using var request = Requests.Get("?query={__typename}");
        request.Headers.TryAddWithoutValidation("Host", "secret-name.example");
        using var response = await server.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.DoesNotContain("secret-name", server.Log.Text, StringComparison.Ordinal);
    }
}
