using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Storage;
using GraphIntel.Import.Graph;
using Xunit;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>A folder of CSV files imported into a store, with the engine that answers from it.</summary>
public sealed class ImportedGraph : IAsyncDisposable
{
    private ImportedGraph(GraphSchema schema, IGraphStore store)
    {
        Schema = schema;
        Store = store;
        // A first question waits for the store to plan it, on a machine that does much else meanwhile.
        Engine = new GraphEngine(schema, store, new EngineOptions { Timeout = TimeSpan.FromMinutes(2) });
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
            Assert.Equal([], result.Mistakes.Select(ImportReport.Line));
            return new ImportedGraph(schema, store);
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
