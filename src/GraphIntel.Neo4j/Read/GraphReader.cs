using System.Runtime.CompilerServices;
using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Read;

/// <summary>Reads the whole graph in the order of the indexes of ids, each part in a transaction of its own.</summary>
internal sealed class GraphReader(Neo4jDatabase database) : IGraphReader
{
    /// <summary>Rows of a part.</summary>
    private const int PartSize = 5_000;

    /// <inheritdoc/>
    public IAsyncEnumerable<NodeRows> ReadAsync(NodeType type, CancellationToken cancellation)
    {
        var columns = GivenProperties.Of(type);
        var label = Names.Label(type);
        return ReadAsync(
            type, $"(x:{label})", $"x:{label}(id)", $"x.id{GivenValues.Text(type, columns)}",
            record => new NodeRow((string)record[0]!, GivenValues.Read(record, 1, columns)),
            row => row.Id,
            rows => new NodeRows(type, columns, rows),
            cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RelationshipRows> ReadAsync(RelationshipType type, CancellationToken cancellation)
    {
        var columns = GivenProperties.Of(type);
        var name = Names.Type(type);
        return ReadAsync(
            type, $"(s)-[x:{name}]->(t)", $"x:{name}(id)", $"x.id, s.id, t.id{GivenValues.Text(type, columns)}",
            record => (Id: (string)record[0]!, Row: new RelationshipRow(
                type.Id is null ? null : (string)record[0]!, record[1] as string ?? "", record[2] as string ?? "", GivenValues.Read(record, 3, columns))),
            row => row.Id,
            rows => new RelationshipRows(type, columns, rows.ConvertAll(row => row.Row)),
            cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private async IAsyncEnumerable<TRows> ReadAsync<TRow, TRows>(
        ElementType type, string pattern, string index, string values,
        Func<Record, TRow> read, Func<TRow, string> id, Func<List<TRow>, TRows> part,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await CheckIdsAsync(type, pattern, cancellation).ConfigureAwait(false);
        var text = $"CYPHER 5 MATCH {pattern} USING INDEX {index} WHERE x.id > $p.after RETURN {values} ORDER BY x.id LIMIT {PartSize}";
        var after = "";
        List<TRow> rows;
        do
        {
            rows = await database.ReadAsync(
                async transaction =>
                {
                    var cursor = await transaction.RunAsync(text, Parameters.Of(new { after }), cancellation).ConfigureAwait(false);
                    return (await cursor.ToListAsync(cancellation).ConfigureAwait(false)).ConvertAll(record => read(record));
                },
                cancellation).ConfigureAwait(false);
            if (rows.Count == 0)
                break;
            after = id(rows[^1]);
            yield return part(rows);
        }
        while (rows.Count == PartSize);
    }

    /// <summary>Throws if another tool wrote nodes or relationships without an id, which the index does not have.</summary>
    private async Task CheckIdsAsync(ElementType type, string pattern, CancellationToken cancellation)
    {
        var missing = await database.ReadAsync(
            async transaction =>
            {
                var cursor = await transaction.RunAsync(
                    $"CYPHER 5 MATCH {pattern} WHERE NOT x.id IS :: STRING NOT NULL RETURN count(x)", Parameters.Of(null), cancellation).ConfigureAwait(false);
                return (await cursor.SingleAsync(cancellation).ConfigureAwait(false))[0] is long count ? count : 0;
            },
            cancellation).ConfigureAwait(false);
        if (missing > 0)
        {
            throw new StoreException(
                StoreFailure.Refused,
                $"The database contains {missing} {type.Name} elements without an id: another tool wrote them. `graphintel check --store neo4j` lists them.");
        }
    }
}
