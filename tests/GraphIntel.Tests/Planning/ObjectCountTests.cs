using GraphIntel.Core.Planning;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>The maximum number of objects in a response, before it is limited.</summary>
public sealed class ObjectCountTests
{
    [Theory]
    [InlineData("{ events { nodes { id place { id } } } }", 40)]
    [InlineData("{ events(first: 3) { nodes { participants(first: 5) { nodes { id } } } } }", 18)]
    [InlineData("{ events(first: 0) { aggregate { count deathsBest { sum } distinct { place } } } }", 0)]
    [InlineData("{ events(first: 0) { aggregate { groups { kind { count } } } } }", 20)]
    [InlineData("{ events(first: 0) { aggregate { groups { kind(first: 5) { aggregate { groups { place(first: 3) { count } } } } } } } }", 20)]
    [InlineData("{ events(first: 0) { aggregate { groups { participants(first: 2) { node { events(first: 4) { nodes { id } } } } } } } }", 12)]
    [InlineData("{ events(first: 0) { aggregate { timeline { start(by: DAY) { count } } } } }", 100)]
    [InlineData("{ events(first: 0) { aggregate { groups { kind(first: 5) { aggregate { timeline { start(by: YEAR) { count } } } } } } } }", 505)]
    [InlineData("{ events(first: 3) { nodes { id } aggregate { groups { kind(first: 5) { count } } } } }", 8)]
    [InlineData("{ actors(first: 10) { nodes { events(first: 0) { aggregate { groups { kind(first: 5) { count } } } } } } }", 60)]
    public async Task A_group_counts_as_an_item_and_a_timeline_as_a_hundred(string query, long objects)
    {
        var planned = await Planned.ReadAsync(query);
        var plan = planned.Plan();
        Assert.Equal(objects, ObjectCount.Of(plan, plan.Bind(planned.Variables)));
    }
}
