using GraphIntel.Bolt;
using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Derived;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Check;

/// <summary>A rule for single nodes or relationships whose violation cannot be repaired automatically.</summary>
/// <param name="Text">The violation; a message puts the number of elements before it.</param>
/// <param name="Condition">True for violations; the element is <c>x</c>, a relationship's ends are <c>s</c> and <c>t</c>.</param>
internal sealed record TypeRule(string Text, string Condition);

/// <summary>The rules of a model that Neo4j's constraints do not enforce: the writer respects them, other tools may not.</summary>
internal static class TypeRules
{
    /// <summary>The rules of a type, all checked in one scan of it.</summary>
    public static IEnumerable<TypeRule> Of(ElementType type)
    {
        var kind = DerivedValues.Kind(type);
        if (type is RelationshipType relationship)
        {
            yield return new TypeRule(
                $"{kind} do not lead from {relationship.Source.Name} to {relationship.Target.Name}",
                $"NOT (s:{Names.Label(relationship.Source)} AND t:{Names.Label(relationship.Target)})");
            if (relationship.Source == relationship.Target)
                yield return new TypeRule($"{kind} connect a node to itself", "s = t");
        }

        if (type is NodeType or RelationshipType { Id: not null })
        {
            // The key after the prefix has at least one character.
            yield return new TypeRule(
                $"{kind} have no id that begins with '{type.IdPrefix}:'",
                $"NOT coalesce(x.id IS :: STRING AND x.id STARTS WITH '{type.IdPrefix}:' AND size(x.id) > {type.IdPrefix.Length + 1}, false)");
        }

        foreach (var property in type.Properties.Where(property => !property.IsId && property != type.Standing))
        {
            foreach (var rule in Of(kind, property))
                yield return rule;
        }

        foreach (var (from, until) in type.Periods)
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
            yield return new TypeRule($"{kind} have no {property.Name}, which is required", $"{value} IS NULL");
        var expected = Type(property.Kind);
        yield return new TypeRule(
            $"{kind} have a {property.Name} that is not of type {(property.IsList ? $"LIST<{expected}>" : expected)}",
            $"{value} IS NOT NULL AND NOT {value} IS :: {(property.IsList ? $"LIST<{expected} NOT NULL>" : expected)}");
        if (OutOfRange(property.Kind, "one") is var (range, isOutside))
        {
            // CASE, because the condition is an error for values of other types, and AND has no fixed order of evaluation.
            yield return new TypeRule(
                $"{kind} have a {property.Name} {(property.IsList ? "with an item that" : "that")} is not {range}",
                property.IsList
                    ? $"CASE WHEN {value} IS :: LIST<{expected} NOT NULL> NOT NULL THEN any(one IN {value} WHERE {isOutside}) ELSE false END"
                    : $"CASE WHEN {value} IS :: {expected} NOT NULL THEN any(one IN [{value}] WHERE {isOutside}) ELSE false END");
        }

        if (property.Enum is not { } choices)
            yield break;

        // The names of enum values are GraphQL names, which need no escaping.
        var values = $"[{string.Join(", ", choices.Values.Select(choice => $"'{choice.Name}'"))}]";
        yield return new TypeRule(
            $"{kind} have a {property.Name} that is not a value of {choices.Name}",
            property.IsList
                ? $"{value} IS :: LIST<STRING NOT NULL> AND any(one IN {value} WHERE NOT one IN {values})"
                : $"{value} IS :: STRING AND NOT {value} IN {values}");
    }

    /// <summary>
    /// The valid range of a scalar type, and the condition for values of Neo4j's type outside of it; null if there are none.
    /// </summary>
    private static (string Range, string Condition)? OutOfRange(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.Int => ("a 32-bit integer", $"{value} < {int.MinValue} OR {value} > {int.MaxValue}"),
        ScalarKind.Float => ("a finite number", $"isNaN({value}) OR abs({value}) > 1.7976931348623157e308"),
        ScalarKind.Date => ("a date in the years 1 to 9999", $"{value}.year < 1 OR {value}.year > 9999"),
        ScalarKind.Point => ("a WGS-84 position", $"{value}.srid <> {Point.Wgs84}"),
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
