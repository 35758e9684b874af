using System.Diagnostics;
using Xunit;

namespace GraphIntel.Server.Tests.Clients;

/// <summary>The console program of examples/dotnet with the real server.</summary>
public sealed class DotnetExampleTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_example_shows_every_page_and_each_backing_by_its_id()
    {
        var (exitCode, output, error) = await RunAsync("actor:government-of-syria", "2017-06-04", server.Endpoint.ToString());

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.StartsWith("""
            Backers of Government of Syria on 2017-06-04: 2
            - Iran: TROOPS, since 2015-01-01, ASSERTED
            """, output, StringComparison.Ordinal);
        Assert.Contains("""
            - Russia: TROOPS, since 2015-01-01, ASSERTED
                Reuters SUPPORTS: Russia backs the Government of Syria.
            """, output, StringComparison.Ordinal);
        Assert.EndsWith("""
            backing:russia-government-of-syria: Russia BACKS Government of Syria
                attested from 2015-01-01 to 2024-12-31
            """, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_reports_an_error()
    {
        var unknown = await RunAsync("actor:nobody", "2017-06-04", server.Endpoint.ToString());
        Assert.Equal((1, "There is no actor with the id actor:nobody."), (unknown.ExitCode, unknown.Error));

        var noDay = await RunAsync("actor:iran", "yesterday");
        Assert.Equal(2, noDay.ExitCode);

        var elsewhere = await RunAsync("actor:iran", "2017-06-04", new Uri(server.Endpoint, "/elsewhere").ToString());
        Assert.Equal(1, elsewhere.ExitCode);
        Assert.StartsWith("Path not found", elsewhere.Error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "backers.dll");
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, Lines(await output), Lines(await error));
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
