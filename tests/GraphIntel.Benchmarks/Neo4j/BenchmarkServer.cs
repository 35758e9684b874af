using GraphIntel.Neo4j.Testing;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>The Neo4j of a benchmark: the one at NEO4J_URI, which must be empty, else one that it starts; wiped afterwards.</summary>
internal sealed class BenchmarkServer() : Neo4jServer(LongTerm)
{
    /// <inheritdoc/>
    protected override string Heap => "2g";

    /// <inheritdoc/>
    protected override string PageCache => "1g";
}
