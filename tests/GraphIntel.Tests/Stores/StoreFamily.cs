using GraphIntel.Core.Model;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Tests.Sqlite;

namespace GraphIntel.Tests.Stores;

/// <summary>One kind of store, for tests that every kind must pass. Each test has a place of its own, empty at first.</summary>
internal abstract class StoreFamily : IAsyncDisposable
{
    /// <summary>What a message calls the thing that a store is kept in.</summary>
    public abstract string Container { get; }

    /// <summary>Opens the test's place with a model and prepares it.</summary>
    public abstract Task<TestGraph> OpenAsync(GraphModel model);

    public Task<TestGraph> OpenAsync(string sdl) => OpenAsync(ModelReader.Read(sdl));

    public abstract ValueTask DisposeAsync();
}

/// <summary>SQLite, in a folder of the test's own.</summary>
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

/// <summary>Neo4j: the one database of a server that the tests share, emptied for each.</summary>
internal sealed class Neo4jFamily(Neo4jServer server) : StoreFamily
{
    private bool _isEmpty;

    public override string Container => "database";

    public override async Task<TestGraph> OpenAsync(GraphModel model)
    {
        server.Require();
        if (!_isEmpty)
            await server.WipeAsync(keepsSchema: false, Xunit.TestContext.Current.CancellationToken);
        _isEmpty = true;
        return await Neo4jGraph.OpenAsync(model, server);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
