using GraphIntel.Core.Planning;
using GraphIntel.Sqlite.Layout;

namespace GraphIntel.Sqlite.Compile;

/// <summary>
/// Expressions on points, whose latitude and longitude are columns. They consist of SQLite's own functions, which allocate
/// nothing for a row; expressions of parameters alone are evaluated once for a statement.
/// </summary>
internal static class PointText
{
    private const string Radius = "6378140.0";

    /// <summary>
    /// The distance in whole meters; null without a location. The subquery evaluates the haversine once, though it is used
    /// twice. Rounding can make that of opposite points greater than 1.
    /// </summary>
    public static string Distance(DistanceOperand distance, AliasScope scope)
    {
        var (latitude, longitude) = (Latitude(distance, scope), scope[distance.Of].Column(Names.Longitude(distance.Point)));
        var (fromLatitude, fromLongitude) = (SqlCompiler.Placeholder(distance.Latitude), SqlCompiler.Placeholder(distance.Longitude));
        var haversine = $"pow(sin((radians({latitude}) - radians({fromLatitude})) / 2.0), 2.0) + " +
            $"pow(sin((radians({longitude}) - radians({fromLongitude})) / 2.0), 2.0) * cos(radians({latitude})) * cos(radians({fromLatitude}))";
        return $"(SELECT CAST(floor({Radius} * 2.0 * atan2(sqrt(h), sqrt(max(0.0, 1.0 - h))) + 0.5) AS INTEGER) FROM (SELECT {haversine} AS h))";
    }

    /// <summary>
    /// The condition that a point is at most so far away. Bounds for its latitude, a meter wider, come first: an index has them,
    /// and they are cheap.
    /// </summary>
    public static string IsNear(DistanceOperand distance, string meters, AliasScope scope)
    {
        var from = SqlCompiler.Placeholder(distance.Latitude);
        var degrees = $"degrees(({meters} + 1) / {Radius})";
        return $"({Latitude(distance, scope)} BETWEEN {from} - {degrees} AND {from} + {degrees} AND {Distance(distance, scope)} <= {meters})";
    }

    /// <summary>The condition that a point lies in a box.</summary>
    public static string IsWithin(WithinPredicate within, AliasScope scope)
    {
        var binding = scope[within.Of];
        var (latitude, longitude) = (binding.Column(Names.Latitude(within.Point)), binding.Column(Names.Longitude(within.Point)));
        var (west, east) = (SqlCompiler.Placeholder(within.West), SqlCompiler.Placeholder(within.East));
        return $"({latitude} BETWEEN {SqlCompiler.Placeholder(within.South)} AND {SqlCompiler.Placeholder(within.North)} AND " +
            $"CASE WHEN {west} <= {east} THEN {longitude} BETWEEN {west} AND {east} ELSE {longitude} >= {west} OR {longitude} <= {east} END)";
    }

    private static string Latitude(DistanceOperand distance, AliasScope scope) => scope[distance.Of].Column(Names.Latitude(distance.Point));
}
