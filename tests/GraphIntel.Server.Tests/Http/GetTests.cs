using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class GetTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        server.Client.SendAsync(request, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_query_with_variables_and_a_name_is_answered()
    {
        var queryString = "?query=" + Uri.EscapeDataString("query A($id: ID!) { place(id: $id) { name } } query B { __typename }")
            + "&operationName=A&variables=" + Uri.EscapeDataString("{\"id\":\"place:maskanah\"}") + "&extensions={}";
        using var response = await SendAsync(Requests.Get(queryString));
        Assert.Equal("{\"data\":{\"place\":{\"name\":\"Maskanah\"}}}", await response.TextAsync());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("", "no `query`")]
    [InlineData("?query={__typename}&query={__typename}", "`query` is given 2 times")]
    [InlineData("?query={__typename}&variables=[]", "`variables` must be a JSON object or null")]
    [InlineData("?query={__typename}&variables={", "`variables` is not valid JSON")]
    [InlineData("?query={__typename}&variables={}{}", "`variables` is not valid JSON")]
    [InlineData("?query={__typename}&extensions=1", "`extensions` must be a JSON object or null")]
    public async Task A_malformed_query_string_is_400_in_both_types(string queryString, string reason)
    {
        foreach (var accept in (string[])["application/json", "application/graphql-response+json"])
        {
            using var response = await SendAsync(Requests.Get(queryString, accept));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(reason, await response.ErrorAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_mutation_by_get_is_405(string accept)
    {
        var document = Uri.EscapeDataString("query Q { __typename } mutation M { a }");
        using var response = await SendAsync(Requests.Get($"?operationName=M&query={document}", accept));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", response.Content.Headers.Allow.Single());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task Another_method_is_405_and_the_allowed_ones_are_listed(string method)
    {
        using var response = await SendAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_has_the_headers_of_get_and_no_body()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Head, "/graphql?query={__typename}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}".Length, response.Content.Headers.ContentLength);
        Assert.Equal("", await response.TextAsync());
    }

    [Fact]
    public async Task A_browser_sees_the_playground_or_why_it_is_missing()
    {
        using var response = await SendAsync(Requests.Get("", Browser));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("GraphIntel", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_a_query_opens_the_playground_in_a_browser_and_runs_nothing()
    {
        using var page = await SendAsync(Requests.Get("", Browser));
        foreach (var queryString in (string[])["?query={__typename}", "?query={", "?query=&variables=nonsense", "?query=a&query=b"])
        {
            using var response = await SendAsync(Requests.Get(queryString, Browser));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("Accept", response.Headers.Vary);
            Assert.Equal(await page.TextAsync(), await response.TextAsync());
        }
        using var program = await SendAsync(Requests.Get("?query={__typename}", "*/*"));
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await program.TextAsync());
    }

    [Fact]
    public async Task The_sdl_is_text_with_a_tag_that_saves_a_second_transfer()
    {
        using var first = await SendAsync(Requests.Get("?sdl", Browser));
        Assert.Equal("text/plain; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        var text = await first.TextAsync();
        Assert.Contains("type Actor implements", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        var again = Requests.Get("?sdl");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        again = Requests.Get("?sdl");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        using var third = await SendAsync(again);
        Assert.Equal(text, await third.TextAsync());
    }

    [Fact]
    public async Task The_model_is_json_with_a_tag_that_saves_a_second_transfer()
    {
        using var first = await SendAsync(Requests.Get("?model", Browser));
        Assert.Equal("application/json; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.True(first.Headers.CacheControl!.NoCache);
        using var model = JsonDocument.Parse(await first.TextAsync());
        Assert.Contains(model.RootElement.GetProperty("nodeTypes").EnumerateArray(), type => type.GetProperty("name").GetString() == "Actor");
        var again = Requests.Get("?model");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/graphql/deeper")]
    [InlineData("/favicon.ico")]
    public async Task Another_path_is_404_with_a_hint(string path)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("/graphql?sdl", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_is_the_explorer_with_a_policy_of_its_own()
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("GraphIntel explorer", await response.TextAsync(), StringComparison.Ordinal);
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live", "{\"status\":\"healthy\",\"checks\":{}}")]
    [InlineData("/health/ready", "{\"status\":\"healthy\",\"checks\":{\"store\":{\"status\":\"healthy\"}}}")]
    public async Task Health_reports_the_status(string path, string expected)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(expected, await response.TextAsync());
    }

    [Fact]
    public async Task Introspection_returns_the_query_type()
    {
        using var response = await SendAsync(Requests.Get("?query={__schema{queryType{name}}}"));
        using var body = JsonDocument.Parse(await response.TextAsync());
        Assert.Equal("Query", body.RootElement.GetProperty("data").GetProperty("__schema").GetProperty("queryType").GetProperty("name").GetString());
    }
}
