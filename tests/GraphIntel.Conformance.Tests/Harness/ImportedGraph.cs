using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Import.Graph;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>A folder of CSV files imported into a store in memory, with the engine that answers from it.</summary>
public abstract class ImportedGraph : IAsyncLifetime
{
    private readonly string _folder;

    private protected ImportedGraph(GraphModel model, string folder)
    {
        Schema = SchemaBuilder.Build(model);
        _folder = Path.Combine(AppContext.BaseDirectory, folder);
    }

    internal GraphSchema Schema { get; }

    internal SqliteStore Store { get; private set; } = null!;

    internal GraphEngine Engine { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = SqliteStore.Open(Schema.Model, SqliteLocation.Memory());
        await Store.PrepareAsync(CancellationToken.None);
        var result = await GraphImport.RunAsync(Store, _folder, NoProgress.Instance, CancellationToken.None);
        Assert.Equal([], result.Mistakes.Select(ImportReport.Line));
        Engine = new GraphEngine(Schema, Store, new EngineOptions());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Store.DisposeAsync();
    }
}
