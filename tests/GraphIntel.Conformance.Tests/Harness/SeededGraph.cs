using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Import.Graph;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Conformance.Tests.Harness;

/// <summary>The seed's graph in a store in memory, with the engine that answers from it.</summary>
public sealed class SeededGraph : IAsyncLifetime
{
    internal GraphSchema Schema { get; } = SchemaBuilder.Build(ModelReader.ReadDomain());

    internal SqliteStore Store { get; private set; } = null!;

    internal GraphEngine Engine { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = SqliteStore.Open(Schema.Model, SqliteLocation.Memory());
        await Store.PrepareAsync(CancellationToken.None);
        var result = await GraphImport.RunAsync(
            Store, Path.Combine(AppContext.BaseDirectory, "seed"), NoProgress.Instance, CancellationToken.None);
        Assert.Empty(result.Mistakes);
        Engine = new GraphEngine(Schema, Store, new EngineOptions());
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
