using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Tests.Sqlite;

namespace GraphIntel.Tests.Stores;

/// <summary>A kind of store, for tests of all kinds. Each test has its own location, initially empty.</summary>
internal abstract class StoreFamily : IAsyncDisposable
{
    /// <summary>The name of the store's container in messages.</summary>
    public abstract string Container { get; }

    /// <summary>Opens and prepares a store with a model at the test's location.</summary>
    public abstract Task<TestGraph> OpenAsync(GraphModel model);

    public Task<TestGraph> OpenAsync(string sdl) => OpenAsync(ModelReader.Read(sdl));

    public abstract ValueTask DisposeAsync();
}

/// <summary>SQLite, in a folder for the test.</summary>
internal sealed class SqliteFamily : StoreFamily
{
    private readonly TemporaryFolder _folder = new();

    public override string Container => "file";

    public override async Task<TestGraph> OpenAsync(GraphModel model) => await TestStore.NewAsync(model, _folder.Location);

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Neo4j: the one database of a shared server, emptied for each test.</summary>
internal sealed class Neo4jFamily(Neo4jServer server) : StoreFamily
{
    private bool _isEmpty;

    public override string Container => "database";

    public override async Task<TestGraph> OpenAsync(GraphModel model)
    {
        server.Require();
        if (!_isEmpty)
            await Neo4jGraph.EmptyAsync(model, server);
        _isEmpty = true;
        return await Neo4jGraph.OpenAsync(model, server);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
