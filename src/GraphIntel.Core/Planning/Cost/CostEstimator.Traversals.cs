using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning.Cost;

/// <content>The cost of paths and neighborhoods, which look at a limited number of relationships.</content>
internal sealed partial class CostEstimator
{
    /// <summary>The rows that a traversal reads: it expands each node once, and counts its relationships before.</summary>
    private double Traverse(TraversalSearch search)
    {
        IReadOnlyList<string> origins = search switch
        {
            PathSearch paths => [paths.From, paths.To],
            NeighborhoodSearch neighborhood => neighborhood.Origins,
            _ => [],
        };
        var at = origins.Select(search.Traversal.NodesOf).OfType<TraversedNodes>().GroupBy(nodes => nodes.Node.Node)
            .ToDictionary(group => group.Key, group => (double)group.Count());
        var hops = search.Scope.Hops(at.Keys.ToHashSet(), isReversed: false);
        var (looked, conditions) = (0d, 0d);
        for (var depth = 0; depth < search.Depth && looked < PageLimits.MaxTraversed; depth++)
        {
            var next = new Dictionary<NodeType, double>();
            foreach (var hop in hops.Items)
            {
                var found = Expand(hop.Type, hop.IsOut ? Direction.Out : Direction.In, new Frontier(at.GetValueOrDefault(hop.Origin.Node.Node), true));
                looked += found;
                var rows = new Frontier(found, false);
                conditions += hop.Relationships.Where.Accept(this, rows) + hop.Other.Where.Accept(this, rows);
                var other = hop.Other.Node.Node;
                next[other] = Math.Min(Nodes(other), next.GetValueOrDefault(other) + found);
            }
            at = next;
        }
        // Conditions cost as much for each row, of which there are no more than are looked at.
        return ((looked + conditions) * Math.Min(1, PageLimits.MaxTraversed / Math.Max(1, looked))) + origins.Count;
    }
}
