using System.Net;
using GraphIntel.Server.Transport;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class BatchTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string TypeName = "{\"query\":\"{ __typename }\"}";
    private const string TypeNameAnswer = "{\"data\":{\"__typename\":\"Query\"}}";

    private static Task<HttpResponseMessage> SendAsync(InProcessServer server, string body, string? accept = null) =>
        server.Client.SendAsync(Requests.Post(body, accept: accept), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task The_results_of_a_batch_are_json_in_its_order(string? accept)
    {
        var place = Requests.Query("query($id: ID!) { place(id: $id) { name } }", new { id = "place:maskanah" });
        using var response = await SendAsync(server, $" [{TypeName}, {place} ,{TypeName}]\n", accept);
        var text = await response.TextAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal($"[{TypeNameAnswer},{{\"data\":{{\"place\":{{\"name\":\"Maskanah\"}}}}}},{TypeNameAnswer}]", text);
        Assert.Equal(text.Length, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("{\"query\":\"{ nothing }\"}", "Cannot query field")]
    [InlineData("{\"query\":\"{ place\"}", "SYNTAX_ERROR")]
    [InlineData("{\"query\":7}", "`query` must be a string")]
    [InlineData("{}", "no `query`")]
    [InlineData("7", "must be a JSON object")]
    [InlineData("[{\"query\":\"{ __typename }\"}]", "must be a JSON object")]
    [InlineData("{\"query\":\"{ \\ud800 }\"}", "unpaired surrogate")]
    [InlineData("{\"query\":\"{ places(first: 501) { totalCount } }\"}", "LIMIT_EXCEEDED")]
    [InlineData("{\"query\":\"mutation { a }\"}", "Only queries are supported")]
    public async Task A_rejected_request_does_not_affect_the_others(string refused, string reason)
    {
        using var response = await SendAsync(server, $"[{TypeName},{refused},{TypeName}]");
        var text = await response.TextAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith($"[{TypeNameAnswer},{{\"errors\":[{{", text, StringComparison.Ordinal);
        Assert.EndsWith($"}}]}},{TypeNameAnswer}]", text, StringComparison.Ordinal);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_has_at_most_ten_requests_by_default()
    {
        using var ten = await SendAsync(server, $"[{string.Join(',', Enumerable.Repeat(TypeName, 10))}]");
        Assert.Equal(HttpStatusCode.OK, ten.StatusCode);
        using var eleven = await SendAsync(server, $"[{string.Join(',', Enumerable.Repeat(TypeName, 11))}]", "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, eleven.StatusCode);
        Assert.Equal(
            "LIMIT_EXCEEDED: The batch has 11 requests, which exceeds the limit of 10. Send several batches.", await eleven.ErrorAsync());
    }

    [Fact]
    public async Task The_size_of_all_results_of_a_batch_is_limited()
    {
        await using var strict = new InProcessServer(null, settings => settings with
        {
            Transport = new TransportOptions { MaxBatchRequests = 3, MaxBatchBytes = TypeNameAnswer.Length * 2 },
        });
        await strict.InitializeAsync();
        using var response = await SendAsync(strict, $"[{TypeName},{TypeName},{TypeName}]");
        var text = await response.TextAsync();
        Assert.StartsWith($"[{TypeNameAnswer},{TypeNameAnswer},{{\"errors\":", text, StringComparison.Ordinal);
        Assert.Contains("LIMIT_EXCEEDED", text, StringComparison.Ordinal);
        using var four = await SendAsync(strict, $"[{TypeName},{TypeName},{TypeName},{TypeName}]");
        Assert.Contains("4 requests, which exceeds the limit of 3", await four.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_one_line_of_a_batch_with_the_codes_of_its_errors()
    {
        await using var own = new InProcessServer(null, settings => settings);
        await own.InitializeAsync();
        using var response = await SendAsync(own, $"[{TypeName},{{\"query\":\"{{ place\"}}]");
        await own.StopAsync();
        var line = Assert.Single(own.Log.Lines, line => line.Contains("POST /graphql", StringComparison.Ordinal));
        Assert.Contains("SYNTAX_ERROR", line, StringComparison.Ordinal);
    }
}
