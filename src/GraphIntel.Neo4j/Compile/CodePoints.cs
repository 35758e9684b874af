namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Text in a form that Neo4j compares by code point. It compares stored texts so, but a text with a parameter by UTF-16
/// units, which is another order where a character stands above the surrogates in the one and beyond them in the other.
/// </summary>
internal static class CodePoints
{
    /// <summary>Whether the two orders can differ for what is compared with this text.</summary>
    public static bool Matter(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\uffff');

    /// <summary>
    /// An expression: a list with two items a character, whether it is beyond U+FFFF, and the character; null for null. Neo4j
    /// reads a character beyond U+FFFF as two escapes.
    /// </summary>
    public static string Of(string value) =>
        $"CASE WHEN {value} IS NULL THEN null ELSE reduce(l = [], i IN range(0, size({value}) - 1) | l + " +
        $"[CASE WHEN substring({value}, i, 1) >= '\\uD800\\uDC00' AND substring({value}, i, 1) <= '\\uDBFF\\uDFFF' THEN 1 ELSE 0 END, " +
        $"substring({value}, i, 1)]) END";
}
