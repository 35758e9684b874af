using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>Links with an operation, and the playground on a phone.</summary>
public sealed class PlaygroundLinkTests(BrowserFixture browser, RunningServer server)
    : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>, IAsyncLifetime
{
    private const string Named = "query Named($id: ID!) { place(id: $id) { name } }";
    private const string Variables = "{\"id\": \"place:maskanah\"}";

    private readonly ConcurrentQueue<string> _asked = new();
    private IBrowserContext? _context;
    private IPage? _page;

    private IPage Page => _page ?? throw new InvalidOperationException("The page is not open.");

    private ILocator Query => Page.Locator(".graphiql-query-editor .view-lines");

    private ILocator VariableEditor => Page.Locator(".graphiql-editor-tool .view-lines").First;

    private ILocator Result => Page.Locator(".result-window .view-lines");

    public async ValueTask InitializeAsync()
    {
        _context = await browser.NewContextAsync();
        await _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        _context.Request += (_, request) =>
        {
            if (request.Method == "POST")
                _asked.Enqueue(request.PostData ?? "");
        };
        _page = await _context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
    }

    [Theory]
    [InlineData('?')]
    [InlineData('#')]
    public async Task A_link_opens_its_query_with_its_variables_and_does_not_run_it(char separator)
    {
        await OpenAsync(separator + Parameters(Named, Variables));

        await Expect(Query).ToContainTextAsync("query Named($id: ID!)");
        await Expect(VariableEditor).ToContainTextAsync("place:maskanah");
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/graphql#query=query\\+Named"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show Documentation Explorer" }).ClickAsync();
        await Expect(Page.Locator(".graphiql-doc-explorer")).ToContainTextAsync("Root Types");
        Assert.DoesNotContain(_asked, body => body.Contains("Named", StringComparison.Ordinal));

        await RunAsync();
        await Expect(Result).ToContainTextAsync("\"Maskanah\"");
    }

    [Fact]
    public async Task A_link_selects_the_operation_that_it_names()
    {
        await OpenAsync("?" + Parameters("query First { __typename } query Second { __typename }") + "&operationName=Second");

        await Expect(Page.GetByRole(AriaRole.Tab)).ToContainTextAsync(["Second"]);
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("operationName=Second"));
    }

    [Fact]
    public async Task The_address_follows_the_editor_and_a_copied_link_opens_the_same()
    {
        await OpenAsync("");
        await Expect(Query).ToContainTextAsync("FirstLook");
        Assert.Equal(server.Endpoint.AbsoluteUri, Page.Url);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Examples" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Any object by its id" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#query=.*no\\+such\\+id"));

        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(Page.GetByText("Link copied")).ToBeVisibleAsync();
        var link = await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(Page.Url, link);

        await using var other = await browser.NewContextAsync();
        var page = await other.NewPageAsync();
        await page.GotoAsync(link);
        await Expect(page.Locator(".graphiql-query-editor .view-lines")).ToContainTextAsync("query AnythingByItsId");
        await Expect(page.Locator(".graphiql-editor-tool .view-lines").First).ToContainTextAsync("no such id");
    }

    [Fact]
    public async Task A_link_is_copied_without_a_secure_context_too()
    {
        await Page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await OpenAsync("?" + Parameters(Named));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(Page.GetByText("Link copied")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_query_longer_than_a_request_line_fits_into_a_link()
    {
        var query = Named + " #" + new string('x', 40_000);
        await OpenAsync("#" + Parameters(query, Variables));
        await Expect(Query).ToContainTextAsync("query Named");
        await RunAsync();
        await Expect(Result).ToContainTextAsync("\"Maskanah\"");
        await Page.ReloadAsync();
        await Expect(Query).ToContainTextAsync("query Named");
        Assert.True(Page.Url.Length > 40_000);
    }

    [Fact]
    public async Task Another_link_opened_in_the_same_page_gets_a_new_tab()
    {
        await OpenAsync("#" + Parameters(Named, Variables));
        await Expect(Query).ToContainTextAsync("query Named");

        await Page.EvaluateAsync("hash => { location.hash = hash }", Parameters("query Other { __typename }"));

        await Expect(Query).ToContainTextAsync("query Other");
        await Expect(Page.GetByRole(AriaRole.Tab)).ToContainTextAsync(["Named", "Other"]);
        await Expect(VariableEditor).Not.ToContainTextAsync("place:maskanah");
    }

    [Theory]
    [InlineData("?query=%7B%3Cscript%3Ealert(1)%3C/script%3E&variables=%7Bnonsense&operationName=%00")]
    [InlineData("#query=%FF%FE&variables=null&query=second")]
    [InlineData("#nothing")]
    public async Task An_invalid_link_opens_the_playground(string link)
    {
        var complaints = new ConcurrentQueue<string>();
        Page.PageError += (_, error) => complaints.Enqueue(error);
        await OpenAsync(link);
        await Expect(Query).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Examples" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Filter events across relationships" }).ClickAsync();
        await Expect(Query).ToContainTextAsync("FilterAcrossTheGraph");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task On_a_phone_the_panes_are_stacked_and_within_reach()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenAsync("?" + Parameters(Named, Variables));
        await Expect(Query).ToContainTextAsync("query Named");
        await RunAsync();
        await Expect(Result).ToContainTextAsync("\"Maskanah\"");

        var query = await BoxAsync(".graphiql-query-editor");
        var tools = await BoxAsync(".graphiql-editor-tools");
        var response = await BoxAsync(".graphiql-response");
        Assert.True(query.Y + query.Height <= tools.Y + 1 && tools.Y + tools.Height <= response.Y + 1);
        Assert.True(response.Y + response.Height <= 844 && response.Height > 200 && query.Height > 100);
        Assert.All(new[] { query, tools, response }, box => Assert.True(box.X >= 0 && box.X + box.Width <= 390 && box.Width > 330));
        foreach (var name in (string[])["Examples", "Copy link", "Execute query", "Prettify query", "New tab", "Show Documentation Explorer"])
            await Expect(Page.GetByRole(AriaRole.Button, new() { Name = name }).First).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.False(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));

        await Page.GetByRole(AriaRole.Button, new() { Name = "Show Documentation Explorer" }).ClickAsync();
        var documentation = Page.Locator(".graphiql-doc-explorer");
        await Expect(documentation.GetByRole(AriaRole.Link, new() { Name = "Query", Exact = true })).ToBeInViewportAsync();
        await Page.Locator(".result-window").ScrollIntoViewIfNeededAsync();
        await Expect(Result).ToBeInViewportAsync();
        var editors = await BoxAsync(".graphiql-editors");
        tools = await BoxAsync(".graphiql-editor-tool");
        response = await BoxAsync(".graphiql-response");
        Assert.True(tools.Y + tools.Height <= editors.Y + editors.Height + 1 && editors.Y + editors.Height <= response.Y + 1);
        Assert.True(response.Height > 200);
    }

    private static string Parameters(string query, string? variables = null) =>
        "query=" + Uri.EscapeDataString(query) + (variables is null ? "" : "&variables=" + Uri.EscapeDataString(variables));

    private async Task OpenAsync(string link)
    {
        await Page.GotoAsync(server.Endpoint.AbsoluteUri + link);
        if (await Page.GetByRole(AriaRole.Heading, new() { Name = "the playground was not built" }).CountAsync() > 0)
            BrowserFixture.SkipOrFail("The server was built without the playground; its build says why.");
    }

    private async Task<LocatorBoundingBoxResult> BoxAsync(string selector) =>
        await Page.Locator(selector).First.BoundingBoxAsync() ?? throw new InvalidOperationException($"{selector} is not there.");

    private Task RunAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
}
