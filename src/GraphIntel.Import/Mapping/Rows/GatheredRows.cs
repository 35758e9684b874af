namespace GraphIntel.Import.Mapping.Rows;

/// <summary>What is gathered of rows with one key: for the row that counts, the cells of lists.</summary>
internal sealed class GatheredRows
{
    /// <summary>Separates the items of a cell; the rows of a file cannot have it.</summary>
    private const char Separator = '\0';

    private readonly Dictionary<long, List<string?[]>> _rows = [];

    /// <summary>Adds the values of a later row; false if another row has the same.</summary>
    public bool Add(long row, string?[] values)
    {
        if (!_rows.TryGetValue(row, out var others))
            _rows.Add(row, others = []);
        if (others.Exists(other => other.AsSpan().SequenceEqual(values)))
            return false;
        others.Add(values);
        return true;
    }

    /// <summary>Forgets a row that does not count.</summary>
    public void Remove(long row) => _rows.Remove(row);

    /// <summary>Sets the cells of a row; they stay empty if nothing was gathered for it.</summary>
    public void Fill(long row, IReadOnlyList<int> slots, string?[] cells)
    {
        if (!_rows.TryGetValue(row, out var others))
            return;
        for (var index = 0; index < slots.Count; index++)
            cells[slots[index]] = string.Join(Separator, others.Select(other => other[index]));
    }

    /// <summary>The items of a cell, in the order of the rows; those of empty cells are empty, so that lists stay in step. Null if there are none.</summary>
    public static object?[]? Split(string? cell) =>
        cell?.Split(Separator).Select(item => item.Length == 0 ? null : (object)item).ToArray();
}
