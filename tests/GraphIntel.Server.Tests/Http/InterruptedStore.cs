using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Response;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;

namespace GraphIntel.Server.Tests.Http;

/// <summary>A store that runs a delegate before each execution of a statement.</summary>
/// <param name="inner">The store.</param>
/// <param name="before">Gets the number of the execution, from 1.</param>
internal sealed class InterruptedStore(IGraphStore inner, Func<int, CancellationToken, Task> before) : IGraphStore
{
    private int _executions;

    /// <summary>Executions so far.</summary>
    public int Executions => Volatile.Read(ref _executions);

    public GraphModel Model => inner.Model;

    /// <summary>Enough for any test, so that only exports wait for each other.</summary>
    public StoreConcurrency Concurrency { get; } = new(20, 1, 1);

    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation) =>
        new InterruptedPlan(inner.Compile(plan, cursorNulls, cancellation), this);

    public ValueTask<IReadSnapshot?> OpenSnapshotAsync(CancellationToken cancellation) => inner.OpenSnapshotAsync(cancellation);

    public IRowCounter CompileCount(StartCount count) => inner.CompileCount(count);

    public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation) => inner.OpenGraphAsync(cancellation);

    public ValueTask<bool> PrepareAsync(CancellationToken cancellation) => inner.PrepareAsync(cancellation);

    public ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation) => inner.WriteAsync(make, cancellation);

    public ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation) => inner.TryAsync(work, cancellation);

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count, CancellationToken cancellation) =>
        inner.ReadRecordsAsync(prefix, after, count, cancellation);

    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) => inner.WriteAsync(batch, cancellation);

    public ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        inner.FindAsync(ids, cancellation);

    public ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation) =>
        inner.FindAsync(queries, limit, found, cancellation);

    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        inner.ReadEndsAsync(type, cancellation);

    public ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation) => inner.ReadMetadataAsync(name, cancellation);

    public ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation) => inner.WriteMetadataAsync(name, value, cancellation);

    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => inner.CheckAsync(repair, cancellation);

    public ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation) => inner.ReadStatisticsAsync(cancellation);

    public ValueTask CheckHealthAsync(CancellationToken cancellation) => inner.CheckHealthAsync(cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class InterruptedPlan(CompiledPlan plan, InterruptedStore store) : CompiledPlan
    {
        public override string Statement => plan.Statement;

        public override ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation) =>
            plan.OpenTraversalAsync(traversal, bound, cancellation);

        public override async ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation)
        {
            await store.BeforeAsync(cancellation);
            await plan.ExecuteAsync(run, cancellation);
        }
    }

    private Task BeforeAsync(CancellationToken cancellation) => before(Interlocked.Increment(ref _executions), cancellation);
}
