using System.Text.Json;
using GraphQL;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Reads JSON as input values for variables. The library's own reader reads fractions as decimals, in which 1e-30 is zero; here
/// they are doubles.
/// </summary>
internal static class VariableReader
{
    /// <summary>The variables of a request: a JSON object.</summary>
    public static Inputs Read(JsonElement variables) => new(ReadObject(variables));

    private static Dictionary<string, object?> ReadObject(JsonElement value)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = ReadValue(member.Value);
        return members;
    }

    private static object? ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(value),
        JsonValueKind.Array => value.EnumerateArray().Select(ReadValue).ToList(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => ReadNumber(value),
        _ => null,
    };

    private static object ReadNumber(JsonElement value)
    {
        if (value.TryGetInt32(out var small))
            return small;
        return value.TryGetInt64(out var whole) ? whole : value.GetDouble();
    }
}
