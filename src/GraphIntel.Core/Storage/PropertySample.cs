namespace GraphIntel.Core.Storage;

/// <summary>Extrapolates a sample of a property's values to all nodes of the type.</summary>
internal static class PropertySample
{
    /// <summary>The average number of nodes with the same value.</summary>
    /// <param name="all">Nodes of the type.</param>
    /// <param name="sampled">Nodes of the sample that have a value.</param>
    /// <param name="distinct">Distinct values in the sample.</param>
    public static double PerValue(long all, long sampled, long distinct)
    {
        if (distinct == 0)
            return 0;
        // If few values repeat in the sample, more nodes have more values; otherwise the sample contains almost all values.
        return distinct * 2 > sampled ? (double)sampled / distinct : (double)all / distinct;
    }
}
