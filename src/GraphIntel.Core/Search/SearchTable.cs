using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GraphIntel.Core.Search;

/// <summary>A table of rules that the assembly contains: one row a line, columns separated by tabs, comments after '# '.</summary>
internal static partial class SearchTable
{
    /// <summary>The rows of a table, each with as many columns; those at the end may be empty.</summary>
    public static IEnumerable<string[]> Read(string name, int columns)
    {
        using var stream = typeof(SearchTable).Assembly.GetManifestResourceStream($"search.{name}.tsv")
            ?? throw new UnreachableException($"the table '{name}' is missing from the assembly");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            var row = line.Split('\t').Select(column => CodePoint().Replace(column, Character)).ToArray();
            if (row.Length > columns)
                throw new UnreachableException($"the table '{name}' has too many columns in '{line}'");
            yield return [.. row, .. Enumerable.Repeat("", columns - row.Length)];
        }
    }

    /// <summary>A whole number of a table.</summary>
    public static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Character(Match match) =>
        char.ConvertFromUtf32(int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"U\+([0-9A-F]{4,5})")]
    private static partial Regex CodePoint();
}
