using GraphIntel.Core.Execution;

namespace GraphIntel.Core.Storage;

/// <summary>A plan in a store's own language, ready to run with other parameters each time. Safe for concurrent use.</summary>
internal abstract class CompiledPlan
{
    /// <summary>The statement, for tests and for those who tune: no client ever sees it.</summary>
    public abstract string Statement { get; }

    /// <summary>Runs the statement once and writes the answer's <c>data</c> into the run.</summary>
    public abstract ValueTask ExecuteAsync(PlanRun run, CancellationToken cancellation);

    /// <summary>Lets the database get ready for the statement before it is asked; nothing to do where it keeps no plans of its own.</summary>
    public virtual ValueTask PrimeAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}
