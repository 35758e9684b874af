using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Cost;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>The estimated cost of operations in <see cref="GraphOfTwentyThousand"/>.</summary>
public sealed class CostEstimateTests
{
    private const double Limit = OperationLimits.MinCost;

    [Theory]
    [InlineData("""{ place(id: "place:7") { id name } }""", 1, 1)]
    [InlineData("""{ events(where: {id: {in: ["event:1", "event:2"]}}) { nodes { title } } }""", 2, 4)]
    [InlineData("{ events(first: 50, order: [{start: DESC}]) { nodes { title } } }", 50, 51)]
    [InlineData("{ events(first: 50) { nodes { title } } }", 50, 51)]
    [InlineData("""{ events(first: 50, where: {start: {gte: "2018-01-01"}}, order: [{start: DESC}]) { nodes { title } } }""", 50, 51)]
    [InlineData("{ events(first: 50, order: [{start: DESC}, {title: ASC}]) { nodes { title } } }", 60, 100)]
    [InlineData("""{ actor(id: "actor:0") { events(first: 20, order: [{start: DESC}]) { nodes { title } } } }""", 20, 30)]
    [InlineData("{ events(first: 0) { totalCount(atMost: 100) } }", 100, 101)]
    [InlineData("""{ backing(id: "backing:7") { id } }""", 1, 1)]
    [InlineData("{ participations(first: 50) { nodes { role } } }", 50, 51)]
    [InlineData("""{ participations(where: {id: {eq: "participation:1"}}) { nodes { role } } }""", 1, 2)]
    [InlineData("""{ participations(where: {target: {id: {in: ["event:1", "event:2"]}}}) { nodes { role } } }""", 20, 25)]
    [InlineData("{ participations(first: 0) { totalCount(atMost: 100) } }", 100, 101)]
    public async Task A_page_in_index_order_reads_its_own_rows(string query, double least, double most) =>
        Assert.InRange(await CostAsync(query), least, most);

    [Theory]
    [InlineData("""{ events(first: 1, where: {title: {contains: "zzz"}}) { nodes { id } } }""", 20_000, 27_000)]
    [InlineData("{ events(first: 1, order: [{title: ASC}]) { nodes { id } } }", 20_000, 21_000)]
    [InlineData("{ events(first: 1, order: [{deathsBest: ASC}]) { nodes { id } } }", 20_000, 21_000)]
    [InlineData("{ events { totalCount } }", 20_000, 21_000)]
    [InlineData("""{ events(first: 1, order: [{start: ASC}], where: {deathsLow: {gt: 5}}) { nodes { id } } }""", 20_000, 27_000)]
    [InlineData("""{ actor(id: "actor:0") { events(first: 1) { nodes { id } } } }""", 6_666, 7_500)]
    [InlineData("""{ actor(id: "actor:0") { events(first: 1, standing: [DENIED], order: [{start: DESC}]) { nodes { id } } } }""", 6_666, 8_000)]
    [InlineData("{ events(first: 1, order: [{place: {name: ASC}}]) { nodes { id } } }", 40_000, 41_000)]
    [InlineData("{ a: events { totalCount } b: events { totalCount } }", 40_000, 41_000)]
    [InlineData("{ participations { totalCount } }", 60_000, 67_000)]
    [InlineData("{ participations(first: 1, order: [{target: {start: DESC}}]) { nodes { id } } }", 120_000, 130_000)]
    [InlineData("""{ participations(where: {target: {title: {contains: "x"}}}) { nodes { id } } }""", 130_000, 150_000)]
    [InlineData("""{ participations(where: {source: {id: {eq: "actor:0"}}}) { totalCount } }""", 6_666, 15_000)]
    [InlineData("{ events(first: 1, order: [{location: {distance: {from: {latitude: 0, longitude: 0}}}}]) { nodes { id } } }", 26_000, 26_100)]
    [InlineData("{ events { totalCount } e: events(where: {location: {distance: {from: {latitude: 0, longitude: 0}, lte: 5}}}) { totalCount } }", 46_000, 46_100)]
    [InlineData("{ events(where: {location: {within: {south: 0, west: 0, north: 0, east: 0}}}) { totalCount } }", 28_000, 28_100)]
    [InlineData("""{ events(first: 1, where: {participants: {some: {kindCode: {eq: "x"}}}}) { nodes { id } } }""", 80_000, 100_000)]
    [InlineData("{ events(first: 0) { aggregate { count deathsBest { sum } } } }", 70_000, 71_000)]
    [InlineData("{ events(first: 0) { aggregate { groups { kind { count } } timeline { start(by: MONTH) { count } } } } }", 260_000, 261_000)]
    [InlineData("{ events(first: 0) { aggregate { groups { participants(first: 10) { count } } } } }", 260_000, 310_000)]
    [InlineData("{ participations(first: 50) { nodes { backers { totalCount } } } }", 450, 700)]
    [InlineData("{ events(first: 50) { nodes { backersOfParticipants { totalCount } } } }", 2_400, 2_900)]
    [InlineData("""{ actor(id: "actor:1") { eventsOfBacked(first: 1, whileValid: false) { nodes { id } } } }""", 66_000, 67_000)]
    [InlineData("""{ actor(id: "actor:1") { eventsOfBacked(first: 1) { nodes { id } } } }""", 85_000, 95_000)]
    [InlineData("""{ actor(id: "actor:0") { events(first: 0) { aggregate { timeline { start(by: MONTH) { count } } } } } }""", 65_000, 75_000)]
    public async Task Filters_orders_totals_and_aggregates_read_every_row(string query, double least, double most) =>
        Assert.InRange(await CostAsync(query), least, most);

    [Theory]
    [InlineData("""{ events(where: {kind: {eq: BATTLE}}) { totalCount } }""", 2_000, 2_500)]
    [InlineData("""{ events(where: {start: {gte: "2017-01-01", lt: "2017-04-11"}}) { totalCount } }""", 2_000, 2_900)]
    [InlineData("""{ events(where: {start: {definitely: {gte: "2017-01-01", lt: "2017-04-11"}}}) { totalCount } }""", 2_000, 2_900)]
    [InlineData("""{ events(where: {start: {possibly: {lt: "2017-04-11"}}}) { totalCount } }""", 2_000, 2_900)]
    [InlineData("""{ events(where: {deathsBest: {gte: 90}}) { totalCount } }""", 2_000, 2_500)]
    [InlineData("""{ actors(where: {name: {in: ["a", "b", "c"]}}) { totalCount } }""", 3, 5)]
    [InlineData("""{ events(where: {participants: {some: {id: {eq: "actor:1"}}}}) { totalCount } }""", 40_000, 70_000)]
    public async Task An_index_on_a_filtered_property_reduces_the_rows(string query, double least, double most) =>
        Assert.InRange(await CostAsync(query), least, most);

    [Theory]
    [InlineData("""{ events(first: 1, where: {place: {ancestors: {some: {events: {some: {title: {contains: "zzz"}}}}}}}) { nodes { id } } }""", "OCCURRED_AT")]
    [InlineData("""{ actors(where: {events: {some: {participants: {some: {events: {some: {title: {contains: "z"}}}}}}}}) { totalCount } }""", "PARTICIPATED_IN")]
    [InlineData("""{ events(where: {participants: {all: {events: {none: {participants: {some: {name: {eq: "x"}}}}}}}}) { nodes { id } } }""", "PARTICIPATED_IN")]
    [InlineData("""{ places(first: 500) { nodes { events { totalCount nodes { participants { nodes { events { totalCount } } } } } } } }""", "places.events.participants.events")]
    [InlineData("{ events { aggregate { groups { within(first: 500) { aggregate { groups { within(first: 500) { count } } } } } } } }", "events.within.within")]
    public async Task An_operation_beyond_the_limit_is_rejected_with_the_reason(string query, string part)
    {
        var (plan, bound) = await BindAsync(query, "{}");
        var cost = new OperationCost(
            CostEstimate.Of(plan, bound, GraphOfTwentyThousand.Statistics), 0, GraphOfTwentyThousand.Statistics, new OperationLimits(), 32 * 1024 * 1024);
        Assert.True(cost.Rows > Limit, $"{cost.Rows} rows");
        var error = cost.Check(plan, bound)!;
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        Assert.Contains($"about {CostEstimate.Text(cost.Rows)} rows", error.Message, StringComparison.Ordinal);
        Assert.Contains("exceeds the limit of 1,0", error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Split($"`{part}`", StringSplitOptions.None).Length - 1, 0, 1);
    }

    [Fact]
    public async Task A_response_far_beyond_the_limit_is_rejected_before_execution()
    {
        var columns = string.Concat(Enumerable.Range(0, 450).Select(n => $"a{n}: title "));
        var (plan, bound) = await BindAsync($"{{ actors(first: 500) {{ nodes {{ events(first: 500) {{ nodes {{ {columns} }} }} }} }} }}", "{}");
        var cost = new OperationCost(
            CostEstimate.Of(plan, bound, GraphOfTwentyThousand.Statistics), 0, GraphOfTwentyThousand.Statistics, new OperationLimits(), 32 * 1024 * 1024);
        Assert.InRange(cost.Rows, 1, Limit);
        Assert.Contains("bytes; at most 33554432 are allowed", cost.Check(plan, bound)!.Message, StringComparison.Ordinal);
        Assert.Null((cost with { MaxResponseBytes = 1024 * 1024 * 1024 }).Check(plan, bound));
    }

    [Fact]
    public async Task Conditions_in_variables_count_like_those_in_the_document()
    {
        const string Query = "query($where: EventFilterInput) { events(where: $where) { totalCount } }";
        var one = await CostAsync(Query, """{"where": {"title": {"contains": "a"}}}""");
        var conditions = Enumerable.Range(0, 1_000).Select(n => "{\"title\": {\"contains\": \"" + n + "\"}}");
        var many = await CostAsync(Query, "{\"where\": {\"or\": [" + string.Join(',', conditions) + "]}}");
        Assert.True(many > Limit, $"{many} rows");
        Assert.True(one < 30_000, $"{one} rows");
    }

    [Fact]
    public async Task Values_of_a_list_in_a_variable_count()
    {
        const string Query = "query($ids: [String!]) { events(where: {title: {in: $ids}}) { totalCount } }";
        var values = string.Join(',', Enumerable.Range(0, 150_000).Select(n => $"\"{n}\""));
        Assert.True(await CostAsync(Query, $$"""{"ids": [{{values}}]}""") > Limit);
    }

    [Theory]
    [InlineData("""
        { actor(id: "actor:7") { id name kind backs { nodes { id name } }
            events(first: 40, order: [{start: DESC}]) { nodes { id title start place { id name } } } } }
        """)]
    [InlineData("""
        { events(first: 50, order: [{start: DESC}]) { nodes { id title start kind deathsBest place { id name }
            participants { edges { role node { id name backers { edges { kinds from node { id name } } } } } } } } }
        """)]
    [InlineData("""
        { actor(id: "actor:3") { id name backs(first: 3) { nodes { id name backs(first: 3) { nodes { id name
            events(first: 3, order: [{start: DESC}]) { nodes { id title
              participants(first: 3) { nodes { id name backers(first: 3) { nodes { id name } } } } } } } } } } } }
        """)]
    public async Task Operations_of_front_ends_are_cheap(string query) =>
        Assert.InRange(await CostAsync(query), 1, Admission.ExpensiveRows / 2);

    private static async Task<double> CostAsync(string query, string variables = "{}")
    {
        var (plan, bound) = await BindAsync(query, variables);
        return CostEstimate.Of(plan, bound, GraphOfTwentyThousand.Statistics).Rows;
    }

    private static async Task<(Plan Plan, BoundParameters Bound)> BindAsync(string query, string variables)
    {
        var planned = await Planned.ReadAsync(query, variables);
        var plan = planned.Plan();
        return (plan, plan.Bind(planned.Variables));
    }
}
