using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Finds paths from both of their ends, the side with fewer relationships first. With each level, the relationships of all
/// paths of one more relationship are known: these are listed, and nothing is read for longer ones once there are enough.
/// </summary>
internal static class PathFinder
{
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
        var expander = new NodeExpander(reader, cancellation);
        var (outward, inward) = (search.Scope.Hops(types, isReversed: false), search.Scope.Hops(types, isReversed: true));
        var isSymmetric = search.Scope.IsSymmetric;
        var starts = await expander.CountAsync(outward, isSymmetric ? ends : ends[..1]).ConfigureAwait(false);
        var targets = isSymmetric ? starts[^1..] : await expander.CountAsync(inward, ends[^1..]).ConfigureAwait(false);
        if (starts[0] < 0 || targets[0] < 0)
            return ([], []);

        var graph = new WalkedGraph();
        var lister = new PathLister(graph, graph[ends[0]], graph[ends[^1]], search.First, cancellation);
        if (ends.Length == 1)
        {
            lister.List(0);
        }
        else
        {
            var start = new PathSide(graph, expander, outward, isStart: true, isSymmetric);
            var end = new PathSide(graph, expander, inward, isStart: false, isSymmetric);
            start.Start(graph[ends[0]], starts[0]);
            end.Start(graph[ends[1]], targets[0]);
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
                var (smaller, larger) = Order(start, end);
                while (!smaller.IsCounted)
                {
                    await smaller.CountAsync(larger.Size).ConfigureAwait(false);
                    (smaller, larger) = Order(start, end);
                }
                await smaller.ExpandAsync(larger, isLast: length == search.MaxLength).ConfigureAwait(false);
            }
            lister.List(length);
        }
    }

    /// <summary>The side with fewer relationships, as far as they are counted, before the other.</summary>
    private static (PathSide Smaller, PathSide Larger) Order(PathSide start, PathSide end) => start.Size <= end.Size ? (start, end) : (end, start);
}
