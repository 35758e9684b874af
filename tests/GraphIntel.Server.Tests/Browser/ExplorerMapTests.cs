using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The map of the explorer.</summary>
public sealed class ExplorerMapTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    // Without a GPU, on a machine that does other work too.
    internal const int MapTimeout = 90_000;

    [Fact]
    public async Task The_map_shows_the_nodes_and_the_events_in_scope_and_a_box_narrows_them()
    {
        await using var explorer = await OpenAsync("#view=map&n=place:maskanah");
        await ReadyAsync(explorer);
        var note = explorer.Page.Locator(".map-note");
        var events = await explorer.AskAsync("{ place(id: \"place:maskanah\") { eventsHere { totalCount } } }");
        // All are where the place is, and so is the place itself.
        var all = $"{events.GetProperty("place").GetProperty("eventsHere").GetProperty("totalCount").GetInt32() + 1}";
        await Expect(note).ToHaveAttributeAsync("data-points", all);
        await explorer.AssertAccessibleAsync();

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Filter by a box" }).ClickAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Draw a box, or press Enter" }).PressAsync("Enter");
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("box="));
        await Expect(note).ToHaveAttributeAsync("data-points", all);
        var box = await explorer.Page.Locator(".map").First.BoundingBoxAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Filter by a box" }).ClickAsync();
        await explorer.Page.Mouse.MoveAsync(box!.X + 150, box.Y + 100);
        await explorer.Page.Mouse.DownAsync();
        await explorer.Page.Mouse.MoveAsync(box.X + 200, box.Y + 150);
        await explorer.Page.Mouse.UpAsync();
        await Expect(note).ToHaveAttributeAsync("data-points", "1");

        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the box" }).ClickAsync();
        await Expect(note).ToHaveAttributeAsync("data-points", all);
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task What_is_in_view_is_listed_and_chosen_by_keyboard()
    {
        await using var explorer = await OpenAsync("#view=map&n=place:maskanah");
        await ReadyAsync(explorer);
        await explorer.Page.GetByLabel("List what is in view").PressAsync("Enter");
        var items = explorer.Page.Locator(".in-view").GetByRole(AriaRole.Button);
        await Expect(items.First).ToBeVisibleAsync();
        await explorer.AssertAccessibleAsync();
        await explorer.Page.Keyboard.PressAsync("Tab");
        await Expect(items.First).ToBeFocusedAsync();
        await explorer.Page.Keyboard.PressAsync("Enter");
        await Expect(explorer.Details).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_map_is_saved_as_PNG_and_as_SVG_with_divisions_in_their_own_script()
    {
        await using var explorer = await OpenAsync("#view=map&n=place:maskanah&n=place:aleppo-province");
        await ReadyAsync(explorer);
        await Expect(explorer.Page.Locator(".map[data-settled=true]")).ToBeVisibleAsync(new() { Timeout = MapTimeout });
        var png = await explorer.DownloadAsync("the map", "Save as PNG");
        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        var svg = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await explorer.DownloadAsync("the map", "Save as SVG"))).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Contains("Aleppo Province", svg.Value, StringComparison.Ordinal);
        Assert.Contains("Idlib", svg.Value, StringComparison.Ordinal);
        Assert.Contains("محافظة إدلب", svg.Value, StringComparison.Ordinal);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "path");
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task The_map_keeps_its_points_and_divisions_when_the_colors_change()
    {
        await using var explorer = await OpenAsync("#view=map&n=place:maskanah&n=place:aleppo-province");
        await ReadyAsync(explorer);
        await explorer.Page.Locator(".map").First.EvaluateAsync("map => map.removeAttribute('data-ready')");
        await explorer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ReadyAsync(explorer);
        await Expect(explorer.Page.Locator(".map[data-drawn=true]")).ToBeVisibleAsync(new() { Timeout = MapTimeout });
        await explorer.Page.WaitForTimeoutAsync(1_000);
        var svg = System.Text.Encoding.UTF8.GetString(await explorer.DownloadAsync("the map", "Save as SVG"));
        Assert.Contains("Aleppo Province", svg, StringComparison.Ordinal);
        Assert.Contains("Idlib", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_WebGL_the_page_says_so_and_the_rest_works()
    {
        await using var explorer = await ExplorerPage.OpenAsync(browser, server.Endpoint, "#view=map&n=place:maskanah", hasWebGl: false);
        await Expect(explorer.Page.GetByText("The map cannot be drawn here")).ToBeVisibleAsync();
        await Expect(explorer.Page.GetByText("This browser has no WebGL.")).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        await Expect(explorer.Page.GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Graph" }).ClickAsync();
        await explorer.ShowsAsync(1);
    }

    private static Task ReadyAsync(ExplorerPage explorer) =>
        Expect(explorer.Page.Locator(".map[data-ready=true]")).ToBeVisibleAsync(new() { Timeout = MapTimeout });

    private Task<ExplorerPage> OpenAsync(string fragment) => ExplorerPage.OpenAsync(browser, server.Endpoint, fragment);
}
