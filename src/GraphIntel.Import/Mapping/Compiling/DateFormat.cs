using System.Globalization;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>
/// A format of dates: one of .NET (<c>yyyy-MM-dd</c>, <c>dd MMMM yyyy</c>, <c>yyyy</c>), after <c>~</c> for about, or after a
/// word (<c>before yyyy</c>), with which no day is known.
/// </summary>
internal sealed class DateFormat
{
    private const string Iso = "yyyy-MM-dd";

    private readonly string _prefix;
    private readonly string _format;
    private readonly bool _isOpen;
    private readonly DateWidth _width;

    private DateFormat(string prefix, string format, bool isOpen, DateWidth width)
    {
        (_prefix, _format, _isOpen, _width) = (prefix, format, isOpen, width);
    }

    /// <summary>Reads a format.</summary>
    public static bool TryCreate(string text, out DateFormat format)
    {
        var start = 0;
        while (start < text.Length && text[start] is not ('y' or 'M' or 'd'))
            start++;
        // A word before the date, such as `before`, can have the letters of a format.
        if (text.LastIndexOf("before ", StringComparison.Ordinal) == 0 || text.LastIndexOf("after ", StringComparison.Ordinal) == 0)
            start = text.IndexOf(' ', StringComparison.Ordinal) + 1;
        var pattern = text[start..];
        var prefix = text[..start];
        var width = pattern.Contains('d', StringComparison.Ordinal) ? prefix == "~" ? DateWidth.About : DateWidth.Day
            : pattern.Contains('M', StringComparison.Ordinal) ? DateWidth.Month : DateWidth.Year;
        format = new DateFormat(prefix, pattern, isOpen: prefix.Length > 1, width);
        if (prefix.Length == 1 && prefix != "~" || !pattern.Contains('y', StringComparison.Ordinal))
            return false;
        try
        {
            var example = new DateTime(2001, 2, 3).ToString(pattern, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(example, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Reads a date; null if the text has the format, and no day is known.</summary>
    public bool TryRead(string text, out DateValue? date)
    {
        date = null;
        if (_format == Iso && _prefix.Length == 0)
        {
            if (!DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return false;
            date = new DateValue(day, DateWidth.Day);
            return true;
        }

        if (!text.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase)
            || !DateTime.TryParseExact(text[_prefix.Length..], _format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return false;
        }

        if (!_isOpen)
            date = new DateValue(DateOnly.FromDateTime(time), _width);
        return true;
    }
}
