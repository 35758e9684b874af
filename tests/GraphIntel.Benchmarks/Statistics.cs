namespace GraphIntel.Benchmarks;

/// <summary>Statistics of several measurements.</summary>
internal static class Statistics
{
    /// <summary>The median.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
