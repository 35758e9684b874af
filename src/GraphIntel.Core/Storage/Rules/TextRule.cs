namespace GraphIntel.Core.Storage.Rules;

/// <summary>The rule for text that every store can hold.</summary>
internal static class TextRule
{
    /// <summary>The error of a text, worded to follow the name of a property; null if it is valid.</summary>
    public static string? FindError(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            return "contains the character U+0000";
        return IsWellFormed(text) ? null : "is not well-formed Unicode: it has an unpaired surrogate";
    }

    /// <summary>Whether a text has no unpaired surrogates.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            at++;
        }

        return true;
    }
}
