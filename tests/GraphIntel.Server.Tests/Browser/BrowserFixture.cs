using Microsoft.Playwright;
using Xunit;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>
/// A headless Chromium installed on the machine: CHROMIUM_PATH, else /usr/bin/chromium. It resolves no host names, so that
/// it cannot load anything from other hosts.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    // Playwright waits forever for a driver process that has ended.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowser? _withoutWebGl;

    private static string ExecutablePath => Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(ExecutablePath))
            return;
        // A slow machine needs more than Playwright's default of five seconds.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync().WaitAsync(Limit);
        _browser = await LaunchAsync(Flags);
    }

    private Task<IBrowser> LaunchAsync(IEnumerable<string> flags) => _playwright!.Chromium.LaunchAsync(
        new BrowserTypeLaunchOptions { ExecutablePath = ExecutablePath, Headless = true, Args = flags }).WaitAsync(Limit);

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in (IBrowser?[])[_browser, _withoutWebGl])
        {
            if (browser is not null)
                await browser.DisposeAsync().AsTask().WaitAsync(Limit);
        }
        _playwright?.Dispose();
    }

    /// <summary>A new browser context. Without Chromium the test is skipped; with CI=true it fails.</summary>
    public async Task<IBrowserContext> NewContextAsync(bool hasWebGl = true)
    {
        if (_browser is null)
            SkipOrFail($"There is no Chromium at {ExecutablePath}; set CHROMIUM_PATH or install it.");
        var browser = hasWebGl ? _browser! : _withoutWebGl ??= await LaunchAsync([.. Flags, "--disable-3d-apis"]);
        return await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1400, Height = 900 },
        }).WaitAsync(Limit);
    }

    /// <summary>Skips the test because a tool is missing; with CI=true, fails it.</summary>
    public static void SkipOrFail(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
