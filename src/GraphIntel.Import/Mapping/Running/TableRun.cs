using GraphIntel.Import.Graph;
using GraphIntel.Import.Mapping.Compiling;
using GraphIntel.Import.Mapping.Reading;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Running;

/// <summary>Goes through the rows of a mapping's files, with the cells of the columns in use.</summary>
internal static class TableRun
{
    /// <summary>A row: its number over all files, its file and its line.</summary>
    internal readonly record struct Row(long Number, int File, int Line, long BytesRead, string? Error);

    /// <summary>The rows of files; the cells of each are in the array until the next.</summary>
    /// <param name="files">The files, each with its index.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="columns">The columns in use.</param>
    /// <param name="cells">Receives the cells.</param>
    /// <param name="gathered">What was gathered of rows with one key; null before that.</param>
    /// <exception cref="ImportException">A file cannot be read, or has no such column.</exception>
    public static IEnumerable<Row> Read(
        IReadOnlyList<(TableFile File, int Index)> files, TableOptions options, IReadOnlyList<ColumnPlan> columns, string?[] cells,
        GatheredRows? gathered = null)
    {
        int[] slots = [.. Enumerable.Range(0, columns.Count).Where(index => columns[index].IsGathered)];
        long number = 0, bytesBefore = 0;
        foreach (var (file, index) in files)
        {
            file.CheckUnchanged();
            using var rows = TableRows.Open(file, options);
            var ordinals = Bind(file, rows, columns);
            while (rows.Read())
            {
                if (rows.Error is null)
                {
                    for (var column = 0; column < ordinals.Length; column++)
                        cells[column] = ordinals[column] < 0 ? null : rows.Cell(ordinals[column]);
                    gathered?.Fill(number, slots, cells);
                }

                yield return new Row(number++, index, rows.Line, bytesBefore + rows.BytesRead, rows.Error);
            }

            bytesBefore += file.Length;
        }
    }

    private static int[] Bind(TableFile file, ITableRows rows, IReadOnlyList<ColumnPlan> columns)
    {
        var ordinals = columns.Select(column => column.IsGathered ? -1 : TableRows.Find(file, rows.Header, column.Spellings)).ToArray();
        var missing = columns.Where((column, index) => ordinals[index] < 0 && !column.IsOptional).ToList();
        if (missing.Count == 0)
            return ordinals;
        var names = missing.Take(10).Select(column => string.Join(" or ", column.Spellings)
            + NameSuggestions.DidYouMean(column.Spellings[0], rows.Header).Replace("; d", " (d", StringComparison.Ordinal).Replace("?", "?)", StringComparison.Ordinal));
        throw new ImportException(
            $"{file.Name} has no column {string.Join(", ", names)}{(missing.Count > 10 ? $" and {missing.Count - 10} more; is it a file of this mapping?" : ".")} "
            + $"Its columns are: {string.Join(", ", rows.Header.Take(100))}.");
    }
}
