using System.Diagnostics;
using System.Text;
using GraphIntel.Server.Tests.Browser;
using GraphIntel.Server.Tests.CommandLine;

namespace GraphIntel.Server.Tests.Clients;

/// <summary>An npm package of this repository, whose scripts query a running server.</summary>
internal sealed class NodePackage
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string[] Manifests = ["package.json", "package-lock.json", ".npmrc"];

    private readonly string _folder;

    private NodePackage(string folder) => _folder = folder;

    /// <summary>
    /// Opens the package in a folder and restores its packages if a manifest is newer than the last restore. Without Node, or
    /// if npm cannot restore, the test is skipped; with CI=true it fails.
    /// </summary>
    public static async Task<NodePackage> RestoreAsync(string folder)
    {
        var package = new NodePackage(Repository.PathOf(folder));
        if (!await HasNodeAsync())
            BrowserFixture.SkipOrFail("There is no Node that Vite works with: 20.19 or later of the 20 line, or 22.12 or later.");

        var restored = Path.Combine(package._folder, "node_modules", ".restored");
        if (Manifests.All(name => File.GetLastWriteTimeUtc(Path.Combine(package._folder, name)) <= File.GetLastWriteTimeUtc(restored)))
            return package;
        var (exitCode, output) = await package.NpmAsync(null, "ci");
        if (exitCode != 0)
            BrowserFixture.SkipOrFail($"npm could not restore the packages of {folder}:\n{output}");
        await File.WriteAllTextAsync(restored, string.Empty);
        return package;
    }

    /// <summary>Runs npm, with the server's URL in the environment; if it fails, fails the test with its output.</summary>
    public async Task RunAsync(Uri server, params string[] arguments)
    {
        var (exitCode, output) = await NpmAsync(server, arguments);
        Xunit.Assert.True(exitCode == 0, $"npm {string.Join(' ', arguments)} in {_folder} ended with {exitCode}:\n{output}");
    }

    private Task<(int ExitCode, string Output)> NpmAsync(Uri? server, params string[] arguments)
    {
        // On Windows a .cmd file requires the shell.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments])
            : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = _folder;
        if (server is not null)
            start.Environment["GRAPHINTEL_URL"] = server.GetLeftPart(UriPartial.Authority);
        start.Environment["NO_COLOR"] = "1";
        return RunAsync(start);
    }

    private static async Task<bool> HasNodeAsync()
    {
        try
        {
            var (exitCode, output) = await RunAsync(new ProcessStartInfo("node", ["--version"]));
            return exitCode == 0 && Version.TryParse(output.Trim().TrimStart('v'), out var version)
                && (version.Major == 20 ? version >= new Version(20, 19) : version >= new Version(22, 12));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        // A script that reads stdin gets the end of the file, not the terminal.
        start.RedirectStandardInput = true;
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end in {Limit.TotalMinutes} min:\n{Text()}");
        }

        return (process.ExitCode, Text());

        void Append(string? line)
        {
            lock (output)
                output.AppendLine(line);
        }

        string Text()
        {
            lock (output)
                return output.ToString();
        }
    }
}
