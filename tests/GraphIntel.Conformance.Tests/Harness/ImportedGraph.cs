using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using Xunit;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>A folder of CSV files imported into a store, with the engine that executes operations over it.</summary>
public sealed class ImportedGraph : IAsyncDisposable
{
    private ImportedGraph(GraphSchema schema, IGraphStore store, EngineOptions options)
    {
        Schema = schema;
        Store = store;
        Engine = new GraphEngine(schema, store, options);
    }

    internal GraphSchema Schema { get; }

    internal IGraphStore Store { get; }

    internal GraphEngine Engine { get; }

    internal static async Task<ImportedGraph> OpenAsync(CaseGraph graph, IStoreSource source, CancellationToken cancellation)
    {
        var schema = SchemaBuilder.Build(graph.Model);
        var store = await source.NewAsync(schema.Model, cancellation);
        try
        {
            var result = await GraphImport.RunAsync(
                store, Path.Combine(AppContext.BaseDirectory, graph.Folder), NoProgress.Instance, cancellation);
            Assert.Equal([], result.Diagnostics.Select(ImportReport.Line));
            // A first query waits for the store to plan it, on a machine that does much else meanwhile. On Neo4j nothing is read
            // beside the queries, whose plans a test counts.
            return new ImportedGraph(
                schema, store, new EngineOptions { Timeout = TimeSpan.FromMinutes(2), IsInternal = source is Neo4jSource });
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
