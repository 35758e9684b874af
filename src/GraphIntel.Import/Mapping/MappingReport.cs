using System.Globalization;
using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Ledger;
using GraphIntel.Import.Mapping.Running;

namespace GraphIntel.Import.Mapping;

/// <summary>The result of an import by a mapping, as lines of text.</summary>
internal static class MappingReport
{
    /// <summary>The errors of rows, and what follows from them.</summary>
    public static IEnumerable<string> Errors(MappingResult result)
    {
        foreach (var error in result.Diagnostics.Diagnostics)
            yield return ImportReport.Line(error);
        var omitted = result.Diagnostics.Count - result.Diagnostics.Diagnostics.Count;
        if (omitted > 0)
            yield return $"... and {Amount(omitted, "more error")}";
        if (result.IsRefused)
            yield return $"{Amount(result.Diagnostics.Count, "error")} in {Amount(result.Rows, "row")}; nothing was written";
        else if (result.BadRows > 0)
            yield return $"{Amount(result.BadRows, "row")} with errors left out";
    }

    /// <summary>Findings, what rows made by type, and what was written.</summary>
    public static IEnumerable<string> Lines(MappingResult result, bool isDryRun, bool isQuiet)
    {
        if (!isQuiet)
        {
            foreach (var line in result.Findings.Lines)
                yield return "finding: " + line;
            foreach (var (type, count) in result.Counts)
                yield return string.Create(CultureInfo.InvariantCulture, $"{count,12:N0} {type}");
        }

        if (result.Matched > 0 && !isQuiet)
            yield return $"{Amount(result.Matched, "node")} recognized under another id";
        if (Rows(result, Decisions.Gone) is > 0 and var gone)
            yield return $"{Amount(gone, "row")} of earlier imports {(gone == 1 ? "is" : "are")} gone{(Rows(result, Decisions.Withdrawn) > 0 ? "" : ": kept; --prune deletes what they made")}";
        if (Rows(result, Decisions.Withdrawn) is > 0 and var withdrawn)
            yield return $"{Amount(withdrawn, "row")} withdrawn";
        var written = result.Written;
        var deleted = written.Deleted == 0 ? "" : $", {Number(written.Deleted)} deleted";
        yield return isDryRun
            ? $"{Amount(result.Rows, "row")}: {Number(written.Created)} would be created, {Number(written.Updated)} updated, {Number(written.Unchanged)} unchanged{deleted}; nothing was written"
            : $"{Amount(result.Rows, "row")}: {Number(written.Created)} created, {Number(written.Updated)} updated, {Number(written.Unchanged)} unchanged{deleted}";
        if (isDryRun || isQuiet)
            yield break;
        yield return written.Created + written.Updated + written.Deleted > 0
            ? string.Create(CultureInfo.InvariantCulture, $"This is import {result.Import}; `graphintel imports undo {result.Import}` takes it back")
            : string.Create(CultureInfo.InvariantCulture, $"Nothing changed; import {result.Import} records that the files were checked");
    }

    private static long Rows(MappingResult result, string decision) => result.Decisions.GetValueOrDefault("rows " + decision);

    private static string Amount(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
