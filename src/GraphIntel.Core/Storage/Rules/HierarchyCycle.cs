namespace GraphIntel.Core.Storage.Rules;

/// <summary>Looks for a cycle where each node has at most one parent.</summary>
internal static class HierarchyCycle
{
    /// <summary>
    /// A cycle through or above any of these nodes, in the order of its walk; null where there is none. Each node is walked
    /// over once, however many lie below it.
    /// </summary>
    /// <param name="nodes">Where to start.</param>
    /// <param name="parent">The parent of a node; null where it has none.</param>
    /// <param name="cancellation">Stops between two nodes.</param>
    public static IReadOnlyList<T>? Find<T>(IEnumerable<T> nodes, Func<T, T?> parent, CancellationToken cancellation)
        where T : struct
    {
        var reachRoot = new HashSet<T>();
        var path = new List<T>();
        var onPath = new HashSet<T>();
        foreach (var start in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            path.Clear();
            onPath.Clear();
            for (T? node = start; node is { } key && !reachRoot.Contains(key); node = parent(key))
            {
                if (!onPath.Add(key))
                    return path[path.IndexOf(key)..];
                path.Add(key);
            }

            reachRoot.UnionWith(path);
        }

        return null;
    }
}
