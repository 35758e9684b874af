using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>What claims come to, in Cypher: the writer derives it with these words and the check holds it to them.</summary>
internal static class ClaimText
{
    /// <summary>Whether claims decide anything of the type.</summary>
    public static bool Decide(FactType type) => type is { Standing: not null } or RelationshipType { Attested: not null };

    /// <summary>
    /// A piece that adds <c>standing</c>, <c>firstMade</c> and <c>lastMade</c> to the row of a fact; a claim that speaks of one
    /// property does not count. Asks for <c>$p.denies</c>.
    /// </summary>
    /// <param name="model">The model; without claims in it, nothing is claimed.</param>
    /// <param name="fact">The variable of the fact.</param>
    public static string Summary(GraphModel model, string fact)
    {
        if (model.Claim is not { } claim)
            return $"CALL () {{ RETURN '{Standings.Asserted}' AS standing, null AS firstMade, null AS lastMade }}";
        var (about, stance, made) = (Names.Property(claim.About), Names.Property(claim.Stance), Names.Property(claim.Made));
        var label = Names.Label(claim.Type);
        var wholeFact = claim.Field is null ? "" : $" AND c.{Names.Property(claim.Field)} IS NULL";
        return
            $"CALL ({fact}) {{ MATCH (c:{label}) USING INDEX c:{label}({about}, id) " +
            $"WHERE c.{about} = {fact}.id AND c.id IS NOT NULL{wholeFact} " +
            $"WITH count(CASE WHEN c.{stance} <> $p.denies THEN 1 END) AS supports, " +
            $"count(CASE WHEN c.{stance} = $p.denies THEN 1 END) AS denials, " +
            $"min(CASE WHEN c.{stance} <> $p.denies THEN c.{made} END) AS firstMade, " +
            $"max(CASE WHEN c.{stance} <> $p.denies THEN c.{made} END) AS lastMade " +
            $"RETURN CASE WHEN denials = 0 THEN '{Standings.Asserted}' WHEN supports = 0 THEN '{Standings.Denied}' " +
            $"ELSE '{Standings.Disputed}' END AS standing, firstMade, lastMade }}";
    }
}
