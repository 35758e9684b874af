using GraphIntel.Conformance.Tests.Stores;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Walks that are compared with a day are answered as the oracle walks.</summary>
public sealed class DatedWalkTests
{
    [Fact]
    public Task Walks_over_random_graphs_are_compared_with_their_day() => DatedWalks.CompareAsync(SqliteSource.Instance, graphs: 6);
}
