using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphIntel.Server.Startup;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string PlaceText = "query Place($id: ID!) { place(id: $id) { name } }\n";
    private const string NameText = "{ __typename }";
    private const string Maskanah = "{\"data\":{\"place\":{\"name\":\"Maskanah\"}}}";
    private const string PlaceVariables = "{\"id\":\"place:maskanah\"}";

    private static readonly string Place = HashOf(PlaceText);
    private static readonly string Name = HashOf(NameText);
    private static readonly string Unknown = new('0', 64);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_document_is_executed_by_its_hash_in_each_form(bool isOnly)
    {
        await using var server = await StartAsync(isOnly);
        foreach (var body in (string[])
        [
            $"{{\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{Place}\"}}}},\"variables\":{PlaceVariables}}}",
            $"{{\"documentId\":\"sha256:{Place}\",\"variables\":{PlaceVariables}}}",
            $"{{\"documentId\":\"{Place.ToUpperInvariant()}\",\"variables\":{PlaceVariables}}}",
            $"{{\"id\":\"{Place}\",\"variables\":{PlaceVariables},\"operationName\":\"Place\"}}",
            $"{{\"query\":{JsonSerializer.Serialize(PlaceText)},\"variables\":{PlaceVariables},\"extensions\":{{\"persistedQuery\":{{\"sha256Hash\":\"{Place}\"}}}}}}",
        ])
        {
            using var response = await SendAsync(server, Requests.Post(body));
            Assert.Equal(Maskanah, await response.TextAsync());
        }
        var variables = "&variables=" + Uri.EscapeDataString(PlaceVariables);
        foreach (var query in (string[])[ByHash(Place), $"?documentId=sha256:{Place}", $"?id={Place}"])
        {
            using var response = await SendAsync(server, Requests.Get(query + variables));
            Assert.Equal(Maskanah, await response.TextAsync());
        }
        using var fromManifest = await SendAsync(server, Requests.Get(ByHash(Name)));
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await fromManifest.TextAsync());
        using var batch = await SendAsync(server, Requests.Post($"[{{\"id\":\"{Name}\"}}]"));
        Assert.Equal("[{\"data\":{\"__typename\":\"Query\"}}]", await batch.TextAsync());
    }

    [Fact]
    public async Task An_unknown_hash_gives_the_error_of_Apollo_clients()
    {
        await using var server = await StartAsync(isOnly: false);
        foreach (var (accept, status) in new[] { ("application/json", HttpStatusCode.OK), ("application/graphql-response+json", HttpStatusCode.BadRequest) })
        {
            var body = $"{{\"extensions\":{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{Unknown}\"}}}}}}";
            using var response = await SendAsync(server, Requests.Post(body, accept: accept));
            Assert.Equal(status, response.StatusCode);
            Assert.Equal("PERSISTED_QUERY_NOT_FOUND: PersistedQueryNotFound", await response.ErrorAsync());
        }
        using var id = await SendAsync(server, Requests.Post($"{{\"documentId\":\"sha256:{Unknown}\"}}"));
        Assert.StartsWith("PERSISTED_QUERY_NOT_FOUND: No trusted document", await id.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_trusted_documents_reports_it()
    {
        await using var server = new InProcessServer(null, settings => settings);
        await server.InitializeAsync();
        using var response = await SendAsync(server, Requests.Get(ByHash(Place)));
        Assert.Equal("PERSISTED_QUERY_NOT_SUPPORTED: PersistedQueryNotSupported", await response.ErrorAsync());
    }

    [Theory]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("{ __typename }")]
    [InlineData("{ places { totalCount } }")]
    public async Task With_trusted_documents_only_all_others_are_rejected(string document)
    {
        await using var server = await StartAsync(isOnly: true);
        using var post = await SendAsync(server, Requests.Post(Requests.Query(document)));
        Assert.Equal(HttpStatusCode.BadRequest, post.StatusCode);
        Assert.StartsWith("TRUSTED_DOCUMENTS_ONLY: ", await post.ErrorAsync(), StringComparison.Ordinal);
        using var get = await SendAsync(server, Requests.Get("?query=" + Uri.EscapeDataString(document)));
        Assert.StartsWith("TRUSTED_DOCUMENTS_ONLY: ", await get.ErrorAsync(), StringComparison.Ordinal);
        // A known id in addition, or its own hash, makes no difference.
        using var beside = await SendAsync(server, Requests.Post($"{{\"query\":\"{{ places {{ totalCount }} }}\",\"id\":\"{Name}\"}}"));
        Assert.StartsWith("TRUSTED_DOCUMENTS_ONLY: ", await beside.ErrorAsync(), StringComparison.Ordinal);
        const string other = "{ places { totalCount } }";
        using var hashed = await SendAsync(server, Requests.Post(
            $"{{\"query\":\"{other}\",\"extensions\":{{\"persistedQuery\":{{\"sha256Hash\":\"{HashOf(other)}\"}}}}}}"));
        Assert.StartsWith("TRUSTED_DOCUMENTS_ONLY: ", await hashed.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cached_result_is_not_sent_again_while_it_is_unchanged()
    {
        await using var server = await StartAsync(isOnly: false);
        var query = ByHash(Place) + "&variables=" + Uri.EscapeDataString(PlaceVariables);
        using var first = await SendAsync(server, Requests.Get(query));
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
        foreach (var kept in (string[])[tag.ToString(), "W/" + tag, $"\"other\", {tag}", "*"])
        {
            using var again = await SendAsync(server, WithKept(Requests.Get(query), kept));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal("", await again.TextAsync());
            Assert.Equal(tag, again.Headers.ETag);
        }
        var others = "&variables=" + Uri.EscapeDataString("{\"id\":\"place:raqqa\"}");
        foreach (var other in (HttpRequestMessage[])[Requests.Get(ByHash(Place) + others), Requests.Get(query, "application/json")])
        {
            using var answer = await SendAsync(server, WithKept(other, tag.ToString()));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEqual(tag, answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task Only_a_successful_get_by_hash_has_an_entity_tag()
    {
        await using var server = await StartAsync(isOnly: false);
        foreach (var request in (HttpRequestMessage[])
        [
            Requests.Get("?query={__typename}"),
            Requests.Get(ByHash(Unknown)),
            Requests.Get(ByHash(Place)),
            Requests.Post($"{{\"id\":\"{Name}\"}}"),
        ])
        {
            using var response = await SendAsync(server, request);
            Assert.Null(response.Headers.ETag);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        }
    }

    [Theory]
    [InlineData("a.graphql", "query A {\n  nothing\n}", "a.graphql:2:3: ")]
    [InlineData("a.graphql", "query A {\n  places {", "a.graphql:2:")]
    [InlineData("a.graphql", "query A { __typename }\nmutation B { a }", "a.graphql:2:1: Only queries")]
    [InlineData("a.graphql", "fragment A on Query { __typename }", "a.graphql:1:1: The document has no operation")]
    [InlineData("a.json", "{\n  \"00\": \"{ __typename }\"\n}", "a.json:2: `00` is not the SHA-256")]
    [InlineData("a.json", "{\n  \"00\": 7\n}", "a.json:2: ")]
    [InlineData("a.json", "[1]", "a.json:1: invalid manifest")]
    [InlineData("a.json", "{\n\n\"00\": ", "a.json:3: invalid manifest")]
    [InlineData("a.txt", "{ __typename }", "has no trusted documents")]
    public async Task An_error_in_a_file_stops_the_start_with_its_location(string file, string text, string reason)
    {
        _folder.Write(file, text);
        await using var server = Make(isOnly: false);
        var failure = await Assert.ThrowsAsync<CommandException>(() => server.InitializeAsync().AsTask());
        Assert.Equal(ExitCodes.InvalidInput, failure.ExitCode);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_within_a_manifest_has_its_line_in_both()
    {
        const string text = "{\n  nothing }";
        _folder.Write("m.json", JsonSerializer.Serialize(new Dictionary<string, string> { [Name] = NameText, [HashOf(text)] = text })
            .Replace(",\"", ",\n\"", StringComparison.Ordinal));
        await using var server = Make(isOnly: false);
        var failure = await Assert.ThrowsAsync<CommandException>(() => server.InitializeAsync().AsTask());
        Assert.Contains("m.json:2: at 2:3 of the document: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_with_errors_or_without_documents_ends_with_an_exit_code()
    {
        _folder.Write("d/a.graphql", "{ nothing }");
        string[] memory = ["serve", "--urls", "http://127.0.0.1:0", "--store", "sqlite::memory:"];
        var (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, [.. memory, "--trusted-documents", _folder.File("d")]);
        Assert.Equal(2, exitCode);
        Assert.Contains("a.graphql:1:3: ", error, StringComparison.Ordinal);
        (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, [.. memory, "--trusted-documents-only"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("--trusted-documents DIR", error, StringComparison.Ordinal);
        (exitCode, _, error) = await GraphIntelProcess.RunAsync(_folder.Path, [.. memory, "--trusted-documents", _folder.File("none")]);
        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be read", error, StringComparison.Ordinal);
    }

    private InProcessServer Make(bool isOnly) =>
        new(null, settings => settings with { TrustedDocuments = _folder.Path, OnlyTrustedDocuments = isOnly });

    private async Task<InProcessServer> StartAsync(bool isOnly)
    {
        _folder.Write("documents/place.graphql", PlaceText);
        _folder.Write("manifest.json", JsonSerializer.Serialize(new Dictionary<string, string> { ["sha256:" + Name.ToUpperInvariant()] = NameText }));
        var server = Make(isOnly);
        await server.InitializeAsync();
        return server;
    }

    private static Task<HttpResponseMessage> SendAsync(InProcessServer server, HttpRequestMessage request) =>
        server.Client.SendAsync(request, TestContext.Current.CancellationToken);

    private static string ByHash(string hash) =>
        "?extensions=" + Uri.EscapeDataString($"{{\"persistedQuery\":{{\"version\":1,\"sha256Hash\":\"{hash}\"}}}}");

    private static HttpRequestMessage WithKept(HttpRequestMessage request, string tags)
    {
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        return request;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
