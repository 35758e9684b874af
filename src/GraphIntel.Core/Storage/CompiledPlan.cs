using GraphIntel.Core.Planning;
using GraphIntel.Core.Response;

namespace GraphIntel.Core.Storage;

/// <summary>A plan compiled to a store's own language, executed with different parameters. Safe for concurrent use.</summary>
internal abstract class CompiledPlan
{
    /// <summary>The statement, for tests and tuning; never shown to clients.</summary>
    public abstract string Statement { get; }

    /// <summary>Executes the statement once and writes the <c>data</c> of the response into the run.</summary>
    public abstract ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation);

    /// <summary>Opens a reader for a traversal of the plan, which is made before the statement is executed.</summary>
    public abstract ValueTask<ITraversalReader> OpenTraversalAsync(Traversal traversal, BoundParameters bound, CancellationToken cancellation);

    /// <summary>
    /// Whether the database may take longer to plan the statement than to execute it, because it is new or large.
    /// </summary>
    public virtual bool NeedsPlanning => false;

    /// <summary>Lets the database plan the statement in advance; does nothing if it caches no plans.</summary>
    public virtual ValueTask PrimeAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}
