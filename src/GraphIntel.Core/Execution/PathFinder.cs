using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Finds paths from both of their ends, the side with fewer relationships first. With each level, the relationships of all
/// paths of one more relationship are known: these are listed, and nothing is read for longer ones once there are enough.
/// </summary>
internal static class PathFinder
{
    /// <summary>The number of relationships that a side may have at first.</summary>
    private const int FirstAllowed = 1_000;

    /// <summary>And so many for each of its nodes: mostly the side with fewer nodes then needs one attempt.</summary>
    private const int AllowedPerNode = 32;

    /// <summary>How many times as many are allowed next, if both sides have more.</summary>
    private const int AllowedFactor = 8;

    /// <summary>The ids of the nodes and of the relationships of the paths found.</summary>
    public static async ValueTask<(string[] Nodes, string[] Relationships)> FindAsync(
        PathSearch search, ITraversalReader reader, BoundParameters bound, CancellationToken cancellation)
    {
        var traversal = search.Traversal;
        string[] ends = search.From == search.To ? [search.From] : [search.From, search.To];
        if (ends.Any(end => traversal.NodesOf(end) is null))
            return ([], []);
        bound.Values[traversal.Ends.Index] = ends;
        var types = traversal.TypesOf(ends);
        var (outward, inward) = (search.Scope.Hops(types, isReversed: false), search.Scope.Hops(types, isReversed: true));
        var keys = await reader.FindAsync(ends).ConfigureAwait(false);
        if (keys[0] is not { } from || keys[^1] is not { } to)
            return ([], []);
        var expander = new NodeExpander(reader, cancellation);
        var graph = new WalkedGraph();
        var lister = new PathLister(graph, graph[from], graph[to], search.First, reader, cancellation);
        if (ends.Length == 1)
        {
            await lister.ListAsync(0).ConfigureAwait(false);
        }
        else
        {
            var isSymmetric = search.Scope.IsSymmetric;
            var start = new PathSide(graph, expander, outward, graph[from], isStart: true, isSymmetric);
            var end = new PathSide(graph, expander, inward, graph[to], isStart: false, isSymmetric);
            await WalkAsync(search, start, end, expander, lister).ConfigureAwait(false);
        }
        search.IsTruncated = lister.IsTruncated || expander.IsExhausted;
        search.Paths = lister.Paths;
        return (lister.Nodes, lister.Relationships);
    }

    private static async ValueTask WalkAsync(PathSearch search, PathSide start, PathSide end, NodeExpander expander, PathLister lister)
    {
        for (var length = 1; length <= search.MaxLength && !lister.IsTruncated; length++)
        {
            // All paths are known once one side has no further level, or the budget has ended.
            if (!start.IsComplete && !end.IsComplete && !expander.IsExhausted)
            {
                start.Leave(end);
                end.Leave(start);
                await ExpandAsync(start, end, expander, isLast: length == search.MaxLength).ConfigureAwait(false);
            }
            await lister.ListAsync(length).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Expands the side with fewer relationships, as far as a few attempts tell: each side is read until it turns out to have more than
    /// were allowed, then both with more allowed.
    /// </summary>
    private static async ValueTask ExpandAsync(PathSide start, PathSide end, NodeExpander expander, bool isLast)
    {
        var (first, second) = start.LevelSize <= end.LevelSize ? (start, end) : (end, start);
        for (var most = Math.Max(FirstAllowed, Math.Min(first.LevelSize, expander.Remaining) * AllowedPerNode); ; most *= AllowedFactor)
        {
            if (await first.TryExpandAsync(second, isLast, most).ConfigureAwait(false) || await second.TryExpandAsync(first, isLast, most).ConfigureAwait(false))
                return;
            if (most >= expander.Remaining)
                break;
        }
        await first.ExpandPartlyAsync(second).ConfigureAwait(false);
    }
}
