using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>Undo and redo of what is done with pointer and keyboard.</summary>
public sealed class ExplorerStepTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    private const string Two = "#n=place:maskanah&n=actor:islamic-state";

    [Fact]
    public async Task A_node_that_was_dragged_is_pinned_and_returns_with_undo()
    {
        await using var explorer = await OpenAsync(Two);
        await explorer.ShowsAsync(2);
        var before = await explorer.PositionsAsync();
        var at = await RenderedAsync(explorer, "place:maskanah");
        await explorer.Page.Mouse.MoveAsync(at[0], at[1]);
        await explorer.Page.Mouse.DownAsync();
        await explorer.Page.Mouse.MoveAsync(at[0] + 60, at[1] - 70, new() { Steps = 5 });
        await explorer.Page.Mouse.UpAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("pin="));
        Assert.Equal(["place:maskanah"], await explorer.WithClassAsync("pinned"));
        var dragged = await explorer.PositionsAsync();
        Assert.NotEqual(before["place:maskanah"], dragged["place:maskanah"]);
        Assert.Equal(before["actor:islamic-state"], dragged["actor:islamic-state"]);

        await explorer.Page.Keyboard.PressAsync("Control+z");
        await Expect(explorer.Page).Not.ToHaveURLAsync(new Regex("pin="));
        Assert.Equal(before["place:maskanah"], (await explorer.PositionsAsync())["place:maskanah"]);
        await explorer.Page.Keyboard.PressAsync("Control+y");
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("pin="));
        Assert.Equal(dragged["place:maskanah"], (await explorer.PositionsAsync())["place:maskanah"], (a, b) => Math.Abs(a - b) <= 1);
    }

    [Fact]
    public async Task Nodes_that_were_arranged_again_return_with_undo()
    {
        await using var explorer = await OpenAsync("#n=place:maskanah");
        await explorer.ShowsAsync(1);
        foreach (var (words, label) in new[] { ("islamic state", "Islamic State"), ("government of syria", "Government of Syria"), ("russia", "Russia") })
            await explorer.FindAsync(words, label);
        await explorer.ShowsAsync(4);
        var before = await explorer.PositionsAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Arrange again" }).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("arranged=1"));
        await explorer.ShowsAsync(4);
        Assert.NotEqual(before, await explorer.PositionsAsync());
        await explorer.Page.Keyboard.PressAsync("Control+z");
        await Expect(explorer.Page).Not.ToHaveURLAsync(new Regex("arranged="));
        await explorer.ShowsAsync(4);
        Assert.Equal(before, await explorer.PositionsAsync());
    }

    [Fact]
    public async Task A_period_that_was_dragged_is_one_step()
    {
        await using var explorer = await OpenAsync(Two + "&from=2017-05-01&until=2017-05-15");
        await explorer.ShowsAsync(2);
        var band = explorer.Page.Locator(".band");
        var box = (await band.BoundingBoxAsync())!;
        await explorer.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 30);
        await explorer.Page.Mouse.DownAsync();
        for (var step = 1; step <= 6; step++)
        {
            await explorer.Page.Mouse.MoveAsync(box.X + (box.Width / 2) - (15 * step), box.Y + 30);
            await explorer.Page.WaitForTimeoutAsync(60);
        }
        await explorer.Page.Mouse.UpAsync();
        await Expect(explorer.Page).Not.ToHaveURLAsync(new Regex("from=2017-05-01"));
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("from=2017-05-01&until=2017-05-15"));
        await Expect(explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Hiding_removing_keeping_and_choosing_sources_are_undone_one_by_one()
    {
        await using var explorer = await OpenAsync(Two + "&n=actor:government-of-syria&s=place:maskanah");
        await explorer.ShowsAsync(3);
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Show Actors" }).ClickAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Keep only" }).ClickAsync();
        await explorer.ShowsAsync(1);
        await explorer.Page.GetByText("On whose word").ClickAsync();
        await explorer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Reuters" }).CheckAsync();
        await explorer.Page.GetByLabel("As known on").FillAsync("2017-06-03");
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("known=2017-06-03&told=source:reuters"));

        var undo = explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" });
        await undo.ClickAsync();
        await Expect(explorer.Page).Not.ToHaveURLAsync(new Regex("known="));
        await undo.ClickAsync();
        await Expect(explorer.Page).Not.ToHaveURLAsync(new Regex("told="));
        await undo.ClickAsync();
        await explorer.ShowsAsync(3);
        await Expect(explorer.Page).ToHaveURLAsync(new Regex("hide=Actor"));
        await undo.ClickAsync();
        await Expect(explorer.Page).Not.ToHaveURLAsync(new Regex("hide="));
        await Expect(undo).ToBeDisabledAsync();
    }

    private static Task<float[]> RenderedAsync(ExplorerPage explorer, string id) => explorer.Page.EvaluateAsync<float[]>(
        """
        id => {
          const canvas = document.querySelector('.graph-canvas');
          const { left, top } = canvas.getBoundingClientRect();
          const { x, y } = canvas._cyreg.cy.getElementById(id).renderedPosition();
          return [left + x, top + y];
        }
        """,
        id);

    private Task<ExplorerPage> OpenAsync(string fragment) => ExplorerPage.OpenAsync(browser, server.Endpoint, fragment);
}
