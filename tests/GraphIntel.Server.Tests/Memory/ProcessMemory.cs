using System.Globalization;

namespace GraphIntel.Server.Tests.Memory;

/// <summary>The memory of a process, on Linux.</summary>
internal static class ProcessMemory
{
    /// <summary>Whether the system reports it.</summary>
    public static bool IsKnown => OperatingSystem.IsLinux();

    /// <summary>Peak resident memory in bytes, including code and memory-mapped files.</summary>
    public static long Peak(int process) => Read(process, "VmHWM:");

    /// <summary>Private memory in bytes, without code and memory-mapped files, which the system can reclaim.</summary>
    public static long Own(int process) => Read(process, "RssAnon:");

    private static long Read(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..^"kB".Length], CultureInfo.InvariantCulture);
    }
}
