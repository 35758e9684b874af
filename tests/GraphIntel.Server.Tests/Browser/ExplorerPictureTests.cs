using GraphIntel.Neo4j.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>
/// The main states of the explorer, light and dark, wide and narrow, for a person to look at: GRAPHINTEL_PICTURES=DIR writes them
/// there. They are not compared; each must be accessible and free of errors.
/// </summary>
[Long]
public sealed class ExplorerPictureTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    private const string Story =
        "n=place:maskanah&n=actor:government-of-syria&n=actor:islamic-state&n=event:maskanah-captured&n=event:maskanah-fighting&" +
        "n=place:aleppo-province&n=actor:russia&n=actor:syrian-arab-army&n=actor:iran&s=place:maskanah";

    [Theory]
    [InlineData("start", "", ".way")]
    [InlineData("graph", "#" + Story, ".graph-canvas[data-settled=true]")]
    [InlineData("day", "#" + Story + "&day=2017-06-03", ".graph-canvas[data-settled=true]")]
    [InlineData("denied", "#n=actor:russia&n=actor:united-states&n=actor:government-of-syria&n=actor:iran&denied=1", ".graph-canvas[data-settled=true]")]
    [InlineData("right-to-left", "#n=place:maskanah&n=place:aleppo-province&s=place:aleppo-province&view=map", ".map[data-settled=true]")]
    [InlineData("map", "#view=map&" + Story, ".map[data-settled=true]")]
    [InlineData("table", "#view=table&all=1", ".table-body")]
    [InlineData("numbers", "#view=numbers&all=1", ".chart")]
    public async Task A_state_is_drawn_in_light_and_dark_at_every_width(string name, string fragment, string drawn)
    {
        var folder = Environment.GetEnvironmentVariable("GRAPHINTEL_PICTURES");
        foreach (var (size, width, height) in ((string, int, int)[])[("wide", 1440, 900), ("narrow", 360, 740), ("large", 2560, 1300)])
        {
            await using var explorer = await ExplorerPage.OpenAsync(browser, server.Endpoint, fragment, width, height);
            await Expect(explorer.Page.Locator(drawn).First).ToBeVisibleAsync(new() { Timeout = 90_000 });
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await explorer.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await explorer.AssertAccessibleAsync();
                if (folder is null)
                    continue;
                // The map reads its ground again for other colors.
                await explorer.Page.WaitForTimeoutAsync(fragment.Contains("view=map", StringComparison.Ordinal) ? 4_000 : 800);
                await explorer.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{size}-{scheme}.png") });
            }
        }
    }
}
