using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Neo4j;
using GraphIntel.Neo4j.Testing;

namespace GraphIntel.Conformance.Tests.Stores;

/// <summary>The one database of a Neo4j, emptied for each store.</summary>
internal sealed class Neo4jSource(Neo4jServer server) : IStoreSource
{
    private GraphModel? _model;

    public int ShrinkingAttempts => 400;

    public async Task<IGraphStore> NewAsync(GraphModel model, CancellationToken cancellation)
    {
        // Constraints and indexes are of the model alone, and making them takes longer than all else.
        await server.WipeAsync(keepsSchema: model == _model, cancellation);
        _model = model;
        var store = Open(server, model);
        try
        {
            await store.PrepareAsync(cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>A store in the server's database as it is.</summary>
    public static Neo4jStore Open(Neo4jServer server, GraphModel model) => Neo4jStore.Open(model, new Neo4jOptions
    {
        Uri = server.Uri.ToString(),
        User = server.User,
        Password = server.Password,
        Database = server.Database,
        ConnectionTimeout = TimeSpan.FromMinutes(1),
    });
}
