using System.Text.RegularExpressions;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.Browser;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>The main way through the explorer, from Neo4j.</summary>
[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class ExplorerOnNeo4jTests : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private readonly BrowserFixture _browser;
    private readonly Neo4j526 _neo4j;
    private readonly TemporaryFolder _folder = new();

    public ExplorerOnNeo4jTests(BrowserFixture browser, Neo4j526 neo4j)
    {
        neo4j.Require();
        (_browser, _neo4j) = (browser, neo4j);
    }

    public async ValueTask InitializeAsync() => await _neo4j.WipeAsync(keepsSchema: false, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_town_is_found_expanded_and_shown_as_it_was_on_a_day_and_saved()
    {
        await using var served = await ServedFromNeo4j.StartAsync(_folder.Path, ServedFromNeo4j.Environment(_neo4j), "--seed", "default");
        await served.UntilReadyAsync();
        await using var explorer = await ExplorerPage.OpenAsync(_browser, served.Endpoint);
        await Expect(explorer.Page.Locator(".way")).ToHaveCountAsync(3);
        await explorer.FindAsync("مسكنة", "Maskanah");
        await explorer.ShowsAsync(1);

        await explorer.Page.GetByLabel("Choose what to add").ClickAsync();
        await Expect(explorer.Page.Locator(".expand-kinds label").Filter(new() { HasText = "Controllers" })).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Add [0-9]") }).ClickAsync();
        await Expect(explorer.Page.GetByText(new Regex("^Added"))).ToBeVisibleAsync();
        Assert.True(await explorer.ChangedAsync(1) > 5);

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Day", Exact = true }).ClickAsync();
        await explorer.Page.GetByLabel("Day", new() { Exact = true }).And(explorer.Page.Locator("input")).FillAsync("2017-06-03");
        var controllers = explorer.Details.GetByRole(AriaRole.Region, new() { Name = "Controllers" });
        await Expect(controllers).ToContainTextAsync("Islamic State");
        await Expect(controllers).Not.ToContainTextAsync("Government of Syria");
        await explorer.Page.WaitForFunctionAsync("() => document.querySelector('.graph-canvas')._cyreg.cy.edges('.past').length > 0");

        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        await Expect(explorer.Page.GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Numbers" }).ClickAsync();
        await Expect(explorer.Page.Locator(".chart").First).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Map" }).ClickAsync();
        await Expect(explorer.Page.Locator(".map-note")).Not.ToHaveAttributeAsync("data-points", "0");
        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Graph" }).ClickAsync();
        Assert.NotEmpty(await explorer.DownloadAsync("the graph", "Save as GEXF"));
        await explorer.AssertAccessibleAsync();
    }
}
