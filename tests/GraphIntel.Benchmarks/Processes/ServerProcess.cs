using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GraphIntel.Benchmarks.Processes;

/// <summary>A server process, which prints its address when it listens. It ends with this object.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>The URL of the GraphQL API.</summary>
    public Uri Address { get; }

    /// <summary>The start info of this project's server, from the benchmark's build output.</summary>
    public static ProcessStartInfo GraphIntel(params IEnumerable<string> arguments) => GraphIntelIn(AppContext.BaseDirectory, arguments);

    /// <summary>The start info of this project's server in a folder.</summary>
    public static ProcessStartInfo GraphIntelIn(string folder, params IEnumerable<string> arguments) =>
        new("dotnet", [Path.Combine(folder, "graphintel.dll"), "serve", "--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
        };

    /// <summary>The CPU time so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The exit code; null while the process runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Waits for the exit of a process that has closed its connections, for at most a time.</summary>
    public async Task WaitForExitAsync(TimeSpan time)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(time);
        }
        catch (TimeoutException)
        {
            // It is still running.
        }
    }

    /// <summary>Peak memory in bytes since <see cref="ResetPeakMemory"/>; since the start on systems that cannot reset it.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Resets the peak memory.</summary>
    public void ResetPeakMemory()
    {
        if (OperatingSystem.IsLinux() && !_process.HasExited)
            File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");
    }

    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start)
    {
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start };
        // The output is read to its end, because a full pipe would block the server.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                found.TrySetException(new IOException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended before it listened on an address."));
            else if (AddressPattern().Match(line.Data) is { Success: true } match)
                found.TrySetResult(new Uri(match.Value));
        };
        process.Start();
        process.BeginOutputReadLine();
        if (start.RedirectStandardError)
            process.BeginErrorReadLine();
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
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/graphql")]
    private static partial Regex AddressPattern();
}
