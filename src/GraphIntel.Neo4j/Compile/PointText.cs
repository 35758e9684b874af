using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Expressions on points. They are null without a location, and for points in another coordinate system or with a height, which
/// other tools wrote. Neo4j's distance of opposite points can be NaN, since rounding makes its haversine greater than 1.
/// </summary>
internal static class PointText
{
    /// <summary>The distance of opposite points, the largest there is, in whole meters.</summary>
    private const string MaxDistance = "20037518";

    /// <summary>The distance in whole meters. The list makes Neo4j measure it once, though it is used twice.</summary>
    public static string Distance(DistanceOperand distance, CypherCompiler compiler) =>
        $"[m IN [{Meters(distance, compiler.Value(distance.Latitude), compiler)}] | " +
        $"CASE isNaN(m) WHEN true THEN {MaxDistance} WHEN false THEN toInteger(floor(m + 0.5)) END][0]";

    /// <summary>
    /// The condition that a point is at most so far away. The first part seeks in a point index. It says <c>&lt;=</c>, because
    /// with <c>&lt;</c> the index leaves out the poles and the longitudes 180 and -180 where they are edges of the area; the
    /// second part excludes what is half a meter too far. If all locations are near enough, distances are measured from a pole,
    /// for which none is NaN.
    /// </summary>
    public static string IsNear(DistanceOperand distance, string most, CypherCompiler compiler)
    {
        var latitude = $"CASE WHEN {most} < {MaxDistance} THEN {compiler.Value(distance.Latitude)} ELSE 90.0 END";
        return $"({Meters(distance, latitude, compiler)} <= {most} + 0.5 AND {Distance(distance, compiler)} <= {most})";
    }

    /// <summary>The condition that a point lies in a box.</summary>
    public static string IsWithin(WithinPredicate within, CypherCompiler compiler)
    {
        var lowerLeft = Point(compiler.Value(within.South), within.West, compiler);
        var upperRight = Point(compiler.Value(within.North), within.East, compiler);
        return $"point.withinBBox({compiler.BindingOf(within.Of.Number).Property(Names.Property(within.Point))}, {lowerLeft}, {upperRight})";
    }

    /// <summary>The latitude or the longitude.</summary>
    public static string Coordinate(CoordinateOperand coordinate, CypherCompiler compiler)
    {
        var point = compiler.BindingOf(coordinate.Of.Number).Property(Names.Property(coordinate.Point));
        const string Everywhere = "point({latitude: -90, longitude: -180}), point({latitude: 90, longitude: 180})";
        return $"CASE WHEN point.withinBBox({point}, {Everywhere}) THEN {point}.{(coordinate.IsLatitude ? "latitude" : "longitude")} END";
    }

    private static string Meters(DistanceOperand distance, string latitude, CypherCompiler compiler) =>
        $"point.distance({compiler.BindingOf(distance.Of.Number).Property(Names.Property(distance.Point))}, {Point(latitude, distance.Longitude, compiler)})";

    private static string Point(string latitude, Parameter longitude, CypherCompiler compiler) =>
        $"point({{latitude: {latitude}, longitude: {compiler.Value(longitude)}}})";
}
