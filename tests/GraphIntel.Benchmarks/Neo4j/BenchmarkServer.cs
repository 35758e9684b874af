using GraphIntel.Core.Model;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Testing;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>The Neo4j of a benchmark: the one at NEO4J_URI, which must be empty, else one that it starts; wiped afterwards.</summary>
internal sealed class BenchmarkServer() : Neo4jServer(LongTerm)
{
    /// <summary>Finds or starts it; throws if there is none.</summary>
    public static async Task<BenchmarkServer> FindAsync()
    {
        var server = new BenchmarkServer();
        await server.InitializeAsync();
        server.Require();
        return server;
    }

    /// <summary>A store in its database, not yet prepared.</summary>
    public Neo4jStore Open(GraphModel model) => Neo4jStore.Open(model, new Neo4jOptions
    {
        Uri = Uri.ToString(),
        User = User,
        Password = Password,
        Database = Database,
    });

    /// <inheritdoc/>
    protected override string Heap => "2g";

    /// <inheritdoc/>
    protected override string PageCache => "1g";
}
