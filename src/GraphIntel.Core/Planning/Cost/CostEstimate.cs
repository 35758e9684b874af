using System.Globalization;

namespace GraphIntel.Core.Planning.Cost;

/// <summary>The estimated cost of an operation if no condition ends it early.</summary>
/// <param name="Rows">Nodes, relationships and index entries, counted each time they are read.</param>
/// <param name="Bytes">The size of the response.</param>
internal readonly record struct CostEstimate(double Rows, double Bytes)
{
    /// <summary>Estimates an execution.</summary>
    public static CostEstimate Of(Plan plan, BoundParameters bound, Storage.GraphStatistics statistics)
    {
        var estimator = new CostEstimator(bound, statistics, null);
        return new CostEstimate(estimator.Of(plan), estimator.Bytes);
    }

    /// <summary>Describes the parts of an operation that read the most rows, for an error message.</summary>
    public static string Explain(Plan plan, BoundParameters bound, Storage.GraphStatistics statistics)
    {
        var trace = new CostTrace();
        var estimator = new CostEstimator(bound, statistics, trace);
        estimator.Of(plan);
        return string.Join("; ", trace.Largest.Select(part => $"`{part.Path}` reads about {Text(part.Rows)}"));
    }

    /// <summary>Formats a number of rows or bytes.</summary>
    public static string Text(double number) => number >= 1e15
        ? number.ToString("0.#E+0", CultureInfo.InvariantCulture)
        : Math.Ceiling(number).ToString("N0", CultureInfo.InvariantCulture);
}
