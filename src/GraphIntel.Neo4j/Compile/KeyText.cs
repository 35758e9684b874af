using GraphIntel.Core.Model;

namespace GraphIntel.Neo4j.Compile;

/// <summary>Expressions for sort keys whose values another tool may have written with another type.</summary>
internal static class KeyText
{
    /// <summary>
    /// A condition, never null: whether Neo4j sorts a value among those of a type. True for numbers outside 32 bits and for
    /// strings that are not values of an enum; false for a string in place of a number, and for NaN.
    /// </summary>
    public static string IsOfType(string value, ScalarKind kind) => kind switch
    {
        ScalarKind.Int or ScalarKind.Float =>
            $"coalesce(({value} IS :: INTEGER NOT NULL OR {value} IS :: FLOAT NOT NULL) AND {value} = {value}, false)",
        ScalarKind.Boolean => $"({value} IS :: BOOLEAN NOT NULL)",
        ScalarKind.Date =>
            $"coalesce({value} IS :: DATE NOT NULL AND {value} >= date({{year: 1}}) AND {value} < date({{year: 10000}}), false)",
        _ => $"({value} IS :: STRING NOT NULL)",
    };

    /// <summary>The value if it has the type; otherwise null.</summary>
    public static string ValueOrNull(string value, ScalarKind kind) => $"CASE WHEN {IsOfType(value, kind)} THEN {value} END";
}
