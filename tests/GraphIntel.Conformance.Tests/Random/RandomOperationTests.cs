using GraphIntel.Conformance.Tests.Stores;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Operations made at random, over graphs made at random, are answered as the oracle executes them.</summary>
public sealed class RandomOperationTests(ITestOutputHelper output)
{
    private const int OperationsPerGraph = 50;

    private readonly RandomOperations _run = new(SqliteSource.Instance, OperationsPerGraph, output);

    [Fact]
    public Task Operations_over_the_domain_answer_as_the_oracle_does() => _run.OverTheDomainAsync(RandomRun.Operations);

    [Fact]
    public Task Operations_over_random_models_answer_as_the_oracle_does() => _run.OverRandomModelsAsync(RandomRun.Operations);

    [Fact]
    public Task Operations_over_imported_events_answer_as_the_oracle_does() => _run.OverImportedEventsAsync(RandomRun.Operations);
}
