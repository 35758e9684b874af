using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Graph;

/// <summary>A mistake in the files of an import, or something that its author should know.</summary>
/// <param name="File">The file, relative to the folder, with <c>/</c> between folders.</param>
/// <param name="Line">The line on which the row begins, counted from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column's name; null where no single column is meant.</param>
/// <param name="Message">What is wrong and what would be right.</param>
internal sealed record ImportMistake(string File, int Line, string? Column, string Message);

/// <summary>What came of an import.</summary>
internal sealed record ImportResult
{
    /// <summary>The first mistakes, by file and line; where there is one, nothing was written.</summary>
    public required IReadOnlyList<ImportMistake> Mistakes { get; init; }

    /// <summary>How many mistakes there are, those left out of <see cref="Mistakes"/> included.</summary>
    public required long MistakeCount { get; init; }

    /// <summary>What does not stop the import, by file and line.</summary>
    public required IReadOnlyList<ImportMistake> Warnings { get; init; }

    /// <summary>Rows of nodes in the files.</summary>
    public required long Nodes { get; init; }

    /// <summary>Rows of relationships in the files.</summary>
    public required long Relationships { get; init; }

    /// <summary>What the store did with them.</summary>
    public required WriteSummary Written { get; init; }

    /// <summary>Whether there was no mistake, so that everything was written.</summary>
    public bool Succeeded => MistakeCount == 0;
}

/// <summary>
/// An import that had to stop while it wrote: a file changed after it was checked, or cannot be read any more. The batches
/// written stay; the import can be run again.
/// </summary>
internal sealed class ImportException(string message, Exception? inner = null) : Exception(message, inner);
