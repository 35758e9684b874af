using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Write;

/// <summary>The first and last day that a claim vouches for, ISO 8601, and whether they were given or are derived.</summary>
internal readonly record struct AttestedDays(string? From, string? Until, bool IsGiven)
{
    /// <summary>Days of a row: given where either of them is.</summary>
    public AttestedDays(string? from, string? until)
        : this(from, until, from is not null || until is not null)
    {
    }

    /// <summary>Reads three columns: the two days and whether they were given.</summary>
    public static AttestedDays Read(Statement row, int column) =>
        new(row.Text(column), row.Text(column + 1), row.Int64(column + 2) == 1);

    /// <summary>Binds three parameters: the two days and whether they were given.</summary>
    public void Bind(Statement statement, int index)
    {
        statement.Bind(index, From);
        statement.Bind(index + 1, Until);
        statement.Bind(index + 2, IsGiven ? 1 : 0);
    }
}
