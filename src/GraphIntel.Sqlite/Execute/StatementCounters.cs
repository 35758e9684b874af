using System.Globalization;
using GraphIntel.Sqlite.Connection;
using SQLitePCL;

namespace GraphIntel.Sqlite.Execute;

/// <summary>What SQLite counts while it executes a statement.</summary>
internal static class StatementCounters
{
    // SQLITE_STMTSTATUS_FILTER_MISS and SQLITE_STMTSTATUS_FILTER_HIT, which the binding does not name.
    private const int FilterMiss = 7;
    private const int FilterHit = 8;

    private static readonly (int Counter, string Text)[] All =
    [
        (raw.SQLITE_STMTSTATUS_VM_STEP, "instructions of the virtual machine"),
        (raw.SQLITE_STMTSTATUS_FULLSCAN_STEP, "steps of full table scans"),
        (raw.SQLITE_STMTSTATUS_SORT, "sorts"),
        (raw.SQLITE_STMTSTATUS_AUTOINDEX, "rows in automatic indexes"),
        (FilterHit, "rows that a Bloom filter let pass"),
        (FilterMiss, "rows that a Bloom filter left out"),
    ];

    /// <summary>Sets the counters to 0.</summary>
    public static void Reset(Statement statement)
    {
        foreach (var (counter, _) in All)
            _ = raw.sqlite3_stmt_status(statement.Handle, counter, 1);
    }

    /// <summary>A line for each counter that is not 0.</summary>
    public static IEnumerable<string> Read(Statement statement)
    {
        foreach (var (counter, text) in All)
        {
            if (raw.sqlite3_stmt_status(statement.Handle, counter, 0) is > 0 and var count)
                yield return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {text}");
        }
    }
}
