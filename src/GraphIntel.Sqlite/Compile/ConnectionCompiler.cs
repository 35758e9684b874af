using System.Globalization;
using GraphIntel.Core.Planning;
using SortKey = GraphIntel.Core.Planning.SortKey;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Compiles what connections read: items to an aggregate over a page's rows, sorted and limited first, so that children are
/// read only for the page; totals to counts.
/// </summary>
internal sealed class ConnectionCompiler(SqlCompiler compiler) : IReadVisitor<AliasScope, string>
{
    string IReadVisitor<AliasScope, string>.Visit(CountRead count, AliasScope scope)
    {
        var clauses = compiler.Sources.Compile(count.Source, scope);
        return count.AtMost is null
            ? clauses.Select("count(*)")
            : $"(SELECT count(*) FROM (SELECT 1 {clauses.Clauses()} LIMIT {SqlCompiler.Placeholder(count.AtMost)}))";
    }

    string IReadVisitor<AliasScope, string>.Visit(AggregateRead aggregate, AliasScope scope) => new AggregateCompiler(compiler).Compile(aggregate, scope);

    string IReadVisitor<AliasScope, string>.Visit(ItemsRead items, AliasScope scope)
    {
        var page = items.Page;
        var clauses = compiler.Sources.Compile(items.Source, scope);
        var table = new DerivedTable("q" + items.Source.Item.Number.ToString(CultureInfo.InvariantCulture));
        var keys = Array.ConvertAll(page.Keys, key => compiler.Value(key.Value, clauses.Scope));
        var seek = compiler.Predicates.Condition(items.Seek, clauses.Scope);
        var row = compiler.Row(items.Slots, clauses.Scope.Outside(table, items.Source), items.HasCursors ? keys.Select(table.Reference) : []);

        // Rows of a backward page are sorted again in forward order.
        var forward = page.IsBackward ? OrderBy(page.Keys, Array.ConvertAll(keys, table.Column)) : "";
        var rows = $"SELECT {table.SelectList} {clauses.Clauses(seek)}{OrderBy(page.Keys, keys, page.IsBackward)} LIMIT {SqlCompiler.Placeholder(page.Limit)}";
        if (page.IsBackward)
            rows = $"SELECT * FROM ({rows}){forward}";
        return $"(SELECT json_group_array({row}) FROM ({rows}) {table.Name})";
    }

    /// <summary>An ORDER BY clause.</summary>
    public static string OrderBy(SortKey[] keys, string[] values, bool isReversed = false) =>
        " ORDER BY " + string.Join(", ", values.Select((value, index) => value + SortKeyword(keys[index].Descending ^ isReversed)));

    private static string SortKeyword(bool descending) => descending ? " DESC" : " ASC";
}
