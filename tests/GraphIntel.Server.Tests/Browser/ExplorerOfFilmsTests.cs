using GraphIntel.Server.Tests.CommandLine;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The explorer of another domain, which has no events, no claims and no standings.</summary>
public sealed class ExplorerOfFilmsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task The_page_explores_another_model()
    {
        await using var process = GraphIntelProcess.Start(
            AppContext.BaseDirectory,
            [
                "serve", "--urls", "http://127.0.0.1:0", "--store", "sqlite::memory:",
                "--model", Repository.PathOf("tests/GraphIntel.Tests/Model/films.graphql"),
                "--seed", Repository.PathOf("tests/GraphIntel.Conformance.Tests/films"),
            ]);
        var endpoint = await process.EndpointAsync();
        await using var explorer = await ExplorerPage.OpenAsync(browser, endpoint);
        await Expect(explorer.Page.Locator(".way")).ToHaveCountAsync(3);
        await explorer.AssertAccessibleAsync();
        await explorer.Page.Locator(".way").First.ClickAsync();
        await Expect(explorer.Canvas).ToHaveAttributeAsync("data-settled", "true");
        Assert.True(await explorer.NodesAsync() > 1);
        await Expect(explorer.Details.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        await Expect(explorer.Page.GetByText("On whose word")).ToHaveCountAsync(0);
        await explorer.AssertAccessibleAsync();
    }
}
