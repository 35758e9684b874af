using System.Globalization;

namespace GraphIntel.Import.Graph;

/// <summary>What came of an import, as lines of text for a console or a log.</summary>
internal static class ImportReport
{
    /// <summary>Warnings, then mistakes or, where there is none, what was written.</summary>
    public static IEnumerable<string> Lines(ImportResult result)
    {
        foreach (var warning in result.Warnings) yield return "warning: " + Line(warning);
        foreach (var mistake in result.Mistakes) yield return Line(mistake);
        var left = result.MistakeCount - result.Mistakes.Count;
        if (left > 0) yield return $"... and {Amount(left, "more mistake")}";

        var written = result.Written;
        yield return result.Succeeded
            ? $"{Amount(result.Nodes, "node")} and {Amount(result.Relationships, "relationship")}: "
                + $"{Number(written.Created)} created, {Number(written.Updated)} updated, {Number(written.Unchanged)} unchanged"
            : $"{Amount(result.MistakeCount, "mistake")}; nothing was written";
    }

    /// <summary><c>path:line: column from: what is wrong</c>, without the parts that are not known.</summary>
    public static string Line(ImportMistake mistake)
    {
        var line = mistake.Line > 0 ? ":" + mistake.Line.ToString(CultureInfo.InvariantCulture) : "";
        var column = mistake.Column is null ? "" : $"column {mistake.Column}: ";
        return $"{mistake.File}{line}: {column}{mistake.Message}";
    }

    private static string Amount(long count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
