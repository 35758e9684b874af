using System.Globalization;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// The rows of a page: a sorted and limited subquery in FROM. Its columns are added when the outer query refers to their
/// expressions.
/// </summary>
/// <param name="name">Its alias in the statement.</param>
internal sealed class DerivedTable(string name)
{
    private readonly List<string> _expressions = [];

    /// <summary>Its alias in the statement.</summary>
    public string Name { get; } = name;

    /// <summary>The select list of the subquery.</summary>
    public string SelectList => _expressions.Count == 0
        ? "1"
        : string.Join(", ", _expressions.Select((expression, index) => $"{expression} AS {ColumnName(index)}"));

    /// <summary>The select list with another expression in place of one of the columns.</summary>
    public string SelectListWith(string replaced, string expression) =>
        string.Join(", ", _expressions.Select((known, index) => $"{(known == replaced ? expression : known)} AS {ColumnName(index)}"));

    /// <summary>Whether there are no columns.</summary>
    public bool IsEmpty => _expressions.Count == 0;

    /// <summary>A reference, from outside, to an expression of the subquery.</summary>
    public string Reference(string expression) => $"{Name}.{Column(expression)}";

    /// <summary>The name of the column for an expression of the subquery.</summary>
    public string Column(string expression)
    {
        var index = _expressions.IndexOf(expression);
        if (index < 0)
        {
            index = _expressions.Count;
            _expressions.Add(expression);
        }
        return ColumnName(index);
    }

    private static string ColumnName(int index) => "c" + index.ToString(CultureInfo.InvariantCulture);
}
