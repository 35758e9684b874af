using System.Diagnostics;
using System.Runtime;

namespace GraphIntel.Benchmarks.Processes;

/// <summary>The garbage collector of the server, which the program itself runs with, while other measurements here are of single threads.</summary>
internal static class ServerCollector
{
    /// <summary>Runs this process's command in another process with that collector; null if this process has it.</summary>
    public static async Task<int?> RunAsync()
    {
        if (GCSettings.IsServerGC)
            return null;
        var start = new ProcessStartInfo("dotnet", [typeof(ServerCollector).Assembly.Location, .. Environment.GetCommandLineArgs().Skip(1)]);
        start.Environment["DOTNET_gcServer"] = "1";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
