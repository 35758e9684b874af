using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class PostTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string Maskanah = "{\"data\":{\"place\":{\"name\":\"Maskanah\"}}}";

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        server.Client.SendAsync(request, TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_operation_is_answered_with_all_the_headers()
    {
        using var response = await SendAsync(Requests.Post(Requests.Query("{ place(id: \"place:maskanah\") { name } }")));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Maskanah, await response.TextAsync());
        Assert.Equal("application/graphql-response+json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Maskanah.Length, response.Content.Headers.ContentLength);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Variables_and_the_operation_name_count()
    {
        const string document = "query A($id: ID!) { place(id: $id) { name } } query B { __typename }";
        using var a = await SendAsync(Requests.Post(Requests.Query(document, new { id = "place:maskanah" }, "A")));
        Assert.Equal(Maskanah, await a.TextAsync());
        using var b = await SendAsync(Requests.Post(Requests.Query(document, null, "B")));
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await b.TextAsync());
    }

    [Theory]
    [InlineData("{ places { totalCount } }", "{\"data\":{\"places\":{\"totalCount\":250}}}")]
    [InlineData("{ places(first: 3) { totalCount(atMost: 5) } }", "{\"data\":{\"places\":{\"totalCount\":5}}}")]
    [InlineData("{ places { __typename } }", "{\"data\":{\"places\":{\"__typename\":\"PlacesConnection\"}}}")]
    [InlineData("{ place(id: \"place:maskanah\") { __typename } }", "{\"data\":{\"place\":{\"__typename\":\"Place\"}}}")]
    public async Task A_connection_without_selected_rows_is_executed(string document, string expected)
    {
        using var response = await SendAsync(Requests.Post(Requests.Query(document)));
        Assert.Equal(expected, await response.TextAsync());
    }

    [Theory]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":null,\"operationName\":null,\"extensions\":null}")]
    [InlineData("{\"query\":\"{ __typename }\",\"extensions\":{\"a\":[1]},\"else\":{\"b\":[[]]}}")]
    [InlineData("{\"query\":\"{ nothing }\",\"query\":\"{ __typename }\",\"variables\":{\"a\":1},\"variables\":{}}")]
    [InlineData("{\"query\":\"\\u007b __typename\\n}\",\"query\":\"{\\n__typename\\n}\"}")]
    [InlineData("{\"qu\\u0065ry\":\"{ __typename }\"}")]
    [InlineData(" \r\n\t{\"query\" : \"{ __typename }\"} \n")]
    public async Task Optional_and_unknown_members_are_accepted(string body)
    {
        using var response = await SendAsync(Requests.Post(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await response.TextAsync());
    }

    [Theory]
    [InlineData("", "The body is empty")]
    [InlineData("  ", "The body is not valid JSON")]
    [InlineData("{", "The body is not valid JSON")]
    [InlineData("\ufeff{\"query\":\"{ __typename }\"}", "byte order mark (BOM)")]
    [InlineData("\ufeff[{\"query\":\"{ __typename }\"}]", "byte order mark (BOM)")]
    [InlineData("{\"query\":\"{ __typename }\"}}", "The body is not valid JSON")]
    [InlineData("{\"query\":\"{ __typename }\"", "The body is not valid JSON")]
    [InlineData("query { __typename }", "The body is not valid JSON")]
    [InlineData("[]", "empty array")]
    [InlineData("[{\"query\":\"{ __typename }\"}", "The body is not valid JSON")]
    [InlineData("[{\"query\":\"{ __typename }\"}] 1", "The body is not valid JSON")]
    [InlineData("\"{ __typename }\"", "must be a JSON object")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("{}", "no `query`")]
    [InlineData("{\"documentId\":7}", "`documentId` must be a string or null")]
    [InlineData("{\"extensions\":{\"persistedQuery\":{\"sha256Hash\":7}}}", "sha256Hash` must be a string")]
    [InlineData("{\"query\":\"{ __typename }\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"00\"}}}", "is not the SHA-256 hash of `query`")]
    [InlineData("{\"query\":null}", "`query` must be a string")]
    [InlineData("{\"query\":{}}", "`query` must be a string")]
    [InlineData("{\"query\":[\"{ __typename }\"]}", "`query` must be a string")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":1}", "`operationName` must be a string or null")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":[]}", "`variables` must be a JSON object or null")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":\"{}\"}", "`variables` must be a JSON object or null")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":{\"a\":{\"b\":1,\"b\":2}}}", "duplicate member name")]
    [InlineData("{\"query\":\"{ __typename }\",\"extensions\":7}", "`extensions` must be a JSON object or null")]
    [InlineData("{\"query\":\"{ \\ud800 }\"}", "unpaired surrogate")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":\"\\ud800\"}", "unpaired surrogate")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":{\"a\":[\"\\udc00\"]}}", "unpaired surrogate")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":{\"\\udc00\":1}}", "unpaired surrogate")]
    public async Task A_malformed_request_is_rejected_with_its_reason_in_both_media_types(string body, string reason)
    {
        foreach (var accept in (string[])["application/json", "application/graphql-response+json"])
        {
            using var response = await SendAsync(Requests.Post(body, accept: accept));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(accept, response.Content.Headers.ContentType!.MediaType);
            var error = await response.ErrorAsync();
            Assert.StartsWith("REQUEST_INVALID: ", error, StringComparison.Ordinal);
            Assert.Contains(reason, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_rejected()
    {
        byte[] body = [.. "{\"query\":\"{ __typename } #"u8, 0xc3, 0x28, .. "\"}"u8];
        using var response = await SendAsync(Requests.Post(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("not valid UTF-8", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_nested_too_deeply_is_rejected()
    {
        var deep = new string('[', 100_000);
        using var response = await SendAsync(Requests.Post($"{{\"query\":\"{{ __typename }}\",\"variables\":{{\"a\":{deep}"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("{\"a\":1e999}")]
    [InlineData("{\"a\":99999999999999999999999999999}")]
    [InlineData("{\"\":{\"\":[null,true]}}")]
    public async Task Unusual_variables_never_cause_an_internal_error(string variables)
    {
        using var response = await SendAsync(Requests.Post(
            $"{{\"query\":\"query($a: Int) {{ places(first: $a) {{ totalCount }} }}\",\"variables\":{variables}}}"));
        Assert.True((int)response.StatusCode is 200 or 400, await response.TextAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_content_type_is_415(string? contentType)
    {
        using var response = await SendAsync(Requests.Post(Requests.Query("{ __typename }"), contentType));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.StartsWith("REQUEST_INVALID: ", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task The_content_type_can_have_a_charset_and_any_case(string contentType)
    {
        using var response = await SendAsync(Requests.Post(Requests.Query("{ __typename }"), contentType));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_compressed_request_is_415()
    {
        var request = Requests.Post(Requests.Query("{ __typename }"));
        request.Content!.Headers.ContentEncoding.Add("gzip");
        using var response = await SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_413_with_or_without_a_length(bool isChunked)
    {
        var request = Requests.Post(Requests.Query("{ __typename } #" + new string('x', 1024 * 1024)));
        request.Headers.TransferEncodingChunked = isChunked;
        // The whole request is sent before the response is read; the connection is not reused.
        request.Headers.ExpectContinue = true;
        using var response = await SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        // A client with keep-alive must not send its next request on this connection.
        Assert.True(response.Headers.ConnectionClose);
        var error = await response.ErrorAsync();
        Assert.StartsWith("LIMIT_EXCEEDED: ", error, StringComparison.Ordinal);
        Assert.Contains("1,048,576", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_just_under_the_limit_is_read()
    {
        var head = "{\"query\":\"{ __typename }\",\"extensions\":{\"x\":\"";
        var body = head + new string('x', (1024 * 1024) - head.Length - 3) + "\"}}";
        Assert.Equal(1024 * 1024, Encoding.UTF8.GetByteCount(body));
        using var response = await SendAsync(Requests.Post(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("{ place")]
    [InlineData("{ nothing }")]
    [InlineData("query($id: ID!) { place(id: $id) { name } }")]
    [InlineData("{ places(first: 501) { totalCount } }")]
    [InlineData("mutation { a }")]
    [InlineData("subscription { a }")]
    public async Task A_rejected_operation_is_400_in_the_new_media_type_and_200_in_the_old(string document)
    {
        using var modern = await SendAsync(Requests.Post(Requests.Query(document), accept: "application/graphql-response+json"));
        Assert.Equal(HttpStatusCode.BadRequest, modern.StatusCode);
        using var old = await SendAsync(Requests.Post(Requests.Query(document), accept: "application/json"));
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        Assert.Equal("application/json; charset=utf-8", old.Content.Headers.ContentType!.ToString());
        Assert.Equal(await modern.TextAsync(), await old.TextAsync());
        using var body = JsonDocument.Parse(await old.TextAsync());
        Assert.False(body.RootElement.TryGetProperty("data", out _));
        Assert.NotEmpty(body.RootElement.GetProperty("errors").EnumerateArray());
    }
}
