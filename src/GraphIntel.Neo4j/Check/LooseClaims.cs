using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Check;

/// <summary>Claims about facts that are not there. The database does not know that an id in a claim refers to something.</summary>
internal sealed class LooseClaims(GraphModel model, ClaimRole claim, Neo4jDatabase database)
{
    /// <summary>How many there are, and what the first of them are called.</summary>
    public async Task<(long Count, IReadOnlyList<string> Some)> FindAsync(CancellationToken cancellation)
    {
        var (count, names) = (0L, new List<string>());
        var values = new Dictionary<string, object?> { ["prefixes"] = Facts.Select(Prefix).ToList() };
        foreach (var rows in Rows())
        {
            var (found, some) = await database.FindAsync(rows, Names.Shown("c"), values, cancellation).ConfigureAwait(false);
            count += found;
            names.AddRange(some);
        }

        return (count, [.. names.Take(CheckFindings.Shown)]);
    }

    private IEnumerable<FactType> Facts => model.FactTypes.Where(type => type.IsFact);

    private static string Prefix(FactType type) => type.IdPrefix + ":";

    /// <summary>The claims about each type by the index of what they are about, and those about no type.</summary>
    private IEnumerable<string> Rows()
    {
        var (label, about) = (Names.Label(claim.Type), Names.Property(claim.About));
        foreach (var type in Facts)
        {
            var (fact, owner) = type is RelationshipType relationship
                ? ($"()-[f:{Names.Type(relationship)} {{id: c.{about}}}]->()", Names.Type(relationship))
                : ($"(f:{Names.Label((NodeType)type)} {{id: c.{about}}})", Names.Label((NodeType)type));
            yield return
                $"MATCH (c:{label}) USING INDEX c:{label}({about}, id) " +
                $"WHERE c.{about} STARTS WITH '{Prefix(type)}' AND c.id IS NOT NULL " +
                $"OPTIONAL MATCH {fact} USING INDEX f:{owner}(id) WITH c, f WHERE f IS NULL";
        }

        yield return $"MATCH (c:{label}) WHERE c.{about} IS :: STRING NOT NULL " +
            $"AND none(prefix IN $p.prefixes WHERE c.{about} STARTS WITH prefix)";
    }
}
