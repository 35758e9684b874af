using System.Globalization;
using System.Text;
using GraphIntel.Sqlite.Connection;

namespace GraphIntel.Sqlite.Write;

/// <summary>
/// The JSON array in which a list is stored: no spaces, and in strings only <c>"</c>, <c>\</c> and characters below U+0020
/// are escaped, as by SQLite's <c>json_quote</c>. Equal lists have equal texts.
/// </summary>
internal static class ListText
{
    /// <summary>The empty list.</summary>
    public const string Empty = "[]";

    /// <summary>The text of an array of strings, int, double, bool or <see cref="DateOnly"/>.</summary>
    public static string Of(Array values)
    {
        if (values.Length == 0)
            return Empty;
        var text = new StringBuilder("[");
        foreach (var value in values)
        {
            if (text.Length > 1)
                text.Append(',');
            switch (value)
            {
                case string one:
                    AppendQuoted(text, one);
                    break;
                case int one:
                    text.Append(one);
                    break;
                case double one:
                    text.Append(CultureInfo.InvariantCulture, $"{(one == 0 ? 0.0 : one):R}");
                    break;
                case bool one:
                    text.Append(one ? "true" : "false");
                    break;
                case DateOnly one:
                    text.Append('"').Append(DayText(one)).Append('"');
                    break;
                default:
                    throw new ArgumentException($"lists of {value?.GetType().Name ?? "null"} are not supported", nameof(values));
            }
        }

        return text.Append(']').ToString();
    }

    /// <summary>A stored date.</summary>
    public static string DayText(DateOnly day) => day.ToString(Statement.DayFormat, CultureInfo.InvariantCulture);

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"' or '\\':
                    text.Append('\\').Append(character);
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }
}
