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
    /// <summary>Compiles a counter.</summary>
    public static RowCounter Compile(Neo4jDatabase database, StartCount count)
    {
        var compiler = new CypherCompiler();
        var rows = count switch
        {
            StartCount.Back back => compiler.Sources.FromEnd((NodeSource)SourceRewriter.Rewrite(back.Source)),
            StartCount.Ends ends => Ends(compiler, ends.Start),
            StartCount.First first => First(compiler, first.Start, first.Most),
            _ => throw new ArgumentException($"{count} cannot be counted", nameof(count)),
        };
        var most = count is StartCount.First { Start.Page.Limit: var limit } ? compiler.Value(limit) : CypherCompiler.Number(count.Most);
        return new RowCounter(database, compiler.Statement($"{rows} WITH 1 AS x LIMIT {most} RETURN count(x) AS r"));
    }

    private static string Ends(CypherCompiler compiler, OrderStart start)
    {
        var origin = compiler.Sources.Compile(new LookupSource(start.Walk.Origin, new ParameterOperand(start.Id)));
        return $"{origin} {compiler.Sources.Compile(SourceRewriter.Rewrite(start.Walk with { Where = Predicate.True }))}";
    }

    private static string First(CypherCompiler compiler, OrderStart start, int among)
    {
        var first = compiler.Sources.First(start, PredicateRewriter.All(PredicateRewriter.Rewrite(start.Bounds), CursorSeek.Of(start.Page, [])), among);
        return new Rows(first, [.. compiler.Predicates.Conditions(PredicateRewriter.Rewrite(start.Scan.Where))]).ToString();
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

    private static int Read(Bolt.ResultCursor cursor)
    {
        var record = cursor.CurrentValues;
        record.ReadListHeader();
        return (int)record.ReadInteger();
    }
}
