using Xunit;

namespace GraphIntel.Tests.Stores;

/// <content>Values outside their types in aggregates.</content>
public abstract partial class ForeignValueTests
{
    [Fact]
    public async Task A_number_beyond_32_bits_is_part_of_a_sum_and_an_error_where_it_is_shown()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "deaths", "5000000000");
        var response = await QueryAsync("{ events { aggregate { deaths { count sum min max } } } }");
        Assert.Equal(
            """{"events":{"aggregate":{"deaths":{"count":7,"sum":5000000240,"min":10,"max":null}}}}""", response.GetProperty("data").GetRawText());
        Assert.StartsWith(
            "VALUE_INVALID events/aggregate/deaths/max: The store holds 5000000000 for the field `max`", Assert.Single(Errors(response)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_enum_value_is_a_group_with_an_error_for_its_key()
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", "kind", "'HAMLET'");
        var response = await QueryAsync("{ events { aggregate { groups { kind { key count } } distinct { kind } } } }");
        Assert.Equal(
            """{"events":{"aggregate":{"groups":{"kind":[{"key":"SIEGE","count":4},{"key":"BATTLE","count":2},{"key":null,"count":1}]},"distinct":{"kind":3}}}}""",
            response.GetProperty("data").GetRawText());
        Assert.StartsWith("VALUE_INVALID events/aggregate/groups/kind/2/key: The store holds 'HAMLET'", Assert.Single(Errors(response)), StringComparison.Ordinal);
    }
}

/// <content>Values that only Neo4j can contain in aggregates.</content>
public abstract partial class ForeignValueOnNeo4jTests
{
    [Theory]
    [InlineData("deaths", "'many'", 6)]
    [InlineData("deaths", "2.5", 7)]
    [InlineData("deaths", "true", 6)]
    [InlineData("deaths", "NaN", 6)]
    [InlineData("deaths", "[1, 2]", 6)]
    [InlineData("share", "'half'", 6)]
    [InlineData("share", "NaN", 6)]
    [InlineData("day", "'2017-06-04'", 6)]
    [InlineData("day", "date({ year: 10000, month: 1, day: 1 })", 6)]
    [InlineData("day", "localdatetime('2017-06-04T00:00')", 6)]
    [InlineData("at", "point({ x: 1, y: 2 })", 0)]
    [InlineData("at", "point({ longitude: 1, latitude: 2, height: 3 })", 0)]
    [InlineData("at", "'Aleppo'", 0)]
    public async Task A_value_of_another_type_is_left_out_of_summaries_and_timelines(string property, string literal, int count)
    {
        await FillAsync();
        await Graph.SetAsync("Event", "event:4", property, literal);
        await ScanAsync();
        var response = await QueryAsync(
            """
            { events { aggregate {
                deaths { count sum min max average } share { count min max } day { count min max } at { count south east }
                timeline { day(by: MONTH) { from count } }
            } } }
            """);
        var aggregate = response.GetProperty("data").GetProperty("events").GetProperty("aggregate");
        Assert.Equal(count, aggregate.GetProperty(property).GetProperty("count").GetInt32());
        var month = Assert.Single(aggregate.GetProperty("timeline").GetProperty("day").EnumerateArray());
        Assert.Equal(property == "day" ? 6 : 7, month.GetProperty("count").GetInt32());
    }
}
