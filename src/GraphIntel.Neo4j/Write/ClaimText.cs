using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>Cypher for the standing and the days that follow from claims; used by the writer and by the check.</summary>
internal static class ClaimText
{
    // A day after all days of the API.
    private const string Never = "date({year: 10000})";

    /// <summary>Whether any value of the type is derived from claims.</summary>
    public static bool AppliesTo(ElementType type) => type is { Standing: not null } or RelationshipType { Attested: not null };

    /// <summary>
    /// A clause that adds <c>standing</c>, the days of supporting claims, <c>firstMade</c> and <c>lastMade</c>, and the first days
    /// of claims, <c>supported</c> and <c>denied</c>, to the row of a fact; claims about a single property do not count. A claim
    /// without a day, which another tool may have written, counts among the first days as later than all. Uses the parameter
    /// <c>$p.denies</c>.
    /// </summary>
    /// <param name="model">The model; if it has no claims, the standing is always asserted.</param>
    /// <param name="fact">The variable of the fact.</param>
    public static string Summary(GraphModel model, string fact)
    {
        if (model.Claim is not { } claim)
            return $"CALL () {{ RETURN '{Standings.Asserted}' AS standing, null AS firstMade, null AS lastMade, null AS supported, null AS denied }}";
        var (stance, made) = (Names.Property(claim.Stance), Names.Property(claim.Made));
        var wholeFact = claim.Field is null ? "" : $" AND c.{Names.Property(claim.Field)} IS NULL";
        return
            $"CALL ({fact}) {{ {Match(claim, fact)}{wholeFact} " +
            $"WITH count(CASE WHEN c.{stance} <> $p.denies THEN 1 END) AS supports, " +
            $"count(CASE WHEN c.{stance} = $p.denies THEN 1 END) AS denials, " +
            $"min(CASE WHEN c.{stance} <> $p.denies THEN c.{made} END) AS firstMade, " +
            $"max(CASE WHEN c.{stance} <> $p.denies THEN c.{made} END) AS lastMade, " +
            $"min(CASE WHEN c.{stance} <> $p.denies THEN coalesce(c.{made}, {Never}) END) AS supported, " +
            $"min(CASE WHEN c.{stance} = $p.denies THEN coalesce(c.{made}, {Never}) END) AS denied " +
            $"RETURN CASE WHEN denials = 0 THEN '{Standings.Asserted}' WHEN supports = 0 THEN '{Standings.Denied}' " +
            $"ELSE '{Standings.Disputed}' END AS standing, firstMade, lastMade, supported, denied }}";
    }

    /// <summary>A match of the claims <c>c</c> about a fact, with a condition to which others can be added.</summary>
    /// <param name="claim">The type of claims.</param>
    /// <param name="fact">The variable of the fact.</param>
    public static string Match(ClaimRole claim, string fact)
    {
        var (label, about) = (Names.Label(claim.Type), Names.Property(claim.About));
        // The id is bound to a name first: of three equal properties Neo4j compares any two by the index, and can scan it for that.
        return $"WITH {fact}.id AS fact MATCH (c:{label}) USING INDEX SEEK c:{label}({about}, id) " +
            // For a claim changed in this transaction, the index can still return the previous value: the property itself is
            // compared, too.
            $"WHERE c.{about} = fact AND c.id IS NOT NULL AND toString(c.{about}) = fact";
    }
}
