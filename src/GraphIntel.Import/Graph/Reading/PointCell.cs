using System.Globalization;
using GraphIntel.Core.Values;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Points as neo4j-admin writes them: <c>{latitude:36.2, longitude:37.16}</c>, in any order, quoted or not.</summary>
internal static class PointCell
{
    private const string Form = "a point is written {latitude:36.2, longitude:37.16}";

    /// <summary>Reads a point; <paramref name="mistake"/> says what is wrong where it cannot.</summary>
    public static bool TryParse(string text, out GeoPoint point, out string mistake)
    {
        point = default;
        double? latitude = null, longitude = null;
        if (Entries(text) is not { } entries)
        {
            mistake = $"{Wording.Quote(text)} is no point; {Form}";
            return false;
        }

        foreach (var (key, value) in entries)
        {
            switch (key)
            {
                case "latitude" or "y" when latitude is null:
                    if (!TryReadDegrees(value, "latitude", 90, out latitude, out mistake)) return false;
                    break;
                case "longitude" or "x" when longitude is null:
                    if (!TryReadDegrees(value, "longitude", 180, out longitude, out mistake)) return false;
                    break;
                case "latitude" or "y" or "longitude" or "x":
                    mistake = $"the point has a second {key}; {Form}";
                    return false;
                case "crs" or "srid":
                    if (IsWgs84(key, value)) break;
                    mistake = $"the point's {key} is {Wording.Quote(value)}; only WGS-84 (srid 4326) is known";
                    return false;
                default:
                    mistake = $"a point has no {Wording.Quote(key)}; {Form}";
                    return false;
            }
        }

        if (latitude is null || longitude is null)
        {
            mistake = $"the point lacks its {(latitude is null ? "latitude" : "longitude")}; {Form}";
            return false;
        }

        mistake = "";
        point = new GeoPoint(latitude.Value, longitude.Value);
        return true;
    }

    /// <summary>Whether the options of a column's head, in braces, say no more than that its points are WGS-84.</summary>
    public static bool IsWgs84(string options) =>
        Entries(options) is { } entries && entries.TrueForAll(entry => IsWgs84(entry.Key, entry.Value));

    private static bool IsWgs84(string key, string value) => key switch
    {
        "crs" => value.Equals("WGS-84", StringComparison.OrdinalIgnoreCase),
        "srid" => value == "4326",
        _ => false,
    };

    private static bool TryReadDegrees(string text, string what, double most, out double? degrees, out string mistake)
    {
        degrees = null;
        mistake = "";
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            mistake = $"the point's {what} {Wording.Quote(text)} is no number";
        else if (!(Math.Abs(value) <= most))
            mistake = $"the point's {what} {Wording.Quote(text)} is not between -{most} and {most} degrees";
        else
            degrees = value;
        return degrees is not null;
    }

    private static List<(string Key, string Value)>? Entries(string text)
    {
        var inner = text.AsSpan().Trim();
        if (inner is not ['{', .., '}']) return null;
        var entries = new List<(string, string)>();
        foreach (var entry in inner[1..^1].ToString().Split(','))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) return null;
            entries.Add((Unquote(entry[..colon]).ToLowerInvariant(), Unquote(entry[(colon + 1)..])));
        }

        return entries;
    }

    private static string Unquote(string text)
    {
        text = text.Trim();
        return text is ['"', .., '"'] or ['\'', .., '\''] ? text[1..^1].Trim() : text;
    }
}
