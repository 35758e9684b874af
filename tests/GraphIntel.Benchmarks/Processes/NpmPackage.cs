using System.Diagnostics;

namespace GraphIntel.Benchmarks.Processes;

/// <summary>An npm package of the benchmarks; its packages are restored on first use.</summary>
internal sealed class NpmPackage
{
    private readonly string _folder;

    private NpmPackage(string name) => _folder = Path.Combine(Repository.Folder, "tests", "GraphIntel.Benchmarks", name);

    /// <summary>The peers: @neo4j/graphql, and the JavaScript driver.</summary>
    public static Task<NpmPackage> RestorePeersAsync() => RestoreAsync("peers");

    /// <summary>The measurements of the explorer in a browser.</summary>
    public static Task<NpmPackage> RestoreExplorerAsync() => RestoreAsync("explorer");

    /// <summary>Runs <c>npm ci</c> if a manifest is newer than the last restore.</summary>
    private static async Task<NpmPackage> RestoreAsync(string name)
    {
        var package = new NpmPackage(name);
        var restored = Path.Combine(package._folder, "node_modules", ".restored");
        if (new[] { "package.json", "package-lock.json", ".npmrc" }.All(
            file => File.GetLastWriteTimeUtc(Path.Combine(package._folder, file)) <= File.GetLastWriteTimeUtc(restored)))
        {
            return package;
        }
        // On Windows a .cmd file requires the shell.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", "npm", "ci"]) : new ProcessStartInfo("npm", ["ci"]);
        start.WorkingDirectory = package._folder;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"npm could not restore the packages of {package._folder}.");
        await File.WriteAllTextAsync(restored, "");
        return package;
    }

    /// <summary>Starts a script of the package; the caller reads its output.</summary>
    public ProcessStartInfo Script(string name, params IEnumerable<string> arguments) =>
        new("node", [Path.Combine(_folder, name), .. arguments]) { RedirectStandardOutput = true };
}
