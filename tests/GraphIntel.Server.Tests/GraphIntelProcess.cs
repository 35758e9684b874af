using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GraphIntel.Server.Tests;

/// <summary>A process of the built <c>graphintel</c>.</summary>
internal sealed partial class GraphIntelProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();
    private readonly TaskCompletionSource<Uri> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GraphIntelProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Read(_error, line.Data);
        _process.Exited += (_, _) => _endpoint.TrySetException(Failure("The process ended before it said where it answers."));
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>The output on stdout so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The output on stderr so far.</summary>
    public string Error => string.Join('\n', _error);

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a process in a folder.</summary>
    public static GraphIntelProcess Start(
        string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment) =>
        StartProgram(Path.Combine(AppContext.BaseDirectory, "graphintel.dll"), folder, arguments, environment);

    /// <summary>Starts another assembly or executable.</summary>
    public static GraphIntelProcess StartProgram(
        string program, string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var isAssembly = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in isAssembly ? arguments.Prepend(program) : arguments)
            start.ArgumentList.Add(argument);
        // A process in the background of a script ignores SIGINT, and so would the processes that it starts.
        if (OperatingSystem.IsLinux())
        {
            start.ArgumentList.Insert(0, start.FileName);
            start.ArgumentList.Insert(0, "--default-signal=INT");
            start.FileName = "env";
        }

        // The process does not inherit settings of the environment or of another test.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GRAPHINTEL_", StringComparison.Ordinal)
            || name.StartsWith("NEO4J_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = new GraphIntelProcess(start);
        process._process.Start();
        // Both pipes are read to the end, because a full pipe would block the process.
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a process to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        await using var process = Start(folder, arguments, environment);
        return (await process.EndAsync(), process.Output, process.Error);
    }

    /// <summary>Runs a process to its end, with a file as its standard input if one is given.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunWithInputAsync(string folder, IEnumerable<string> arguments, string? input)
    {
        if (input is null)
            return await RunAsync(folder, arguments);
        var program = Path.Combine(AppContext.BaseDirectory, "graphintel.dll");
        string[] script = ["-c", "exec dotnet \"$@\" < \"$0\"", input, program, .. arguments];
        await using var process = StartProgram("sh", folder, script);
        return (await process.EndAsync(), process.Output, process.Error);
    }

    /// <summary>
    /// As <see cref="RunAsync"/>, for an import or an export of a graph: on a busy machine it takes so long that it reports progress, which is
    /// left out of the error output.
    /// </summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunWithoutProgressAsync(
        string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var (exitCode, output, error) = await RunAsync(folder, arguments, environment);
        return (exitCode, output, Progress().Replace(error, "").Trim());
    }

    /// <summary>Waits for the printed URL of the API: <c>http://127.0.0.1:PORT/graphql</c>, or localhost if it listens on all addresses.</summary>
    public async Task<Uri> EndpointAsync()
    {
        try
        {
            return await _endpoint.Task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            throw Failure($"The process did not say within {Limit.TotalSeconds} s where it answers.");
        }
    }

    /// <summary>Waits for the end of the process; returns the exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        // Also waits for the end of both pipes.
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends SIGTERM, as a service manager does.</summary>
    public Task TerminateAsync() => SignalAsync("-TERM");

    /// <summary>Sends a signal, given as an option of <c>kill</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Kills the process: kill -9.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Read(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (Address().Match(line) is { Success: true } match)
            _endpoint.TrySetResult(new Uri(match.Value));
    }

    private InvalidOperationException Failure(string what) => new($"{what} It wrote:\n{Output}\n{Error}");

    [GeneratedRegex(@"http://(127\.0\.0\.1|localhost):\d+/graphql")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(Checking|Resolving|Writing): \d+%\s*$", RegexOptions.Multiline)]
    private static partial Regex Progress();
}
