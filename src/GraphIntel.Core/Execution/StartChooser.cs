using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Cost;
using GraphIntel.Core.Planning.Starts;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Chooses where the connections of an operation start, by counts that cost no more than what they can save: a root connection with
/// all nodes of the type or with the nodes that a condition gives by their ids, a path with its origin or with the order of the page.
/// </summary>
/// <param name="isForced">Whether to choose every alternative, whatever is counted; for tests.</param>
internal sealed class StartChooser(bool isForced)
{
    /// <summary>The number of nodes up to which testing each is as fast as counting.</summary>
    private const int MinScanned = 2_000;

    /// <summary>The number of rows up to which is counted, about a millisecond.</summary>
    private const int MaxCounted = 8_192;

    /// <summary>The number of nodes up to which walking to all and sorting them is fast, about a millisecond.</summary>
    private const int MinSorted = 1_024;

    /// <summary>How many nodes are tested for one of a page, at most: testing one takes as long as walking to several.</summary>
    private const int TestedPerRow = 8;

    /// <summary>The plan to execute, which is the given one or one with alternatives.</summary>
    /// <param name="prepared">The plan.</param>
    /// <param name="bound">The values of its parameters.</param>
    /// <param name="statistics">The statistics of the store; null while they are unavailable.</param>
    /// <param name="log">Receives the counts and the decisions; null if nobody asks.</param>
    /// <param name="cancellation">Cancels the counts.</param>
    public async ValueTask<PreparedPlan> ChooseAsync(
        PreparedPlan prepared, BoundParameters bound, GraphStatistics? statistics, PreliminaryLog? log, CancellationToken cancellation)
    {
        // What a search finds is not known yet, and few as it is.
        if (bound.Searches is not null || (statistics is null && !isForced))
            return prepared;
        var chosen = new List<(StartAlternative, int)>();
        foreach (var starts in prepared.Starts.OfType<ConditionStart>().GroupBy(start => start.Slot))
        {
            var connection = (ConnectionSlot)prepared.Plan.Slots[starts.Key];
            var most = isForced ? int.MaxValue : Bound(connection, bound, statistics!);
            if (most > 0 && await FewestAsync(prepared, connection, [.. starts], bound, most, log, cancellation).ConfigureAwait(false) is { } few)
                chosen.Add((few, most));
        }
        foreach (var start in prepared.Starts.OfType<OrderStart>())
        {
            var tested = Math.Max(MinSorted, TestedPerRow * bound.Int(start.Page.Limit));
            if (!isForced && statistics!.Nodes.GetValueOrDefault(((NodeAlias)start.Scan.Item).Node) <= tested)
                continue;
            if (await IsDenseAsync(prepared, start, bound, tested, log, cancellation).ConfigureAwait(false) || isForced)
                chosen.Add((start, tested));
        }
        return chosen.Count == 0 ? prepared : prepared.StartingWith(chosen, cancellation);
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
                ItemsRead items when scan.IsInOrder(items.Page) => Math.Sqrt(scanned * bound.Int(items.Page.Limit)),
                CountRead { AtMost: { } atMost } => Math.Sqrt(scanned * bound.Int(atMost)),
                _ => scanned / 2,
            });
        }
        // Powers of two, so that there are few different statements.
        return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(most, MaxCounted) / 2);
    }

    /// <summary>The alternative that leads to the fewest rows; null if all lead to as many as the bound.</summary>
    private static async ValueTask<ConditionStart?> FewestAsync(
        PreparedPlan prepared,
        ConnectionSlot connection,
        IReadOnlyList<ConditionStart> starts,
        BoundParameters bound,
        int most,
        PreliminaryLog? log,
        CancellationToken cancellation)
    {
        var part = log?.Begin($"Start of {connection.ResponseKey}");
        var (best, least) = (default(ConditionStart), most);
        foreach (var start in starts)
        {
            var rows = await CountAsync(prepared, start, bound, most, part, cancellation).ConfigureAwait(false);
            if (rows < least)
                (best, least) = (start, rows);
        }
        if (part is not null)
            part.Result = best is null ? $"with all {connection.Source.Title} nodes" : $"with {best.Condition.Source.Title}, {Number(least)} rows";
        return best;
    }

    /// <summary>
    /// The largest number of rows on the way from the given nodes to the connection's; the bound if one of them reaches it. Further
    /// levels are then not counted, since they would have to read more than that.
    /// </summary>
    private static async ValueTask<int> CountAsync(
        PreparedPlan prepared, ConditionStart start, BoundParameters bound, int most, PreliminaryPart? part, CancellationToken cancellation)
    {
        var rows = 0;
        for (var level = 0; level < start.Levels.Count && rows < most; level++)
        {
            var source = start.Levels[level];
            var counter = prepared.CounterOf(start, level, new StartCount.Back(source, most));
            rows = Math.Max(rows, await CountAsync(counter, bound, $"{source.Title}, at most {Number(most)}", part, cancellation).ConfigureAwait(false));
        }
        return rows;
    }

    /// <summary>
    /// Whether a path leads to many nodes, so that sorting them takes long, and to so many of the first in the order of the page that
    /// these fill it.
    /// </summary>
    private static async ValueTask<bool> IsDenseAsync(
        PreparedPlan prepared, OrderStart start, BoundParameters bound, int tested, PreliminaryLog? log, CancellationToken cancellation)
    {
        var connection = ((ObjectSlot)prepared.Plan.Slots[start.Slot]).Slots[start.Child];
        var part = log?.Begin($"Start of {connection.ResponseKey}");
        var counter = prepared.CounterOf(start, 0, new StartCount.Ends(start, tested));
        var isDense = await CountAsync(counter, bound, $"{start.Walk.Title}, at most {Number(tested)}", part, cancellation).ConfigureAwait(false) >= tested;
        if (isDense)
        {
            counter = prepared.CounterOf(start, 1, new StartCount.First(start, tested));
            var found = await CountAsync(counter, bound, $"of the first {Number(tested)} {start.Scan.Title} nodes", part, cancellation).ConfigureAwait(false);
            isDense = found >= bound.Int(start.Page.Limit);
        }
        if (part is not null)
            part.Result = isDense ? $"with {start.Scan.Title} nodes in the order of the page" : "with its origin";
        return isDense;
    }

    private static async ValueTask<int> CountAsync(
        IRowCounter counter, BoundParameters bound, string what, PreliminaryPart? part, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var found = await counter.CountAsync(bound, cancellation).ConfigureAwait(false);
        part?.Add(new PreliminaryRead(what, $"{Number(found)} rows", Stopwatch.GetElapsedTime(start)));
        return found;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
