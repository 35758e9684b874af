using System.Text.RegularExpressions;
using GraphIntel.Server.Tests.CommandLine;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The explorer of the whole seed, in which hundreds of events have deaths, days and places.</summary>
public sealed class ExplorerOfSeedTests(BrowserFixture browser, SeededServer server) : IClassFixture<BrowserFixture>, IClassFixture<SeededServer>
{
    [Fact]
    public async Task A_newcomer_sees_who_fought_most_and_when()
    {
        await using var explorer = await ExplorerPage.OpenAsync(browser, server.Endpoint, "#view=numbers");
        await Expect(explorer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Islamic State \\d{3}") })).ToBeVisibleAsync();
        await Expect(explorer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Mar 2017: \\d{3}") })).ToBeVisibleAsync();
        await explorer.AssertAccessibleAsync();
        Assert.Empty(explorer.Complaints);
    }

    /// <summary>GRAPHINTEL_REWRITE=1 updates the pictures.</summary>
    [Theory]
    [InlineData(
        "explorer",
        "#n=place:maskanah&n=actor:government-of-syria&n=actor:islamic-state&n=event:maskanah-captured&n=event:maskanah-fighting&n=place:aleppo-province&" +
        "n=actor:russia&n=actor:syrian-arab-army&n=actor:iran&s=place:maskanah&day=2017-06-04",
        ".graph-canvas[data-settled=true]")]
    [InlineData("map", "#view=map", ".map[data-settled=true]")]
    public async Task The_states_of_the_pictures_in_the_README_are_drawn(string name, string fragment, string drawn)
    {
        await using var explorer = await ExplorerPage.OpenAsync(browser, server.Endpoint, fragment, 1280, 800);
        await Expect(explorer.Page.Locator(drawn)).ToBeVisibleAsync(new() { Timeout = ExplorerMapTests.MapTimeout });
        if (Environment.GetEnvironmentVariable("GRAPHINTEL_REWRITE") == "1")
        {
            // What fades, and the tiles of the map.
            await explorer.Page.WaitForTimeoutAsync(5_000);
            await explorer.Page.ScreenshotAsync(new() { Path = Repository.PathOf($"docs/images/{name}.png") });
        }
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task A_way_in_names_whom_and_what_it_opens()
    {
        await using var explorer = await ExplorerPage.OpenAsync(browser, server.Endpoint, "");
        var way = explorer.Page.Locator(".way").Nth(1);
        await Expect(way).ToContainTextAsync("more than any other place");
        await Expect(way).ToContainTextAsync(new Regex("Participants .*Islamic State.* \\(\\d+\\), .*Syrian Democratic Forces"));
        await Expect(way).ToContainTextAsync(new Regex("Latest .* 2017"));
        await way.ClickAsync();
        await explorer.SettledAsync();
        var shown = await explorer.PositionsAsync();
        Assert.Contains("actor:islamic-state", shown.Keys);
        Assert.Contains("actor:syrian-democratic-forces", shown.Keys);
        Assert.Contains(shown.Keys, id => id.StartsWith("event:", StringComparison.Ordinal));
        Assert.True(await explorer.RelationshipsAsync() >= shown.Count - 1);
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task A_first_visit_offers_three_ways_in_and_each_draws_a_graph()
    {
        await using var explorer = await ExplorerPage.OpenAsync(browser, server.Endpoint, "");
        var ways = explorer.Page.Locator(".way");
        for (var index = 0; index < 3; index++)
        {
            await Expect(ways).ToHaveCountAsync(3);
            await ways.Nth(index).ClickAsync();
            await Expect(explorer.Canvas).ToHaveAttributeAsync("data-settled", "true");
            Assert.True(await explorer.NodesAsync() > 3);
            await explorer.Page.GoBackAsync();
        }

        Assert.Empty(explorer.Complaints);
    }
}
