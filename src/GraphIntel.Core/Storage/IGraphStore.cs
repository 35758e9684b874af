using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Response;
using GraphIntel.Core.Search;

namespace GraphIntel.Core.Storage;

/// <summary>
/// A store of the graph: the only interface between the databases and the rest. Safe for concurrent use; every failure is a
/// <see cref="StoreException"/>, a cancellation an <see cref="OperationCanceledException"/>.
/// </summary>
internal interface IGraphStore : IAsyncDisposable
{
    /// <summary>The model of the store.</summary>
    GraphModel Model { get; }

    /// <summary>
    /// Creates missing tables, constraints and indexes, including those of a compatibly extended model; throws if the store was
    /// not created by GraphIntel or its model is incompatible.
    /// </summary>
    /// <returns>Whether the store was new.</returns>
    ValueTask<bool> PrepareAsync(CancellationToken cancellation);

    /// <summary>How many operations the store executes concurrently.</summary>
    StoreConcurrency Concurrency { get; }

    /// <summary>
    /// Compiles a plan. <paramref name="cursorNulls"/> are the keys of its cursors that are null, as in
    /// <see cref="BoundParameters.CursorNulls"/>; empty for none.
    /// </summary>
    CompiledPlan Compile(Plan plan, ReadOnlySpan<bool> cursorNulls, CancellationToken cancellation);

    /// <summary>
    /// Opens the current state for several executions, as <see cref="PlanRun.Snapshot"/>; null if the store cannot keep one. At
    /// most <see cref="StoreConcurrency.Snapshots"/> are open at once.
    /// </summary>
    ValueTask<IReadSnapshot?> OpenSnapshotAsync(CancellationToken cancellation) => new((IReadSnapshot?)null);

    /// <summary>Compiles a counter for the choice of how a connection is read.</summary>
    IRowCounter CompileCount(StartCount count);

    /// <summary>Writes a batch, all or nothing, and updates derived data: standing, attested days, closures, copies.</summary>
    ValueTask<WriteSummary> WriteAsync(GraphBatch batch, CancellationToken cancellation);

    /// <summary>Writes a batch that depends on what is stored; otherwise as <see cref="WriteAsync(GraphBatch, CancellationToken)"/>.</summary>
    /// <param name="make">
    /// Makes the batch, in the transaction in which it is written. A store can call it again, after a transaction that was rolled back.
    /// </param>
    /// <param name="cancellation">Cancels the write, which is then rolled back.</param>
    ValueTask<WriteSummary> WriteAsync(Func<IBatchScope, ValueTask<GraphBatch>> make, CancellationToken cancellation);

    /// <summary>
    /// Writes batches in one transaction, one after another, as many as suit the store; otherwise as
    /// <see cref="WriteAsync(Func{IBatchScope, ValueTask{GraphBatch}}, CancellationToken)"/>. Each sees what those before have written.
    /// </summary>
    /// <param name="make">Makes the batch with a number, from 0, which is always there; null if there are no more.</param>
    /// <param name="cancellation">Cancels the write, which is then rolled back.</param>
    async ValueTask<WriteSummary> WriteBatchesAsync(Func<IBatchScope, int, ValueTask<GraphBatch?>> make, CancellationToken cancellation) =>
        await WriteAsync(async scope => (await make(scope, 0).ConfigureAwait(false))!, cancellation).ConfigureAwait(false);

    /// <summary>
    /// Does work in a transaction that is always rolled back: to find out what a write would do. The work can be called again, as with
    /// <see cref="WriteAsync(Func{IBatchScope, ValueTask{GraphBatch}}, CancellationToken)"/>.
    /// </summary>
    ValueTask<T> TryAsync<T>(Func<IBatchScope, ValueTask<T>> work, CancellationToken cancellation);

    /// <summary>Reads records, as <see cref="IBatchScope.ReadRecordsAsync(string, string, int)"/>, without locking anything.</summary>
    ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> ReadRecordsAsync(string prefix, string after, int count, CancellationToken cancellation);

    /// <summary>Those of these ids that exist, each with its type; derived relationship ids are supported.</summary>
    ValueTask<IReadOnlyDictionary<string, ElementType>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>Finds nodes by the keys of their names and texts.</summary>
    /// <param name="queries">The indexes, each with an expression over keys; see <see cref="SearchExpression"/>.</param>
    /// <param name="limit">
    /// The number of nodes after which each index stops. A store that knows that there are so many in all need not add any of them; then
    /// it sets <see cref="SearchCandidates.IsIncomplete"/>.
    /// </param>
    /// <param name="found">Receives the nodes, in no particular order.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask FindAsync(
        IReadOnlyList<(SearchIndex Index, SearchExpression Expression)> queries, int limit, SearchCandidates found, CancellationToken cancellation);

    /// <summary>The ends of every relationship of a type, as ids, in no particular order.</summary>
    ValueTask<IReadOnlyList<RelationshipEnds>> ReadEndsAsync(RelationshipType type, CancellationToken cancellation);

    /// <summary>Opens a reader of the whole graph.</summary>
    ValueTask<IGraphReader> OpenGraphAsync(CancellationToken cancellation);

    /// <summary>
    /// Reads a metadata value, stored beside the graph; null if it was never written. Work of several batches, such as seeding,
    /// is recorded when it is complete, so that a later process detects an interruption.
    /// </summary>
    ValueTask<string?> ReadMetadataAsync(string name, CancellationToken cancellation);

    /// <summary>Writes a metadata value, replacing an earlier one.</summary>
    ValueTask WriteMetadataAsync(string name, string value, CancellationToken cancellation);

    /// <summary>
    /// Checks the store against its model: derived data against its sources, and rules that the store does not enforce itself.
    /// Works without <see cref="PrepareAsync"/>, so that a store that it rejects can be checked too.
    /// </summary>
    /// <param name="repair">Whether to repair what can be repaired.</param>
    /// <param name="cancellation">Cancels the check; completed repairs stay.</param>
    ValueTask<CheckReport> CheckAsync(bool repair, CancellationToken cancellation);

    /// <summary>Reads statistics. It reads the whole store in parts, which takes seconds for millions of elements.</summary>
    ValueTask<GraphStatistics> ReadStatisticsAsync(CancellationToken cancellation);

    /// <summary>
    /// Sends a minimal query to the store; throws if it fails. While a database server is in preparation, it checks only that
    /// the server responds.
    /// </summary>
    ValueTask CheckHealthAsync(CancellationToken cancellation);
}

/// <summary>The ends of a relationship; <paramref name="Id"/> is null if its type stores none.</summary>
internal readonly record struct RelationshipEnds(string? Id, string Source, string Target);

/// <summary>How many operations run in a store concurrently without slowing each other down.</summary>
/// <param name="Operations">Cheap operations.</param>
/// <param name="Expensive">Expensive operations, in addition; the default of the setting.</param>
/// <param name="MaxExpensive">The maximum of the setting.</param>
internal readonly record struct StoreConcurrency(int Operations, int Expensive, int MaxExpensive)
{
    /// <summary>Snapshots that are open at once, in addition to operations.</summary>
    public const int Snapshots = 4;

    /// <summary>
    /// For a store that runs on this machine's processors: at least one of them stays free of expensive operations.
    /// </summary>
    public static StoreConcurrency OfProcessors { get; } =
        new(Math.Max(2, Environment.ProcessorCount), Math.Max(1, Environment.ProcessorCount / 2), 4 * Math.Max(1, Environment.ProcessorCount / 2));
}
