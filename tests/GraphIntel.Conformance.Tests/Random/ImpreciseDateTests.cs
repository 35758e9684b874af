using GraphIntel.Conformance.Tests.Stores;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Bounds on the days that imprecise dates can mean.</summary>
public sealed class ImpreciseDateTests(ITestOutputHelper output)
{
    [Fact]
    public Task Dates_within_bounds_are_those_that_the_oracle_finds() => ImpreciseDates.CompareAsync(SqliteSource.Instance, 200, output);
}
