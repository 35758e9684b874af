using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Layout;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Finds nodes with several relationships of a type that allows one.</summary>
internal static class SharedEnds
{
    private const int MaxDescribed = 3;

    /// <summary>A message for each of the first such nodes of the database.</summary>
    public static async Task<List<string>> DescribeAsync(
        Transaction transaction, RelationshipType type, bool isSource, CancellationToken cancellation)
    {
        var cursor = await transaction.RunAsync(
            $"CYPHER 5 MATCH (e:{Label(type, isSource)}) WITH e, COUNT {{ {Pattern(type, isSource, "")} }} AS degree " +
            $"WHERE degree > 1 RETURN {Names.DisplayName("e")} AS id, degree ORDER BY id LIMIT $p.limit",
            Parameters.Of(new { limit = MaxDescribed }), cancellation).ConfigureAwait(false);
        return (await cursor.ToListAsync(cancellation).ConfigureAwait(false))
            .ConvertAll(record => ModelMismatch.TooManyRelationships(type, (string)record[0]!, (long)record[1]!));
    }

    /// <summary>
    /// The first of these nodes with several relationships, and the first two nodes at their other ends; null if there is
    /// none.
    /// </summary>
    public static async Task<SharedEnd?> FindAsync(
        Transaction transaction, RelationshipType type, bool isSource, IReadOnlyCollection<string> nodes, CancellationToken cancellation)
    {
        var text =
            $"CYPHER 5 {LookupText.Match(isSource ? type.Source : type.Target, "e")} " +
            $"WHERE COUNT {{ {Pattern(type, isSource, "")} }} > 1 WITH i, e ORDER BY i LIMIT 1 " +
            $"MATCH {Pattern(type, isSource, "o")} WITH i, {Names.DisplayName("o")} AS other ORDER BY other RETURN i, collect(other)[..2]";
        foreach (var chunk in Chunks.Of([.. nodes]))
        {
            var cursor = await transaction.RunAsync(text, Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
            if (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
            {
                var others = cursor.Current[1].As<List<string>>();
                return new SharedEnd(chunk[(int)(long)cursor.Current[0]!], others[0], others[1]);
            }
        }

        return null;
    }

    private static string Label(RelationshipType type, bool isSource) => Names.Label(isSource ? type.Source : type.Target);

    private static string Pattern(RelationshipType type, bool isSource, string other) =>
        isSource ? $"(e)-[:{Names.Type(type)}]->({other})" : $"(e)<-[:{Names.Type(type)}]-({other})";
}
