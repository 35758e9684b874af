namespace GraphIntel.Core.Storage.Rules;

/// <summary>Finds cycles in hierarchies, where each node has at most one parent.</summary>
internal static class HierarchyCycle
{
    /// <summary>
    /// The first cycle through or above any of these nodes, in the order of traversal; null if there is none.
    /// </summary>
    /// <inheritdoc cref="FindAll"/>
    public static IReadOnlyList<T>? Find<T>(IEnumerable<T> nodes, Func<T, T?> parent, CancellationToken cancellation)
        where T : struct => FindAll(nodes, parent, cancellation).FirstOrDefault();

    /// <summary>
    /// Every cycle through or above any of these nodes once, in the order of traversal. Each node is visited once, however many
    /// are below it.
    /// </summary>
    /// <param name="nodes">Where to start.</param>
    /// <param name="parent">The parent of a node; null if it has none.</param>
    /// <param name="cancellation">Stops between two nodes.</param>
    public static IEnumerable<IReadOnlyList<T>> FindAll<T>(
        IEnumerable<T> nodes, Func<T, T?> parent, CancellationToken cancellation)
        where T : struct
    {
        var walkedOver = new HashSet<T>();
        var path = new List<T>();
        var onPath = new HashSet<T>();
        foreach (var start in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            path.Clear();
            onPath.Clear();
            for (T? node = start; node is { } key && !walkedOver.Contains(key); node = parent(key))
            {
                if (!onPath.Add(key))
                {
                    yield return path[path.IndexOf(key)..];
                    break;
                }

                path.Add(key);
            }

            walkedOver.UnionWith(path);
        }
    }
}
