using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Response;
using GraphIntel.Core.Search;
using GraphIntel.Core.Storage;

namespace GraphIntel.Server.Tests.Http;

/// <summary>A store whose operations run the delegates of a test.</summary>
internal sealed class StubStore(Func<CancellationToken, Task> run) : IGraphStore
{
    public GraphModel Model { get; } = ModelReader.ReadDomain();

    /// <summary>Prepares the store.</summary>
    public Func<CancellationToken, Task> Prepare { get; init; } = _ => throw new NotSupportedException();

    /// <summary>Checks the health; by default, like a statement.</summary>
    public Func<CancellationToken, Task>? Health { get; init; }

    /// <summary>Plans a statement ahead; by default, does nothing.</summary>
    public Func<CancellationToken, Task> Prime { get; init; } = _ => Task.CompletedTask;

    /// <summary>Runs when a plan is compiled; by default, does nothing.</summary>
    public Action<CancellationToken> Compiling { get; init; } = _ => { };

    /// <summary>The statistics of the store.</summary>
    public GraphStatistics Statistics { get; set; } = GraphStatistics.Empty;

    public StoreConcurrency Concurrency { get; init; } = StoreConcurrency.OfProcessors;

    public ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation) => ValueTask.FromResult(Statistics);

    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation)
    {
        Compiling(cancellation);
        return new StubPlan(run, Prime);
    }

    public async ValueTask CheckHealthAsync(CancellationToken cancellation) => await (Health ?? run)(cancellation);

    public async ValueTask<bool> PrepareAsync(CancellationToken cancellation)
    {
        await Prepare(cancellation);
        return false;
    }

    public ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public IRowCounter CompileCount(StartCount count) => throw new NotSupportedException();

    public ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class StubPlan(Func<CancellationToken, Task> run, Func<CancellationToken, Task> prime) : CompiledPlan
    {
        public override string Statement => "SECRET STATEMENT";

        public override ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public override async ValueTask ExecuteAsync(PlanRun planRun, CancellationToken cancellation) => await run(cancellation);

        public override async ValueTask PrimeAsync(CancellationToken cancellation) => await prime(cancellation);
    }
}
