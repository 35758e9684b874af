using System.Collections.Concurrent;
using System.Text.Json;
using GraphIntel.Server.Tests.CommandLine;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>The explorer in a browser, and all that it complains of or asks other hosts for.</summary>
internal sealed class ExplorerPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private ExplorerPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public ILocator Search => Page.GetByRole(AriaRole.Combobox, new() { Name = "Search" });

    public ILocator Canvas => Page.GetByRole(AriaRole.Application);

    public ILocator Details => Page.GetByRole(AriaRole.Complementary, new() { Name = "Details" });

    /// <summary>Errors in the console, exceptions, and violations of the policy.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens the page of a server, with a state in its fragment.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="endpoint">The address of the server.</param>
    /// <param name="fragment">The state.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="height">The height of the window.</param>
    /// <param name="hasWebGl">Whether the browser has WebGL.</param>
    /// <param name="other">Another host that may be asked.</param>
    public static async Task<ExplorerPage> OpenAsync(
        BrowserFixture browser, Uri endpoint, string fragment = "", int width = 1400, int height = 900, bool hasWebGl = true, Uri? other = null)
    {
        var context = await browser.NewContextAsync(hasWebGl);
        var explorer = new ExplorerPage(context, await context.NewPageAsync());
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                explorer._complaints.Enqueue(message.Text);
        };
        context.WebError += (_, error) => explorer._complaints.Enqueue(error.Error);
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != endpoint.Authority && url.Authority != other?.Authority)
                explorer._complaints.Enqueue("Asked another host: " + url);
        };
        await context.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', event => console.error('Policy: ' + event.violatedDirective + ' ' + event.blockedURI))");
        await explorer.Page.SetViewportSizeAsync(width, height);
        await explorer.GoToAsync(endpoint, fragment);
        return explorer;
    }

    public async Task GoToAsync(Uri endpoint, string fragment = "")
    {
        await Page.GotoAsync(new Uri(endpoint, "/" + fragment).AbsoluteUri);
        if (await Page.GetByRole(AriaRole.Heading, new() { Name = "was not built" }).CountAsync() > 0)
            BrowserFixture.SkipOrFail("The server was built without its pages; its build says why.");
    }

    /// <summary>Finds a node by the keyboard alone, and opens it.</summary>
    public async Task FindAsync(string text, string label)
    {
        await Page.Keyboard.PressAsync("/");
        await Expect(Search).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(text);
        await Expect(Page.GetByRole(AriaRole.Option).First).ToContainTextAsync(label);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits until the canvas shows a number of nodes.</summary>
    public async Task ShowsAsync(int nodes)
    {
        await Expect(Canvas).ToHaveAttributeAsync("data-nodes", nodes.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(Canvas).ToHaveAttributeAsync("data-settled", "true");
    }

    /// <summary>What the API answers, to compare with what the page shows.</summary>
    public async Task<JsonElement> AskAsync(string query)
    {
        var response = await Page.APIRequest.PostAsync(new Uri(new Uri(Page.Url), "/graphql").AbsoluteUri, new() { DataObject = new { query } });
        var body = JsonElement.Parse(await response.TextAsync());
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ToString());
        return body.GetProperty("data");
    }

    /// <summary>Waits until the canvas has drawn what it has been given.</summary>
    public Task SettledAsync() => Expect(Canvas).ToHaveAttributeAsync("data-settled", "true");

    /// <summary>Waits until the canvas shows another number of nodes than before; returns it.</summary>
    public async Task<int> ChangedAsync(int before)
    {
        await Expect(Canvas).Not.ToHaveAttributeAsync("data-nodes", before.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await SettledAsync();
        return await NodesAsync();
    }

    /// <summary>Saves a file by a button of a menu, and returns its bytes.</summary>
    public async Task<byte[]> DownloadAsync(string subject, string button)
    {
        await Page.GetByLabel("Save " + subject).ClickAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>How many relationships the canvas shows.</summary>
    public async Task<int> RelationshipsAsync() =>
        int.Parse((await Canvas.GetAttributeAsync("data-relationships"))!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many nodes the canvas shows.</summary>
    public async Task<int> NodesAsync() =>
        int.Parse((await Canvas.GetAttributeAsync("data-nodes"))!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Ids on the canvas that have a class, sorted.</summary>
    public Task<string[]> WithClassAsync(string name) => Page.EvaluateAsync<string[]>(
        "name => document.querySelector('.graph-canvas')._cyreg.cy.elements('.' + name).map(element => element.id()).sort()", name);

    /// <summary>The positions of all nodes on the canvas: x and y by id.</summary>
    public Task<Dictionary<string, double[]>> PositionsAsync() => Page.EvaluateAsync<Dictionary<string, double[]>>(
        "() => Object.fromEntries(document.querySelector('.graph-canvas')._cyreg.cy.nodes().map(node => [node.id(), [node.position('x'), node.position('y')]]))");

    /// <summary>Checks the page as it is with axe-core, and that nothing complained.</summary>
    public async Task AssertAccessibleAsync()
    {
        var source = Repository.PathOf("src/GraphIntel.Web/node_modules/axe-core/axe.min.js");
        if (!File.Exists(source))
            BrowserFixture.SkipOrFail("axe-core is not restored: build the server with Node.");
        // A script element would be blocked by the policy of the page.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken));
        var violations = await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.map(one => one.id + ': ' + one.nodes.map(node => node.html.slice(0, 200)).join(' | '))");
        Assert.Empty(violations);
        Assert.Empty(Complaints);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
