using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Storage;

/// <summary>
/// Where the graph is kept. One implementation for each database; the only door between them and the rest. Safe for
/// concurrent use; every failure is a <see cref="StoreException"/>, a cancellation an <see cref="OperationCanceledException"/>.
/// </summary>
internal interface IGraphStore : IAsyncDisposable
{
    /// <summary>The model that the store keeps.</summary>
    GraphModel Model { get; }

    /// <summary>
    /// Makes tables, constraints and indexes where they are missing, and those that a compatibly grown model adds; refuses a
    /// store that is not ours or whose model does not fit.
    /// </summary>
    /// <returns>Whether the store was new.</returns>
    ValueTask<bool> PrepareAsync(CancellationToken cancellation);

    /// <summary>
    /// Makes the statement of a plan. <paramref name="cursorNulls"/> says which keys of its cursors are null, as
    /// <see cref="BoundParameters.CursorNulls"/> does; empty: none.
    /// </summary>
    CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls);

    /// <summary>Writes a batch, all or nothing, and keeps true what is derived from it: standing, attested days, closures, copies.</summary>
    ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation);

    /// <summary>Of these ids, those that are there, each with its type; derived relationship ids are understood.</summary>
    ValueTask<IReadOnlyDictionary<string, FactType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>The ends of every relationship of a type, as ids, in no particular order.</summary>
    ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation);

    /// <summary>
    /// The value of a mark, a note beside the graph; null where it was never written. What is not done in one batch, such as
    /// seeding, is marked when it is done, so that a process that was killed half way finds out.
    /// </summary>
    ValueTask<string?> ReadMarkAsync(string name, CancellationToken cancellation);

    /// <summary>Writes a mark over what it was.</summary>
    ValueTask WriteMarkAsync(string name, string value, CancellationToken cancellation);

    /// <summary>
    /// Holds what is kept to the model: what is derived against what it is derived from, and what the store does not enforce by
    /// itself. Needs no <see cref="PrepareAsync"/>: a store that it refuses can be looked at, too.
    /// </summary>
    /// <param name="repair">Whether what can be made good is.</param>
    /// <param name="cancellation">Stops it; what was repaired stays repaired.</param>
    ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation);

    /// <summary>
    /// Asks the store for the least it can answer; throws where it cannot. While a server is prepared that is whether it answers
    /// at all.
    /// </summary>
    ValueTask CheckHealthAsync(CancellationToken cancellation);
}

/// <summary>Where a relationship starts and ends; <paramref name="Id"/> is null where its type stores none.</summary>
internal readonly record struct RelationshipEnds(string? Id, string Source, string Target);
