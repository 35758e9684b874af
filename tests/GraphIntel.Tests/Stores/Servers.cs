using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>The long-term support line, or the version that NEO4J_VERSION names: what is written is written alike on both lines.</summary>
public sealed class Neo4jUnderTest() : Neo4jServer(Environment.GetEnvironmentVariable("NEO4J_VERSION") is { Length: > 0 } version ? version : "5.26.30");

/// <summary>A real server takes both cores and its one database is shared, so the tests on it run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Neo4jCollection : ICollectionFixture<Neo4jUnderTest>
{
    public const string Name = "Neo4j";
}
