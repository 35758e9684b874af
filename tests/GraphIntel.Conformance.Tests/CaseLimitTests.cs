using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using Xunit;

namespace GraphIntel.Conformance.Tests;

/// <summary>The limits of planning leave room for what front ends ask.</summary>
public sealed class CaseLimitTests(SqliteGraphs graphs)
{
    [Fact]
    public async Task Every_case_stays_below_three_fifths_of_what_is_allowed()
    {
        var limits = new OperationLimits();
        var exceeding = new List<string>();
        foreach (var one in Case.All)
        {
            if (await CasePlan.OfAsync(one, graphs.Of(one).Schema) is not var (plan, _))
                continue;
            var (size, filterDepth) = PlanSize.Of(plan);
            if (size > limits.PlanSize * 3 / 5 || filterDepth > limits.FilterDepth * 3 / 5)
                exceeding.Add($"{one.Name}: {size}, {filterDepth}");
        }
        Assert.Equal([], exceeding);
    }
}
