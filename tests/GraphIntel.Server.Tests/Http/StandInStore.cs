using GraphIntel.Core.Execution;
using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Server.Tests.Http;

/// <summary>A store whose statements do what a test says: wait, or fail. It can be prepared where a test says how.</summary>
internal sealed class StandInStore(Func<CancellationToken, Task> run) : IGraphStore
{
    public GraphModel Model { get; } = ModelReader.ReadDomain();

    /// <summary>What happens when it is prepared.</summary>
    public Func<CancellationToken, Task> Prepare { get; init; } = _ => throw new NotSupportedException();

    /// <summary>What happens when it is asked for its health; as its statements do where nothing is said.</summary>
    public Func<CancellationToken, Task>? Health { get; init; }

    /// <summary>What happens when a statement is planned ahead; nothing where nothing is said.</summary>
    public Func<CancellationToken, Task> Prime { get; init; } = _ => Task.CompletedTask;

    public CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls) => new StandInPlan(run, Prime);

    public async ValueTask CheckHealthAsync(CancellationToken cancellation) => await (Health ?? run)(cancellation);

    public async ValueTask<bool> PrepareAsync(CancellationToken cancellation)
    {
        await Prepare(cancellation);
        return false;
    }

    public ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<string, FactType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<string?> ReadMarkAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask WriteMarkAsync(string name, string value, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class StandInPlan(Func<CancellationToken, Task> run, Func<CancellationToken, Task> prime) : CompiledPlan
    {
        public override string Statement => "SECRET STATEMENT";

        public override async ValueTask ExecuteAsync(PlanRun planRun, CancellationToken cancellation) => await run(cancellation);

        public override async ValueTask PrimeAsync(CancellationToken cancellation) => await prime(cancellation);
    }
}
