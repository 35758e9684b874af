using System.IO.Compression;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

public sealed class CompressionTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_large_response_is_compressed(string encoding)
    {
        const string document = "{ claims(first: 60) { nodes { id statement source { name } } } }";
        using var plain = await SendAsync(document, null);
        using var packed = await SendAsync(document, encoding);
        Assert.Equal(encoding, packed.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        await using var stream = await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream unpacked = encoding == "br"
            ? new BrotliStream(stream, CompressionMode.Decompress)
            : new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await plain.TextAsync(), await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_small_response_is_not()
    {
        using var response = await SendAsync("{ __typename }", "br");
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await response.TextAsync());
    }

    private Task<HttpResponseMessage> SendAsync(string document, string? encoding)
    {
        var request = Requests.Post(Requests.Query(document));
        if (encoding is not null)
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        return server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
