using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Derived;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Check;

/// <summary>Claims about facts that do not exist. The database does not know that the id in a claim is a reference.</summary>
internal sealed class OrphanedClaims(GraphModel model, ClaimRole claim, Neo4jDatabase database)
{
    /// <summary>Their number, and the ids of the first of them.</summary>
    public async Task<(long Count, IReadOnlyList<string> Some)> FindAsync(CancellationToken cancellation)
    {
        var (count, names) = (0L, new List<string>());
        var values = new Dictionary<string, object?> { ["prefixes"] = Facts.Select(Prefix).ToList() };
        foreach (var rows in Rows())
        {
            var (found, some) = await database.FindAsync(rows, Names.DisplayName("c"), values, cancellation).ConfigureAwait(false);
            count += found;
            names.AddRange(some);
        }

        return (count, [.. names.Take(CheckFindings.MaxIds)]);
    }

    private IEnumerable<ElementType> Facts => model.ElementTypes.Where(type => type.IsFact);

    private static string Prefix(ElementType type) => type.IdPrefix + ":";

    /// <summary>Queries for the claims about each type, by the index of the claims' targets, and for the claims about no type.</summary>
    private IEnumerable<string> Rows()
    {
        var (label, about) = (Names.Label(claim.Type), Names.Property(claim.About));
        foreach (var type in Facts)
        {
            var (fact, owner) = type is RelationshipType relationship
                ? ($"()-[f:{Names.Type(relationship)} {{id: c.{about}}}]->()", Names.Type(relationship))
                : ($"(f:{Names.Label((NodeType)type)} {{id: c.{about}}})", Names.Label((NodeType)type));
            yield return
                $"MATCH (c:{label}) USING INDEX SEEK c:{label}({about}, id) " +
                $"WHERE c.{about} STARTS WITH '{Prefix(type)}' AND c.id IS NOT NULL " +
                $"OPTIONAL MATCH {fact} USING INDEX SEEK f:{owner}(id) WITH c, f WHERE f IS NULL";
        }

        yield return $"MATCH (c:{label}) WHERE c.{about} IS :: STRING NOT NULL " +
            $"AND none(prefix IN $p.prefixes WHERE c.{about} STARTS WITH prefix)";
    }
}
