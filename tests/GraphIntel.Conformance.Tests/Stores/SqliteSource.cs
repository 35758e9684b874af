using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;

namespace GraphIntel.Conformance.Tests.Stores;

/// <summary>SQLite in memory.</summary>
internal sealed class SqliteSource(SqliteOptions options) : IStoreSource
{
    public static SqliteSource Instance { get; } = new(new SqliteOptions());

    public int ShrinkingAttempts => 1_500;

    public async Task<IGraphStore> NewAsync(GraphModel model, CancellationToken cancellation)
    {
        var store = SqliteStore.Open(model, SqliteLocation.Memory(), options);
        await store.PrepareAsync(cancellation);
        return store;
    }
}
