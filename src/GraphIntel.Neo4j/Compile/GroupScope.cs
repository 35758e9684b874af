using GraphIntel.Core.Planning;

namespace GraphIntel.Neo4j.Compile;

/// <summary>The groups whose members a part of a statement aggregates: the row of each group, and its members.</summary>
/// <param name="compiler">The compiler of the statement.</param>
/// <param name="members">What is aggregated.</param>
internal sealed class GroupScope(CypherCompiler compiler, Alias members)
{
    private readonly List<(string Expression, string Name)> _values = [];

    /// <summary>What is aggregated.</summary>
    public Alias Members => members;

    /// <summary>The variable with the list of the members; null until something needs them once more.</summary>
    public string? List { get; private set; }

    /// <summary>The key of the current group; null if there is only one group.</summary>
    public string? Key { get; init; }

    /// <summary>The aggregations of a group, with their names, to follow its key in WITH.</summary>
    public string Definitions => string.Concat(_values.Select(value => $", {value.Expression} AS {value.Name}"));

    /// <summary>Whether there is no aggregation.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>The name of an aggregation over the members of a group.</summary>
    public string Aggregate(string expression)
    {
        foreach (var (known, name) in _values)
        {
            if (known == expression)
                return name;
        }
        _values.Add((expression, compiler.NewName()));
        return _values[^1].Name;
    }

    /// <summary>Clauses that produce the members once more, from a list of them.</summary>
    public string Again() => $"UNWIND {List ??= Aggregate($"collect({compiler.VariableOf(members)})")} AS {compiler.VariableOf(members)}";
}
