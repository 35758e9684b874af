using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <inheritdoc/>
[Long]
[Collection(Neo4j526Collection.Name)]
public sealed class RandomOnNeo4j526Tests(Neo4j526 server, ITestOutputHelper output)
    : RandomOnNeo4jTests(server, RandomRun.Neo4jOperations, output);

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class RandomOnNeo4j2026Tests(Neo4j2026 server, ITestOutputHelper output)
    : RandomOnNeo4jTests(server, RandomRun.Neo4jOperations / 4, output);

/// <summary>What the random tests ask of SQLite, asked of Neo4j: the same graphs and the same kinds of operations.</summary>
public abstract class RandomOnNeo4jTests
{
    // A graph of another model takes seconds to make.
    private const int OperationsPerGraph = 120;

    private readonly int _count;
    private readonly RandomOperations _operations;
    private readonly PageWalks _walks;

    private protected RandomOnNeo4jTests(Neo4jServer server, int count, ITestOutputHelper output)
    {
        server.Require();
        var source = new Neo4jSource(server);
        _count = count;
        _operations = new RandomOperations(source, OperationsPerGraph, output);
        _walks = new PageWalks(source, output);
    }

    [Fact]
    public Task Operations_over_the_domain_answer_as_the_oracle_does() => _operations.OverTheDomainAsync(_count);

    [Fact]
    public Task Operations_over_random_models_answer_as_the_oracle_does() => _operations.OverRandomModelsAsync(_count);

    [Fact]
    public Task Operations_over_imported_events_answer_as_the_oracle_does() => _operations.OverImportedEventsAsync(_count);

    [Fact]
    public Task Pages_over_the_domain_make_up_the_whole() => _walks.OverTheDomainAsync(_count);

    [Fact]
    public Task Pages_over_random_models_make_up_the_whole() => _walks.OverRandomModelsAsync(_count);
}
