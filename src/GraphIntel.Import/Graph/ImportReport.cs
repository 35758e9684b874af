using System.Globalization;

namespace GraphIntel.Import.Graph;

/// <summary>The result of an import as lines of text.</summary>
internal static class ImportReport
{
    /// <summary>Warnings, then errors or, if there are none, what was written.</summary>
    public static IEnumerable<string> Lines(ImportResult result)
    {
        foreach (var warning in result.Warnings)
            yield return "warning: " + Line(warning);
        foreach (var error in result.Diagnostics)
            yield return Line(error);
        var omitted = result.ErrorCount - result.Diagnostics.Count;
        if (omitted > 0)
            yield return $"... and {Amount(omitted, "more error")}";

        var written = result.Written;
        yield return result.Succeeded
            ? $"{Amount(result.Nodes, "node")} and {Amount(result.Relationships, "relationship")}: "
                + $"{Number(written.Created)} created, {Number(written.Updated)} updated, {Number(written.Unchanged)} unchanged"
            : $"{Amount(result.ErrorCount, "error")}; nothing was written";
    }

    /// <summary><c>path:line: column NAME: message</c>, without the parts that are unknown.</summary>
    public static string Line(ImportDiagnostic error)
    {
        var line = error.Line > 0 ? ":" + error.Line.ToString(CultureInfo.InvariantCulture) : "";
        var column = error.Column is null ? "" : $"column {error.Column}: ";
        return $"{error.File}{line}: {column}{error.Message}";
    }

    private static string Amount(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
