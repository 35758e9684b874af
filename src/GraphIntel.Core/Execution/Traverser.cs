using System.Globalization;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>
/// Makes the traversals of a request before its statement: the store reads relationships around nodes; what is walked, in which
/// order and how far is decided here, alike for every store.
/// </summary>
internal static class Traverser
{
    /// <summary>
    /// Makes the traversals, and sets the parameters for the ids of the nodes and relationships found. A log receives each read.
    /// </summary>
    public static async ValueTask TraverseAsync(
        CompiledPlan plan, IReadOnlyList<TraversalSearch> searches, BoundParameters bound, PreliminaryLog? log, CancellationToken cancellation)
    {
        // A large graph takes too long for an I/O thread.
        await WorkerThread.SwitchAsync();
        foreach (var search in searches)
        {
            bound.Values[search.Nodes.Index] = Array.Empty<string>();
            bound.Values[search.Relationships.Index] = Array.Empty<string>();
        }
        foreach (var search in searches)
        {
            var part = log?.Begin(search.ToString());
            var reader = await plan.OpenTraversalAsync(search.Traversal, bound, cancellation).ConfigureAwait(false);
            if (part is not null)
                reader = new LoggedTraversalReader(reader, part);
            await using (reader.ConfigureAwait(false))
            {
                var (nodes, relationships) = search switch
                {
                    PathSearch paths => await PathFinder.FindAsync(paths, reader, bound, cancellation).ConfigureAwait(false),
                    NeighborhoodSearch neighborhood => await NeighborhoodFinder.FindAsync(neighborhood, reader, bound, cancellation).ConfigureAwait(false),
                    _ => throw new ArgumentException($"{search.GetType().Name} is not a traversal", nameof(searches)),
                };
                bound.Values[search.Nodes.Index] = nodes;
                bound.Values[search.Relationships.Index] = relationships;
                part?.Result = string.Create(CultureInfo.InvariantCulture, $"{nodes.Length:N0} nodes and {relationships.Length:N0} relationships found{(search.IsTruncated ? ", others left out" : "")}");
            }
        }
    }
}
