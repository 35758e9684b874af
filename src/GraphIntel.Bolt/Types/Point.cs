using System.Globalization;

namespace GraphIntel.Bolt;

/// <summary>A point in two or three dimensions; Neo4j's POINT.</summary>
public readonly record struct Point
{
    /// <summary>The SRID of Cartesian points in two dimensions.</summary>
    public const int Cartesian = 7203;

    /// <summary>The SRID of Cartesian points in three dimensions.</summary>
    public const int Cartesian3D = 9157;

    /// <summary>The SRID of WGS-84 points: x is the longitude, y the latitude, in degrees.</summary>
    public const int Wgs84 = 4326;

    /// <summary>The SRID of WGS-84 points with a height in meters.</summary>
    public const int Wgs84With3D = 4979;

    /// <summary>A point in two dimensions.</summary>
    public Point(int srId, double x, double y)
    {
        SrId = srId;
        X = x;
        Y = y;
    }

    /// <summary>A point in three dimensions.</summary>
    public Point(int srId, double x, double y, double z)
        : this(srId, x, y) => Z = z;

    /// <summary>The coordinate reference system.</summary>
    public int SrId { get; }

    /// <summary>The first coordinate; a longitude in WGS-84.</summary>
    public double X { get; }

    /// <summary>The second coordinate; a latitude in WGS-84.</summary>
    public double Y { get; }

    /// <summary>The third coordinate; null in two dimensions.</summary>
    public double? Z { get; }

    /// <summary>The point in Cypher's syntax.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"point({{srid: {SrId}, x: {X}, y: {Y}{(Z is { } z ? $", z: {z.ToString(CultureInfo.InvariantCulture)}" : "")}}})");
}
