namespace GraphIntel.Core.Planning.Starts;

/// <summary>What is counted, up to a bound, to choose a <see cref="StartAlternative"/>: one of the nested types.</summary>
/// <param name="Most">The bound.</param>
internal abstract record StartCount(int Most)
{
    /// <summary>The rows of a source from the nodes that it gives by their ids, or that a condition leads to, back to its origin.</summary>
    /// <param name="Source">The source; see <see cref="ConditionStart.Levels"/>.</param>
    /// <param name="Most">The bound.</param>
    internal sealed record Back(NodeSource Source, int Most) : StartCount(Most);

    /// <summary>The ends of a path, whatever the conditions on them; a node to which it leads more than once may count as often.</summary>
    /// <param name="Start">The path, and the node where it starts.</param>
    /// <param name="Most">The bound.</param>
    internal sealed record Ends(OrderStart Start, int Most) : StartCount(Most);

    /// <summary>The nodes to which a path leads, among the first in the order of the page, and up to the limit of the page.</summary>
    /// <param name="Start">The path and the page.</param>
    /// <param name="Most">How many nodes are tested.</param>
    internal sealed record First(OrderStart Start, int Most) : StartCount(Most);
}
