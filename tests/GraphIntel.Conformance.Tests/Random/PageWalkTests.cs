using GraphIntel.Conformance.Tests.Stores;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Pages walked to the end by the server's own cursors make up the whole, in both directions.</summary>
public sealed class PageWalkTests(ITestOutputHelper output)
{
    private readonly PageWalks _run = new(SqliteSource.Instance, output);

    [Fact]
    public Task Pages_over_the_domain_make_up_the_whole() => _run.OverTheDomainAsync(RandomRun.Operations);

    [Fact]
    public Task Pages_over_random_models_make_up_the_whole() => _run.OverRandomModelsAsync(RandomRun.Operations);
}
