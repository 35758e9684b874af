using System.Collections.Frozen;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

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

    /// <summary>Expressions that replace columns, by the columns' names.</summary>
    public IReadOnlyDictionary<string, string> Copies => copies;

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

/// <summary>The node that is the key of a group: its key in the file is known, and its id is looked up.</summary>
/// <param name="node">The node's type.</param>
/// <param name="key">An expression for the key, null if the group has none.</param>
internal sealed class GroupNodeBinding(NodeType node, Func<string> key) : AliasBinding
{
    /// <inheritdoc/>
    public override string Column(string name) =>
        name == Names.Key ? key() : $"(SELECT {name} FROM {Names.Table(node)} WHERE {Names.Key} = {key()})";
}

/// <summary>A node at an end of a relationship, whose row has its key and the copy of its sort property; the rest is looked up.</summary>
/// <param name="relationship">The relationship's alias.</param>
/// <param name="binding">The binding of the relationship.</param>
/// <param name="isSource">Whether the node is its source.</param>
internal sealed class EndBinding(RelationshipAlias relationship, AliasBinding binding, bool isSource) : AliasBinding
{
    /// <inheritdoc/>
    public override string Column(string name)
    {
        var type = relationship.Relationship;
        var (node, key, copied, copy) = isSource
            ? (type.Source, Names.Source, type.SourceOrder, Names.SourceOrder)
            : (type.Target, Names.Target, type.TargetOrder, Names.TargetOrder);
        return name == Names.Key ? binding.Column(key)
            : copied is not null && name == Names.Column(copied) ? binding.Column(copy)
            : $"(SELECT {name} FROM {Names.Table(node)} WHERE {Names.Key} = {binding.Column(key)})";
    }
}

/// <summary>An element of which only some columns are at hand, under other names.</summary>
/// <param name="reference">The expression for a column.</param>
internal sealed class ReferenceBinding(Func<string, string> reference) : AliasBinding
{
    /// <inheritdoc/>
    public override string Column(string name) => reference(name);
}

/// <summary>An alias in a derived table, seen from outside of it.</summary>
internal sealed class DerivedBinding(DerivedTable table, AliasBinding inner) : AliasBinding
{
    /// <inheritdoc/>
    public override string Column(string name) => table.Reference(inner.Column(name));
}
