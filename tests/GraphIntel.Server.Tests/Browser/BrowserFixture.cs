using Microsoft.Playwright;
using Xunit;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>
/// A headless Chromium that is already on the machine: CHROMIUM_PATH, else /usr/bin/chromium. It resolves no name, so that
/// nothing it loads can come from elsewhere.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    // Playwright waits for ever for an answer of a driver that is gone.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string ExecutablePath => Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(ExecutablePath)) return;
        // A cold machine with two cores needs more than the five seconds that Playwright gives an expectation.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync().WaitAsync(Limit);
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = ExecutablePath, Headless = true, Args = Flags }).WaitAsync(Limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync().AsTask().WaitAsync(Limit);
        _playwright?.Dispose();
    }

    /// <summary>A profile without a past. Without Chromium the test is skipped, and fails under CI=true.</summary>
    public Task<IBrowserContext> NewContextAsync()
    {
        if (_browser is null) SkipOrFail($"There is no Chromium at {ExecutablePath}; set CHROMIUM_PATH or install it.");
        return _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1400, Height = 900 },
        }).WaitAsync(Limit);
    }

    /// <summary>Ends the test for want of something that a desk may lack and a build server may not.</summary>
    public static void SkipOrFail(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
