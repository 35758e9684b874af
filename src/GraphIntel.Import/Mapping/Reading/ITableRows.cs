using GraphIntel.Core.Storage.Rules;
using GraphIntel.Import.Graph;

namespace GraphIntel.Import.Mapping.Reading;

/// <summary>
/// Reads the rows of a table one at a time. Cells are trimmed. A row that cannot be read has an <see cref="Error"/>.
/// </summary>
internal interface ITableRows : IDisposable
{
    /// <summary>The names of the columns.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>The line where the row starts, counted from 1.</summary>
    int Line { get; }

    /// <summary>The number of bytes of the file that were read.</summary>
    long BytesRead { get; }

    /// <summary>Why the row cannot be read; null if it can.</summary>
    string? Error { get; }

    /// <summary>Advances to the next row; false at the end of the file.</summary>
    /// <exception cref="ImportException">The file cannot be read further.</exception>
    bool Read();

    /// <summary>The text of a cell; null if it is empty.</summary>
    string? Cell(int index);
}

/// <summary>Opens tables.</summary>
internal static class TableRows
{
    /// <summary>Opens a table and reads its header.</summary>
    /// <exception cref="ImportException">The file or its header cannot be read.</exception>
    public static ITableRows Open(TableFile file, TableOptions options) => options.At is not null && JsonRows.IsJson(file)
        ? JsonRows.Open(file, options)
        : DelimitedRows.Open(file, options);

    /// <summary>The column with one of these names, in any case; -1 if there is none.</summary>
    public static int Find(TableFile file, IReadOnlyList<string> header, IReadOnlyList<string> spellings)
    {
        var found = -1;
        for (var index = 0; index < header.Count; index++)
        {
            if (!spellings.Contains(header[index], StringComparer.OrdinalIgnoreCase))
                continue;
            if (found >= 0)
            {
                throw new ImportException(
                    $"{file.Name}: the columns {WriteErrors.Show(header[found])} and {WriteErrors.Show(header[index])} have the same name.");
            }

            found = index;
        }

        return found;
    }
}
