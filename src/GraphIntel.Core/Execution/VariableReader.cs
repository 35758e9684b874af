using System.Text.Json;
using GraphQL;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Reads JSON as input values for variables. The library's own reader reads fractions as decimals, in which 1e-30 is zero; here
/// they are doubles.
/// </summary>
internal sealed class VariableReader
{
    private readonly int _maxObjects;
    private int _objects;

    private VariableReader(int maxObjects) => _maxObjects = maxObjects;

    /// <summary>The variables of a request: a JSON object.</summary>
    /// <param name="variables">The JSON.</param>
    /// <param name="maxObjects">The maximum number of objects in it, itself included.</param>
    /// <exception cref="OperationRefusedException">It has more objects.</exception>
    public static Inputs Read(JsonElement variables, int maxObjects) => new(new VariableReader(maxObjects).ReadObject(variables));

    private Dictionary<string, object?> ReadObject(JsonElement value)
    {
        if (++_objects > _maxObjects)
            throw new OperationRefusedException(OperationLimits.TooManyObjects(_maxObjects));
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = ReadValue(member.Value);
        return members;
    }

    private object? ReadValue(JsonElement value) => value.ValueKind switch
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
