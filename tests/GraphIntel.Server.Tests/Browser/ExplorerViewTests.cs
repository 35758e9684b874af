using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The map, the table and the numbers of the explorer, and the pictures that it saves.</summary>
public sealed class ExplorerViewTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    // Without a GPU, on a machine that does other work too.
    private const int MapTimeout = 90_000;

    [Fact]
    public async Task The_map_shows_the_nodes_and_the_events_in_scope_and_a_box_narrows_them()
    {
        await using var explorer = await OpenAsync("#view=map&n=place:maskanah");
        var note = explorer.Page.Locator(".map-note");
        await Expect(explorer.Page.Locator(".map[data-ready=true]")).ToBeVisibleAsync(new() { Timeout = MapTimeout });
        await Expect(note).ToHaveAttributeAsync("data-points", "4");
        await explorer.AssertAccessibleAsync();

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Filter by a box" }).ClickAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Draw a box, or press Enter" }).PressAsync("Enter");
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("box="));
        await Expect(note).ToHaveAttributeAsync("data-points", "4");
        var box = await explorer.Page.Locator(".map").First.BoundingBoxAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Filter by a box" }).ClickAsync();
        await explorer.Page.Mouse.MoveAsync(box!.X + 150, box.Y + 100);
        await explorer.Page.Mouse.DownAsync();
        await explorer.Page.Mouse.MoveAsync(box.X + 200, box.Y + 150);
        await explorer.Page.Mouse.UpAsync();
        await Expect(note).ToHaveAttributeAsync("data-points", "1");

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the box" }).ClickAsync();
        await Expect(note).ToHaveAttributeAsync("data-points", "4");
    }

    [Fact]
    public async Task The_map_is_saved_as_a_picture()
    {
        await using var explorer = await OpenAsync("#view=map&n=place:maskanah");
        await Expect(explorer.Page.Locator(".map[data-ready=true]")).ToBeVisibleAsync(new() { Timeout = MapTimeout });
        var bytes = await DownloadAsync(explorer.Page, "the map", "Save as PNG");
        Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
    }

    [Fact]
    public async Task The_table_is_sorted_and_filtered_by_the_server()
    {
        await using var explorer = await OpenAsync("#view=table");
        var rows = explorer.Page.GetByRole(AriaRole.Row);
        await Expect(explorer.Page.GetByText("9 events").First).ToBeVisibleAsync();
        await explorer.AssertAccessibleAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true }).ClickAsync();
        await Expect(rows.Nth(1)).ToContainTextAsync("Army and allied forces capture Maskanah");
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true }).ClickAsync();
        await Expect(rows.Nth(1)).ToContainTextAsync("The army's advance");
        await explorer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Kind", Exact = true }).SelectOptionAsync("BATTLE");
        await Expect(explorer.Page.GetByRole(AriaRole.Table)).ToHaveAttributeAsync("aria-rowcount", "7");
        await explorer.Page.GetByRole(AriaRole.Searchbox).FillAsync("maskanah");
        await Expect(explorer.Page.GetByRole(AriaRole.Table)).ToHaveAttributeAsync("aria-rowcount", "3");

        await rows.Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(explorer.Details).ToContainTextAsync("Maskanah");
        await explorer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Rows of" }).SelectOptionAsync("controls");
        // An event is in the graph, and nobody who controls anything.
        await Expect(explorer.Page.GetByText("Nothing matches")).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Combobox, new() { Name = "Scope" }).SelectOptionAsync("all");
        await Expect(rows.First).ToContainTextAsync("Attested from");
        await Expect(explorer.Page.GetByRole(AriaRole.Table)).ToHaveAttributeAsync("aria-rowcount", "12");
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_server_and_narrow_the_scope()
    {
        await using var explorer = await OpenAsync("#view=numbers");
        await Expect(explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Islamic State 8" })).ToBeVisibleAsync();
        await explorer.AssertAccessibleAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "battle 6" }).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("only=kind:BATTLE"));
        await Expect(explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Islamic State 5" })).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Jun 2017: 3" }).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("from=2017-06-01&until=2017-07-01"));
    }

    [Fact]
    public async Task The_graph_is_saved_as_PNG_and_as_SVG_with_its_names()
    {
        await using var explorer = await OpenAsync("#n=place:maskanah&n=actor:islamic-state");
        await explorer.ShowsAsync(2);
        var png = await DownloadAsync(explorer.Page, "the graph", "Save as PNG");
        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        var svg = System.Text.Encoding.UTF8.GetString(await DownloadAsync(explorer.Page, "the graph", "Save as SVG"));
        var document = System.Xml.Linq.XDocument.Parse(svg);
        Assert.Contains("Maskanah", document.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("until 4 Jun 2017", document.Root.Value, StringComparison.Ordinal);
        Assert.Empty(explorer.Complaints);
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string subject, string button)
    {
        await page.GetByLabel("Save " + subject).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private Task<ExplorerPage> OpenAsync(string fragment) => ExplorerPage.OpenAsync(browser, server.Endpoint, fragment);
}
