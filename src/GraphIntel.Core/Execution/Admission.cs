using GraphIntel.Core.Errors;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Limits concurrency. Cheap and expensive operations have separate lanes, so that many of one kind do not block the other; new
/// documents and statements are prepared in a third lane.
/// </summary>
internal sealed class Admission(StoreConcurrency concurrency, EngineOptions options)
{
    /// <summary>
    /// The number of rows above which an operation is expensive: a store reads that many in some tens of milliseconds.
    /// </summary>
    public const double ExpensiveRows = 20_000;

    /// <summary>Delay in the queue for each row that an operation is estimated to read.</summary>
    private static readonly TimeSpan PenaltyPerRow = TimeSpan.FromMicroseconds(50);

    private static readonly TimeSpan PenaltyPerByte = TimeSpan.FromMicroseconds(50);
    private static readonly TimeSpan MaxPenalty = TimeSpan.FromHours(1);

    private const int MaxQueue = 1_000;

    private readonly AdmissionLane _cheap = new(concurrency.Operations, MaxQueue, options.MaxWait);
    private readonly AdmissionLane _expensive = new(
        Math.Min(options.ExpensiveOperations ?? concurrency.Expensive, concurrency.MaxExpensive), MaxQueue, options.MaxWait);
    private readonly AdmissionLane _preparing = new(Math.Max(1, Environment.ProcessorCount - 1), MaxQueue, options.MaxWait);

    private readonly AdmissionLane _exports = new(StoreConcurrency.Snapshots, MaxQueue, options.MaxWait);

    /// <summary>The error of an operation that was not started in time.</summary>
    private GraphError Busy => new(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The server is busy: the operation was not started within {options.MaxWait.TotalSeconds:0.#} seconds. Retry later."),
        ErrorCodes.StoreBusy,
        []);

    /// <summary>Waits until an operation may run.</summary>
    /// <param name="rows">The rows that it is estimated to read.</param>
    /// <param name="needsPlanning">Whether the store has to plan its statement, which makes it expensive as well.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationRefusedException">It was not admitted in time.</exception>
    public ValueTask<AdmissionLane.Lease> EnterAsync(double rows, bool needsPlanning, CancellationToken cancellation)
    {
        var lane = rows > ExpensiveRows || needsPlanning ? _expensive : _cheap;
        return EnterAsync(lane, Penalty(PenaltyPerRow, rows), cancellation);
    }

    /// <summary>Waits until a document of that many bytes may be validated and planned.</summary>
    /// <exception cref="OperationRefusedException">It was not admitted in time.</exception>
    public ValueTask<AdmissionLane.Lease> EnterPreparingAsync(int bytes, CancellationToken cancellation) =>
        EnterAsync(_preparing, Penalty(PenaltyPerByte, bytes), cancellation);

    /// <summary>Waits until an export of rows may begin; each of its pages is admitted besides.</summary>
    /// <exception cref="OperationRefusedException">It was not admitted in time.</exception>
    public ValueTask<AdmissionLane.Lease> EnterExportAsync(CancellationToken cancellation) => EnterAsync(_exports, TimeSpan.Zero, cancellation);

    private async ValueTask<AdmissionLane.Lease> EnterAsync(AdmissionLane lane, TimeSpan penalty, CancellationToken cancellation) =>
        await lane.EnterAsync(penalty, cancellation).ConfigureAwait(false) ?? throw new OperationRefusedException(GraphOutcome.Busy, Busy);

    private static TimeSpan Penalty(TimeSpan each, double count) =>
        count * each.Ticks >= MaxPenalty.Ticks ? MaxPenalty : TimeSpan.FromTicks((long)(count * each.Ticks));
}
