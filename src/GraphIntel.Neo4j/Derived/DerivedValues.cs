using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Connection;
using GraphIntel.Neo4j.Layout;
using GraphIntel.Neo4j.Write;

namespace GraphIntel.Neo4j.Derived;

/// <summary>The rules for all values that the writer derives, in the order of their dependencies.</summary>
internal sealed class DerivedValues(GraphModel model, Neo4jDatabase database)
{
    /// <summary>The rule for derived ids of relationships; null if the type has ids of its own.</summary>
    public DerivedRule? IdOf(RelationshipType type)
    {
        if (type.Id is not null)
            return null;
        const string Derived = "$p.prefix + toStringOrNull(s.id) + '>' + toStringOrNull(t.id)";
        return new DerivedRule(
            database, $"{Kind(type)} have no id, or one that does not match their ends", Ends(type), "x, s, t",
            Where("x, s, t", Differs("x.id", Derived)), $"x.id = {Derived}")
        {
            Parameters = new Dictionary<string, object?> { ["prefix"] = type.IdPrefix + ":" },
            Unrepairable = new UnrepairableRows(
                $"{Kind(type)} are duplicates between the same two nodes, where only one is allowed",
                $"EXISTS {{ MATCH (s)-[y:{Names.Type(type)}]->(t) WHERE y <> x }}",
                $"{Names.DisplayName("s")} + '>' + {Names.DisplayName("t")}"),
        };
    }

    /// <summary>The rules for the required lists of a type.</summary>
    public IEnumerable<DerivedRule> Lists(ElementType type) => type.Properties
        .Where(property => property is { IsList: true, IsRequired: true })
        .Select(property => EmptyLists(type, property));

    /// <summary>The rule for a required list: if it is missing, it is set to an empty one.</summary>
    public DerivedRule EmptyLists(ElementType type, Property property)
    {
        var value = "x." + Names.Property(property);
        return new DerivedRule(
            database, $"{Kind(type)} have no {property.Name}, which is a required list", Pattern(type), "x",
            Where("x", $"{value} IS NULL"), $"{value} = []");
    }

    /// <summary>The rules for the standing, the first days of claims and the attested days, if the type has them.</summary>
    public IEnumerable<DerivedRule> FromClaims(ElementType type)
    {
        var summary = ClaimText.Summary(model, "x");
        var values = new Dictionary<string, object?> { ["denies"] = model.Claim?.Denies };
        if (type.Standing is { } standing)
        {
            var value = "x." + Names.Property(standing);
            yield return new DerivedRule(
                database, $"{Kind(type)} have a standing that does not match their claims", Pattern(type), "x",
                $"{summary} WITH x, standing WHERE {Differs(value, "standing")}", $"{value} = standing")
            {
                Parameters = values,
            };
        }

        if (type is RelationshipType { FirstClaims: var (supporting, denying) })
        {
            var (first, against) = ("x." + Names.Property(supporting), "x." + Names.Property(denying));
            yield return new DerivedRule(
                database, $"{Kind(type)} have first days of claims ({supporting.Name}, {denying.Name}) that do not match their claims", Pattern(type), "x",
                $"{summary} WITH x, supported, denied WHERE {Differs(first, "supported")} OR {Differs(against, "denied")}",
                $"{first} = supported, {against} = denied")
            {
                Parameters = values,
            };
        }

        if (type is RelationshipType { Attested: { } days })
        {
            var (from, until) = ("x." + Names.Property(days.From), "x." + Names.Property(days.Until));
            yield return new DerivedRule(
                database, $"{Kind(type)} have attested days that do not match their claims", Pattern(type), "x",
                $"WITH x WHERE x.{Names.AttestedGiven} IS NULL {summary} " +
                $"WITH x, firstMade, lastMade WHERE {Differs(from, "firstMade")} OR {Differs(until, "lastMade")}",
                $"{from} = firstMade, {until} = lastMade")
            {
                Parameters = values,
                Unrepairable = new UnrepairableRows(
                    $"{Kind(type)} have attested days that no claim supports and that are not marked as given " +
                    $"({Names.AttestedGiven.Trim('`')})",
                    $"firstMade IS NULL AND ({from} IS NOT NULL OR {until} IS NOT NULL)",
                    Names.DisplayName("x")),
            };
        }
    }

    /// <summary>
    /// Clauses that match, as <c>x</c>, relationships whose attested days another tool wrote before this model derived any,
    /// and that mark them as given: no claim could restore such days. Null if the type has no attested days.
    /// </summary>
    public static (string Match, string Set)? GivenDays(RelationshipType type) => type.Attested is not { } days
        ? null
        : ($"MATCH {Pattern(type)} WHERE x.{Names.AttestedGiven} IS NULL " +
            $"AND (x.{Names.Property(days.From)} IS NOT NULL OR x.{Names.Property(days.Until)} IS NOT NULL)",
            $"SET x.{Names.AttestedGiven} = true");

    /// <summary>The rule for copies of sort properties on relationships, which can be standings; null if there are none.</summary>
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
            database, $"{Kind(type)} have out-of-date copies of their ends' sort properties", Ends(type), "x, s, t",
            Where("x, s, t", string.Join(" OR ", copies.Select(pair => Differs("x." + pair.Copy, pair.Of)))),
            string.Join(", ", copies.Select(pair => $"x.{pair.Copy} = {pair.Of}")));
    }

    /// <summary>The elements of a type, as messages name them after a number.</summary>
    public static string Kind(ElementType type) =>
        type is RelationshipType relationship ? $"{relationship.Type} relationships" : $"{type.Name} nodes";

    /// <summary>A pattern for all elements of a type, as <c>x</c>.</summary>
    public static string Pattern(ElementType type) =>
        type is RelationshipType relationship ? $"()-[x:{Names.Type(relationship)}]->()" : $"(x:{Names.Label((NodeType)type)})";

    /// <summary>A pattern for all relationships of a type, as <c>x</c>, with their ends as <c>s</c> and <c>t</c>.</summary>
    public static string Ends(RelationshipType type) =>
        $"(s:{Names.Label(type.Source)})-[x:{Names.Type(type)}]->(t:{Names.Label(type.Target)})";

    /// <summary>Whether two values differ, null counted as a value; never null.</summary>
    private static string Differs(string left, string right) => $"NOT coalesce({left} = {right}, {left} IS NULL AND {right} IS NULL)";

    private static string Where(string variables, string condition) => $"WITH {variables} WHERE {condition}";
}
