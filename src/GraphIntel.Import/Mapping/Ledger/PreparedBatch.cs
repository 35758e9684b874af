using GraphIntel.Core.Storage;

namespace GraphIntel.Import.Mapping.Ledger;

/// <summary>A batch for the next transaction: made already if it could be foreseen, or to be made there.</summary>
/// <param name="draft">What its rows make.</param>
/// <param name="made">The batch, if it was foreseen.</param>
/// <param name="taken">What the batch takes for new.</param>
internal sealed class PreparedBatch(BatchDraft draft, MadeBatch? made = null, HashSet<string>? taken = null)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What its rows make; empty after <see cref="Release"/>.</summary>
    public BatchDraft Draft { get; private set; } = draft;

    /// <summary>The batch, if it was foreseen and is not released.</summary>
    public MadeBatch? Made { get; private set; } = made;

    /// <summary>The records that it was foreseen with: if they are not the import's any more, it must be made again.</summary>
    public KnownRecords? Known { get; init; }

    /// <summary>The batch that was foreseen, for its transaction.</summary>
    public MadeBatch TakeMade(IBatchScope scope)
    {
        scope.TakeForNew(taken ?? []);
        return Made!;
    }

    /// <summary>Forgets a batch whose rows are written but not yet committed: all of a transaction take much memory.</summary>
    public void Release() => (Draft, Made, taken) = (new BatchDraft(), null, null);

    /// <summary>Ends when it is written, or is not going to be.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Ends it.</summary>
    public void End() => _ended.TrySetResult();
}

/// <summary>Batches must be made again of which nothing is kept: rows must be read again, from the first that is not committed.</summary>
internal sealed class RowsNeededException : Exception;

/// <summary>A batch with what must be recorded of it.</summary>
/// <param name="Batch">The rows, and the records of rows.</param>
/// <param name="Log">What it does.</param>
/// <param name="IsEmpty">Whether nothing must be recorded.</param>
/// <param name="Candidates">The ids that its rows no longer make.</param>
/// <param name="Outcome">What became of what.</param>
internal sealed record MadeBatch(GraphBatch Batch, LogRecord Log, bool IsEmpty, IReadOnlyCollection<string> Candidates, BatchOutcome Outcome);
