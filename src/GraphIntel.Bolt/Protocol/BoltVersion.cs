using System.Globalization;

namespace GraphIntel.Bolt.Protocol;

/// <summary>A version of the protocol and its features.</summary>
internal readonly record struct BoltVersion(int Major, int Minor)
{
    public const int SupportedMajor = 5;
    public const int MinMinor = 1;
    public const int MaxMinor = 8;

    /// <summary>Whether this client supports it.</summary>
    public bool IsSupported => Major == SupportedMajor && Minor is >= MinMinor and <= MaxMinor;

    public bool HasNotificationFilters => Minor >= 2;

    public bool HasBoltAgent => Minor >= 3;

    public bool HasTelemetry => Minor >= 4;

    /// <summary>Whether filters use classifications; before, categories.</summary>
    public bool FiltersByClassification => Minor >= 6;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
