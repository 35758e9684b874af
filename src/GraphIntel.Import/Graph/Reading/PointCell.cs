using System.Globalization;
using GraphIntel.Core.Storage.Rules;
using GraphIntel.Core.Values;

namespace GraphIntel.Import.Graph.Reading;

/// <summary>Parses points in the format of neo4j-admin: <c>{latitude:36.2, longitude:37.16}</c>, in any order, quoted or not.</summary>
internal static class PointCell
{
    private const string ExpectedFormat = "expected a point such as {latitude:36.2, longitude:37.16}";

    /// <summary>Parses a point; if it is invalid, <paramref name="error"/> says why.</summary>
    public static bool TryParse(string text, out GeoPoint point, out string error)
    {
        point = default;
        double? latitude = null, longitude = null;
        if (Entries(text) is not { } entries)
        {
            error = $"{WriteErrors.Show(text)} is not a point; {ExpectedFormat}";
            return false;
        }

        foreach (var (key, value) in entries)
        {
            switch (key)
            {
                case "latitude" or "y" when latitude is null:
                    if (!TryReadDegrees(value, "latitude", 90, out latitude, out error))
                        return false;
                    break;
                case "longitude" or "x" when longitude is null:
                    if (!TryReadDegrees(value, "longitude", 180, out longitude, out error))
                        return false;
                    break;
                case "latitude" or "y" or "longitude" or "x":
                    error = $"the point has a duplicate {key}; {ExpectedFormat}";
                    return false;
                case "crs" or "srid":
                    if (IsWgs84(key, value))
                        break;
                    error = $"the point's {key} is {WriteErrors.Show(value)}; only WGS-84 (srid 4326) is supported";
                    return false;
                default:
                    error = $"the point has an unknown key {WriteErrors.Show(key)}; {ExpectedFormat}";
                    return false;
            }
        }

        if (latitude is null || longitude is null)
        {
            error = $"the point has no {(latitude is null ? "latitude" : "longitude")}; {ExpectedFormat}";
            return false;
        }

        error = "";
        point = new GeoPoint(latitude.Value, longitude.Value);
        return true;
    }

    /// <summary>Whether the options of a column header, in braces, only declare WGS-84.</summary>
    public static bool IsWgs84(string options) =>
        Entries(options) is { } entries && entries.TrueForAll(entry => IsWgs84(entry.Key, entry.Value));

    private static bool IsWgs84(string key, string value) => key switch
    {
        "crs" => value.Equals("WGS-84", StringComparison.OrdinalIgnoreCase),
        "srid" => value == "4326",
        _ => false,
    };

    private static bool TryReadDegrees(string text, string name, double max, out double? degrees, out string error)
    {
        degrees = null;
        error = "";
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            error = $"the point's {name} {WriteErrors.Show(text)} is not a number";
        else if (!(Math.Abs(value) <= max))
            error = $"the point's {name} {WriteErrors.Show(text)} is not between -{max} and {max} degrees";
        else
            degrees = value;
        return degrees is not null;
    }

    private static List<(string Key, string Value)>? Entries(string text)
    {
        var inner = text.AsSpan().Trim();
        if (inner is not ['{', .., '}'])
            return null;
        var entries = new List<(string, string)>();
        foreach (var entry in inner[1..^1].ToString().Split(','))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                return null;
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
