using GraphIntel.Server.Tests.CommandLine;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The picture in the README: a query of the seed graph in the playground. GRAPHINTEL_REWRITE=1 updates it.</summary>
public sealed class ReadmePictureTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    private const string Query = """
        query WhoHeldMaskanah {
          place(id: "place:maskanah") {
            name
            controllers(asOf: "2017-06-03") {
              edges {
                status
                node { name }
                claims { nodes { made source { name } } }
              }
            }
            events(first: 1) {
              nodes {
                title
                participants {
                  edges {
                    role
                    node { name backers(asOf: "2017-06-04") { nodes { name } } }
                  }
                }
              }
            }
          }
        }
        """;

    [Fact]
    public async Task The_query_of_the_picture_runs_in_the_playground()
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(1280, 820);
        await page.GotoAsync(server.Endpoint.AbsoluteUri + "#query=" + Uri.EscapeDataString(Query));
        if (await page.GetByRole(AriaRole.Heading, new() { Name = "the playground was not built" }).CountAsync() > 0)
            BrowserFixture.SkipOrFail("The server was built without the playground; its build says why.");
        await Expect(page.Locator(".graphiql-query-editor .view-lines")).ToContainTextAsync("WhoHeldMaskanah");
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        var result = page.Locator(".result-window .view-lines");
        await Expect(result).ToContainTextAsync("Islamic State");
        await Expect(result).ToContainTextAsync("backers");
        await Expect(result).Not.ToContainTextAsync("\"errors\"");
        if (Environment.GetEnvironmentVariable("GRAPHINTEL_REWRITE") == "1")
            await page.ScreenshotAsync(new() { Path = Repository.PathOf(Path.Combine("docs", "images", "playground.png")) });
    }
}
