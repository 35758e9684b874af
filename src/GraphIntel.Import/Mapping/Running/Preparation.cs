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
    /// The rows that do not count by themselves, because another one with the same key is newer, or because what they have is
    /// gathered for an earlier one. The newest is the one with the greatest value: numbers by value, other texts by code point.
    /// </summary>
    public static (HashSet<long> Skipped, GatheredRows Gathered) FindRepeated(
        MappingPlan plan, IReadOnlyList<(TableFile File, int Index)> files, Findings findings, CancellationToken cancellation)
    {
        var (skipped, gathered) = (new HashSet<long>(), new GatheredRows());
        if (plan.Newest is null && plan.Gathered.Count == 0)
            return (skipped, gathered);
        var best = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        var frame = NewFrame(plan, findings);
        foreach (var row in TableRun.Read(files, plan.Options, plan.Columns, frame.Cells))
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Error is not null)
                continue;
            frame.BeginRow();
            if (TryRead(plan.Key, frame) is not { } key)
                continue;
            var values = plan.Gathered.Select(list => TryRead(list.Read, frame)).ToArray();
            var candidate = new Candidate(row.Number, plan.Newest is null ? "" : TryRead(plan.Newest, frame) ?? "", HashOf(values), HashOf(frame.Cells, plan.GatheredFrom));
            if (!best.TryGetValue(key, out var other))
            {
                best.Add(key, candidate);
            }
            else if (IsNewer(candidate.Value, other.Value))
            {
                skipped.Add(other.Row);
                gathered.Remove(other.Row);
                best[key] = candidate;
            }
            else if (IsNewer(other.Value, candidate.Value))
            {
                skipped.Add(row.Number);
            }
            else if (plan.Gathered.Count > 0 && candidate.Rest == other.Rest && candidate.Gathered != other.Gathered && gathered.Add(other.Row, values))
            {
                // It differs from the row that counts in nothing but what is gathered, so nothing of it is left out.
                skipped.Add(row.Number);
            }
        }

        return (skipped, gathered);
    }

    /// <summary>A frame for the rows of a mapping.</summary>
    public static Frame NewFrame(MappingPlan plan, Findings findings) =>
        new(plan.Columns.Count, plan.Values, plan.VariableCount, plan.Entries.Count, findings);

    private static bool IsNewer(string value, string other) =>
        Texts.TryReadNumber(value, decimalComma: false, out var left) && Texts.TryReadNumber(other, decimalComma: false, out var right)
            ? left > right
            : string.CompareOrdinal(value, other) > 0;

    private static int HashOf(string?[] values, IReadOnlySet<int>? without = null)
    {
        var hash = new HashCode();
        for (var index = 0; index < values.Length; index++)
        {
            if (without?.Contains(index) != true)
                hash.Add(values[index]);
        }

        return hash.ToHashCode();
    }

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

    /// <summary>The row with a key that counts so far: its value of <c>newest</c>, and hashes of what is gathered and of its other cells.</summary>
    private readonly record struct Candidate(long Row, string Value, int Gathered, int Rest);
}
