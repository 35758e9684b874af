using GraphIntel.Core.Model;
using GraphIntel.Sqlite.Compile;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Check;

/// <summary>A rule for the values of an element whose violation cannot be repaired automatically.</summary>
/// <param name="Text">The violation; a message puts the number of elements before it.</param>
/// <param name="Condition">True for rows <c>x</c> with a violation; for others false or null.</param>
internal sealed record ValueRule(string Text, string Condition);

/// <summary>
/// The rules of a model that the types of SQLite's columns do not enforce: the writer respects them, other tools may not.
/// </summary>
internal static class ValueRules
{
    /// <summary>The rules of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="kind">The elements of the type, as messages name them.</param>
    public static IEnumerable<ValueRule> Of(ElementType type, string kind)
    {
        if (type is NodeType or RelationshipType { Id: not null })
        {
            var prefix = SqlCompiler.Literal(type.IdPrefix + ":");
            yield return new ValueRule(
                $"{kind} have no id that begins with '{type.IdPrefix}:'",
                $"substr(x.{Names.Id}, 1, length({prefix})) <> {prefix} OR length(x.{Names.Id}) <= length({prefix})");
        }

        foreach (var property in type.Properties.Where(property => !property.IsId))
        {
            foreach (var (text, condition) in Of(property))
                yield return new ValueRule($"{kind} have a {property.Name} that is {text}", condition);
        }

        foreach (var (from, until) in type.Periods)
            yield return new ValueRule($"{kind} have {from.Name} after {until.Name}", $"x.{Names.Column(from)} > x.{Names.Column(until)}");
    }

    private static IEnumerable<(string Text, string Condition)> Of(Property property)
    {
        if (property is { Kind: ScalarKind.Point, IsList: false })
        {
            var (latitude, longitude) = ("x." + Names.Latitude(property), "x." + Names.Longitude(property));
            yield return (
                "not a valid position",
                $"({latitude} IS NULL) <> ({longitude} IS NULL) OR abs({latitude}) > 90 OR abs({longitude}) > 180");
            yield break;
        }

        var column = "x." + Names.Column(property);
        if (!property.IsList)
        {
            if (Violation(property, column) is var (text, condition))
                yield return (text, condition);
            yield break;
        }

        var type = property.Kind switch
        {
            ScalarKind.Int => "'integer'",
            ScalarKind.Float => "'integer', 'real'",
            ScalarKind.Boolean => "'true', 'false'",
            _ => "'text'",
        };
        yield return ("not a list", $"CASE WHEN {column} IS NULL THEN 0 WHEN json_valid({column}) THEN json_type({column}) <> 'array' ELSE 1 END");
        var itemCondition = Violation(property, "e.\"value\"") is var (_, inside) && property.Kind != ScalarKind.Boolean ? $" OR {inside}" : "";
        yield return (
            "a list with an item of another type",
            $"EXISTS (SELECT 1 FROM {SqlCompiler.Items(column)} e WHERE e.\"type\" NOT IN ({type}){itemCondition})");
    }

    private static (string Text, string Condition)? Violation(Property property, string value) => property.Kind switch
    {
        ScalarKind.Int => ("not a 32-bit integer", $"{value} NOT BETWEEN {int.MinValue} AND {int.MaxValue}"),
        ScalarKind.Float => ("not a finite number", $"abs({value}) > 1.7976931348623157e308"),
        ScalarKind.Boolean => ("neither true nor false", $"{value} NOT IN (0, 1)"),

        // SQLite reads the 30th of February as the 2nd of March.
        ScalarKind.Date => ("not a date in the years 1 to 9999", $"{value} IS NOT NULL AND (date({value}) IS NOT {value} OR {value} < '0001')"),
        ScalarKind.Enum => (
            $"not a value of {property.Enum!.Name}",
            $"{value} NOT IN ({string.Join(", ", property.Enum.Values.Select(choice => SqlCompiler.Literal(choice.Name)))})"),
        _ => null,
    };
}
