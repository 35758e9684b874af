using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Merging;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Write;

/// <summary>
/// The statements that merge relationships of one type. A row is a list of the id, the ids of the ends, the values, the
/// attested days and whether they are given.
/// </summary>
internal sealed class RelationshipStatements
{
    private const int FirstValue = 3;

    public RelationshipStatements(RelationshipMerge merge)
    {
        var (type, columns) = (merge.Type, merge.Columns);
        var name = Names.Type(type);
        var attested = AttestedNames(type);
        var names = columns.Select(Names.Property).Concat(attested).ToList();
        var read = columns.Concat(merge.OtherDates).Select(Names.Property).Concat(attested);

        Read = $"CYPHER 5 {LookupText.Match(type, "r")} RETURN i, {Names.DisplayName("s")}, {Names.DisplayName("t")}{LookupText.Values("r", read)}";

        var ends = $"MATCH (s:{Names.Label(type.Source)} {{id: row[1]}}) USING INDEX SEEK s:{Names.Label(type.Source)}(id) " +
            $"MATCH (t:{Names.Label(type.Target)} {{id: row[2]}}) USING INDEX SEEK t:{Names.Label(type.Target)}(id) ";
        var given = string.Concat(attested.Select((property, i) => $", {property}: row[{FirstValue + columns.Count + i}]"));
        var fresh = NewValues.Text("id: row[0]" + Copies(type), type, columns, FirstValue) + given;
        Create = $"CYPHER 5 UNWIND $p.rows AS row {ends}CREATE (s)-[r:{name} {{{fresh}}}]->(t)";

        var stored = type.FirstClaims is var (supporting, denying) ? type.Properties.Concat([supporting, denying]) : type.Properties;
        var old = stored.Where(property => !property.IsId && !columns.Contains(property) && !attested.Contains(Names.Property(property)))
            .Select(property => $", {Names.Property(property)}: kept.{Names.Property(property)}");
        var values = string.Concat(columns.Select((column, i) => $", {Names.Property(column)}: row[{FirstValue + i}]"));
        Move = $"CYPHER 5 UNWIND $p.rows AS row MATCH ()-[old:{name} {{id: row[0]}}]->() USING INDEX SEEK old:{name}(id) {ends}" +
            "WITH row, s, t, old, properties(old) AS kept DELETE old WITH row, s, t, kept " +
            $"CREATE (s)-[r:{name} {{id: row[0]{Copies(type)}{values}{string.Concat(old)}{given}}}]->(t)";

        // Without values, only the ends can change.
        Update = names.Count == 0
            ? null
            : $"CYPHER 5 UNWIND $p.rows AS row MATCH ()-[r:{name} {{id: row[0]}}]->() USING INDEX SEEK r:{name}(id) " +
                $"SET {string.Join(", ", names.Select((property, i) => $"r.{property} = row[{FirstValue + i}]"))}";
    }

    /// <summary>Reads the ids of the ends, the columns, the other dates of the merge, the attested days and whether these are given.</summary>
    public string Read { get; }

    /// <summary>Creates relationships.</summary>
    public string Create { get; }

    /// <summary>Replaces relationships by new ones between other ends.</summary>
    public string Move { get; }

    /// <summary>Updates the values; null if there are none.</summary>
    public string? Update { get; }

    private static string[] AttestedNames(RelationshipType type) => type.Attested is { } days
        ? [Names.Property(days.From), Names.Property(days.Until), Names.AttestedGiven]
        : [];

    /// <summary>The copies on a relationship that is read in an order.</summary>
    private static string Copies(RelationshipType type)
    {
        if (!Names.HasCopies(type))
            return "";
        var copies = $", {Names.SourceId}: row[1], {Names.TargetId}: row[2]";
        if (type.TargetOrder is { } targetOrder)
            copies += $", {Names.TargetOrder}: t.{Names.Property(targetOrder)}";
        if (type.SourceOrder is { } sourceOrder)
            copies += $", {Names.SourceOrder}: s.{Names.Property(sourceOrder)}";
        return copies;
    }
}
