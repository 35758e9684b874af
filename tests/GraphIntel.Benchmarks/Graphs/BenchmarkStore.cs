using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Sqlite;

namespace GraphIntel.Benchmarks.Graphs;

/// <summary>The generated graph in a temporary SQLite file.</summary>
internal sealed class BenchmarkStore : IAsyncDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"graphintel-benchmark-{Environment.ProcessId}-{Guid.NewGuid():N}.db");

    private BenchmarkStore() => Store = Open();

    /// <summary>The path of the file.</summary>
    public string FilePath => _path;

    public GraphSchema Schema { get; } = SchemaBuilder.Build(ModelReader.ReadDomain());

    public SqliteStore Store { get; private set; }

    public static async Task<BenchmarkStore> OpenAsync(int events = GeneratedGraph.Events)
    {
        var opened = new BenchmarkStore();
        await opened.Store.PrepareAsync(CancellationToken.None);
        await new GeneratedGraph(opened.Schema.Model, events).WriteAsync(opened.Store);
        // Closing moves the write-ahead log into the file, as at the end of an import.
        await opened.Store.DisposeAsync();
        opened.Store = opened.Open();
        await opened.Store.PrepareAsync(CancellationToken.None);
        return opened;
    }

    private SqliteStore Open() => SqliteStore.Open(Schema.Model, SqliteLocation.File(_path));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(_path) + "*"))
            File.Delete(file);
    }
}
