using System.Globalization;

namespace GraphIntel.Sqlite.Compile;

/// <summary>Where a statement finds the columns of what an alias of the plan holds.</summary>
internal abstract class Place
{
    /// <summary>An expression for a column, given by its quoted name.</summary>
    public abstract string Column(string name);
}

/// <summary>
/// A table in the FROM clause at hand. Columns that the row before it has as well (the key, the copy of a property in whose
/// order relationships are kept) are taken from there; while nothing else is asked for, the table need not be joined.
/// </summary>
internal sealed class TablePlace(string table) : Place
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a column was asked for that only the table has.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Says that a column's value stands elsewhere too.</summary>
    public void Know(string name, string expression) => _known.Add(name, expression);

    /// <inheritdoc/>
    public override string Column(string name)
    {
        if (_known.TryGetValue(name, out var expression))
            return expression;
        IsUsed = true;
        return $"{table}.{name}";
    }
}

/// <summary>
/// The rows of a page: a subquery in FROM, sorted and cut, whose columns are made as the expressions around it ask for them.
/// </summary>
internal sealed class Frame(string name)
{
    private readonly List<string> _expressions = [];

    /// <summary>What the subquery selects.</summary>
    public string SelectList => _expressions.Count == 0
        ? "1"
        : string.Join(", ", _expressions.Select((expression, index) => $"{expression} AS {ColumnName(index)}"));

    /// <summary>A reference to an expression of the subquery's inside.</summary>
    public string Get(string expression) => $"{name}.{Column(expression)}";

    /// <summary>The name of the column with an expression of the subquery's inside.</summary>
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

/// <summary>Something inside a frame, seen from outside of it.</summary>
internal sealed class FramePlace(Frame frame, Place inner) : Place
{
    /// <inheritdoc/>
    public override string Column(string name) => frame.Get(inner.Column(name));
}
