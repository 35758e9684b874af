using GraphIntel.Bolt;
using GraphIntel.Bolt.PackStream;
using GraphIntel.Core.Search;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Read;

/// <summary>Finds nodes in the full-text indexes of keys.</summary>
internal sealed class CandidateReader(Neo4jDatabase database)
{
    /// <summary>The statement for an index; returns the id and the packed values of each node.</summary>
    public static string StatementFor(SearchIndex index) =>
        $"CYPHER 5 CALL db.index.fulltext.queryNodes('{Names.SearchIndexName(index)}', $p.expression, {{limit: $p.limit}}) YIELD node RETURN node.id, node.{Names.SearchValues}";

    /// <summary>Adds the nodes that each query finds, at most so many each. The queries are sent together.</summary>
    public async Task ReadAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation)
    {
        var texts = queries.Select(query => (StatementFor(query.Index), (query.Expression.ToString(), limit))).ToArray();
        await database.ReadOnceAsync(
            async session =>
            {
                var cursors = await session.ReadTogetherAsync(texts, Write, null, cancellation).ConfigureAwait(false);
                for (var index = 0; index < texts.Length; index++)
                {
                    while (await cursors[index].FetchAsync(cancellation).ConfigureAwait(false))
                        Add(found, index, cursors[index]);
                }
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    private static void Add(SearchCandidates found, int index, ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        if (reader.PeekType() != PackStreamType.String)
            return;
        var id = reader.ReadUtf8String();
        if (reader.PeekType() == PackStreamType.Bytes)
            found.Add(index, id, reader.ReadBytes());
    }

    /// <summary>Writes the parameters of a look-up.</summary>
    public static void Write(PackStreamWriter writer, (string Expression, int Limit) query)
    {
        writer.WriteMapHeader(1);
        writer.WriteString("p"u8);
        writer.WriteMapHeader(2);
        writer.WriteString("expression"u8);
        writer.WriteString(query.Expression);
        writer.WriteString("limit"u8);
        writer.WriteInteger(query.Limit);
    }
}
