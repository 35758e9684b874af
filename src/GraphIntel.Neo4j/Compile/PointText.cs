using GraphIntel.Core.Planning;
using GraphIntel.Neo4j.Layout;

namespace GraphIntel.Neo4j.Compile;

/// <summary>
/// Expressions on points. They are null without a location, and for points in another coordinate system or with a height, which
/// other tools wrote.
/// </summary>
internal static class PointText
{
    /// <summary>The distance in whole meters.</summary>
    public static string Distance(DistanceOperand distance, CypherCompiler compiler) => $"toInteger(floor({Meters(distance, compiler)} + 0.5))";

    /// <summary>The condition that a point is at most so far away; in this form a point index can be used.</summary>
    public static string IsNear(DistanceOperand distance, string meters, CypherCompiler compiler) => $"{Meters(distance, compiler)} < {meters} + 0.5";

    /// <summary>The condition that a point lies in a box.</summary>
    public static string IsWithin(WithinPredicate within, CypherCompiler compiler)
    {
        var (lowerLeft, upperRight) = (Point(within.South, within.West, compiler), Point(within.North, within.East, compiler));
        return $"point.withinBBox({compiler.BindingOf(within.Of.Number).Property(Names.Property(within.Point))}, {lowerLeft}, {upperRight})";
    }

    private static string Meters(DistanceOperand distance, CypherCompiler compiler) =>
        $"point.distance({compiler.BindingOf(distance.Of.Number).Property(Names.Property(distance.Point))}, {Point(distance.Latitude, distance.Longitude, compiler)})";

    private static string Point(Parameter latitude, Parameter longitude, CypherCompiler compiler) =>
        $"point({{latitude: {compiler.Value(latitude)}, longitude: {compiler.Value(longitude)}}})";
}
