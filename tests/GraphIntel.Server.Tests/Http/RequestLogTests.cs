using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class RequestLogTests : IAsyncLifetime
{
    private readonly InProcessServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<string> LineOfAsync(HttpRequestMessage request)
    {
        using (await _server.Client.SendAsync(request, TestContext.Current.CancellationToken))
        {
        }
        // The line is written after the response; stopping waits for the requests in flight.
        await _server.StopAsync();
        return Assert.Single(_server.Log.Lines, line => line.Contains("{OriginalFormat}", StringComparison.Ordinal)
            && line.Contains("{Method}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_line_has_name_hash_status_and_size_and_no_value()
    {
        const string document = "query Ask($id: ID!) { place(id: $id) { name } other: place(id: \"place:VALUE\") { name } }";
        var line = await LineOfAsync(Requests.Post(Requests.Query(document, new { id = "VALUE" }, "Ask")));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..16];
        Assert.Contains("POST /graphql 200 ", line, StringComparison.Ordinal);
        Assert.Contains($", operation Ask, document {hash}", line, StringComparison.Ordinal);
        Assert.Contains("{\"data\":{\"place\":null,\"other\":null}}".Length + " bytes", line, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", _server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_string_of_a_get_is_not_logged()
    {
        var line = await LineOfAsync(Requests.Get("?query={place(id:%22VALUE%22){name}}&variables={%22a%22:%22VALUE%22}"));
        Assert.Contains("GET /graphql 200 ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", _server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_codes_are_logged()
    {
        var line = await LineOfAsync(Requests.Post(Requests.Query("{ places(first: 501) { totalCount } }")));
        Assert.Contains("400", line, StringComparison.Ordinal);
        Assert.Contains("LIMIT_EXCEEDED", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_body_is_not_logged()
    {
        var line = await LineOfAsync(Requests.Post("{\"query\": VALUE}"));
        Assert.Contains("REQUEST_INVALID", line, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", _server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_operation_name_is_not_logged()
    {
        var line = await LineOfAsync(Requests.Post(Requests.Query("{ __typename }", null, "a\nVALUE")));
        Assert.Contains("operation ?", line, StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE", _server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_cannot_inject_a_log_line()
    {
        var line = await LineOfAsync(new HttpRequestMessage(HttpMethod.Get, "/a%0Ainfo:%20b"));
        Assert.Contains("GET /a%0Ainfo:%20b 404", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }
}
