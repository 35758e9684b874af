using System.Globalization;
using GraphIntel.Core.Values;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>Points: as inputs, in filters, and how far they are apart.</summary>
internal static class Points
{
    // The equatorial radius in meters, for which the sphere is taken.
    private const double Radius = 6378140;

    /// <summary>A <c>PointInput</c>.</summary>
    public static GeoPoint Read(object value)
    {
        var point = (Dictionary<string, object?>)value;
        return new GeoPoint(Number(point["latitude"]), Number(point["longitude"]));
    }

    /// <summary>The distance in whole meters, rounded half up: the haversine on a sphere.</summary>
    public static int Distance(GeoPoint one, GeoPoint other)
    {
        var from = double.DegreesToRadians(one.Latitude);
        var to = double.DegreesToRadians(other.Latitude);
        var latitudes = Math.Sin((to - from) / 2);
        var longitudes = Math.Sin(double.DegreesToRadians(other.Longitude - one.Longitude) / 2);
        var a = (latitudes * latitudes) + (Math.Cos(from) * Math.Cos(to) * longitudes * longitudes);
        return (int)Math.Floor((Radius * 2 * Math.Atan2(Math.Sqrt(a), Math.Sqrt(Math.Max(0, 1 - a)))) + 0.5);
    }

    /// <summary>
    /// Whether a point satisfies a <c>PointOperationFilterInput</c>; a missing one satisfies none of its conditions.
    /// </summary>
    public static bool Hold(Dictionary<string, object?> filter, GeoPoint? point) => filter.All(condition =>
        point is { } there && (condition.Key, (Dictionary<string, object?>)condition.Value!) switch
        {
            ("within", var box) => IsWithin(box, there),
            ("distance", var distance) => Distance(Read(distance["from"]!), there) <= (long)distance["lte"]!,
            var (name, _) => throw new NotSupportedException(name),
        });

    /// <summary>Refuses coordinates out of bounds, a box whose south is north of its north, and a negative distance.</summary>
    /// <param name="input">An argument or a part of one. A filter's fields of these names are not numbers.</param>
    public static void Check(object? input)
    {
        switch (input)
        {
            case List<object?> list:
                list.ForEach(Check);
                break;
            case Dictionary<string, object?> map:
                foreach (var (name, value) in map)
                {
                    if (value is long or double && Math.Abs(Number(value)) > Limit(name))
                        throw new RefusedException($"{name}: {value}");
                    Check(value);
                }
                if (map.GetValueOrDefault("south") is (long or double) and var south && Number(south) > Number(map["north"]))
                    throw new RefusedException($"south {south} of north {map["north"]}");
                if (map.GetValueOrDefault("from") is Dictionary<string, object?> && map.GetValueOrDefault("lte") is long and < 0)
                    throw new RefusedException($"lte: {map["lte"]}");
                break;
        }
    }

    private static double Limit(string name) => name switch
    {
        "latitude" or "south" or "north" => 90,
        "longitude" or "west" or "east" => 180,
        _ => double.MaxValue,
    };

    private static bool IsWithin(Dictionary<string, object?> box, GeoPoint point)
    {
        var (west, east) = (Number(box["west"]), Number(box["east"]));
        var (isEast, isWest) = (west <= point.Longitude, point.Longitude <= east);
        return Number(box["south"]) <= point.Latitude && point.Latitude <= Number(box["north"])
            && (west <= east ? isEast && isWest : isEast || isWest);
    }

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
