using System.Globalization;
using System.Text.Json;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage.Rules;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Parses the text of a cell into a property value, of the CLR type that a batch requires.</summary>
internal static class CellValue
{
    private const char ListSeparator = ';';

    /// <summary>
    /// Parses a cell. An empty cell is null, or an empty list where the list is required; items of a list are separated by <c>;</c> or
    /// are a JSON array.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">The value; null if the cell is empty or invalid.</param>
    /// <param name="error">The error if the cell is invalid.</param>
    public static bool TryRead(string text, Property property, out object? value, out string error)
    {
        if (property.IsList)
            return TryReadList(text, property, out value, out error);
        value = null;
        error = "";
        return text.Length == 0 || TryReadScalar(text, property, out value, out error);
    }

    private static bool TryReadList(string text, Property property, out object? value, out string error)
    {
        value = null;
        error = "";
        string[] items;
        if (text.Length == 0)
        {
            if (!property.IsRequired)
                return true;
            items = [];
        }
        else if (text[0] == '[')
        {
            if (!TryReadJson(text, property, out items, out error))
                return false;
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
                error = $"item {index + 1} of the list is empty; items are separated by {ListSeparator}, without one at the end";
                return false;
            }

            if (!TryReadScalar(items[index], property, out var item, out error))
                return false;
            values.SetValue(item, index);
        }

        value = values;
        error = "";
        return true;
    }

    private static bool TryReadJson(string text, Property property, out string[] items, out string error)
    {
        items = [];
        try
        {
            using var json = JsonDocument.Parse(text);
            var expected = property.Kind switch
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
                element.ValueKind != expected && !(expected == JsonValueKind.True && element.ValueKind == JsonValueKind.False));
            var nul = Array.FindIndex(items, item => item.Contains('\0', StringComparison.Ordinal));
            error = "";
            if (wrong >= 0)
            {
                var kind = expected == JsonValueKind.True ? "true or false" : $"a {expected.ToString().ToLowerInvariant()}";
                error = $"item {wrong + 1} of the JSON array is not {kind}";
            }
            else if (nul >= 0)
            {
                error = $"item {nul + 1} of the JSON array contains a NUL character, which is not allowed";
            }

            return error.Length == 0;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped unpaired surrogate.
            error = "a list that starts with [ must be a JSON array, and this is not valid JSON; "
                + "write a value that starts with [ as [\"[value]\"]";
            return false;
        }
    }

    private static bool TryReadScalar(string text, Property property, out object? value, out string error)
    {
        error = "";
        value = property.Kind switch
        {
            ScalarKind.Int => ReadInt(text, out error),
            ScalarKind.Float => ReadFloat(text, out error),
            ScalarKind.Boolean => ReadBoolean(text, out error),
            ScalarKind.Date => ReadDate(text, out error),
            ScalarKind.Point => PointCell.TryParse(text, out var point, out error) ? point : null,
            ScalarKind.Enum => ReadEnum(text, property.Enum!, out error),
            ScalarKind.Id => IdRule.FindErrorInText(text) is { } wrong ? Fail(wrong, out error) : text,
            _ => text,
        };
        return value is not null;
    }

    private static object? ReadInt(string text, out string error)
    {
        error = "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        var digits = text.AsSpan().TrimStart("+-");
        return Fail(
            digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9')
                ? $"{WriteErrors.Show(text)} is not between {int.MinValue} and {int.MaxValue}"
                : $"{WriteErrors.Show(text)} is not an integer",
            out error);
    }

    private static object? ReadFloat(string text, out string error)
    {
        error = "";
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
            return Fail($"{WriteErrors.Show(text)} is not a number; expected a number such as 1.5 or 2e-3", out error);
        return double.IsFinite(number) ? number : Fail($"{WriteErrors.Show(text)} is outside the range of a 64-bit floating-point number", out error);
    }

    private static object? ReadBoolean(string text, out string error)
    {
        error = "";
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase))
            return true;
        return text.Equals("false", StringComparison.OrdinalIgnoreCase)
            ? false
            : Fail($"{WriteErrors.Show(text)} is not a Boolean; expected true or false", out error);
    }

    private static object? ReadDate(string text, out string error)
    {
        error = "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var isWellFormed = text.Length == 10 && text[4] == '-' && text[7] == '-'
            && text.Where((_, index) => index is not (4 or 7)).All(char.IsAsciiDigit);
        return Fail(
            isWellFormed
                ? $"{WriteErrors.Show(text)} is not a day of the calendar (years 0001 to 9999)"
                : $"{WriteErrors.Show(text)} is not a date; expected YYYY-MM-DD",
            out error);
    }

    private static object? ReadEnum(string text, EnumType type, out string error)
    {
        error = "";
        foreach (var candidate in type.Values)
        {
            // Returns the model's string instance, which the rows of a batch then share.
            if (candidate.Name == text)
                return candidate.Name;
        }

        var names = type.Values.Select(candidate => candidate.Name).ToList();
        return Fail(
            $"{WriteErrors.Show(text)} is not a value of {type.Name}{NameSuggestions.DidYouMean(text, names)} (one of {string.Join(", ", names)})",
            out error);
    }

    private static object? Fail(string message, out string error)
    {
        error = message;
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
