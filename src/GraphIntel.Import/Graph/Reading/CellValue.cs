using System.Globalization;
using System.Text.Json;
using GraphIntel.Core.Model;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Turns the text of a cell into the value of a property, of the type that a batch asks for.</summary>
internal static class CellValue
{
    private const char ListSeparator = ';';

    /// <summary>
    /// Reads a cell. An empty one is null, or an empty list; a list's values are separated by <c>;</c> or are a JSON array.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">The value; null where the cell is empty or cannot be read.</param>
    /// <param name="mistake">What is wrong where it cannot be read.</param>
    public static bool TryRead(string text, Property property, out object? value, out string mistake)
    {
        if (property.IsList) return TryReadList(text, property, out value, out mistake);
        value = null;
        mistake = "";
        return text.Length == 0 || TryReadScalar(text, property, out value, out mistake);
    }

    private static bool TryReadList(string text, Property property, out object? value, out string mistake)
    {
        value = null;
        string[] items;
        if (text.Length == 0)
        {
            items = [];
        }
        else if (text[0] == '[')
        {
            if (!TryReadJson(text, property, out items, out mistake)) return false;
        }
        else
        {
            items = text.Split(ListSeparator);
        }

        var values = EmptyArray(property.Kind, items.Length);
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index].Length == 0)
            {
                mistake = $"item {index + 1} of the list is empty; items are separated by {ListSeparator}, with none at the end";
                return false;
            }

            if (!TryReadScalar(items[index], property, out var item, out mistake)) return false;
            values.SetValue(item, index);
        }

        value = values;
        mistake = "";
        return true;
    }

    private static bool TryReadJson(string text, Property property, out string[] items, out string mistake)
    {
        items = [];
        try
        {
            using var json = JsonDocument.Parse(text);
            var wanted = property.Kind switch
            {
                ScalarKind.Int or ScalarKind.Float => JsonValueKind.Number,
                ScalarKind.Boolean => JsonValueKind.True,
                _ => JsonValueKind.String,
            };
            var elements = json.RootElement.EnumerateArray().ToList();
            items =
            [
                .. elements.Select(element =>
                    element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText()),
            ];
            var wrong = elements.FindIndex(element =>
                element.ValueKind != wanted && !(wanted == JsonValueKind.True && element.ValueKind == JsonValueKind.False));
            var nul = Array.FindIndex(items, item => item.Contains('\0', StringComparison.Ordinal));
            mistake = "";
            if (wrong >= 0)
            {
                var kind = wanted == JsonValueKind.True ? "true or false" : $"a {wanted.ToString().ToLowerInvariant()}";
                mistake = $"item {wrong + 1} of the JSON array is not {kind}";
            }
            else if (nul >= 0)
            {
                mistake = $"item {nul + 1} of the JSON array has a NUL character, which no text may have";
            }

            return mistake.Length == 0;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape for half of a surrogate pair, which is no text.
            mistake = "a list that begins with [ is a JSON array, and this is none; "
                + "a value that begins with [ is written [\"[value]\"]";
            return false;
        }
    }

    private static bool TryReadScalar(string text, Property property, out object? value, out string mistake)
    {
        mistake = "";
        value = property.Kind switch
        {
            ScalarKind.Int => ReadInt(text, out mistake),
            ScalarKind.Float => ReadFloat(text, out mistake),
            ScalarKind.Boolean => ReadBoolean(text, out mistake),
            ScalarKind.Date => ReadDate(text, out mistake),
            ScalarKind.Point => PointCell.TryParse(text, out var point, out mistake) ? point : null,
            ScalarKind.Enum => ReadEnum(text, property.Enum!, out mistake),
            ScalarKind.Id => IdRules.FindUnwritable(text) is { } unwritable ? Fail(unwritable, out mistake) : text,
            _ => text,
        };
        return value is not null;
    }

    private static object? ReadInt(string text, out string mistake)
    {
        mistake = "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        var digits = text.AsSpan().TrimStart("+-");
        return Fail(
            digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9')
                ? $"{Wording.Quote(text)} is not between {int.MinValue} and {int.MaxValue}"
                : $"{Wording.Quote(text)} is no whole number",
            out mistake);
    }

    private static object? ReadFloat(string text, out string mistake)
    {
        mistake = "";
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
            return Fail($"{Wording.Quote(text)} is no number; write 1.5 or 2e-3", out mistake);
        return double.IsFinite(number) ? number : Fail($"{Wording.Quote(text)} is not a finite number of 64 bits", out mistake);
    }

    private static object? ReadBoolean(string text, out string mistake)
    {
        mistake = "";
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        return text.Equals("false", StringComparison.OrdinalIgnoreCase)
            ? false
            : Fail($"{Wording.Quote(text)} is neither true nor false", out mistake);
    }

    private static object? ReadDate(string text, out string mistake)
    {
        mistake = "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var isWellFormed = text.Length == 10 && text[4] == '-' && text[7] == '-'
            && text.Where((_, index) => index is not (4 or 7)).All(char.IsAsciiDigit);
        return Fail(
            isWellFormed
                ? $"{Wording.Quote(text)} is no day of the calendar (years 0001 to 9999)"
                : $"{Wording.Quote(text)} is no date; write YYYY-MM-DD",
            out mistake);
    }

    private static object? ReadEnum(string text, EnumType type, out string mistake)
    {
        mistake = "";
        foreach (var candidate in type.Values)
        {
            // The model's own instance: rows held for a batch then share it.
            if (candidate.Name == text) return candidate.Name;
        }

        var names = type.Values.Select(candidate => candidate.Name).ToList();
        return Fail(
            $"{Wording.Quote(text)} is no {type.Name}{Wording.DidYouMean(text, names)} (one of {string.Join(", ", names)})",
            out mistake);
    }

    private static object? Fail(string message, out string mistake)
    {
        mistake = message;
        return null;
    }

    private static Array EmptyArray(ScalarKind kind, int length) => kind switch
    {
        ScalarKind.Int => new int[length],
        ScalarKind.Float => new double[length],
        ScalarKind.Boolean => new bool[length],
        ScalarKind.Date => new DateOnly[length],
        _ => new string[length],
    };
}
