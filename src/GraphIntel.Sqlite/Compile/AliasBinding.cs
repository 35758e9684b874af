using System.Collections.Frozen;

namespace GraphIntel.Sqlite.Compile;

/// <summary>What an alias of the plan is bound to in a statement.</summary>
internal abstract class AliasBinding
{
    /// <summary>An expression for a column, given by its quoted name.</summary>
    public abstract string Column(string name);
}

/// <summary>
/// A table in the current FROM clause. Columns that the relationship's row contains as well (the key, the copy of a sort
/// property) are read from there; unless other columns are used, the table need not be joined.
/// </summary>
/// <param name="table">The table's alias in the statement.</param>
/// <param name="copies">Expressions that replace columns, by the columns' names.</param>
internal sealed class TableBinding(string table, IReadOnlyDictionary<string, string> copies) : AliasBinding
{
    /// <summary>A table without replaced columns.</summary>
    public TableBinding(string table)
        : this(table, FrozenDictionary<string, string>.Empty)
    {
    }

    /// <summary>Whether a column was used that only the table has.</summary>
    public bool IsUsed { get; private set; }

    /// <inheritdoc/>
    public override string Column(string name)
    {
        if (copies.TryGetValue(name, out var expression))
            return expression;
        IsUsed = true;
        return $"{table}.{name}";
    }
}

/// <summary>An alias inside of a derived table, seen from outside of it.</summary>
internal sealed class DerivedBinding(DerivedTable table, AliasBinding inner) : AliasBinding
{
    /// <inheritdoc/>
    public override string Column(string name) => table.Reference(inner.Column(name));
}
