using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>What must be known of all rows before the first is checked: tables of codes from rows, and which row is the newest.</summary>
internal static class Preparation
{
    /// <summary>Fills the tables of codes that are read from rows.</summary>
    public static void FillCodes(
        MappingPlan plan, IReadOnlyList<(TableFile File, int Index)> files, IReadOnlyList<TableFile> allFiles, Findings findings,
        CancellationToken cancellation)
    {
        var own = plan.CodeRows.Where(rows => rows.Source is null).ToList();
        if (own.Count > 0)
            Fill(own, files, plan.Options, plan.Columns, NewFrame(plan, findings), findings, cancellation);
        foreach (var rows in plan.CodeRows.Where(rows => rows.Source is not null))
        {
            var matching = allFiles.Where(file => FileNames.Match(file.Name, rows.File!)).Select((file, index) => (file, index)).ToList();
            if (matching.Count == 0)
                findings.Add($"no file {rows.File} for the table {rows.Table.Name}, which stays empty", rows.Table.Name);
            Fill([rows], matching, rows.Source!.Options, rows.Source.Columns, new Frame(rows.Source.Columns.Count, [], 0, 0, findings), findings, cancellation);
        }
    }

    /// <summary>
    /// The rows that do not count because another one with the same key is newer. The newest is the one with the greatest
    /// value: numbers by value, other texts by code point; of equal ones the last.
    /// </summary>
    public static HashSet<long> FindOlder(
        MappingPlan plan, IReadOnlyList<(TableFile File, int Index)> files, Findings findings, CancellationToken cancellation)
    {
        var older = new HashSet<long>();
        if (plan.Newest is null)
            return older;
        var best = new Dictionary<string, (long Row, string Value)>(StringComparer.Ordinal);
        var frame = NewFrame(plan, findings);
        foreach (var row in TableRun.Read(files, plan.Options, plan.Columns, frame.Cells))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Error is not null)
                continue;
            frame.BeginRow();
            if (TryRead(plan.Key, frame) is not { } key)
                continue;
            var value = TryRead(plan.Newest, frame) ?? "";
            if (!best.TryGetValue(key, out var other) || !IsNewer(other.Value, value))
            {
                if (other.Value is not null)
                    older.Add(other.Row);
                best[key] = (row.Number, value);
            }
            else
            {
                older.Add(row.Number);
            }
        }

        return older;
    }

    /// <summary>A frame for the rows of a mapping.</summary>
    public static Frame NewFrame(MappingPlan plan, Findings findings) =>
        new(plan.Columns.Count, plan.Values, plan.VariableCount, plan.Entries.Count, findings);

    private static bool IsNewer(string value, string other) =>
        Texts.TryReadNumber(value, decimalComma: false, out var left) && Texts.TryReadNumber(other, decimalComma: false, out var right)
            ? left > right
            : string.CompareOrdinal(value, other) > 0;

    private static void Fill(
        IReadOnlyList<CodeRows> tables, IReadOnlyList<(TableFile File, int Index)> files, TableOptions options,
        IReadOnlyList<ColumnPlan> columns, Frame frame, Findings findings, CancellationToken cancellation)
    {
        foreach (var row in TableRun.Read(files, options, columns, frame.Cells))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Error is not null)
                continue;
            frame.BeginRow();
            foreach (var table in tables)
            {
                foreach (var (code, value) in table.Pairs)
                {
                    if (TryRead(code, frame) is { } found && TryRead(value, frame) is { } given && !table.Table.Add(found, given))
                        findings.Add($"code of the table {table.Table.Name} with several values, of which the first counts", found);
                }
            }
        }
    }

    /// <summary>A row with an error is reported when it is checked.</summary>
    private static string? TryRead(Func<Frame, string?> read, Frame frame)
    {
        try
        {
            return read(frame);
        }
        catch (RowException)
        {
            return null;
        }
    }
}
