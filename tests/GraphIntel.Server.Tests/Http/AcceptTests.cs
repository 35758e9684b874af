using System.Net;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class AcceptTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string Modern = "application/graphql-response+json";
    private const string Old = "application/json";

    [Theory]
    [InlineData(null, Modern)]
    [InlineData("*/*", Modern)]
    [InlineData("application/*", Modern)]
    [InlineData(Modern, Modern)]
    [InlineData("application/graphql-response+json; charset=utf-8", Modern)]
    [InlineData(Old, Old)]
    [InlineData("Application/JSON; Charset=UTF-8", Old)]
    [InlineData("application/json, text/plain, */*", Old)]
    [InlineData("application/graphql-response+json, application/json", Modern)]
    [InlineData("application/json, application/graphql-response+json", Modern)]
    [InlineData("application/json, application/graphql-response+json;q=0.9", Old)]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.4", Old)]
    [InlineData("application/graphql-response+json;q=0, */*", Old)]
    [InlineData("this is ; not = a header,,", Modern)]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0", null)]
    [InlineData("*/*;q=0", null)]
    [InlineData("application/json; charset=utf-16", null)]
    public async Task The_response_has_the_type_that_the_client_prefers(string? accept, string? expected)
    {
        foreach (var request in (HttpRequestMessage[])[
            Requests.Post(Requests.Query("{ __typename }"), accept: accept), Requests.Get("?query={__typename}", accept)])
        {
            using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(expected ?? Old, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("utf-8", response.Content.Headers.ContentType.CharSet);
        }
    }

    [Theory]
    [InlineData("text/html, application/json;q=0.1", Old)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Modern)]
    [InlineData("text/html", null)]
    [InlineData("application/xml, text/*", null)]
    public async Task A_client_that_prefers_html_gets_the_page_by_get_and_data_by_post(string accept, string? expected)
    {
        using var data = await server.Client.SendAsync(
            Requests.Post(Requests.Query("{ __typename }"), accept: accept), TestContext.Current.CancellationToken);
        Assert.Equal(expected is null ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK, data.StatusCode);
        Assert.Equal(expected ?? Old, data.Content.Headers.ContentType!.MediaType);
        using var page = await server.Client.SendAsync(Requests.Get("?query={__typename}", accept), TestContext.Current.CancellationToken);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Several_headers_are_read_as_one()
    {
        var request = Requests.Post(Requests.Query("{ __typename }"));
        request.Headers.TryAddWithoutValidation("Accept", new StringValues(["text/html", "application/json"]).ToArray());
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(Old, response.Content.Headers.ContentType!.MediaType);
    }
}
