using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Rewrite;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Compile;
using GraphIntel.Neo4j.Connection;

namespace GraphIntel.Neo4j.Execute;

/// <summary>Counts the rows of a source from its nodes back, with a LIMIT.</summary>
internal sealed class RowCounter(Neo4jDatabase database, CypherStatement statement) : IRowCounter
{
    /// <summary>Compiles a counter.</summary>
    public static RowCounter Compile(Neo4jDatabase database, NodeSource source, int most)
    {
        var compiler = new CypherCompiler();
        return new RowCounter(database, compiler.Statement(
            $"{compiler.Sources.FromEnd((NodeSource)SourceRewriter.Rewrite(source))} WITH 1 AS x LIMIT {CypherCompiler.Number(most)} RETURN count(x) AS r"));
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
