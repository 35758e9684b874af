using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Graph;

/// <summary>An error or a warning about the files of an import.</summary>
/// <param name="File">The file, relative to the folder, with <c>/</c> between folders.</param>
/// <param name="Line">The line where the row starts, counted from 1; 0 for the file as a whole.</param>
/// <param name="Column">The name of the column; null if it concerns no single column.</param>
/// <param name="Message">What is wrong and what is expected.</param>
internal sealed record ImportDiagnostic(string File, int Line, string? Column, string Message);

/// <summary>The result of an import.</summary>
internal sealed record ImportResult
{
    /// <summary>The first errors, by file and line; if there are any, nothing was written.</summary>
    public required IReadOnlyList<ImportDiagnostic> Diagnostics { get; init; }

    /// <summary>The number of errors, including those omitted from <see cref="Diagnostics"/>.</summary>
    public required long ErrorCount { get; init; }

    /// <summary>Warnings, which do not stop the import, by file and line.</summary>
    public required IReadOnlyList<ImportDiagnostic> Warnings { get; init; }

    /// <summary>The number of node rows in the files.</summary>
    public required long Nodes { get; init; }

    /// <summary>The number of relationship rows in the files.</summary>
    public required long Relationships { get; init; }

    /// <summary>How many of them the store created, updated or left unchanged.</summary>
    public required WriteSummary Written { get; init; }

    /// <summary>Whether there were no errors and everything was written.</summary>
    public bool Succeeded => ErrorCount == 0;
}

/// <summary>
/// An import failed while writing, because a file changed after it was checked or can no longer be read. The batches written so far
/// are kept; the import can be run again.
/// </summary>
internal sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
