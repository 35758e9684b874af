using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnyAscii;
using GraphIntel.Core.Values;
using GraphIntel.Import.Mapping.Rows;

namespace GraphIntel.Import.Mapping.Compiling;

/// <summary>Texts of values, and their forms in ids.</summary>
internal static class Texts
{
    // '/' separates the values in an id, '~' the ends in the id of a relationship, '>' the ends in a derived id.
    private static readonly SearchValues<char> Special = SearchValues.Create("%/>~\t\n\r");

    /// <summary>The text of a value; null if it is empty.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        DateValue date => date.ToString(),
        GeoPoint point => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude} {point.Longitude}"),
        Instance instance => instance.Identity?.Id,
        object[] list => list.Length == 0 ? null : string.Join(", ", list.Select(Of)),
        _ => null,
    };

    /// <summary>
    /// A value as a part of an id: white space is one space, what separates parts is escaped, and <c>652.0</c> is <c>652</c>.
    /// </summary>
    public static string Escape(string text)
    {
        text = AsInteger(text) ?? text;
        if (text.AsSpan().IndexOfAny(Special) < 0 && !text.Contains("  ", StringComparison.Ordinal) && !HasControls(text))
            return text;
        var result = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (character is '%' or '/' or '>' or '~')
            {
                result.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>An integer that is written as a decimal number (<c>652.0</c>) without its fraction; null if it is none.</summary>
    public static string? AsInteger(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point <= 0 || point == text.Length - 1 || text.AsSpan(point + 1).ContainsAnyExcept('0'))
            return null;
        var digits = text.AsSpan(0, point);
        if (digits[0] == '-')
            digits = digits[1..];
        return digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') ? null : text[..point];
    }

    /// <summary>A number; also with a decimal comma if it is allowed.</summary>
    public static bool TryReadNumber(string text, bool decimalComma, out double number)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number))
            return true;
        return decimalComma
            && double.TryParse(text.Replace(',', '.'), Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>Lower-case ASCII letters and digits with - between them; null if there are none.</summary>
    public static string? Slug(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text.Transliterate())
        {
            if (char.IsAsciiLetterOrDigit(character))
                result.Append(char.ToLowerInvariant(character));
            else if (character != '\'' && result.Length > 0 && result[^1] != '-')
                result.Append('-');
        }

        if (result.Length > 0 && result[^1] == '-')
            result.Length--;
        return result.Length == 0 ? null : result.ToString();
    }

    /// <summary>128 bits of SHA-256 as hexadecimal digits.</summary>
    public static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var count = Encoding.UTF8.GetByteCount(text);
        var bytes = ArrayPool<byte>.Shared.Rent(count);
        Encoding.UTF8.GetBytes(text, bytes);
        SHA256.HashData(bytes.AsSpan(0, count), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash[..16]);
    }

    private static bool HasControls(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character))
                return true;
        }

        return false;
    }
}
