namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// The subqueries that a row needs. Each is a value of its own in a WITH before the row: inside a larger expression Neo4j
/// would run it without a visible plan, and confuse its aggregates with those of the row. So are values that are used several
/// times.
/// </summary>
internal sealed class Scope(CypherCompiler compiler)
{
    private readonly List<string> _definitions = [];
    private readonly List<(bool IsWith, string Text)> _clauses = [];

    public CypherCompiler Compiler { get; } = compiler;

    /// <summary>The groups whose members are aggregated here; null outside of an aggregate.</summary>
    public GroupScope? Groups { get; init; }

    /// <summary>A list of the subquery's rows.</summary>
    public string All(string subquery) => Define($"COLLECT {{ {subquery} }}");

    /// <summary>The subquery's first row; null if it has none.</summary>
    public string First(string subquery) => All(subquery) + "[0]";

    /// <summary>The number of the subquery's rows.</summary>
    public string Count(string subquery) => Define($"COUNT {{ {subquery} }}");

    /// <summary>A value that is used several times.</summary>
    public string Value(string expression) => Define(expression);

    /// <summary>
    /// A value of a subquery that aggregates, and sees only one variable. An expression would see all of them, and Neo4j would
    /// compare them for each row as a part of its groups' keys.
    /// </summary>
    /// <param name="seen">The variable; null for none.</param>
    /// <param name="subquery">The subquery, up to its RETURN.</param>
    /// <param name="value">The value that it returns in its one row.</param>
    public string Call(string? seen, string subquery, string value)
    {
        Separate();
        var name = Compiler.NewName();
        _clauses.Add((false, $"CALL ({seen}) {{ {subquery.TrimEnd()} RETURN {value} AS {name} }}"));
        return name;
    }

    /// <summary>Starts a new WITH, so that later definitions can refer to earlier ones.</summary>
    public void Separate()
    {
        if (_definitions.Count == 0)
            return;
        _clauses.Add((true, string.Join(", ", _definitions)));
        _definitions.Clear();
    }

    /// <summary>The clauses that define them, a first WITH starting with <paramref name="with"/>; empty if there are none.</summary>
    public string Definitions(string with)
    {
        Separate();
        return string.Concat(_clauses.Select((clause, index) =>
            (clause.IsWith ? index == 0 ? with : "WITH *, " : "") + clause.Text + " "));
    }

    private string Define(string expression)
    {
        var name = Compiler.NewName();
        _definitions.Add($"{expression} AS {name}");
        return name;
    }
}
