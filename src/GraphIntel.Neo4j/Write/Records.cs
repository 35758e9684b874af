using GraphIntel.Bolt;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>The records that are kept beside the graph, each a node with a key and bytes.</summary>
internal sealed class Records(Transaction transaction, CancellationToken cancellation)
{
    private const string ReadText =
        $"CYPHER 5 UNWIND $p.ids AS key MATCH (x:{Names.Record} {{key: key}}) USING INDEX SEEK x:{Names.Record}(key) RETURN key, x.value";

    /// <summary>Follows all texts with the same beginning: no text has this code point.</summary>
    private const string Last = "\U0010FFFF";

    private const string WriteText =
        $"CYPHER 5 UNWIND $p.rows AS row MERGE (x:{Names.Record} {{key: row[0]}}) SET x.value = row[1]";

    private const string RemoveText =
        $"CYPHER 5 UNWIND $p.rows AS key MATCH (x:{Names.Record} {{key: key}}) USING INDEX SEEK x:{Names.Record}(key) DELETE x";

    /// <summary>The records with these keys.</summary>
    public async Task<Dictionary<string, byte[]>> ReadAsync(IReadOnlyCollection<string> keys)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var chunk in Chunks.Of<string>([.. keys]))
        {
            var cursor = await transaction.RunAsync(ReadText, Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
            foreach (var record in await cursor.ToListAsync(cancellation).ConfigureAwait(false))
                found[(string)record[0]!] = (byte[])record[1]!;
        }

        return found;
    }

    /// <summary>Some records whose keys begin with a text and follow another, in order.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadAsync(string prefix, string after, int count)
    {
        // One lower bound: of two, the other is only a filter, and each page would begin to read at the first record.
        var (isAfter, first) = string.CompareOrdinal(after, prefix) > 0 ? (">", after) : (">=", prefix);
        var text = $"CYPHER 5 MATCH (x:{Names.Record}) USING INDEX SEEK x:{Names.Record}(key) WHERE x.key {isAfter} $p.first AND x.key < $p.end " +
            "RETURN x.key, x.value ORDER BY x.key LIMIT $p.count";
        var cursor = await transaction.RunAsync(text, Parameters.Of(new { first, end = prefix + Last, count }), cancellation).ConfigureAwait(false);
        return (await cursor.ToListAsync(cancellation).ConfigureAwait(false))
            .ConvertAll(record => new KeyValuePair<string, byte[]>((string)record[0]!, (byte[])record[1]!));
    }

    /// <summary>Writes records; null removes one.</summary>
    public async Task WriteAsync(IReadOnlyDictionary<string, byte[]?> records)
    {
        var statements = new BatchStatements(transaction, cancellation);
        await statements.SendAsync(
            WriteText,
            records.Where(record => record.Value is not null).ToList(),
            static (writer, record) =>
            {
                writer.WriteListHeader(2);
                writer.WriteString(record.Key);
                writer.WriteBytes(record.Value!);
            }).ConfigureAwait(false);
        await statements.SendAsync(
            RemoveText,
            records.Where(record => record.Value is null).Select(record => record.Key).ToList(),
            static (writer, key) => writer.WriteString(key)).ConfigureAwait(false);
    }
}
