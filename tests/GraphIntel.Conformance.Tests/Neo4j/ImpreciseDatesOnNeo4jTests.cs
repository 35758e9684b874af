using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class ImpreciseDatesOnNeo4j526Tests(Neo4j526 server, ITestOutputHelper output) : ImpreciseDatesOnNeo4jTests(server, output);

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class ImpreciseDatesOnNeo4j2026Tests(Neo4j2026 server, ITestOutputHelper output) : ImpreciseDatesOnNeo4jTests(server, output);

/// <summary>Bounds on the days that imprecise dates can mean.</summary>
public abstract class ImpreciseDatesOnNeo4jTests
{
    private readonly Neo4jSource _source;
    private readonly ITestOutputHelper _output;

    private protected ImpreciseDatesOnNeo4jTests(Neo4jServer server, ITestOutputHelper output)
    {
        server.Require();
        _source = new Neo4jSource(server);
        _output = output;
    }

    [Fact]
    public Task Dates_within_bounds_are_those_that_the_oracle_finds() => ImpreciseDates.CompareAsync(_source, 40, _output);
}
