using GraphIntel.Attacks;
using Spectre.Console;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>The measurement of one attack.</summary>
internal sealed record AttackRow
{
    public required string Name { get; init; }

    /// <summary>The responses to the attacker.</summary>
    public required string Outcome { get; init; }

    /// <summary>Whether the operation was admitted.</summary>
    public required bool IsAdmitted { get; init; }

    /// <summary>Seconds of the first execution; of several requests, the slowest.</summary>
    public required double New { get; init; }

    /// <summary>Seconds of the fastest repeated execution; null if there was none.</summary>
    public double? Known { get; init; }

    /// <summary>Seconds of CPU time of the server for the first execution, or for all of several requests.</summary>
    public required double ServerCpu { get; init; }

    /// <summary>Seconds of CPU time of the database.</summary>
    public double? DatabaseCpu { get; init; }

    /// <summary>Peak memory of the server.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>The effect on other clients.</summary>
    public required ProbeResult ProbeResult { get; init; }

    /// <summary>The exit code if the server ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The request, if the attack is a single one that many clients can send.</summary>
    public AttackRequest? Request { get; init; }

    /// <summary>CPU time of server and database, in seconds.</summary>
    public double TotalCpu => ServerCpu + (DatabaseCpu ?? 0);

    /// <summary>An empty table for rows.</summary>
    public static Table Table(string title)
    {
        var table = new Table().Title(Markup.Escape(title)).AddColumns(
            "operation", "response", "first s", "repeated s", "server CPU s", "database CPU s", "peak MB", "lookup p99 ms", "health p99 ms", "failed probes");
        foreach (var column in table.Columns.Skip(2))
            column.RightAligned();
        return table;
    }

    /// <summary>Adds the row to a table.</summary>
    public void AddTo(Table table) => table.AddRow(Cells.Select(Markup.Escape).ToArray());

    /// <summary>The row as a line of text, printed before the table.</summary>
    public string Line => string.Join(" | ", Cells);

    private string[] Cells =>
    [
        Name,
        ExitCode is { } code ? $"the process ended, exit code {code}" : Outcome,
        $"{New:0.00}",
        Known is { } known ? $"{known:0.000}" : "",
        $"{ServerCpu:0.00}",
        DatabaseCpu is { } cpu ? $"{cpu:0.00}" : "",
        $"{PeakMegabytes:0}",
        $"{ProbeResult.PointP99:0}",
        $"{ProbeResult.HealthP99:0}",
        ProbeResult.PointFailures + ProbeResult.HealthFailures is > 0 and var failures ? $"{failures}" : "",
    ];
}
