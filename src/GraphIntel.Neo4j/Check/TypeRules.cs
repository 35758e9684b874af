using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Check;

/// <summary>One thing that may be wrong with a single node or relationship and that nobody can derive.</summary>
/// <param name="Text">What is wrong, as a message goes on after the number of them.</param>
/// <param name="Condition">True for those that are wrong: a node or a relationship <c>x</c>, which leads from <c>s</c> to <c>t</c>.</param>
internal sealed record TypeRule(string Text, string Condition);

/// <summary>
/// What a model demands of each node and relationship, and Neo4j's constraints do not enforce: the writer keeps to it, other
/// tools need not.
/// </summary>
internal static class TypeRules
{
    /// <summary>The rules of a type. All are judged in one walk over it.</summary>
    public static IEnumerable<TypeRule> Of(FactType type)
    {
        var kind = DerivedValues.Kind(type);
        if (type is RelationshipType relationship)
        {
            yield return new TypeRule(
                $"{kind} lead otherwise than from {relationship.Source.Name} to {relationship.Target.Name}",
                $"NOT (s:{Names.Label(relationship.Source)} AND t:{Names.Label(relationship.Target)})");
            if (relationship.Source == relationship.Target)
                yield return new TypeRule($"{kind} lead from a node to itself", "s = t");
        }

        if (type is NodeType or RelationshipType { Id: not null })
        {
            // A key follows the prefix: an id of which nothing follows is one character too short.
            yield return new TypeRule(
                $"{kind} have no id that begins with '{type.IdPrefix}:'",
                $"NOT coalesce(x.id IS :: STRING AND x.id STARTS WITH '{type.IdPrefix}:' AND size(x.id) > {type.IdPrefix.Length + 1}, false)");
        }

        foreach (var property in type.Properties.Where(property => !property.IsId && property != type.Standing))
        {
            foreach (var rule in Of(kind, property))
                yield return rule;
        }

        if (type is RelationshipType { Valid: var (from, until) })
        {
            yield return new TypeRule(
                $"{kind} have {from.Name} after {until.Name}",
                $"coalesce(x.{Names.Property(from)} > x.{Names.Property(until)}, false)");
        }
    }

    private static IEnumerable<TypeRule> Of(string kind, Property property)
    {
        var value = "x." + Names.Property(property);
        if (property is { IsRequired: true, IsList: false })
            yield return new TypeRule($"{kind} lack {property.Name}, which every one must have", $"{value} IS NULL");
        var expected = Type(property.Kind);
        yield return new TypeRule(
            $"{kind} have a {property.Name} that is no {(property.IsList ? $"list of {expected}" : expected)}",
            $"{value} IS NOT NULL AND NOT {value} IS :: {(property.IsList ? $"LIST<{expected} NOT NULL>" : expected)}");
        if (Beyond(property.Kind, "one") is var (range, isBeyond))
        {
            // A CASE, since the condition is an error for values of other kinds, and an AND may be judged from its end.
            yield return new TypeRule(
                $"{kind} have a {property.Name} beyond {range}",
                property.IsList
                    ? $"CASE WHEN {value} IS :: LIST<{expected} NOT NULL> NOT NULL THEN any(one IN {value} WHERE {isBeyond}) ELSE false END"
                    : $"CASE WHEN {value} IS :: {expected} NOT NULL THEN any(one IN [{value}] WHERE {isBeyond}) ELSE false END");
        }

        if (property.Enum is not { } choices)
            yield break;

        // The names of an enum's values are GraphQL names: nothing in them ends a text.
        var values = $"[{string.Join(", ", choices.Values.Select(choice => $"'{choice.Name}'"))}]";
        yield return new TypeRule(
            $"{kind} have a {property.Name} that is no value of {choices.Name}",
            property.IsList
                ? $"{value} IS :: LIST<STRING NOT NULL> AND any(one IN {value} WHERE NOT one IN {values})"
                : $"{value} IS :: STRING AND NOT {value} IN {values}");
    }

    /// <summary>What a kind of value has room for, and which of the values that Neo4j keeps as its type are beyond that.</summary>
    private static (string Range, string IsBeyond)? Beyond(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.Int => ("the whole numbers of 32 bits", $"{value} < {int.MinValue} OR {value} > {int.MaxValue}"),
        ScalarKind.Float => ("the finite numbers", $"isNaN({value}) OR abs({value}) > 1.7976931348623157e308"),
        ScalarKind.Date => ("the years 1 to 9999", $"{value}.year < 1 OR {value}.year > 9999"),
        ScalarKind.Point => ("the positions of WGS-84", $"{value}.srid <> {Point.Wgs84}"),
        _ => null,
    };

    private static string Type(ScalarKind kind) => kind switch
    {
        ScalarKind.Id or ScalarKind.String or ScalarKind.Enum => "STRING",
        ScalarKind.Int => "INTEGER",
        ScalarKind.Float => "FLOAT",
        ScalarKind.Boolean => "BOOLEAN",
        ScalarKind.Date => "DATE",
        _ => "POINT",
    };
}
