using System.Text;
using GraphQL.Utilities;

namespace GraphIntel.Import.Graph;

/// <summary>Parts of messages: values from files made safe for a console, and names that may have been meant.</summary>
internal static class Wording
{
    private const int LongestValue = 80;

    /// <summary>A value from a file in quotes: shortened, on one line, control characters as \uXXXX.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value.Length > LongestValue ? value.AsSpan(0, LongestValue) : value)
        {
            if (char.IsControl(character) || char.IsSurrogate(character) && value.Length > LongestValue)
                text.Append("\\u").Append(((int)character).ToString("x4", null));
            else
                text.Append(character);
        }

        return text.Append(value.Length > LongestValue ? "...\"" : "\"").ToString();
    }

    /// <summary><c>; did you mean A or B?</c>, or nothing where no name is like it.</summary>
    public static string DidYouMean(string name, IEnumerable<string> candidates)
    {
        // Names this long are no misspelling, and comparing them would cost time.
        if (name.Length > 100) return "";
        var known = candidates.Distinct(StringComparer.Ordinal).ToList();
        var alike = known.Where(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (alike.Count == 0) alike = [.. StringUtils.SuggestionList(name, known).Take(3)];
        return alike.Count == 0 ? "" : $"; did you mean {string.Join(" or ", alike)}?";
    }
}
