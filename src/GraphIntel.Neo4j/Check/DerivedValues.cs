using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Check;

/// <summary>The rules of everything that the writer derives, in the order in which one needs the other.</summary>
internal sealed class DerivedValues(GraphModel model, Neo4jDatabase database)
{
    /// <summary>The id of a relationship whose type stores none; null for others.</summary>
    public DerivedRule? IdOf(RelationshipType type)
    {
        if (type.Id is not null)
            return null;
        const string Derived = "$p.prefix + toStringOrNull(s.id) + '>' + toStringOrNull(t.id)";
        return new DerivedRule(
            database, $"{Kind(type)} have no id, or another than their ends make", Ends(type), "x, s, t",
            Where("x, s, t", Differs("x.id", Derived)), $"x.id = {Derived}")
        {
            Values = new Dictionary<string, object?> { ["prefix"] = type.IdPrefix + ":" },
            Open = new OpenQuestion(
                $"{Kind(type)} lie beside another between the same two nodes, where one may be",
                $"EXISTS {{ MATCH (s)-[y:{Names.Type(type)}]->(t) WHERE y <> x }}",
                $"{Names.Shown("s")} + '>' + {Names.Shown("t")}"),
        };
    }

    /// <summary>The required lists of a type.</summary>
    public IEnumerable<DerivedRule> Lists(FactType type) => type.Properties
        .Where(property => property is { IsList: true, IsRequired: true })
        .Select(property => EmptyLists(type, property));

    /// <summary>A required list of which nothing is known is empty.</summary>
    public DerivedRule EmptyLists(FactType type, Property property)
    {
        var value = "x." + Names.Property(property);
        return new DerivedRule(
            database, $"{Kind(type)} have no list {property.Name}, not even an empty one", Pattern(type), "x",
            Where("x", $"{value} IS NULL"), $"{value} = []");
    }

    /// <summary>The standing and the attested days, where the type has them.</summary>
    public IEnumerable<DerivedRule> FromClaims(FactType type)
    {
        var summary = ClaimText.Summary(model, "x");
        var values = new Dictionary<string, object?> { ["denies"] = model.Claim?.Denies };
        if (type.Standing is { } standing)
        {
            var value = "x." + Names.Property(standing);
            yield return new DerivedRule(
                database, $"{Kind(type)} have another standing than their claims come to", Pattern(type), "x",
                $"{summary} WITH x, standing WHERE {Differs(value, "standing")}", $"{value} = standing")
            {
                Values = values,
            };
        }

        if (type is RelationshipType { Attested: { } days })
        {
            var (from, until) = ("x." + Names.Property(days.From), "x." + Names.Property(days.Until));
            yield return new DerivedRule(
                database, $"{Kind(type)} have other attested days than their claims", Pattern(type), "x",
                $"WITH x WHERE x.{Names.AttestedGiven} IS NULL {summary} " +
                $"WITH x, firstMade, lastMade WHERE {Differs(from, "firstMade")} OR {Differs(until, "lastMade")}",
                $"{from} = firstMade, {until} = lastMade")
            {
                Values = values,
                Open = new OpenQuestion(
                    $"{Kind(type)} have attested days that no claim vouches for and that are not marked as given " +
                    $"({Names.AttestedGiven.Trim('`')})",
                    $"firstMade IS NULL AND ({from} IS NOT NULL OR {until} IS NOT NULL)",
                    Names.Shown("x")),
            };
        }
    }

    /// <summary>
    /// What matches, as <c>x</c>, the relationships whose attested days another tool gave, before this model derived any, and
    /// what marks them so: no claim could give such days back. Null where the type has no such days.
    /// </summary>
    public static (string Match, string Set)? GivenDays(RelationshipType type) => type.Attested is not { } days
        ? null
        : ($"MATCH {Pattern(type)} WHERE x.{Names.AttestedGiven} IS NULL " +
            $"AND (x.{Names.Property(days.From)} IS NOT NULL OR x.{Names.Property(days.Until)} IS NOT NULL)",
            $"SET x.{Names.AttestedGiven} = true");

    /// <summary>What stands beside a relationship for its orders, which can be standings; null where nothing does.</summary>
    public DerivedRule? Copies(RelationshipType type)
    {
        if (!Names.HasCopies(type))
            return null;
        var copies = new List<(string Copy, string Of)> { (Names.SourceId, "s.id"), (Names.TargetId, "t.id") };
        if (type.SourceOrder is { } sourceOrder)
            copies.Add((Names.SourceOrder, "s." + Names.Property(sourceOrder)));
        if (type.TargetOrder is { } targetOrder)
            copies.Add((Names.TargetOrder, "t." + Names.Property(targetOrder)));
        return new DerivedRule(
            database, $"{Kind(type)} have copies of their ends for an order that are not true", Ends(type), "x, s, t",
            Where("x, s, t", string.Join(" OR ", copies.Select(pair => Differs("x." + pair.Copy, pair.Of)))),
            string.Join(", ", copies.Select(pair => $"x.{pair.Copy} = {pair.Of}")));
    }

    /// <summary>The number's noun in a message.</summary>
    public static string Kind(FactType type) =>
        type is RelationshipType relationship ? $"relationships {relationship.Type}" : $"nodes {type.Name}";

    /// <summary>All of a type, as <c>x</c>.</summary>
    public static string Pattern(FactType type) =>
        type is RelationshipType relationship ? $"()-[x:{Names.Type(relationship)}]->()" : $"(x:{Names.Label((NodeType)type)})";

    /// <summary>All relationships of a type as <c>x</c>, with their ends as <c>s</c> and <c>t</c>.</summary>
    public static string Ends(RelationshipType type) =>
        $"(s:{Names.Label(type.Source)})-[x:{Names.Type(type)}]->(t:{Names.Label(type.Target)})";

    /// <summary>A condition of its own, true also where one of the two is null.</summary>
    private static string Differs(string left, string right) => $"NOT coalesce({left} = {right}, {left} IS NULL AND {right} IS NULL)";

    private static string Where(string variables, string condition) => $"WITH {variables} WHERE {condition}";
}
