using GraphIntel.Core.Planning;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>The size of plans whose parts repeat others in the statement.</summary>
public sealed class PlanSizeTests
{
    private const string Filter = "place: {ancestors: {some: {name: {contains: \"a\"}}}}, participants: {some: {backers: {some: {kind: {eq: STATE}}}}}";

    [Theory]
    [InlineData("timeline { start(by: MONTH) { count } }", "timeline { start(by: MONTH) { count } again: start(by: YEAR) { count } }")]
    [InlineData("groups { kind { count } }", "groups { kind { count } participants { count } }")]
    [InlineData("groups { kind { count } }", "groups { kind { count aggregate { groups { place { count } } } } }")]
    [InlineData("distinct { kind }", "distinct { kind participants }")]
    public async Task A_filter_counts_again_for_each_list_that_repeats_it(string one, string two)
    {
        var filter = await SizeOfFilterAsync("count");
        Assert.InRange(filter, 50, 1_000);
        Assert.InRange(await SizeOfFilterAsync(two) - await SizeOfFilterAsync(one), filter, 2 * filter);
    }

    [Fact]
    public async Task A_filter_counts_once_for_all_numbers_of_an_aggregate() =>
        Assert.Equal(await SizeOfFilterAsync("count"), await SizeOfFilterAsync("count deathsBest { sum max } start { min }"));

    [Fact]
    public async Task A_condition_on_the_nodes_of_a_traversal_counts_for_each_way_that_leads_to_them()
    {
        var filter = await SizeOfFilterAsync("count");
        var traversal = await TraversalAsync($"where: {{event: {{{Filter}}}}}") - await TraversalAsync("depth: 1");
        Assert.InRange(traversal, 5 * filter, 15 * filter);
    }

    private static async Task<long> TraversalAsync(string argument)
    {
        var planned = await Planned.ReadAsync($"{{ neighborhood(of: [\"place:a\"], {argument}) {{ truncated }} }}");
        return PlanSize.Of(planned.Plan()).Parts;
    }

    private static async Task<long> SizeOfFilterAsync(string aggregate) => await SizeAsync(Filter, aggregate) - await SizeAsync("", aggregate);

    private static async Task<long> SizeAsync(string filter, string aggregate)
    {
        var planned = await Planned.ReadAsync($"{{ events(where: {{{filter}}}) {{ aggregate {{ {aggregate} }} }} }}");
        return PlanSize.Of(planned.Plan()).Parts;
    }
}
