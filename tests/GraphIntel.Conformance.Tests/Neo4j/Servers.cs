using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <summary>The long-term support line.</summary>
public sealed class Neo4j526() : Neo4jServer(LongTerm)
{
    /// <inheritdoc/>
    protected override string Heap => "1g";
}

/// <summary>The current line.</summary>
public sealed class Neo4j2026() : Neo4jServer(Current)
{
    /// <inheritdoc/>
    protected override string Heap => "1g";
}

/// <summary>A server has one database, so the tests on it run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class Neo4j526Collection : ICollectionFixture<Neo4j526>
{
    public const string Name = "Neo4j 5.26";
}

/// <inheritdoc cref="Neo4j526Collection"/>
[Long]
[CollectionDefinition(Name)]
public sealed class Neo4j2026Collection : ICollectionFixture<Neo4j2026>
{
    public const string Name = "Neo4j 2026.08";
}
