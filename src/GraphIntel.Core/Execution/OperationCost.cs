using GraphIntel.Core.Errors;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Cost;
using GraphIntel.Core.Response;
using GraphIntel.Core.Storage;

namespace GraphIntel.Core.Execution;

/// <summary>The estimated cost of an operation, and its limits.</summary>
/// <param name="Estimate">The estimated cost to the store.</param>
/// <param name="Objects">The maximum number of objects, page sizes multiplied.</param>
/// <param name="Statistics">The statistics of the estimate.</param>
/// <param name="Limits">The limits.</param>
/// <param name="MaxResponseBytes">The maximum bytes of a response.</param>
internal readonly record struct OperationCost(
    CostEstimate Estimate, long Objects, GraphStatistics Statistics, OperationLimits Limits, long MaxResponseBytes)
{
    /// <summary>
    /// A response estimated at more than this multiple of the limit is rejected without execution. The estimate is an upper
    /// bound, hence the factor; a response that is discarded costs Neo4j seconds.
    /// </summary>
    private const int MaxOverestimate = 8;

    /// <summary>The estimated number of rows that the store reads.</summary>
    public double Rows => Estimate.Rows;

    /// <summary>The maximum number of rows that the store may read.</summary>
    public long MaxRows => Limits.Cost ?? Math.Max(OperationLimits.MinCost, OperationLimits.CostFactor * Statistics.Elements);

    /// <summary>An error, with the most expensive parts, if a limit is exceeded; else null.</summary>
    public GraphError? Check(Plan plan, BoundParameters bound)
    {
        if (Objects > Limits.Items)
        {
            return OperationLimits.ObjectsExceeded(Objects, Limits.Items);
        }
        if (Limits.Cost != long.MaxValue && Estimate.Bytes > (double)MaxOverestimate * MaxResponseBytes)
        {
            return new GraphError(
                $"The response could have about {CostEstimate.Text(Estimate.Bytes)} bytes; at most {MaxResponseBytes} are allowed. Request smaller pages or fewer fields.",
                ErrorCodes.LimitExceeded,
                []);
        }
        return Rows <= MaxRows ? null : new GraphError(
            $"The operation would read about {CostEstimate.Text(Rows)} rows, which exceeds the limit of {CostEstimate.Text(MaxRows)}: " +
            $"{CostEstimate.Explain(plan, bound, Statistics)}. Narrow it by an id or an indexed property, use fewer levels in `where`, or split the operation.",
            ErrorCodes.LimitExceeded,
            []);
    }

    /// <summary>Writes the <c>extensions</c> of a response.</summary>
    public void Write(ResponseBuffer output)
    {
        output.Write("\"extensions\":{\"cost\":{\"rows\":"u8);
        output.Write(Math.Ceiling(Rows));
        output.Write(",\"maxRows\":"u8);
        output.Write((double)MaxRows);
        output.Write(",\"objects\":"u8);
        output.Write((double)Objects);
        output.Write(",\"maxObjects\":"u8);
        output.Write((double)Limits.Items);
        output.Write("}}"u8);
    }
}
