using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace GraphIntel.Bolt.Tests.Server;

/// <summary>
/// A real Neo4j: the one that NEO4J_URI names, else one of its own from ../shared/neo4j. Where there is none, tests skip on a
/// desk and fail under CI=true.
/// </summary>
public abstract class Neo4jServer : IAsyncLifetime
{
    private readonly bool _takesGiven;
    private string? _reason;
    private string? _script;
    private Dictionary<string, string> _settings = [];

    protected Neo4jServer(string version, bool takesGiven)
    {
        Version = version;
        _takesGiven = takesGiven;
    }

    /// <summary>Whether the tests may stop and start it.</summary>
    public bool IsOwn => _script is not null;

    public string Version { get; private set; }

    private string Instance => $"graphintel-bolt-{Version}";

    public Uri Uri => new(_settings["NEO4J_URI"]);

    public Uri Http => new(_settings["NEO4J_HTTP_URI"]);

    public string Password => _settings["NEO4J_PASSWORD"];

    public AuthToken Token => AuthTokens.Basic(_settings["NEO4J_USER"], Password);

    /// <summary>The server's own certificate; null where it does not encrypt.</summary>
    public X509Certificate2? Certificate =>
        _settings.TryGetValue("NEO4J_CERTIFICATE", out var path) ? X509CertificateLoader.LoadCertificateFromFile(path) : null;

    public async ValueTask InitializeAsync()
    {
        if (_takesGiven && Environment.GetEnvironmentVariable("NEO4J_URI") is { Length: > 0 })
        {
            foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
                _settings[(string)variable.Key] = (string)variable.Value!;
            _settings.TryAdd("NEO4J_USER", "neo4j");
            Version = _settings.GetValueOrDefault("NEO4J_VERSION", Version);
            return;
        }
        _script = FindScript();
        if (_script is null)
            _reason = "There is no ../shared/neo4j/neo4j beside the repository, and NEO4J_URI is not set.";
        else
            await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
            await RunScriptAsync("wipe");
        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test, or fails it under CI, where there is no server.</summary>
    public void Require()
    {
        if (_reason is null)
            return;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(_reason);
        Assert.Skip(_reason);
    }

    public Driver Driver(DriverConfig? config = null) => GraphDatabase.Driver(Uri, Token, config);

    public async Task StartAsync()
    {
        var (exit, output) = await RunScriptAsync("start");
        if (exit != 0)
        {
            _reason = $"Neo4j {Version} did not start: {output}";
            _script = null;
            return;
        }
        _settings = output.Split('\n').Where(l => l.StartsWith("export ", StringComparison.Ordinal))
            .Select(l => l["export ".Length..].Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
    }

    public async Task StopAsync() => await RunScriptAsync("stop");

    /// <summary>Ends the process without a word, as a power cut would.</summary>
    public async Task KillAsync()
    {
        var root = Environment.GetEnvironmentVariable("NEO4J_RUN_DIR")
            ?? System.IO.Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? System.IO.Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".cache"), "graphintel-neo4j");
        var pid = await File.ReadAllTextAsync(System.IO.Path.Combine(root, "instances", Instance, "run", "neo4j.pid"));
        using var process = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        process.Kill();
        await process.WaitForExitAsync();
    }

    private async Task<(int Exit, string Output)> RunScriptAsync(string command)
    {
        // The server inherits what it is started with, so its output goes to a file: a pipe would stay open with it.
        var log = System.IO.Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("bash") { Environment = { ["NEO4J_VERSION"] = Version, ["NEO4J_TLS"] = "1", ["NEO4J_HEAP"] = "512m", ["NEO4J_PAGECACHE"] = "64m" } };
            foreach (var given in new[] { "NEO4J_URI", "NEO4J_PASSWORD", "NEO4J_BOLT_PORT", "NEO4J_HTTP_PORT" })
                start.Environment.Remove(given);
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("\"$0\" \"$1\" \"$2\" >\"$3\" 2>&1 </dev/null");
            foreach (var argument in new[] { _script!, command, Instance, log })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            return (process.ExitCode, await File.ReadAllTextAsync(log));
        }
        finally
        {
            File.Delete(log);
        }
    }

    private static string? FindScript()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "GraphIntel.sln")))
                continue;
            var script = System.IO.Path.Combine(folder.FullName, "..", "shared", "neo4j", "neo4j");
            return File.Exists(script) ? script : null;
        }
        return null;
    }
}

public sealed class Neo4j526() : Neo4jServer("5.26.30", takesGiven: true);

public sealed class Neo4j2026() : Neo4jServer("2026.08.1", takesGiven: false);

/// <summary>Real servers take both cores, so the tests on them run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Neo4j526Collection : ICollectionFixture<Neo4j526>
{
    public const string Name = "Neo4j 5.26";
}

/// <inheritdoc cref="Neo4j526Collection"/>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Neo4j2026Collection : ICollectionFixture<Neo4j2026>
{
    public const string Name = "Neo4j 2026.08";
}
