using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// The rows of a source with each node once. Duplicates are removed among the ends of relationships, where an index has them in
/// order, before the node's table is joined.
/// </summary>
internal sealed class DistinctRows
{
    private readonly SourceClauses _clauses;
    private readonly DerivedTable? _distinct;
    private readonly TableBinding _node;
    private readonly string _join;

    public DistinctRows(Source source, SourceClauses clauses)
    {
        (_clauses, _node, _join) = (clauses, clauses.Item, "");
        Scope = clauses.Scope;
        if (source.HasDistinctNodes)
            return;
        var number = source.Item.Number.ToString(CultureInfo.InvariantCulture);
        var distinct = new DerivedTable("d" + number);
        _distinct = distinct;

        // The index has the copy before the key.
        var copies = clauses.Item.Copies.OrderBy(copy => copy.Key == Names.Key).Select(copy => KeyValuePair.Create(copy.Key, distinct.Reference(copy.Value)));
        _node = new TableBinding("m" + number + "n", copies.ToDictionary(StringComparer.Ordinal));
        _join = $" CROSS JOIN {Names.Table(source.Item.Type)} m{number}n ON m{number}n.{Names.Key} = {_node.Column(Names.Key)}";
        Scope = clauses.Scope.With(source.Item.Number, _node);
    }

    /// <summary>The scope with the source's aliases.</summary>
    public AliasScope Scope { get; }

    /// <summary>FROM and WHERE, to be asked for when all that refers to the rows is compiled.</summary>
    public string Clauses => _distinct is null
        ? _clauses.Clauses()
        : $"FROM (SELECT DISTINCT {_distinct.SelectList} {_clauses.Clauses()}) {_distinct.Name}{(_node.IsUsed ? _join : "")}";
}
