using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;

namespace GraphIntel.Neo4j.Write;

/// <summary>Reads nodes and relationships by their ids.</summary>
internal sealed class StoredRows(Transaction transaction, CancellationToken cancellation)
{
    /// <summary>Those that exist.</summary>
    public async Task<Dictionary<string, StoredRow>> ReadAsync(ElementType type, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, StoredRow>(StringComparer.Ordinal);
        var columns = GivenProperties.Of(type);
        var ends = type is RelationshipType ? "s.id, t.id" : "'' AS s, '' AS t";
        var text = $"CYPHER 5 {LookupText.Match(type, "x")} RETURN i, {ends}{GivenValues.Text(type, columns)}";
        foreach (var chunk in Chunks.Of<string>([.. ids]))
        {
            var cursor = await transaction.RunAsync(text, Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
            foreach (var record in await cursor.ToListAsync(cancellation).ConfigureAwait(false))
            {
                found[chunk[(int)(long)record[0]!]] = new StoredRow(
                    record[1] as string ?? "", record[2] as string ?? "", GivenValues.Read(record, 3, columns));
            }
        }

        return found;
    }
}
