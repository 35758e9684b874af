using GraphIntel.Benchmarks.Graphs;
using GraphIntel.Benchmarks.Processes;

namespace GraphIntel.Benchmarks.Attacks;

/// <summary>A server over a SQLite file.</summary>
internal sealed class SqliteTarget : AttackTarget
{
    private readonly BenchmarkStore _store;

    private SqliteTarget(BenchmarkStore store) : base("SQLite") => _store = store;

    /// <inheritdoc/>
    public override bool HasTimeLimits => false;

    /// <summary>Writes the graph.</summary>
    public static async Task<SqliteTarget> OpenAsync(int events) => new(await BenchmarkStore.OpenAsync(events));

    /// <inheritdoc/>
    protected override Task<ServerProcess> StartServerAsync() => StartAsync("sqlite:" + _store.FilePath);

    /// <inheritdoc/>
    protected override ValueTask CloseAsync() => _store.DisposeAsync();
}
