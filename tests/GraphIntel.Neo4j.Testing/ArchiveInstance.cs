using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GraphIntel.Neo4j.Testing;

/// <summary>A server started by the script in ../shared/neo4j, with a unique name for each folder of test binaries.</summary>
internal sealed class ArchiveInstance(string version, string heap, string pageCache) : IInstance
{
    private readonly string? _script = FindScript();
    private bool _isStarted;

    private string Name { get; } =
        $"test-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AppContext.BaseDirectory)))[..8]}-{version}";

    private string Home => Path.Combine(
        Environment.GetEnvironmentVariable("NEO4J_RUN_DIR") ?? Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".cache"),
            "graphintel-neo4j"),
        "instances",
        Name);

    private string Data => Path.Combine(Home, "data");

    private string Saved => Path.Combine(Home, "saved");

    public async Task<(Neo4jSettings?, string)> StartAsync()
    {
        if (_script is null)
            return (null, "../shared/neo4j/neo4j does not exist next to the repository.");
        // Removes what a killed run left behind.
        if (!_isStarted)
            await RunAsync("wipe");
        _isStarted = true;
        var (exit, output) = await RunAsync("start");
        if (exit != 0)
            return (null, $"The server in ../shared/neo4j failed to start, exit code {exit}: {output.Trim()}");
        var settings = output.Split('\n').Where(line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(line => line["export ".Length..].Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return (new Neo4jSettings(
            settings["NEO4J_VERSION"], new Uri(settings["NEO4J_URI"]), new Uri(settings["NEO4J_HTTP_URI"]), settings["NEO4J_USER"],
            settings["NEO4J_PASSWORD"], settings["NEO4J_DATABASE"], settings.GetValueOrDefault("NEO4J_CERTIFICATE")), "");
    }

    public Task StopAsync() => RunAsync("stop");

    /// <summary>Runs neo4j-admin in a folder while the server is stopped.</summary>
    public async Task AdminAsync(string folder, params string[] arguments)
    {
        var (exit, output) = await RunAsync("admin", folder, arguments);
        if (exit != 0)
            throw new InvalidOperationException($"neo4j-admin failed, exit code {exit}: {output}");
    }

    /// <summary>Saves a copy of the data while the server is stopped.</summary>
    public void SaveData()
    {
        if (Directory.Exists(Saved))
            Directory.Delete(Saved, recursive: true);
        Copy(Data, Saved);
    }

    /// <summary>Restores the copy of the data while the server is stopped.</summary>
    public void RestoreData()
    {
        Directory.Delete(Data, recursive: true);
        Copy(Saved, Data);
    }

    public async Task KillAsync()
    {
        var pid = await File.ReadAllTextAsync(Path.Combine(Home, "run", "neo4j.pid"));
        using var process = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isStarted)
            await RunAsync("wipe");
    }

    private async Task<(int Exit, string Output)> RunAsync(string command, string? folder = null, params IEnumerable<string> more)
    {
        // The server inherits the output handles, so the output goes to a file: a pipe would stay open.
        var log = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("bash")
            {
                Environment = { ["NEO4J_VERSION"] = version, ["NEO4J_TLS"] = "1", ["NEO4J_HEAP"] = heap, ["NEO4J_PAGECACHE"] = pageCache },
            };
            foreach (var variable in new[] { "NEO4J_URI", "NEO4J_PASSWORD", "NEO4J_BOLT_PORT", "NEO4J_HTTP_PORT" })
                start.Environment.Remove(variable);
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("log=$1; shift; \"$0\" \"$@\" >\"$log\" 2>&1 </dev/null");
            if (folder is not null)
                start.WorkingDirectory = folder;
            foreach (var argument in (string[])[_script!, log, command, Name, .. more])
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

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string? FindScript()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "GraphIntel.sln")))
                continue;
            var script = Path.Combine(folder.FullName, "..", "shared", "neo4j", "neo4j");
            return File.Exists(script) ? script : null;
        }
        return null;
    }
}
