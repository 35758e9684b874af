namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Lists in a cell.</summary>
internal static class ListText
{
    /// <summary>Splits a text; items are trimmed, and empty ones left out. Null if there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separators">The separators.</param>
    /// <param name="isTight">Whether a separator does not count if white space follows.</param>
    public static object[]? Split(string text, string[] separators, bool isTight)
    {
        var items = new List<object>();
        var start = 0;
        for (var at = 0; at <= text.Length;)
        {
            var length = at == text.Length ? 0 : SeparatorAt(text, at, separators, isTight);
            if (at < text.Length && length == 0)
            {
                at++;
                continue;
            }

            var item = text.AsSpan(start, at - start).Trim();
            if (item.Length > 0)
                items.Add(item.Length == text.Length ? text : item.ToString());
            if (at == text.Length)
                break;
            at += length;
            start = at;
        }

        return items.Count == 0 ? null : [.. items];
    }

    private static int SeparatorAt(string text, int at, string[] separators, bool isTight)
    {
        foreach (var separator in separators)
        {
            var end = at + separator.Length;
            if (string.CompareOrdinal(text, at, separator, 0, separator.Length) == 0
                && !(isTight && end < text.Length && char.IsWhiteSpace(text[end])))
            {
                return separator.Length;
            }
        }

        return 0;
    }
}
