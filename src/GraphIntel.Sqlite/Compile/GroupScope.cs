using GraphIntel.Core.Planning;

namespace GraphIntel.Sqlite.Compile;

/// <summary>The rows that an aggregate divides into groups: a row for each member, or for each pair of a member and its keys.</summary>
/// <param name="From">What stands in FROM: the name of a table expression.</param>
/// <param name="Where">The condition of the rows; empty if there is none.</param>
/// <param name="Member">The alias of a member.</param>
/// <param name="Scope">The scope with the members' aliases, as columns of these rows.</param>
/// <param name="Keys">Expressions for the keys by which the rows are grouped, the outermost first.</param>
internal sealed record MemberRows(string From, string Where, Alias Member, AliasScope Scope, IReadOnlyList<string> Keys)
{
    /// <summary>Whether the members are all nodes or all relationships of a type.</summary>
    public bool AreAll { get; init; }

    /// <summary>An aggregation that counts the members: of rows that stand for several, a sum.</summary>
    public string Count { get; init; } = "count(*)";

    /// <summary>FROM and WHERE.</summary>
    public string Clauses => $"FROM {From}{(Where.Length > 0 ? " WHERE " + Where : "")}";

    /// <summary>GROUP BY; empty for one group of all.</summary>
    public string GroupBy => Keys.Count == 0 ? "" : $" GROUP BY {string.Join(", ", Keys)}";
}

/// <summary>Where expressions of groups stand: within the query that groups, or outside of it.</summary>
/// <param name="Compiler">The compiler of the aggregate.</param>
/// <param name="Members">The members of the groups.</param>
/// <param name="Table">The groups as a table in FROM; null within the query that groups.</param>
internal sealed record GroupScope(AggregateCompiler Compiler, MemberRows Members, DerivedTable? Table)
{
    /// <summary>Joins to the groups, of the values that have a query of their own.</summary>
    public List<string> Joins { get; } = [];

    /// <summary>An expression over the members of a group, seen from here.</summary>
    public string Reference(string expression) => Table is null ? expression : Table.Reference(expression);
}
