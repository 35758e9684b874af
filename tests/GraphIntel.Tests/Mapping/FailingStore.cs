using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;

namespace GraphIntel.Tests.Mapping;

/// <summary>A store that fails at a write, before or after its commit, as if the process ended there.</summary>
/// <param name="inner">The store.</param>
/// <param name="writes">The number of writes before the one that fails.</param>
/// <param name="afterCommit">Whether that one is committed.</param>
internal sealed class FailingStore(IGraphStore inner, int writes, bool afterCommit) : IGraphStore
{
    private int _left = writes;

    /// <summary>The most batches in one transaction; if there are several, none fails.</summary>
    public int Batches { get; init; } = 1;

    public GraphModel Model => inner.Model;

    public StoreConcurrency Concurrency => inner.Concurrency;

    public ValueTask<bool> PrepareAsync(CancellationToken cancellation) => inner.PrepareAsync(cancellation);

    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation) => inner.Compile(plan, cursorNulls, cancellation);

    public IRowCounter CompileCount(StartCount count) => inner.CompileCount(count);

    public async ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) =>
        await WriteAsync(_ => ValueTask.FromResult(batch), cancellation);

    public async ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation)
    {
        var fails = _left-- == 0;
        if (fails && !afterCommit)
            throw new StoreException(StoreFailure.Unavailable, "The store failed.");
        var summary = await inner.WriteAsync(make, cancellation);
        return fails ? throw new StoreException(StoreFailure.Unavailable, "The store failed.") : summary;
    }

    public ValueTask<WriteSummary> WriteBatchesAsync(Func<IBatchScope, int, ValueTask<GraphBatch?>> make, CancellationToken cancellation) => Batches == 1
        ? WriteAsync(async scope => (await make(scope, 0))!, cancellation)
        : inner.WriteBatchesAsync(async (scope, number) => number < Batches ? await make(scope, number) : null, cancellation);

    public ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation) => inner.TryAsync(work, cancellation);

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count, CancellationToken cancellation) =>
        inner.ReadRecordsAsync(prefix, after, count, cancellation);

    public ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        inner.FindAsync(ids, cancellation);

    public ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation) =>
        inner.FindAsync(queries, limit, found, cancellation);

    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        inner.ReadEndsAsync(type, cancellation);

    public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation) => inner.OpenGraphAsync(cancellation);

    public ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation) => inner.ReadMetadataAsync(name, cancellation);

    public ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation) => inner.WriteMetadataAsync(name, value, cancellation);

    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => inner.CheckAsync(repair, cancellation);

    public ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation) => inner.ReadStatisticsAsync(cancellation);

    public ValueTask CheckHealthAsync(CancellationToken cancellation) => inner.CheckHealthAsync(cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
