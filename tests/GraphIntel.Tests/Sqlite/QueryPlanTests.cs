using GraphIntel.Tests.Planning;
using GraphIntel.Tests.Schema;
using Xunit;

namespace GraphIntel.Tests.Sqlite;

/// <summary>SQLite's query plans for root connections of relationships: an index has what is asked for, and the order.</summary>
public sealed class QueryPlanTests
{
    [Theory]
    [InlineData("""controls(where: {target: {id: {eq: "place:x"}}})""", "SEARCH r1 USING INDEX i_r_CONTROLS$$dst ($dst=?)")]
    [InlineData("""controls(where: {target: {id: {in: ["place:x", "place:y"]}, kind: {eq: TOWN}}})""", "SEARCH r1 USING INDEX i_r_CONTROLS$$dst ($dst=?)")]
    [InlineData("""controls(where: {source: {id: {eq: "actor:x"}}})""", "SEARCH r1 USING PRIMARY KEY ($src=?)")]
    [InlineData("""controls(where: {source: {id: {eq: "actor:x"}}, target: {id: {eq: "place:x"}}})""", "SEARCH r1 USING PRIMARY KEY ($src=? AND $dst=?)")]
    [InlineData("""controls(where: {id: {eq: "control:x"}})""", "SEARCH r1 USING INDEX i_r_CONTROLS$$id (id=?)")]
    [InlineData("""controls(where: {from: {gte: "2017-05-29", lt: "2017-06-05"}}, order: [{from: ASC}])""", "SEARCH r1 USING INDEX i_r_CONTROLS$from (from>? AND from<?)")]
    public async Task Conditions_are_searched_for(string field, string step)
    {
        var plan = await PlanAsync(field);
        Assert.Contains(plan, line => line.EndsWith(step, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("SCAN r1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("controls", "SCAN r1 USING INDEX i_r_CONTROLS$$id")]
    [InlineData("controls(last: 5)", "SCAN r1 USING INDEX i_r_CONTROLS$$id")]
    [InlineData("controls(order: [{from: ASC}])", "SCAN r1 USING INDEX i_r_CONTROLS$from")]
    [InlineData("controls(order: [{from: DESC}])", "SCAN r1 USING INDEX i_r_CONTROLS$from")]
    public async Task Rows_are_read_in_order(string field, string step)
    {
        var plan = await PlanAsync(field);
        Assert.Contains(plan, line => line.EndsWith(step, StringComparison.Ordinal));
        if (!field.Contains("last", StringComparison.Ordinal))
            Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static async Task<string[]> PlanAsync(string field)
    {
        var planned = await Planned.ReadAsync($"{{ {field} {{ nodes {{ id status }} }} }}");
        await using var store = await TestStore.NewAsync(Schemas.Domain.Model);
        var compiled = store.Store.Compile(planned.Plan(), [], TestContext.Current.CancellationToken);
        return await store.ReadAsync("EXPLAIN QUERY PLAN " + compiled.Statement);
    }
}
