using System.Diagnostics;

namespace GraphIntel.Benchmarks.Processes;

/// <summary>The npm package with the peers, @neo4j/graphql and the JavaScript driver; its packages are restored on first use.</summary>
internal sealed class Peers
{
    private readonly string _folder = Path.Combine(Repository.Folder, "tests", "GraphIntel.Benchmarks", "peers");

    private Peers()
    {
    }

    /// <summary>Runs <c>npm ci</c> if a manifest is newer than the last restore.</summary>
    public static async Task<Peers> RestoreAsync()
    {
        var peers = new Peers();
        var restored = Path.Combine(peers._folder, "node_modules", ".restored");
        if (new[] { "package.json", "package-lock.json", ".npmrc" }.All(
            name => File.GetLastWriteTimeUtc(Path.Combine(peers._folder, name)) <= File.GetLastWriteTimeUtc(restored)))
        {
            return peers;
        }
        // On Windows a .cmd file requires the shell.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", "npm", "ci"]) : new ProcessStartInfo("npm", ["ci"]);
        start.WorkingDirectory = peers._folder;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"npm could not restore the packages of {peers._folder}.");
        await File.WriteAllTextAsync(restored, "");
        return peers;
    }

    /// <summary>Starts a script of the package; the caller reads its output.</summary>
    public ProcessStartInfo Script(string name, params IEnumerable<string> arguments) =>
        new("node", [Path.Combine(_folder, name), .. arguments]) { RedirectStandardOutput = true };
}
