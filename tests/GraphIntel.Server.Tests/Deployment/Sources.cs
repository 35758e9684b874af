using System.Diagnostics;
using GraphIntel.Server.Tests.CommandLine;
using Microsoft.Extensions.FileSystemGlobbing;
using Xunit;

namespace GraphIntel.Server.Tests.Deployment;

/// <summary>A copy of the repository's sources, so that a build does not change the originals.</summary>
internal static class Sources
{
    /// <summary>Build outputs, which .dockerignore excludes.</summary>
    public static bool IsIgnored(string file)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in File.ReadLines(Repository.PathOf(".dockerignore")).Where(line => line.StartsWith("**/", StringComparison.Ordinal)))
            matcher.AddInclude(pattern).AddInclude(pattern + "/**");
        return matcher.Match(Path.GetRelativePath(Repository.PathOf(""), file)).HasMatches;
    }

    /// <summary>Copies a folder recursively.</summary>
    public static void Copy(string origin, string target, Func<string, bool> isMeant)
    {
        foreach (var file in Directory.EnumerateFiles(origin, "*", SearchOption.AllDirectories).Where(isMeant))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(origin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Runs a shell command in a folder; the command must succeed.</summary>
    public static async Task ShellAsync(string folder, string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Commands do not inherit the environment, such as variables that a test runner sets for MSBuild.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{command}\n{await output}\n{await error}");
    }
}
