using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GraphIntel.Benchmarks.Processes;

/// <summary>A server in a process of its own, which says its address once it answers. It ends with this object.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it answers GraphQL.</summary>
    public Uri Address { get; }

    /// <summary>How this project's server is started, from the build that is beside the benchmark's.</summary>
    public static ProcessStartInfo GraphIntel(params IEnumerable<string> arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "graphintel.dll"), "serve", "--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
        };

    /// <summary>The CPU time that it took so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start)
    {
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start };
        // It is read to its end, or the server would wait for a reader.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                found.TrySetException(new IOException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended before it listened."));
            else if (AddressPattern().Match(line.Data) is { Success: true } match)
                found.TrySetResult(new Uri(match.Value));
        };
        process.Start();
        process.BeginOutputReadLine();
        try
        {
            return new ServerProcess(process, await found.Task);
        }
        catch (IOException)
        {
            process.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/graphql")]
    private static partial Regex AddressPattern();
}
