namespace GraphIntel.Import.Graph;

/// <summary>Collects what is wrong with the files: counts everything and keeps the first of it.</summary>
internal sealed class ImportMistakes
{
    /// <summary>How many mistakes are kept; the rest is only counted.</summary>
    public const int Kept = 200;

    private readonly List<ImportMistake> _mistakes = [];
    private readonly List<ImportMistake> _warnings = [];

    /// <summary>How many mistakes were added.</summary>
    public long Count { get; private set; }

    /// <summary>The mistakes kept, by file and line.</summary>
    public IReadOnlyList<ImportMistake> Mistakes => Sorted(_mistakes);

    /// <summary>The warnings, by file and line.</summary>
    public IReadOnlyList<ImportMistake> Warnings => Sorted(_warnings);

    /// <summary>Adds a mistake; see <see cref="ImportMistake"/>.</summary>
    public void Add(string file, int line, string? column, string message)
    {
        Count++;
        if (_mistakes.Count < Kept) _mistakes.Add(new ImportMistake(file, line, column, message));
    }

    /// <summary>Adds a warning; they are at most one for each column of a file.</summary>
    public void Warn(string file, int line, string? column, string message) =>
        _warnings.Add(new ImportMistake(file, line, column, message));

    private static List<ImportMistake> Sorted(List<ImportMistake> unsorted) =>
        [.. unsorted.OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line)];
}
