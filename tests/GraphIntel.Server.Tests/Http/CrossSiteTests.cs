using System.Net;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class CrossSiteTests : IAsyncLifetime
{
    private const string Friend = "https://friend.example";
    private const string Stranger = "https://stranger.example";

    private readonly InProcessServer _closed = new();
    private readonly InProcessServer _open = new(null, settings => settings with { CorsOrigins = [Friend] });

    public async ValueTask InitializeAsync()
    {
        await _closed.InitializeAsync();
        await _open.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.DisposeAsync();
        await _open.DisposeAsync();
    }

    private static Task<HttpResponseMessage> GetAsync(InProcessServer server, params (string Name, string Value)[] headers)
    {
        var request = Requests.Get("?query={__typename}");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "script")]
    [InlineData("same-site", "cors", "empty")]
    [InlineData("cross-site", "navigate", "iframe")]
    public async Task A_cross_site_page_cannot_send_a_get(string site, string mode, string destination)
    {
        using var response = await GetAsync(
            _closed, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination), ("Origin", Stranger));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.StartsWith("PREFLIGHT_REQUIRED: ", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", "cors", "empty")]
    [InlineData("none", "navigate", "document")]
    [InlineData("cross-site", "navigate", "document")]
    public async Task The_own_page_and_a_followed_link_can(string site, string mode, string destination)
    {
        using var response = await GetAsync(
            _closed, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GraphQL-Preflight")]
    [InlineData("GraphQL-Require-Preflight")]
    public async Task The_header_that_forces_a_preflight_allows_it(string header)
    {
        using var response = await GetAsync(_closed, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"), (header, "1"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_allowed_origin_can_send_and_read_and_another_cannot()
    {
        using var friend = await GetAsync(_open, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"), ("Origin", Friend));
        Assert.Equal(HttpStatusCode.OK, friend.StatusCode);
        Assert.Equal(Friend, friend.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var stranger = await GetAsync(_open, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"), ("Origin", Stranger));
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(Friend, true)]
    [InlineData(Stranger, false)]
    public async Task A_preflight_succeeds_for_allowed_origins_only(string origin, bool isAllowed)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,graphql-preflight");
        using var response = await _open.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(isAllowed, response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(isAllowed, response.Headers.Contains("Access-Control-Allow-Headers"));
    }
}
