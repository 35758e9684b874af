using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>What the random tests take for granted of their values.</summary>
public sealed class PoolsTests
{
    [Fact]
    public void No_distance_of_points_is_near_to_being_rounded_otherwise()
    {
        foreach (var one in Pools.Points)
        {
            foreach (var other in Pools.Points)
            {
                // As much as a last bit of a sine changes, which is most where points are opposite to each other.
                var least = Meters(one, other, -2e-16);
                var greatest = Meters(one, other, 2e-16);
                Assert.True(Math.Floor(least + 0.499) == Math.Floor(greatest + 0.501), $"{one} and {other}: {least} to {greatest}");
                Assert.Equal((int)Math.Floor(least + 0.5), Oracle.Points.Distance(one, other));
            }
        }
    }

    private static double Meters(GeoPoint one, GeoPoint other, double error)
    {
        var (from, to) = (double.DegreesToRadians(one.Latitude), double.DegreesToRadians(other.Latitude));
        var a = Math.Pow(Math.Sin((to - from) / 2), 2)
            + (Math.Cos(from) * Math.Cos(to) * Math.Pow(Math.Sin(double.DegreesToRadians(other.Longitude - one.Longitude) / 2), 2));
        return 2 * 6378140 * Math.Asin(Math.Sqrt(Math.Clamp(a + error, 0, 1)));
    }
}
