using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite;

namespace GraphIntel.Benchmarks.Graphs;

/// <summary>A graph in a temporary SQLite file.</summary>
internal sealed class BenchmarkStore : IAsyncDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"graphintel-benchmark-{Environment.ProcessId}-{Guid.NewGuid():N}.db");

    private BenchmarkStore(GraphModel model)
    {
        Schema = SchemaBuilder.Build(model);
        Store = Open();
    }

    /// <summary>The path of the file.</summary>
    public string FilePath => _path;

    public GraphSchema Schema { get; }

    public SqliteStore Store { get; private set; }

    /// <summary>The generated graph.</summary>
    public static Task<BenchmarkStore> OpenAsync(int events = GeneratedGraph.Events) => OpenAsync(GraphSize.Default(events));

    /// <summary>The generated graph of a size.</summary>
    public static async Task<BenchmarkStore> OpenAsync(GraphSize size)
    {
        var opened = await CreateAsync(ModelReader.ReadDomain());
        await new GeneratedGraph(opened.Schema.Model, size).WriteAsync(opened.Store);
        await opened.ReopenAsync();
        return opened;
    }

    /// <summary>An empty graph.</summary>
    public static async Task<BenchmarkStore> CreateAsync(GraphModel model)
    {
        var created = new BenchmarkStore(model);
        await created.Store.PrepareAsync(CancellationToken.None);
        return created;
    }

    /// <summary>Closes and opens the file, which moves the write-ahead log into it, as at the end of an import.</summary>
    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Open();
        await Store.PrepareAsync(CancellationToken.None);
    }

    private SqliteStore Open() => SqliteStore.Open(Schema.Model, SqliteLocation.File(_path));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(_path) + "*"))
            File.Delete(file);
    }
}
