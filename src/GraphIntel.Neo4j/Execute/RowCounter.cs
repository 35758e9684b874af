using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>Counts rows with a LIMIT.</summary>
internal sealed class RowCounter(Neo4jDatabase database, CypherStatement statement) : IRowCounter
{
    /// <summary>Compiles a counter of the rows of a source from its nodes back.</summary>
    public static RowCounter Compile(Neo4jDatabase database, NodeSource source, int most)
    {
        var compiler = new CypherCompiler();
        var rows = compiler.Sources.FromEnd((NodeSource)SourceRewriter.Rewrite(source));
        return new RowCounter(database, Count(compiler, rows, CypherCompiler.Number(most)));
    }

    /// <summary>Compiles a counter of the nodes that meet the conditions of a scan, among the first in the order of its page.</summary>
    public static RowCounter Compile(Neo4jDatabase database, OrderStart start, int among)
    {
        var compiler = new CypherCompiler();
        var first = compiler.Sources.First(start, PredicateRewriter.All(PredicateRewriter.Rewrite(start.Bounds), CursorSeek.Of(start.Page, [])), among);
        var where = compiler.Predicates.Conditions(PredicateRewriter.Rewrite(start.Scan.Where));
        return new RowCounter(database, Count(compiler, new Rows(first, [.. where]).ToString(), compiler.Value(start.Page.Limit)));
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(BoundParameters bound, CancellationToken cancellation) => new(database.ReadOnceAsync(
        async session =>
        {
            var cursor = await session.RunAsync(statement.Text, ParameterMap.Write, (statement, bound), null, cancellation).ConfigureAwait(false);
            if (!await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                throw new StoreException(StoreFailure.Unavailable, "The database returned no result.");
            return Read(cursor);
        },
        cancellation));

    private static CypherStatement Count(CypherCompiler compiler, string rows, string most) =>
        compiler.Statement($"{rows} WITH 1 AS x LIMIT {most} RETURN count(x) AS r");

    private static int Read(Bolt.ResultCursor cursor)
    {
        var record = cursor.CurrentValues;
        record.ReadListHeader();
        return (int)record.ReadInteger();
    }
}
