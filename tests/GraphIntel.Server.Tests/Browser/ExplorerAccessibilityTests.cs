using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The explorer without a pointer, with reduced motion, and what opens over it.</summary>
public sealed class ExplorerAccessibilityTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    private const string Town = "#n=place:maskanah&s=place:maskanah";

    [Fact]
    public async Task The_whole_way_is_gone_by_keyboard()
    {
        await using var explorer = await OpenAsync();
        await Expect(explorer.Page.Locator(".way")).ToHaveCountAsync(3);
        await explorer.FindAsync("مسكنة", "Maskanah");
        await explorer.ShowsAsync(1);
        await explorer.FindAsync("islamic state", "Islamic State");
        await explorer.ShowsAsync(2);
        var page = explorer.Page;
        var selection = page.GetByTestId("selection");

        // Both by arrow keys, the second with Shift.
        await explorer.Canvas.FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(selection).ToHaveTextAsync("");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(selection).ToContainTextAsync("Selected ");
        foreach (var key in (string[])["Shift+ArrowRight", "Shift+ArrowLeft", "Shift+ArrowUp", "Shift+ArrowDown"])
            await page.Keyboard.PressAsync(key);
        await Expect(selection).ToHaveTextAsync("2 selected");
        await ReachAsync(page, "How are they connected?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText(new Regex("^Connected by"))).ToBeVisibleAsync();
        await explorer.SettledAsync();
        await page.Keyboard.PressAsync("Control+z");

        // The kinds of neighbors.
        await explorer.FindAsync("maskanah", "Maskanah");
        await ReachAsync(page, "Choose what to add");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Neighbors by kind")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByText("Neighbors by kind")).ToBeHiddenAsync();

        // The time, the other pictures, and a node removed.
        await ReachAsync(page, "Day");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Slider, new() { Name = "Day" }).FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("PageUp");
        await Expect(page).ToHaveURLAsync(new Regex("day="));
        await page.GetByRole(AriaRole.Tab, new() { Name = "Graph" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Table" })).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Enter");
        await explorer.SettledAsync();
        await explorer.Canvas.FocusAsync();
        var shown = await explorer.NodesAsync();
        await page.Keyboard.PressAsync("Delete");
        await explorer.ShowsAsync(shown - 1);
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task All_that_opens_over_the_page_is_accessible_in_light_and_dark()
    {
        await using var explorer = await OpenAsync(Town + "&n=actor:islamic-state");
        await explorer.ShowsAsync(2);
        var page = explorer.Page;
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync("aleppo");
            await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await explorer.AssertAccessibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
            await OpenedAsync(explorer, page.GetByLabel("Save the graph"));
            await OpenedAsync(explorer, page.GetByLabel("Choose what to add"));
            await OpenedAsync(explorer, page.GetByText("On whose word"));
            await page.GetByRole(AriaRole.Button, new() { Name = "The query behind the time line" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await explorer.AssertAccessibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        }
    }

    [Fact]
    public async Task A_question_mark_lists_the_shortcuts_and_Escape_closes_the_list()
    {
        await using var explorer = await OpenAsync(Town);
        await explorer.ShowsAsync(1);
        var page = explorer.Page;
        var list = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await explorer.Canvas.FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(list.GetByRole(AriaRole.Heading, new() { Name = "In the graph" })).ToBeVisibleAsync();
        await Expect(list).ToContainTextAsync("Fit the graph into view");
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await explorer.AssertAccessibleAsync();
        }

        // The keys of the page behind do nothing meanwhile.
        await page.Keyboard.PressAsync("/");
        await Expect(explorer.Search).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(list).ToBeHiddenAsync();
        await Expect(explorer.Canvas).ToBeFocusedAsync();

        // One that is typed is a letter.
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("who?");
        await Expect(explorer.Search).ToHaveValueAsync("who?");
        await Expect(list).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).ClickAsync();
        await Expect(list).ToBeVisibleAsync();
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task A_relationship_that_is_denied_and_a_failure_are_accessible()
    {
        await using var explorer = await OpenAsync("#n=actor:russia&n=actor:syrian-arab-army&n=actor:united-states&n=actor:government-of-syria&denied=1");
        await explorer.ShowsAsync(4);
        var id = (await explorer.WithClassAsync("denied"))[0];
        await explorer.GoToAsync(server.Endpoint, "?again#n=actor:russia&denied=1&s=" + Uri.EscapeDataString(id));
        await Expect(explorer.Details.GetByRole(AriaRole.Region, new() { Name = "Claims" })).ToBeVisibleAsync();
        await explorer.AssertAccessibleAsync();

        await explorer.Page.RouteAsync("**/graphql", route => route.FulfillAsync(new()
        {
            ContentType = "application/graphql-response+json",
            Body = """{"errors":[{"message":"Something broke.","extensions":{"code":"INTERNAL"}}]}""",
        }));
        await explorer.GoToAsync(server.Endpoint, "?third#view=table");
        await Expect(explorer.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Something broke.");
        await explorer.AssertAccessibleAsync();
    }

    [Fact]
    public async Task With_reduced_motion_nothing_moves_by_itself()
    {
        await using var explorer = await OpenAsync();
        await explorer.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await explorer.GoToAsync(server.Endpoint, "?again" + Town);
        await explorer.ShowsAsync(1);
        // Each animation and each transition that begins, until the graph is expanded.
        await explorer.Page.EvaluateAsync(
            """
            () => {
              window.moved = [];
              for (const type of ['animationstart', 'transitionrun']) addEventListener(type, event => window.moved.push(type + ' ' + event.target.className), true);
            }
            """);
        await explorer.Canvas.FocusAsync();
        await explorer.Page.Keyboard.PressAsync("Enter");
        await Expect(explorer.Page.GetByText(new Regex("^Added"))).ToBeVisibleAsync();
        await explorer.ChangedAsync(1);
        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        await Expect(explorer.Page.GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        await explorer.Page.GetByRole(AriaRole.Tab, new() { Name = "Graph" }).ClickAsync();
        await explorer.SettledAsync();
        Assert.Empty(await explorer.Page.EvaluateAsync<string[]>("() => window.moved"));
        var animated = await explorer.Page.EvaluateAsync<double>(
            "() => Math.max(...document.querySelector('.graph-canvas')._cyreg.cy.elements().map(one => parseFloat(one.style('transition-duration'))))");
        Assert.Equal(0, animated);
    }

    /// <summary>Moves the focus by Tab until it is on a control with a name.</summary>
    private static async Task ReachAsync(IPage page, string name)
    {
        const string Focused = "() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''";
        for (var step = 0; step < 80; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await page.EvaluateAsync<string>(Focused)).Trim() == name)
                return;
        }
        Assert.Fail($"`{name}` cannot be reached by Tab.");
    }

    private static async Task OpenedAsync(ExplorerPage explorer, ILocator opener)
    {
        await opener.ClickAsync();
        await explorer.AssertAccessibleAsync();
        await opener.ClickAsync();
    }

    private Task<ExplorerPage> OpenAsync(string fragment = "") => ExplorerPage.OpenAsync(browser, server.Endpoint, fragment);
}
