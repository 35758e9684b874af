namespace GraphIntel.Core.Values;

/// <summary>A position on the earth, WGS-84, in decimal degrees: latitude -90 to 90, longitude -180 to 180.</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    public const int MaxLatitude = 90;

    public const int MaxLongitude = 180;

    /// <summary>Whether it is within these bounds.</summary>
    public bool IsValid => Latitude is >= -MaxLatitude and <= MaxLatitude && Longitude is >= -MaxLongitude and <= MaxLongitude;
}
