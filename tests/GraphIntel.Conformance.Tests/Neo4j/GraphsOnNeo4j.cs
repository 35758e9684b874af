using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <summary>A graph that cases ask, in the database of a server; nothing where there is no server.</summary>
public abstract class GraphOnNeo4j : IAsyncLifetime
{
    private readonly CaseGraph _graph;
    private ImportedGraph? _imported;

    private protected GraphOnNeo4j(Neo4jServer server, CaseGraph graph)
    {
        Server = server;
        _graph = graph;
    }

    internal Neo4jServer Server { get; }

    internal ImportedGraph Imported => _imported ?? throw new InvalidOperationException("There is no server.");

    /// <summary>Which labels and relationship types have an index that begins with which property.</summary>
    internal PlanRules Rules { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!Server.IsAvailable)
            return;
        var cancellation = TestContext.Current.CancellationToken;
        _imported = await ImportedGraph.OpenAsync(_graph, new Neo4jSource(Server), cancellation);
        await Server.SampleIndexesAsync(cancellation);
        await using var driver = Server.Driver();
        await using var session = driver.Session(new() { Database = Server.Database });
        Rules = await PlanRules.OfAsync(session, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _imported?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

/// <summary>The facts of the seed's report on 5.26.</summary>
public sealed class ReportOnNeo4j526(Neo4j526 server) : GraphOnNeo4j(server, CaseGraph.Report);

/// <summary>The facts of the seed's report on 2026.08.</summary>
public sealed class ReportOnNeo4j2026(Neo4j2026 server) : GraphOnNeo4j(server, CaseGraph.Report);

/// <summary>The seed's graph on 5.26.</summary>
public sealed class SeedOnNeo4j526(Neo4j526 server) : GraphOnNeo4j(server, CaseGraph.Seed);

/// <summary>The seed's graph on 2026.08.</summary>
public sealed class SeedOnNeo4j2026(Neo4j2026 server) : GraphOnNeo4j(server, CaseGraph.Seed);

/// <summary>Films on 5.26.</summary>
public sealed class FilmsOnNeo4j526(Neo4j526 server) : GraphOnNeo4j(server, CaseGraph.Films);

/// <summary>Films on 2026.08.</summary>
public sealed class FilmsOnNeo4j2026(Neo4j2026 server) : GraphOnNeo4j(server, CaseGraph.Films);
