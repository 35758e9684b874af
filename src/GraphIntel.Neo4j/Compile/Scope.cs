namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// The subqueries that a row needs. Each is a value of its own in a WITH before the row: inside a larger expression Neo4j
/// would run it without a visible plan, and confuse its aggregates with those of the row. So are values that are used several
/// times.
/// </summary>
internal sealed class Scope(CypherCompiler compiler)
{
    private readonly List<string> _definitions = [];
    private readonly List<string> _before = [];

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

    /// <summary>Starts a new WITH, so that later definitions can refer to earlier ones.</summary>
    public void Separate()
    {
        if (_definitions.Count == 0)
            return;
        _before.Add(string.Join(", ", _definitions));
        _definitions.Clear();
    }

    /// <summary>The WITH clauses that define them, the first starting with <paramref name="with"/>; empty if there are none.</summary>
    public string Definitions(string with)
    {
        Separate();
        return _before.Count == 0 ? "" : $"{with}{string.Join(" WITH *, ", _before)} ";
    }

    private string Define(string expression)
    {
        var name = Compiler.NewName();
        _definitions.Add($"{expression} AS {name}");
        return name;
    }
}
