using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Nodes that have several relationships of a type at one end of it.</summary>
internal static class ManyAtOneEnd
{
    /// <summary>The first of all nodes that have several, with their number.</summary>
    public static async Task<List<(string Id, long Count)>> FindAsync(
        Transaction transaction, RelationshipType type, bool fromSource, int limit, CancellationToken cancellation)
    {
        var cursor = await transaction.RunAsync(
            $"CYPHER 5 MATCH (e:{Label(type, fromSource)}) WITH e, COUNT {{ {Pattern(type, fromSource, "")} }} AS degree " +
            $"WHERE degree > 1 RETURN {Names.Shown("e")} AS id, degree ORDER BY id LIMIT $p.limit",
            Parameters.Of(new { limit }), cancellation).ConfigureAwait(false);
        return (await cursor.ToListAsync(cancellation).ConfigureAwait(false))
            .ConvertAll(record => ((string)record[0]!, (long)record[1]!));
    }

    /// <summary>The first of these nodes that has several, with the first two nodes at the other end; null where none has.</summary>
    public static async Task<(string Id, string One, string Other)?> FindAsync(
        Transaction transaction, RelationshipType type, bool fromSource, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var text =
            $"CYPHER 5 {LookupText.Match(fromSource ? type.Source : type.Target, "e")} " +
            $"WHERE COUNT {{ {Pattern(type, fromSource, "")} }} > 1 WITH i, e ORDER BY i LIMIT 1 " +
            $"MATCH {Pattern(type, fromSource, "o")} WITH i, {Names.Shown("o")} AS other ORDER BY other RETURN i, collect(other)[..2]";
        foreach (var chunk in Chunks.Of(ids))
        {
            var cursor = await transaction.RunAsync(text, Chunks.WriteIds, chunk, cancellation).ConfigureAwait(false);
            if (await cursor.FetchAsync(cancellation).ConfigureAwait(false))
            {
                var others = cursor.Current[1].As<List<string>>();
                return (chunk[(int)(long)cursor.Current[0]!], others[0], others[1]);
            }
        }

        return null;
    }

    private static string Label(RelationshipType type, bool fromSource) => Names.Label(fromSource ? type.Source : type.Target);

    private static string Pattern(RelationshipType type, bool fromSource, string other) =>
        fromSource ? $"(e)-[:{Names.Type(type)}]->({other})" : $"(e)<-[:{Names.Type(type)}]-({other})";
}
