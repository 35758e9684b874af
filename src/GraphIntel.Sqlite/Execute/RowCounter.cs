using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite.Execute;

/// <summary>Counts rows with a LIMIT.</summary>
internal sealed class RowCounter(ReaderPool readers, string sql) : IRowCounter
{
    /// <summary>Compiles a counter of the rows of a source from its nodes back.</summary>
    public static RowCounter Compile(ReaderPool readers, NodeSource source, int most)
    {
        var compiler = SqlCompiler.ForConditions(CancellationToken.None);
        var reversed = new ReversedSourceCompiler(compiler, AliasScope.Root, countsOnly: false).Compile(SourceRewriter.Rewrite(source))
            ?? throw new ArgumentException($"{source.Title} cannot be followed back", nameof(source));
        return new RowCounter(readers, $"SELECT count(*) FROM (SELECT 1 FROM {reversed.From}{reversed.Where} LIMIT {Number(most)})");
    }

    /// <summary>Compiles a counter of the nodes that meet the conditions of a scan, among the first in the order of its page.</summary>
    public static RowCounter Compile(ReaderPool readers, OrderStart start, int among)
    {
        var compiler = SqlCompiler.ForConditions(CancellationToken.None);
        var (item, page) = (start.Scan.Item, start.Page);
        var alias = SourceCompiler.AliasOf(item);
        var scope = AliasScope.Root.With(item.Number, new TableBinding(alias));
        var bounds = compiler.Predicates.Condition(PredicateRewriter.All(PredicateRewriter.Rewrite(start.Bounds), CursorSeek.Of(page, [])), scope);
        var order = ConnectionCompiler.OrderBy([page.Keys[0]], [compiler.Value(page.Keys[0].Value, scope)], page.IsBackward);
        var first = $"SELECT * FROM {SourceCompiler.Table(item)}{(bounds.Length > 0 ? " WHERE " + bounds : "")}{order} LIMIT {Number(among)}";
        var where = compiler.Predicates.Condition(PredicateRewriter.Rewrite(start.Scan.Where), scope);
        return new RowCounter(
            readers, $"SELECT count(*) FROM (SELECT 1 FROM ({first}) {alias} WHERE {where} LIMIT {SqlCompiler.Placeholder(page.Limit)})");
    }

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(BoundParameters bound, CancellationToken cancellation)
    {
        using var reader = await readers.RentAsync(cancellation).ConfigureAwait(false);
        var select = reader.Statement(sql);
        SqlitePlan.Bind(select, bound);
        return (int)(select.Scalar() ?? 0);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
