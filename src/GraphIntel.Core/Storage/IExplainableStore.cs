using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Storage;

/// <summary>A store that shows how its database executes a statement, for people who tune queries or a database.</summary>
internal interface IExplainableStore : IGraphStore
{
    /// <summary>
    /// Opens a store that was prepared before, without writing anything. Throws if it does not exist, or is not prepared for the model.
    /// An in-memory store is always new, so it is created and prepared.
    /// </summary>
    ValueTask AttachAsync(CancellationToken cancellation);

    /// <summary>The statements of a plan, in the order in which they are sent, with the query plans of the database.</summary>
    /// <param name="plan">A plan that this store compiled.</param>
    /// <param name="bound">The values of its parameters.</param>
    /// <param name="analyze">Whether to execute each statement, for <see cref="ExplainedStatement.Analysis"/>.</param>
    /// <param name="cancellation">Cancels the work.</param>
    ValueTask<IReadOnlyList<ExplainedStatement>> ExplainAsync(CompiledPlan plan, BoundParameters bound, bool analyze, CancellationToken cancellation);
}

/// <summary>A statement and what the database says of it.</summary>
/// <param name="Field">The response key of the root field that it reads; null if it reads all.</param>
/// <param name="Text">The statement, broken into lines.</param>
/// <param name="Parameters">The names of its parameters, each with the index of the plan's parameter.</param>
/// <param name="QueryPlan">The database's plan, as lines; of an analysis, with its numbers.</param>
/// <param name="Analysis">The times and counts of an execution, as lines; empty if it was not executed.</param>
internal sealed record ExplainedStatement(
    string? Field,
    string Text,
    IReadOnlyList<(string Name, int Index)> Parameters,
    IReadOnlyList<string> QueryPlan,
    IReadOnlyList<string> Analysis);
