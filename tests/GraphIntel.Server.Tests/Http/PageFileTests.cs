using System.IO.Compression;
using System.Net;
using GraphIntel.Server.Tests.Browser;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>The files of the page as served from a build output.</summary>
public sealed class PageFileTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string Assets = "src/GraphIntel.Server/wwwroot/web/assets";

    // Compression may not reduce the size of smaller files.
    private const int SmallBytes = 2000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_and_styles_are_compressed_and_cached_permanently()
    {
        foreach (var file in Files().Where(file => file.Extension is ".js" or ".css" && file.Length > SmallBytes))
        {
            using var plain = await GetAsync(file, "identity");
            using var packed = await GetAsync(file, "gzip, deflate, br, zstd");

            Assert.Empty(plain.Content.Headers.ContentEncoding);
            Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
            Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
            foreach (var response in (HttpResponseMessage[])[plain, packed])
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Contains("Accept-Encoding", response.Headers.Vary);
                Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
            }
            var bytes = await packed.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.True(bytes.Length < file.Length * 0.6, $"{file.Name} has {file.Length} bytes, and {bytes.Length} were sent.");
            await using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var content = new MemoryStream();
            await unpacked.CopyToAsync(content, Cancellation);
            Assert.Equal(await File.ReadAllBytesAsync(file.FullName, Cancellation), content.ToArray());
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task A_file_that_a_client_has_is_not_sent_again(string encoding)
    {
        var file = Files().MaxBy(file => file.Length)!;
        using var first = await GetAsync(file, encoding);
        using var request = Request(file, encoding);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Contains("Accept-Encoding", second.Headers.Vary);
    }

    private static FileInfo[] Files()
    {
        var folder = new DirectoryInfo(Repository.PathOf(Assets));
        if (!folder.Exists)
            BrowserFixture.SkipOrFail("The server was built without its pages; its build says why.");
        return folder.GetFiles();
    }

    private static HttpRequestMessage Request(FileInfo file, string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/web/assets/" + file.Name);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return request;
    }

    private Task<HttpResponseMessage> GetAsync(FileInfo file, string encoding) =>
        server.Client.SendAsync(Request(file, encoding), Cancellation);
}
