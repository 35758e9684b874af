using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

public sealed class PlaygroundTests(BrowserFixture browser, SeededServer server)
    : IClassFixture<BrowserFixture>, IClassFixture<SeededServer>, IAsyncLifetime
{
    private readonly ConcurrentQueue<Uri> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private IBrowserContext? _context;
    private IPage? _page;

    private IPage Page => _page ?? throw new InvalidOperationException("The page is not open.");

    private ILocator Query => Page.Locator(".graphiql-query-editor .view-lines");

    private ILocator Variables => Page.Locator(".graphiql-editor-tool .view-lines").First;

    private ILocator Result => Page.Locator(".result-window .view-lines");

    private ILocator ExamplesButton => Page.GetByRole(AriaRole.Button, new() { Name = "Examples" });

    public async ValueTask InitializeAsync()
    {
        _context = await browser.NewContextAsync();
        _context.Request += (_, request) => _requests.Enqueue(new Uri(request.Url));
        _context.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue(message.Text);
        };
        _context.WebError += (_, error) => _complaints.Enqueue(error.Error);
        _page = await _context.NewPageAsync();
        await _page.GotoAsync(server.Endpoint.AbsoluteUri);
        if (await _page.GetByRole(AriaRole.Heading, new() { Name = "the playground was not built" }).CountAsync() > 0)
            BrowserFixture.SkipOrFail("The server was built without the playground; its build says why.");
        await Expect(Query).ToContainTextAsync("FirstLook");
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
            await _context.DisposeAsync();
    }

    [Fact]
    public async Task A_first_visit_shows_a_query_that_can_be_run()
    {
        await Expect(Page).ToHaveTitleAsync("GraphIntel playground");

        await RunAsync();

        await Expect(Result).ToContainTextAsync("\"totalCount\"");
    }

    [Fact]
    public async Task An_example_from_the_menu_opens_in_a_tab_and_can_be_run()
    {
        await ChooseAsync("Which claims deny a fact?");
        await Expect(Query).ToContainTextAsync("claims(where: { stance: { eq: DENIES } })");
        await Expect(Page.GetByRole(AriaRole.Tab)).ToContainTextAsync(["FirstLook", "WhatSourcesDisagreeOn"]);

        await RunAsync();

        await Expect(Result).ToContainTextAsync("\"claims\"");
        await Expect(Result).Not.ToContainTextAsync("\"errors\"");
    }

    [Fact]
    public async Task An_example_opens_with_its_variables()
    {
        await ChooseAsync("Any object by its id");

        await Expect(Variables).ToContainTextAsync("\"no such id\"");
        await RunAsync();
        await Expect(Result).ToContainTextAsync("\"nodes\"");
    }

    [Fact]
    public async Task The_examples_menu_can_be_used_by_keyboard()
    {
        await ExamplesButton.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(ExamplesButton).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Page.GetByRole(AriaRole.Menuitem).Nth(1)).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Query).ToContainTextAsync("query WhoHeldIt");
    }

    [Fact]
    public async Task Typing_offers_the_fields_of_the_schema()
    {
        await OpenDocumentationAsync();

        await TypeInNewTabAsync("{ eve");

        await Expect(Suggestion("events")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_documentation_leads_from_a_root_field_to_its_type()
    {
        var documentation = await OpenDocumentationAsync();

        await documentation.GetByRole(AriaRole.Link, new() { Name = "Query", Exact = true }).ClickAsync();
        await documentation.GetByRole(AriaRole.Link, new() { Name = "actor", Exact = true }).ClickAsync();

        await Expect(documentation.GetByRole(AriaRole.Link, new() { Name = "Actor", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_schema_and_the_explorer_are_a_link_away()
    {
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Explorer" })).ToHaveAttributeAsync("href", "/");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Schema" })).ToHaveAttributeAsync("href", "/graphql?sdl");
    }

    [Fact]
    public async Task A_file_with_a_hash_in_its_name_is_cached_permanently()
    {
        var script = await Page.Locator("script[type=module]").First.GetAttributeAsync("src");

        var response = await Page.APIRequest.GetAsync(new Uri(server.Endpoint, script).AbsoluteUri);

        Assert.Equal(200, response.Status);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers["cache-control"]);
    }

    [Fact]
    public async Task What_the_browser_loads_is_compressed()
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Endpoint.AbsoluteUri);
        await Expect(page.Locator(".graphiql-query-editor .view-lines")).ToContainTextAsync("FirstLook");

        var sizes = await page.EvaluateAsync<int[]>("""
            () => {
              const files = performance.getEntriesByType('resource').filter(file => /\.(js|css)$/.test(file.name));
              return [files.length, ...['encodedBodySize', 'decodedBodySize'].map(size => files.reduce((sum, file) => sum + file[size], 0))];
            }
            """);
        Assert.True(sizes is [> 3, > 0, > 4_000_000] && sizes[1] < sizes[2] * 0.4, string.Join(' ', sizes));
    }

    [Fact]
    public async Task The_folder_of_the_page_leads_to_its_address()
    {
        await Page.GotoAsync(new Uri(server.Endpoint, "/playground/").AbsoluteUri);

        Assert.Equal(server.Endpoint.AbsoluteUri, Page.Url);
    }

    [Fact]
    public async Task Nothing_comes_from_another_host_and_the_console_holds_no_error()
    {
        await OpenDocumentationAsync();
        await ChooseAsync("Filter events across relationships");
        await Expect(Query).ToContainTextAsync("FilterAcrossTheGraph");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Prettify query" }).ClickAsync();
        await RunAsync();
        await Expect(Result).ToContainTextAsync("\"events\"");
        await TypeInNewTabAsync("{ eve");
        await Expect(Suggestion("events")).ToBeVisibleAsync();

        var elsewhere = _requests.Where(uri => uri.Scheme is not ("data" or "blob") && uri.Authority != server.Endpoint.Authority);
        Assert.Empty(elsewhere);
        Assert.Contains(_requests, uri => uri.AbsolutePath.Contains("graphql.worker", StringComparison.Ordinal));
        Assert.Empty(_complaints);
    }

    private async Task ChooseAsync(string title)
    {
        await ExamplesButton.ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = title }).ClickAsync();
    }

    private Task RunAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();

    private async Task TypeInNewTabAsync(string text)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "New tab", Exact = true }).ClickAsync();
        await Expect(Query).Not.ToContainTextAsync("query");
        await Page.Locator(".graphiql-query-editor .monaco-editor").ClickAsync();
        await Page.Keyboard.TypeAsync(text);
    }

    private ILocator Suggestion(string name) =>
        Page.Locator(".suggest-widget .monaco-list-row").Filter(new() { HasText = name }).First;

    private async Task<ILocator> OpenDocumentationAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show Documentation Explorer" }).ClickAsync();
        var documentation = Page.Locator(".graphiql-doc-explorer");
        await Expect(documentation).ToContainTextAsync("Root Types");
        return documentation;
    }
}
