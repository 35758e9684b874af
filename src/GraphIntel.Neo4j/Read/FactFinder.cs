using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Read;

/// <summary>Looks up nodes and relationships by their ids, and reads the ends of relationships.</summary>
internal sealed class FactFinder(GraphModel model, Neo4jDatabase database)
{
    /// <summary>Those of the ids that exist, with their types.</summary>
    public Task<Dictionary<string, ElementType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        database.ReadAsync(
            async transaction =>
            {
                var found = new Dictionary<string, ElementType>(StringComparer.Ordinal);
                foreach (var group in ids.Distinct(StringComparer.Ordinal).GroupBy(model.TypeOfId))
                {
                    if (group.Key is { } type)
                        await FindAsync(transaction, type, [.. group], found, cancellation).ConfigureAwait(false);
                }

                return found;
            },
            cancellation);

    /// <summary>The ends of every relationship of a type.</summary>
    public Task<List<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        database.ReadAsync(
            async transaction =>
            {
                var id = type.Id is null ? "" : ", " + Names.DisplayName("r");
                var cursor = await transaction.RunAsync(
                    $"CYPHER 5 MATCH (s)-[r:{Names.Type(type)}]->(t) RETURN {Names.DisplayName("s")}, {Names.DisplayName("t")}{id}",
                    Parameters.Of(null), cancellation).ConfigureAwait(false);
                var ends = new List<RelationshipEnds>();
                while (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                    ends.Add(Read(type, cursor));
                return ends;
            },
            cancellation);

    private static async Task FindAsync(
        Transaction transaction, ElementType type, string[] ids, Dictionary<string, ElementType> found, CancellationToken cancellation)
    {
        foreach (var chunk in Chunks.Of(ids))
        {
            var cursor = await transaction.RunAsync(LookupText.Of(type), Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
            while (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
                found[chunk[LookupText.ReadPosition(cursor)]] = type;
        }
    }

    private static RelationshipEnds Read(RelationshipType type, ResultCursor cursor)
    {
        var reader = cursor.CurrentValues;
        reader.ReadListHeader();
        var (source, target) = (reader.ReadString(), reader.ReadString());
        return new RelationshipEnds(type.Id is null ? null : reader.ReadString(), source, target);
    }
}
