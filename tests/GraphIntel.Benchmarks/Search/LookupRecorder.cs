using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;

namespace GraphIntel.Benchmarks.Search;

/// <summary>A store that records the look-ups of keys which a request makes.</summary>
internal sealed class LookupRecorder(IGraphStore store) : IGraphStore
{
    private readonly List<Lookup> _recorded = [];

    /// <inheritdoc/>
    public GraphModel Model => store.Model;

    /// <inheritdoc/>
    public StoreConcurrency Concurrency => store.Concurrency;

    /// <summary>The look-ups since the last call.</summary>
    public IReadOnlyList<Lookup> Take()
    {
        Lookup[] taken = [.. _recorded];
        _recorded.Clear();
        return taken;
    }

    /// <summary>Makes recorded look-ups alone; returns the number of candidates.</summary>
    public async Task<int> RunAsync(IReadOnlyList<Lookup> lookups)
    {
        var count = 0;
        foreach (var (queries, limit) in lookups)
        {
            using var found = new SearchCandidates();
            await store.FindAsync(queries, limit, found, CancellationToken.None);
            count += found.Count;
        }
        return count;
    }

    /// <inheritdoc/>
    public ValueTask FindAsync(IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation)
    {
        _recorded.Add(new Lookup([.. queries], limit));
        return store.FindAsync(queries, limit, found, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<bool> PrepareAsync(CancellationToken cancellation) => store.PrepareAsync(cancellation);

    /// <inheritdoc/>
    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation) => store.Compile(plan, cursorNulls, cancellation);

    /// <inheritdoc/>
    public ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation) => store.WriteAsync(make, cancellation);

    public ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation) => store.TryAsync(work, cancellation);

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count, CancellationToken cancellation) =>
        store.ReadRecordsAsync(prefix, after, count, cancellation);

    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) => store.WriteAsync(batch, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        store.FindAsync(ids, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        store.ReadEndsAsync(type, cancellation);

    /// <inheritdoc/>
    public IRowCounter CompileCount(StartCount count) => store.CompileCount(count);

    /// <inheritdoc/>
    public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation) => store.OpenGraphAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation) => store.ReadMetadataAsync(name, cancellation);

    /// <inheritdoc/>
    public ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation) => store.WriteMetadataAsync(name, value, cancellation);

    /// <inheritdoc/>
    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => store.CheckAsync(repair, cancellation);

    /// <inheritdoc/>
    public ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation) => store.ReadStatisticsAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask CheckHealthAsync(CancellationToken cancellation) => store.CheckHealthAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}

/// <summary>A call of <see cref="IGraphStore.FindAsync(IReadOnlyList{ValueTuple{SearchIndex, SearchExpression}}, int, SearchCandidates, CancellationToken)"/>.</summary>
internal readonly record struct Lookup(IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> Queries, int Limit);
