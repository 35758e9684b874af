using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Layout;
using GraphIntel.Sqlite.Read;

namespace GraphIntel.Sqlite.Execute;

/// <summary>Counts rows with a LIMIT.</summary>
internal sealed class RowCounter(ReaderPool readers, string sql) : IRowCounter
{
    /// <summary>Compiles a counter.</summary>
    public static RowCounter Compile(ReaderPool readers, StartCount count) => new(readers, $"SELECT count(*) FROM (SELECT 1 FROM {Rows(count)})");

    private static string Rows(StartCount count)
    {
        var compiler = SqlCompiler.ForConditions(CancellationToken.None);
        return count switch
        {
            StartCount.Back back => $"{Back(compiler, back.Source)} LIMIT {Number(back.Most)}",
            StartCount.Ends ends => $"{Ends(compiler, ends.Start)} LIMIT {Number(ends.Most)}",
            StartCount.First first => $"{First(compiler, first.Start, first.Most)} LIMIT {SqlCompiler.Placeholder(first.Start.Page.Limit)}",
            _ => throw new ArgumentException($"{count} cannot be counted", nameof(count)),
        };
    }

    private static string Back(SqlCompiler compiler, NodeSource source)
    {
        var reversed = new ReversedSourceCompiler(compiler, AliasScope.Root, countsOnly: false).Compile(SourceRewriter.Rewrite(source))
            ?? throw new ArgumentException($"{source.Title} cannot be followed back", nameof(source));
        return reversed.From + reversed.Where;
    }

    private static string Ends(SqlCompiler compiler, OrderStart start)
    {
        var (origin, id) = (start.Walk.Origin, SqlCompiler.Placeholder(start.Id));
        var scope = AliasScope.Root.With(
            origin.Number, new ReferenceBinding(column => $"(SELECT {column} FROM {Names.Table(origin.Node)} WHERE {Names.Id} = {id})"));
        var walk = (WalkSource)SourceRewriter.Rewrite(start.Walk);
        return $"({new WalkCompiler(compiler, walk, "w", scope).CompileRows()})";
    }

    private static string First(SqlCompiler compiler, OrderStart start, int among)
    {
        var (item, page) = (start.Scan.Item, start.Page);
        var alias = SourceCompiler.AliasOf(item);
        var scope = AliasScope.Root.With(item.Number, new TableBinding(alias));
        var bounds = compiler.Predicates.Condition(PredicateRewriter.All(PredicateRewriter.Rewrite(start.Bounds), CursorSeek.Of(page, [])), scope);
        var order = ConnectionCompiler.OrderBy([page.Keys[0]], [compiler.Value(page.Keys[0].Value, scope)], page.IsBackward);
        var first = $"SELECT * FROM {SourceCompiler.Table(item)}{(bounds.Length > 0 ? " WHERE " + bounds : "")}{order} LIMIT {Number(among)}";
        return $"({first}) {alias} WHERE {compiler.Predicates.Condition(PredicateRewriter.Rewrite(start.Scan.Where), scope)}";
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
