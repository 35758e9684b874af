using System.Xml.Linq;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The explorer with an operator's own map.</summary>
public sealed class ExplorerMapStyleTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Map = "#view=map&n=place:maskanah";

    [Fact]
    public async Task The_map_has_the_ground_of_the_operator_and_the_policy_opens_that_host_alone()
    {
        await using var tiles = await TileServer.StartAsync();
        await using var process = Serve(tiles);
        var endpoint = await process.EndpointAsync();
        await using var explorer = await ExplorerPage.OpenAsync(browser, endpoint, Map, other: tiles.Address);
        await SettledAsync(explorer);
        Assert.Contains("/style.json", tiles.Requests);
        Assert.Contains(tiles.Requests, path => path.StartsWith("/tiles/", StringComparison.Ordinal));
        await explorer.AssertAccessibleAsync();

        var response = await explorer.Page.APIRequest.GetAsync(new Uri(endpoint, "/").AbsoluteUri);
        var policy = response.Headers["content-security-policy"].Split("; ");
        var host = tiles.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal($"connect-src 'self' {host}", Assert.Single(policy, part => part.StartsWith("connect-src", StringComparison.Ordinal)));
        Assert.Equal($"img-src 'self' data: blob: {host}", Assert.Single(policy, part => part.StartsWith("img-src", StringComparison.Ordinal)));
        Assert.Equal(2, policy.Count(part => part.Contains("http", StringComparison.Ordinal)));

        var svg = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await explorer.DownloadAsync("the map", "Save as SVG"))).Root!;
        Assert.Single(svg.Elements(), element => element.Name.LocalName == "image");
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task A_style_that_leads_to_another_host_is_stopped_by_the_policy()
    {
        await using var other = await TileServer.StartAsync();
        await using var tiles = await TileServer.StartAsync(other.Address);
        await using var process = Serve(tiles);
        await using var explorer = await ExplorerPage.OpenAsync(browser, await process.EndpointAsync(), Map, other: tiles.Address);
        await Expect(explorer.Page.Locator(".map[data-ready=true]")).ToBeVisibleAsync(new() { Timeout = ExplorerMapTests.MapTimeout });
        Assert.DoesNotContain(other.Requests, path => path.StartsWith("/tiles/", StringComparison.Ordinal));
    }

    private static GraphIntelProcess Serve(TileServer tiles) => GraphIntelProcess.Start(
        AppContext.BaseDirectory, ["serve", "--urls", "http://127.0.0.1:0", "--store", "sqlite::memory:", "--map-style", tiles.Style.AbsoluteUri]);

    private static Task SettledAsync(ExplorerPage explorer) =>
        Expect(explorer.Page.Locator(".map[data-settled=true]")).ToBeVisibleAsync(new() { Timeout = ExplorerMapTests.MapTimeout });
}
