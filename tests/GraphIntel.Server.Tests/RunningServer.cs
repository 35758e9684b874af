using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace GraphIntel.Server.Tests;

/// <summary>The built server as a process of its own, on a free port and with a store of its own that begins empty.</summary>
public sealed partial class RunningServer : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphintel-server-");
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>The address that the server says it answers at, <c>http://127.0.0.1:PORT/graphql</c>.</summary>
    public Uri Endpoint => _endpoint.Task.IsCompletedSuccessfully
        ? _endpoint.Task.Result
        : throw new InvalidOperationException("The server has not started.");

    /// <summary>What the server has written so far, both pipes.</summary>
    public string Output => string.Join('\n', _output);

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "graphintel.dll"), "serve",
            "--urls", "http://127.0.0.1:0", "--store", $"sqlite:{Path.Combine(_folder.FullName, "graph.db")}"])
            start.ArgumentList.Add(argument);

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _endpoint.TrySetException(Failure("The server ended before it said where it answers."));
        _process.Start();
        // Both pipes are read to the end: a full pipe would stop the server.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await _endpoint.Task.WaitAsync(StartLimit);
        }
        catch (TimeoutException)
        {
            throw Failure($"The server did not say within {StartLimit.TotalSeconds} s where it answers.");
        }
        finally
        {
            // A fixture that does not start is not disposed of.
            if (!_endpoint.Task.IsCompletedSuccessfully) await DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        if (_folder.Exists) _folder.Delete(recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (Address().Match(line) is { Success: true } match) _endpoint.TrySetResult(new Uri(match.Value));
    }

    private InvalidOperationException Failure(string what) => new($"{what} It wrote:\n{Output}");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/graphql")]
    private static partial Regex Address();
}
