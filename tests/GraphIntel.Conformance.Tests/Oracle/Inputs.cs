using System.Globalization;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphQLParser.AST;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>
/// Input values as plain objects: null, bool, long, double, string (also for enums and dates), a list, or a dictionary for
/// an input object.
/// </summary>
internal static class Inputs
{
    /// <summary>The variables of an operation: those given, then the defaults; one that has neither is left out.</summary>
    public static Dictionary<string, object?> ReadVariables(GraphQLOperationDefinition operation, string json)
    {
        var given = (Dictionary<string, object?>)FromJson(JsonDocument.Parse(json).RootElement)!;
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in operation.Variables?.Items ?? [])
        {
            var name = definition.Variable.Name.StringValue;
            if (given.TryGetValue(name, out var value))
                result.Add(name, value);
            else if (definition.DefaultValue is { } literal)
                result.Add(name, FromLiteral(literal, []));
        }
        return result;
    }

    /// <summary>The arguments written on a field; one whose variable is left out is left out too.</summary>
    public static Dictionary<string, object?> ReadArguments(GraphQLArguments? arguments, Dictionary<string, object?> variables)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var argument in arguments?.Items ?? [])
        {
            if (IsLeftOut(argument.Value, variables))
                continue;
            result.Add(argument.Name.StringValue, FromLiteral(argument.Value, variables));
        }
        return result;
    }

    /// <summary>A list; a single value stands for a list of one.</summary>
    public static List<object?> AsList(object value) => value as List<object?> ?? [value];

    /// <summary>A scalar as a property of that kind holds it.</summary>
    public static object Scalar(object value, ScalarKind kind) => kind switch
    {
        ScalarKind.Int => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        ScalarKind.Float => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ScalarKind.Boolean => (bool)value,
        ScalarKind.Date => Date(value),
        ScalarKind.Id => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => (string)value,
    };

    /// <summary>A day.</summary>
    public static DateOnly Date(object value) =>
        DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsLeftOut(GraphQLValue value, Dictionary<string, object?> variables) =>
        value is GraphQLVariable variable && !variables.ContainsKey(variable.Name.StringValue);

    private static object? FromLiteral(GraphQLValue value, Dictionary<string, object?> variables) => value switch
    {
        GraphQLNullValue => null,
        GraphQLBooleanValue boolean => boolean.Value.ToString() == "true",
        GraphQLIntValue number => long.Parse(number.Value.ToString(), CultureInfo.InvariantCulture),
        GraphQLFloatValue number => double.Parse(number.Value.ToString(), CultureInfo.InvariantCulture),
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLEnumValue name => name.Name.StringValue,
        GraphQLListValue list => (list.Values ?? []).Select(element => FromLiteral(element, variables)).ToList(),
        GraphQLObjectValue map => (map.Fields ?? [])
            .Where(field => !IsLeftOut(field.Value, variables))
            .ToDictionary(field => field.Name.StringValue, field => FromLiteral(field.Value, variables), StringComparer.Ordinal),
        GraphQLVariable variable => variables.GetValueOrDefault(variable.Name.StringValue),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Select(FromJson).ToList(),
        _ => json.EnumerateObject().ToDictionary(member => member.Name, member => FromJson(member.Value), StringComparer.Ordinal),
    };
}
