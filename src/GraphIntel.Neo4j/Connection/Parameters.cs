namespace GraphIntel.Neo4j.Connection;

/// <summary>
/// Parameters of statements outside of the hot path. All of them are in one map: Neo4j plans a statement again when a
/// parameter's type or size changes, but ignores the contents of a map.
/// </summary>
internal static class Parameters
{
    /// <summary>The one parameter <c>$p</c>, a dictionary or an object with a property for each value.</summary>
    public static Dictionary<string, object?> Of(object? values) => new() { ["p"] = AsMap(values) };

    private static object AsMap(object? values) => values switch
    {
        null => new Dictionary<string, object?>(),
        IReadOnlyDictionary<string, object?> map => map,
        _ => values.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(values)),
    };
}
