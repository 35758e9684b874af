namespace GraphIntel.Import.Graph;

/// <summary>Collects the errors and warnings of an import: counts all errors, and keeps the first ones.</summary>
internal sealed class ImportDiagnostics
{
    /// <summary>Maximum number of errors that are kept; further ones are only counted.</summary>
    public const int MaxKept = 200;

    private readonly List<ImportDiagnostic> _diagnostics = [];
    private readonly List<ImportDiagnostic> _warnings = [];

    /// <summary>The number of errors added.</summary>
    public long Count { get; private set; }

    /// <summary>The kept errors, by file and line.</summary>
    public IReadOnlyList<ImportDiagnostic> Diagnostics => Sorted(_diagnostics);

    /// <summary>The warnings, by file and line.</summary>
    public IReadOnlyList<ImportDiagnostic> Warnings => Sorted(_warnings);

    /// <summary>Adds an error; see <see cref="ImportDiagnostic"/>.</summary>
    public void Add(string file, int line, string? column, string message)
    {
        Count++;
        if (_diagnostics.Count < MaxKept)
            _diagnostics.Add(new ImportDiagnostic(file, line, column, message));
    }

    /// <summary>Adds a warning; there is at most one per column of a file.</summary>
    public void Warn(string file, int line, string? column, string message) =>
        _warnings.Add(new ImportDiagnostic(file, line, column, message));

    private static List<ImportDiagnostic> Sorted(List<ImportDiagnostic> unsorted) =>
        [.. unsorted.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];
}
