using GraphIntel.Server.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GraphIntel.Server.Tests;

public sealed class PlaygroundPageTests : IDisposable
{
    private readonly DirectoryInfo _webRoot = Directory.CreateTempSubdirectory("graphintel-page-");

    public void Dispose() => _webRoot.Delete(recursive: true);

    [Fact]
    public async Task A_server_built_without_the_page_says_what_is_missing_and_how_to_do_without()
    {
        var (response, body) = await QueryAsync("localhost:5000");

        Assert.Equal(StatusCodes.Status200OK, response.StatusCode);
        Assert.Contains("Node 20.19", body, StringComparison.Ordinal);
        Assert.Contains("curl http://localhost:5000/graphql", body, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl);
        Assert.DoesNotContain("script-src", response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_name_of_a_request_is_escaped()
    {
        var (_, body) = await QueryAsync("<img src=x>");

        Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
        Assert.Contains("&lt;img", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_page_is_served_with_a_policy_that_allows_no_other_host()
    {
        var folder = _webRoot.CreateSubdirectory("web");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "playground.html"), "<p>built</p>",
            TestContext.Current.CancellationToken);

        var (response, body) = await QueryAsync("localhost:5000");

        Assert.Equal("<p>built</p>", body);
        Assert.Equal("text/html; charset=utf-8", response.ContentType);
        Assert.Equal("no-cache", response.Headers.CacheControl);
        Assert.Equal("Accept", response.Headers.Vary);
        var policy = response.Headers.ContentSecurityPolicy.ToString();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    private async Task<(HttpResponse Response, string Body)> QueryAsync(string host)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = _webRoot.FullName });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(new PagePolicies(null));
        await using var app = builder.Build();
        app.MapGet("/graphql", (RequestDelegate)PlaygroundPage.WriteAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var context = await app.GetTestServer().SendAsync(request =>
        {
            request.Request.Method = HttpMethods.Get;
            request.Request.Scheme = "http";
            request.Request.Host = new HostString(host);
            request.Request.Path = "/graphql";
        }, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(context.Response.Body);
        return (context.Response, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
