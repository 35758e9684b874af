using GraphIntel.Core.Planning;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// A level of groups: those of the whole aggregate, of a list of groups, or of a list in these. What a group needs from a
/// subquery of its own is a list for all groups, defined beside the groups, in which each looks up its part.
/// </summary>
internal sealed class GroupScope
{
    private readonly CypherCompiler _compiler;
    private readonly Scope _definitions;
    private readonly List<(string Expression, string Name)> _values = [];
    private readonly Dictionary<string, Func<IReadOnlyList<string>, string>> _parts = new(StringComparer.Ordinal);

    /// <summary>The group of all members.</summary>
    public GroupScope(CypherCompiler compiler, Source members, Scope definitions)
    {
        (_compiler, Members, _definitions) = (compiler, members, definitions);
    }

    /// <summary>Groups within others, by one more key.</summary>
    public GroupScope(GroupScope outer, Grouping grouping)
        : this(outer._compiler, outer.Members, outer._definitions)
    {
        Path = [.. outer.Path, grouping];
    }

    /// <summary>What is aggregated.</summary>
    public Source Members { get; }

    /// <summary>Defines a value of a subquery over the members in the scope of the aggregate.</summary>
    /// <param name="subquery">The subquery, up to its RETURN.</param>
    /// <param name="value">The value that it returns in its one row.</param>
    public string Define(string subquery, string value) => _definitions.Call(new OriginCompiler(_compiler).Compile(Members), subquery, value);

    /// <summary>The groupings, the outermost first.</summary>
    public IReadOnlyList<Grouping> Path { get; } = [];

    /// <summary>The variables of the keys.</summary>
    public IReadOnlyList<string> Keys => [.. Path.Select(grouping => GroupingCompiler.KeyOf(grouping, _compiler))];

    /// <summary>The names of the aggregations.</summary>
    public IReadOnlyList<string> Names => [.. _values.Select(value => value.Name)];

    /// <summary>Whether values of the groups come from subqueries of their own.</summary>
    public bool HasParts => _parts.Count > 0;

    /// <summary>WITH for the groups: their keys and aggregations.</summary>
    public string With()
    {
        var columns = Keys.Concat(_values.Select(value => $"{value.Expression} AS {value.Name}"));
        return $"WITH {(_values.Count == 0 ? "DISTINCT " : "")}{string.Join(", ", columns)}";
    }

    /// <summary>The name of an aggregation over the members of a group.</summary>
    public string Aggregate(string expression)
    {
        foreach (var (known, name) in _values)
        {
            if (known == expression)
                return name;
        }
        _values.Add((expression, _compiler.NewName()));
        return _values[^1].Name;
    }

    /// <summary>Adds a value that is looked up by the keys of a group; returns its name among the values of the group.</summary>
    public string AddPart(string name, Func<IReadOnlyList<string>, string> lookUp)
    {
        _parts.Add(name, lookUp);
        return name;
    }

    /// <summary>Whether a value of a group is looked up.</summary>
    public bool IsPart(string name) => _parts.ContainsKey(name);

    /// <summary>The expression for a value that is looked up by expressions for the keys of a group.</summary>
    public string LookUp(string name, IReadOnlyList<string> keys) => _parts[name](keys);
}
