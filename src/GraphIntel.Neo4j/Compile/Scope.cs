namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// The subqueries that a row needs. Each is a value of its own in a WITH before the row: inside a larger expression Neo4j
/// would run it as an expression, without a plan that can be seen, and takes what it sums up for a sum of the row's.
/// </summary>
internal sealed class Scope(CypherCompiler compiler)
{
    private readonly List<string> _definitions = [];

    public CypherCompiler Compiler { get; } = compiler;

    /// <summary>The list of a subquery's rows.</summary>
    public string All(string subquery) => Define($"COLLECT {{ {subquery} }}");

    /// <summary>A subquery's first row, null where it has none.</summary>
    public string First(string subquery) => All(subquery) + "[0]";

    /// <summary>The number of a subquery's rows.</summary>
    public string Count(string subquery) => Define($"COUNT {{ {subquery} }}");

    /// <summary>The clause that makes them; empty where there are none.</summary>
    public string Definitions(string with) => _definitions.Count == 0 ? "" : $"{with}{string.Join(", ", _definitions)} ";

    private string Define(string expression)
    {
        var name = Compiler.NextName();
        _definitions.Add($"{expression} AS {name}");
        return name;
    }
}
