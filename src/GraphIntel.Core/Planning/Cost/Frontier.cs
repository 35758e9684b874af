namespace GraphIntel.Core.Planning.Cost;

/// <summary>The rows from which a plan continues.</summary>
/// <param name="Rows">The estimated number of rows.</param>
/// <param name="IsDistinct">
/// Whether the rows hold distinct nodes. The neighbors of distinct nodes are bounded by the total; those of a node that is
/// reached repeatedly are read repeatedly.
/// </param>
internal readonly record struct Frontier(double Rows, bool IsDistinct)
{
    /// <summary>The root of an operation, or one node by its id.</summary>
    public static Frontier One => new(1, true);

    /// <summary>The total of a count over these rows.</summary>
    public double Times(Storage.Degree degree) => IsDistinct
        ? Math.Min(Rows * degree.Max, degree.Total)
        : Math.Min(Rows * degree.Max, Rows * degree.SizeBiasedMean);
}
