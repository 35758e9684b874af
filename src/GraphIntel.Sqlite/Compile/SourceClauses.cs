namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// A source's FROM and WHERE clauses for one subquery. The table of the source's item is joined only if a column is used that
/// only it has: so the clauses are generated last, after the select list.
/// </summary>
/// <param name="Scope">The scope with the source's aliases.</param>
/// <param name="Item">The binding of the source's item.</param>
/// <param name="Rows">The FROM clause, without the keyword and without the item's table.</param>
/// <param name="Joined">The same with the item's table.</param>
/// <param name="Condition">The condition of the rows; empty if there is none.</param>
internal sealed record SourceClauses(AliasScope Scope, TableBinding Item, string Rows, string Joined, string Condition)
{
    /// <summary>A subquery for an expression.</summary>
    public string Select(string expression) => $"(SELECT {expression} {Clauses()})";

    /// <summary>FROM and WHERE.</summary>
    /// <param name="additional">Another condition; empty if there is none.</param>
    public string Clauses(string additional = "")
    {
        var conditions = SqlCompiler.And(Condition, additional);
        return $"FROM {(Item.IsUsed ? Joined : Rows)}{(conditions.Length > 0 ? " WHERE " + conditions : "")}";
    }
}
