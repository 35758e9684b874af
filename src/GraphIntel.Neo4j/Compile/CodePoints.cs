namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Text in a form that Neo4j compares by code point. It compares stored strings so, but a string with a parameter by UTF-16
/// code units: the orders differ for characters above U+FFFF compared with characters from U+E000 to U+FFFF.
/// </summary>
internal static class CodePoints
{
    /// <summary>Whether the two orders can differ in a comparison with this text.</summary>
    public static bool OrderDiffers(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\uffff');

    /// <summary>
    /// An expression for a list with two items a character: 1 if it is above U+FFFF, else 0, then the character; null for
    /// null. Neo4j reads a character above U+FFFF as two escapes.
    /// </summary>
    public static string Of(string value) =>
        $"CASE WHEN {value} IS NULL THEN null ELSE reduce(l = [], i IN range(0, size({value}) - 1) | l + " +
        $"[CASE WHEN substring({value}, i, 1) >= '\\uD800\\uDC00' AND substring({value}, i, 1) <= '\\uDBFF\\uDFFF' THEN 1 ELSE 0 END, " +
        $"substring({value}, i, 1)]) END";
}
