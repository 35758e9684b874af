using System.Globalization;

namespace GraphIntel.Bolt.Protocol;

/// <summary>A version of the protocol and what it can do.</summary>
internal readonly record struct BoltVersion(int Major, int Minor)
{
    public const int SpokenMajor = 5;
    public const int LowestMinor = 1;
    public const int HighestMinor = 8;

    /// <summary>Whether this client speaks it.</summary>
    public bool IsSpoken => Major == SpokenMajor && Minor is >= LowestMinor and <= HighestMinor;

    public bool HasNotificationFilters => Minor >= 2;

    public bool HasBoltAgent => Minor >= 3;

    public bool HasTelemetry => Minor >= 4;

    /// <summary>Whether a filter names classifications; before, categories.</summary>
    public bool FiltersByClassification => Minor >= 6;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
