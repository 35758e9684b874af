using System.Globalization;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>Limits that a server must keep under any attack.</summary>
internal static class AttackLimits
{
    /// <summary>99th percentile of other clients' point lookups, in milliseconds.</summary>
    public const double PointP99 = 100;

    /// <summary>Memory of the process, in megabytes.</summary>
    public const double Memory = 600;

    /// <summary>Time of the first execution of an admitted operation, in seconds.</summary>
    public const double New = 5;

    /// <summary>Time of a repeated execution of an admitted operation, in seconds.</summary>
    public const double Known = 0.5;

    /// <summary>The limits that a row exceeds.</summary>
    public static IEnumerable<string> Exceeded(AttackRow row, bool hasTimeLimits)
    {
        if (row.ExitCode is { } code)
            yield return string.Create(CultureInfo.InvariantCulture, $"the process ended with exit code {code}");
        // All probes fail after the process has ended, which is reported already.
        else if (row.ProbeResult.HealthFailures > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"/health/ready failed {row.ProbeResult.HealthFailures} times");
        if (row.ExitCode is null && row.ProbeResult.PointFailures > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.ProbeResult.PointFailures} point lookups failed");
        if (row.ExitCode is null && row.ProbeResult.PointP99 > PointP99)
            yield return string.Create(CultureInfo.InvariantCulture, $"p99 of point lookups is {row.ProbeResult.PointP99:N0} ms, above the limit of {PointP99}");
        if (row.PeakMegabytes > Memory)
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.PeakMegabytes:N0} MB of memory, above the limit of {Memory}");
        if (hasTimeLimits && row.IsAdmitted && row.New > New)
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.New:0.0} s for the first execution, above the limit of {New}");
        if (hasTimeLimits && row.IsAdmitted && row.Known > Known)
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.Known:0.0} s for a repeated execution, above the limit of {Known}");
    }
}
