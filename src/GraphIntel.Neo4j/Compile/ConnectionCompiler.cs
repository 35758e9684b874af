using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Compiles what connections read: items to a list of a page's rows, sorted and limited first, so that children are read only
/// for the page; totals to counts.
/// </summary>
internal sealed class ConnectionCompiler(CypherCompiler compiler) : IReadVisitor<Scope, string>
{
    string IReadVisitor<Scope, string>.Visit(CountRead count, Scope scope)
    {
        var rows = compiler.Sources.Compile(count.Source);
        var item = compiler.VariableOf(count.Source.Item);
        return scope.Count(count.AtMost is null ? $"{rows} RETURN {item}" : $"{rows} WITH {item} LIMIT {compiler.Value(count.AtMost)} RETURN {item}");
    }

    string IReadVisitor<Scope, string>.Visit(AggregateRead aggregate, Scope scope) => compiler.Aggregates.Compile(aggregate, scope);

    string IReadVisitor<Scope, string>.Visit(ItemsRead items, Scope scope)
    {
        var (source, page) = (items.Source, items.Page);
        var index = source is HopSource hop ? RelationshipIndex.Of(hop, page.Keys) : null;
        var rows = index is null ? compiler.Sources.Compile(source, page.Keys) : compiler.Sources.Compile((HopSource)source, index);
        if (source is ScanSource)
            rows = rows.And(RequirePresent(source, page.Keys[0]));

        // Values of related nodes are read before the rows are sorted by them.
        var related = new Scope(compiler);
        var keys = Array.ConvertAll(page.Keys, key => compiler.SetKey(key, Value(key, related)));
        var values = related.Definitions("WITH *, ");
        var seek = compiler.Predicates.Conditions(items.Seek).ToList();
        if (values.Length == 0)
            rows = rows.And(seek);
        else if (seek.Count == 0)
            rows = new Rows($"{rows} {values.TrimEnd()}", []);
        else
            rows = new Rows($"{rows} {values}WITH *", seek);

        var order = page.Keys.SelectMany((key, index) => Order(key, keys[index], page.IsBackward));
        if (index is not null)
            order = index.Order(compiler.VariableOf(source.Relationship!)).Select(value => value + SortKeyword(page.Keys[0].Descending ^ page.IsBackward));
        var row = compiler.ReturnRow(items.Slots, items.HasCursors ? keys : null);
        var list = scope.All(
            $"{rows} WITH * ORDER BY {string.Join(", ", order)} LIMIT {compiler.Value(page.Limit)} {row}");
        return page.IsBackward ? $"reverse({list})" : list;
    }

    /// <summary>
    /// An index contains only nodes that have all of its properties: Neo4j reads in its order only if the statement requires
    /// that.
    /// </summary>
    private IEnumerable<string> RequirePresent(Source source, SortKey first)
    {
        var (end, value) = first.Value is ThroughOperand { Source: EndSource { Node: var node } } through ? (node, through.Value) : (null, first.Value);
        var isIndexed = !first.IsNullable && value is IdOperand or PropertyOperand { Property.IsIndexed: true };
        if (isIndexed && value is PropertyOperand)
            yield return $"{compiler.Value(value)} IS NOT NULL";
        if (isIndexed && end is not null)
            yield return Present(end);
        if (source.Where.IsTrue)
            yield return Present(source.Item);
    }

    private string Present(Alias item) => $"{compiler.BindingOf(item.Number).Property(Names.Id)} IS NOT NULL";

    private string Value(SortKey key, Scope related)
    {
        var value = compiler.Value(key.Value, related);
        return key.IsIrregular ? KeyText.ValueOrNull(value, key.Kind) : value;
    }

    /// <summary>Nulls first ascending, last descending: the opposite of Cypher's default.</summary>
    public static IEnumerable<string> Order(SortKey key, string value, bool isBackward)
    {
        var keyword = SortKeyword(key.Descending ^ isBackward);
        return key.IsNullable ? [$"{value} IS NOT NULL{keyword}", value + keyword] : [value + keyword];
    }

    private static string SortKeyword(bool descending) => descending ? " DESC" : " ASC";
}
