using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Cost;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Chooses where the root connections of an operation start: with all nodes of the type, or with the nodes that a condition gives by
/// their ids. The latter is chosen if it leads to fewer rows than the other is expected to read, which is counted up to that
/// number.
/// </summary>
/// <param name="isForced">Whether to start with a condition wherever one can be turned around; for tests.</param>
internal sealed class StartChooser(bool isForced)
{
    /// <summary>The number of nodes up to which testing each is as fast as counting.</summary>
    private const int MinScanned = 2_000;

    /// <summary>The number of rows up to which is counted, about a millisecond.</summary>
    private const int MaxCounted = 8_192;

    /// <summary>The plan to execute, which is the given one or one of its alternatives.</summary>
    /// <param name="prepared">The plan.</param>
    /// <param name="bound">The values of its parameters.</param>
    /// <param name="statistics">The statistics of the store; null while they are unavailable.</param>
    /// <param name="log">Receives the counts and the decisions; null if nobody asks.</param>
    /// <param name="cancellation">Cancels the counts.</param>
    public async ValueTask<PreparedPlan> ChooseAsync(
        PreparedPlan prepared, BoundParameters bound, GraphStatistics? statistics, PreliminaryLog? log, CancellationToken cancellation)
    {
        // What a search finds is not known yet, and few as it is.
        if (prepared.Starts.Count == 0 || bound.Searches is not null || (statistics is null && !isForced))
            return prepared;
        List<(StartCandidate, int)>? chosen = null;
        foreach (var candidates in prepared.Starts.GroupBy(candidate => candidate.Slot))
        {
            var connection = (ConnectionSlot)prepared.Plan.Slots[candidates.Key];
            var most = isForced ? int.MaxValue : Bound(connection, bound, statistics!);
            if (most == 0)
                continue;
            var part = log?.Begin($"where {connection.ResponseKey} starts");
            var best = default((StartCandidate Candidate, int Rows)?);
            foreach (var candidate in candidates)
            {
                var rows = await CountAsync(prepared, candidate, bound, most, part, cancellation).ConfigureAwait(false);
                if (rows < (best?.Rows ?? most))
                    best = (candidate, rows);
            }
            if (part is not null)
                part.Result = best is { } one ? $"with {one.Candidate.Condition.Source.Title}, {Number(one.Rows)} rows" : $"with all {connection.Source.Title} nodes";
            if (best is { } few)
                (chosen ??= []).Add((few.Candidate, most));
        }
        return chosen is null ? prepared : prepared.StartingWith(chosen, cancellation);
    }

    /// <summary>
    /// The number of rows from which testing every node is as fast; 0 if it is fast in any case. If k of n nodes meet the condition and
    /// are found in the order of the page, the first p of them are expected after n p / k nodes, while starting with the condition
    /// reads k: as many if k is the square root of n p. If all have to be found, n nodes are tested.
    /// </summary>
    private static int Bound(ConnectionSlot connection, BoundParameters bound, GraphStatistics statistics)
    {
        var scan = (ScanSource)connection.Source;
        var scanned = new CostEstimator(bound, statistics, null).Scanned(scan);
        if (scanned < MinScanned)
            return 0;
        var most = 0d;
        foreach (var read in connection.Reads)
        {
            most = Math.Max(most, read switch
            {
                ItemsRead items when CostEstimator.IsInOrder(scan, items.Page) => Math.Sqrt(scanned * bound.Int(items.Page.Limit)),
                CountRead { AtMost: { } atMost } => Math.Sqrt(scanned * bound.Int(atMost)),
                _ => scanned / 2,
            });
        }
        // Powers of two, so that there are few different statements.
        return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(most, MaxCounted) / 2);
    }

    /// <summary>
    /// The largest number of rows on the way from the given nodes to the connection's; the bound if one of them reaches it. Further
    /// levels are then not counted, since they would have to read more than that.
    /// </summary>
    private static async ValueTask<int> CountAsync(
        PreparedPlan prepared, StartCandidate candidate, BoundParameters bound, int most, PreliminaryPart? part, CancellationToken cancellation)
    {
        var rows = 0;
        for (var level = 0; level < candidate.Levels.Count && rows < most; level++)
        {
            var start = Stopwatch.GetTimestamp();
            var found = await prepared.CounterOf(candidate, level, most, cancellation).CountAsync(bound, cancellation).ConfigureAwait(false);
            rows = Math.Max(rows, found);
            part?.Add(new PreliminaryRead(
                $"{candidate.Levels[level].Title}, at most {Number(most)}", $"{Number(found)} rows", Stopwatch.GetElapsedTime(start)));
        }
        return rows;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
