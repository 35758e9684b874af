using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Connections: items as the list of a page's rows, sorted and cut first, so that children are read for the page alone;
/// totals as counts beside it.
/// </summary>
internal sealed class ConnectionCompiler(CypherCompiler compiler)
{
    /// <summary>The expressions of a connection's values, in the order in which the response needs them.</summary>
    public IEnumerable<string> Values(ConnectionSlot connection, Scope scope) =>
        connection.Reads.Select(read => read is { } total ? scope.Count(Total(connection, total)) : Items(connection, scope));

    private string Total(ConnectionSlot connection, TotalSlot total)
    {
        var rows = compiler.Sources.Open(connection.Source);
        var node = SourceCompiler.VariableOf(connection.Source.Node);
        return total.AtMost is null ? $"{rows} RETURN {node}" : $"{rows} WITH {node} LIMIT {CypherCompiler.Value(total.AtMost)} RETURN {node}";
    }

    private string Items(ConnectionSlot connection, Scope scope)
    {
        var (source, page) = (connection.Source, connection.Page);
        var index = source is HopSource hop ? RelationshipIndex.Of(hop, page.Keys) : null;
        var rows = index is null ? compiler.Sources.Open(source, ReadsDepth(connection)) : compiler.Sources.Open((HopSource)source, index);
        if (source is ScanSource)
            rows = rows.And(Present(source, page.Keys[0]));

        // A value behind a relationship is read before the rows are sorted by it.
        var behind = new Scope(compiler);
        var keys = page.Keys.Select(key => compiler.Value(key.Value, behind)).ToList();
        var values = behind.Definitions("WITH *, ");
        var bounds = new CursorCompiler(compiler, page, keys).Bounds().ToList();
        if (values.Length == 0)
            rows = rows.And(bounds);
        else if (bounds.Count == 0)
            rows = new Rows($"{rows} {values.TrimEnd()}", []);
        else
            rows = new Rows($"{rows} {values}WITH *", bounds);

        var order = page.Keys.SelectMany((key, place) => Order(key, keys[place], page.IsBackward));
        if (index is not null)
            order = index.Order(SourceCompiler.VariableOf(source.Relationship!)).Select(value => value + Way(page.Keys[0].Descending ^ page.IsBackward));
        var row = compiler.ReturnRow(
            connection.ItemSlots, connection.HasCursors ? keys : null);
        var items = scope.All(
            $"{rows} WITH * ORDER BY {string.Join(", ", order)} LIMIT {CypherCompiler.Value(page.Limit)} {row}");
        return page.IsBackward ? $"reverse({items})" : items;
    }

    /// <summary>An index has the nodes that have all of its properties: Neo4j reads in its order where the statement asks for that.</summary>
    private IEnumerable<string> Present(Source source, SortKey first)
    {
        if (first is { IsNullable: false, Value: PropertyOperand { Property.IsIndexed: true } })
            yield return $"{compiler.Value(first.Value)} IS NOT NULL";
        if (source.Where is AndPredicate { Parts.Count: 0 })
            yield return $"{compiler.Find(source.Node.Number).Property(Names.Id)} IS NOT NULL";
    }

    /// <summary>Nulls first ascending, last descending: the other way round than Cypher's.</summary>
    private static IEnumerable<string> Order(SortKey key, string value, bool isBackward)
    {
        var way = Way(key.Descending ^ isBackward);
        return key.IsNullable ? [$"{value} IS NOT NULL{way}", value + way] : [value + way];
    }

    private static string Way(bool descending) => descending ? " DESC" : " ASC";

    private static bool ReadsDepth(ConnectionSlot connection) =>
        connection.Page.Keys.Any(key => key.Value is DepthOperand)
        || ReadsDepth(connection.ItemSlots);

    private static bool ReadsDepth(IReadOnlyList<Slot> slots) => slots.Any(slot =>
        slot is ValueSlot { Value: DepthOperand } || (slot is InlineSlot inline && ReadsDepth(inline.Slots)));
}
