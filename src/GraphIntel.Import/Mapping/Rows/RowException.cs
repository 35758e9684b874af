namespace GraphIntel.Import.Mapping.Rows;

/// <summary>A row that cannot be imported.</summary>
internal sealed class RowException(string message, string? column = null) : Exception(message)
{
    /// <summary>The column with the error; null if it is not one alone.</summary>
    public string? Column { get; } = column;
}
