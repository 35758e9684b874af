using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Storage.Merging;

/// <summary>Compares validated values of a property as they are stored.</summary>
internal static class ValueEquality
{
    /// <summary>
    /// Whether two values are stored as the same. No store distinguishes negative zero, and null for a required list is the
    /// empty list.
    /// </summary>
    public static bool AreEqual(Property property, object? one, object? other)
    {
        if (one is null || other is null)
        {
            return (one ?? other) is not { } given
                || (property is { IsList: true, IsRequired: true } && given is Array { Length: 0 });
        }

        return (one, other) switch
        {
            (string[] left, string[] right) => left.AsSpan().SequenceEqual(right),
            (int[] left, int[] right) => left.AsSpan().SequenceEqual(right),
            (bool[] left, bool[] right) => left.AsSpan().SequenceEqual(right),
            (DateOnly[] left, DateOnly[] right) => left.AsSpan().SequenceEqual(right),

            // Numbers are finite, so == is an equality, in which both zeros are equal.
            (double[] left, double[] right) => left.Length == right.Length && left.Zip(right).All(pair => pair.First == pair.Second),
            (double left, double right) => left == right,
            (GeoPoint left, GeoPoint right) => left.Latitude == right.Latitude && left.Longitude == right.Longitude,
            _ => one.Equals(other),
        };
    }
}
