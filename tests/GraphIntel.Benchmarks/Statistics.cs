namespace GraphIntel.Benchmarks;

/// <summary>What is said of several measurements.</summary>
internal static class Statistics
{
    /// <summary>The one in the middle, or what lies between the two that are.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
