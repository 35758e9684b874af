using System.Globalization;
using System.Text;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The exact text of a response: no white space, nothing escaped without need, numbers in their shortest form.</summary>
internal static class CanonicalJson
{
    /// <summary>Writes a value that is not an object of the schema.</summary>
    public static void WriteScalar(StringBuilder json, object? value)
    {
        switch (value)
        {
            case null:
                json.Append("null");
                break;
            case bool boolean:
                json.Append(boolean ? "true" : "false");
                break;
            case int number:
                json.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case long number:
                json.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                json.Append(number == 0 ? "0" : number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.Append('"').Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('"');
                break;
            case string text:
                WriteText(json, text);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var unit in text)
        {
            json.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)unit:x4}",
                _ => unit.ToString(),
            });
        }
        json.Append('"');
    }
}
