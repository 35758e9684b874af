using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Conformance.Tests.Stores;
using Xunit;

[assembly: AssemblyFixture(typeof(SqliteGraphs))]

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>The cases' graphs in SQLite, whose bytes the other stores must give too.</summary>
public sealed class SqliteGraphs : IAsyncLifetime
{
    private readonly Dictionary<string, ImportedGraph> _graphs = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var graph in new[] { CaseGraph.Report, CaseGraph.Seed, CaseGraph.Films })
            _graphs[graph.Folder] = await ImportedGraph.OpenAsync(graph, SqliteSource.Instance, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var graph in _graphs.Values)
            await graph.DisposeAsync();
    }

    internal ImportedGraph Of(Case one) => Of(CaseGraph.Of(one));

    internal ImportedGraph Of(CaseGraph graph) => _graphs[graph.Folder];
}
