using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>The long-term support line.</summary>
public sealed class Neo4j526() : Neo4jServer(LongTerm);

/// <summary>The current line.</summary>
public sealed class Neo4j2026() : Neo4jServer(Current);

/// <summary>A real Neo4j uses all cores, so its tests do not run concurrently with others.</summary>
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
