using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>The long-term support line.</summary>
public sealed class Neo4j526() : Neo4jServer(LongTerm);

/// <summary>The current line.</summary>
public sealed class Neo4j2026() : Neo4jServer(Current);

/// <summary>A real server needs all cores and has one database, so tests with it do not run in parallel.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Neo4j526Collection : ICollectionFixture<Neo4j526>
{
    public const string Name = "Neo4j 5.26";
}

/// <inheritdoc cref="Neo4j526Collection"/>
[Long]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Neo4j2026Collection : ICollectionFixture<Neo4j2026>
{
    public const string Name = "Neo4j 2026.08";
}
