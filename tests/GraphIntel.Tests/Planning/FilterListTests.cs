using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Planning;
using GraphIntel.Tests.Schema;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>Lists of conditions that differ only in their values become one condition.</summary>
public sealed class FilterListTests
{
    [Theory]
    [InlineData("or", "name: {eq: \"$\"}")]
    [InlineData("or", "name: {contains: \"$\"}")]
    [InlineData("or", "id: {in: [\"actor:$\", \"actor:x$\"]}")]
    [InlineData("and", "name: {neq: \"$\"}")]
    [InlineData("and", "kind: {nin: [STATE]}")]
    [InlineData("and", "name: {startsWith: \"$\"}")]
    [InlineData("or", "backs: {some: {id: {eq: \"actor:$\"}}}")]
    [InlineData("or", "backs: {some: {edge: {kinds: {some: {eq: TROOPS}}}}}")]
    [InlineData("and", "backs: {none: {name: {eq: \"$\"}}}")]
    [InlineData("and", "backs: {all: {name: {neq: \"$\"}}}")]
    [InlineData("or", "country: {name: {eq: \"$\"}}")]
    [InlineData("or", "country: {parent: {name: {eq: \"$\"}}}")]
    [InlineData("or", "not: {name: {neq: \"$\"}}")]
    [InlineData("or", "or: [{name: {eq: \"$\"}}, {name: {eq: \"x$\"}}]")]
    [InlineData("or", "aliases: {some: {eq: \"$\"}}")]
    public async Task The_size_of_a_plan_does_not_depend_on_the_number_of_similar_conditions(string word, string condition)
    {
        var ten = await SizeAsync(word, condition, 10);
        Assert.Equal(ten, await SizeAsync(word, condition, 300));
        Assert.True(ten < 2 * await SizeAsync(word, condition, 1), $"{ten}");
    }

    [Theory]
    [InlineData("or", "source: {id: {eq: \"actor:$\"}}")]
    [InlineData("and", "target: {name: {neq: \"$\"}}")]
    [InlineData("or", "target: {parent: {name: {eq: \"$\"}}}")]
    [InlineData("or", "not: {source: {name: {neq: \"$\"}}}")]
    public async Task Nor_does_it_depend_on_the_number_of_similar_conditions_on_an_end(string word, string condition) =>
        Assert.Equal(await SizeAsync(word, condition, 10, "controls"), await SizeAsync(word, condition, 300, "controls"));

    [Theory]
    [InlineData("backs: {some: {id: {eq: \"actor:$\"}}}", "and")]
    [InlineData("backs: {none: {id: {eq: \"actor:$\"}}}", "or")]
    [InlineData("backs: {all: {id: {eq: \"actor:$\"}}}", "or")]
    [InlineData("country: {name: {eq: \"$\"}}", "and")]
    [InlineData("country: {any: false}", "or")]
    [InlineData("backs: {some: {id: {eq: \"actor:$\"}}, asOf: \"2017-01-01\"}", "or")]
    public async Task Conditions_that_cannot_be_merged_stay_separate(string condition, string word) =>
        Assert.True(await SizeAsync(word, condition, 12) > 10 * await SizeAsync(word, condition, 1) / 2);

    [Fact]
    public async Task More_conditions_than_allowed_are_rejected_with_the_number()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"name": {"eq": "x"}}""", 5_001));
        var planned = await Planned.ReadAsync(
            "query($where: ActorFilterInput) { actors(where: $where) { nodes { id } } }",
            "{\"where\": {\"or\": [" + many + "]}}");
        var error = Assert.Single(Planner.Create(Schemas.Domain, planned.Document, planned.Operation, planned.Variables, TestContext.Current.CancellationToken).Errors);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        Assert.Contains("more than 5000 conditions", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_root_fields_count_once_and_others_add_up()
    {
        var one = await SizeAsync("{ a: actor(id: \"actor:a\") { name backs(first: 1) { nodes { id } } } }");
        Assert.Equal(one, await SizeAsync("{ a: actor(id: \"actor:a\") { name backs(first: 1) { nodes { id } } } b: actor(id: \"actor:b\") { name backs(first: 2) { nodes { id } } } }"));
        Assert.Equal(2 * one, await SizeAsync("{ a: actor(id: \"actor:a\") { name backs(first: 1) { nodes { id } } } b: actor(id: \"actor:b\") { name backers(first: 2) { nodes { id } } } }"));
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "9 relationships nested in a filter or an order; at most 8")]
    public async Task Relationships_nest_in_a_filter_up_to_the_limit(int depth, string? expected) =>
        await CheckDepthAsync("where: ", "{name: {eq: \"x\"}}", depth, expected);

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "9 relationships nested in a filter or an order; at most 8")]
    public async Task Relationships_nest_in_an_order_up_to_the_same_limit(int depth, string? expected) =>
        await CheckDepthAsync("order: ", "{name: ASC}", depth, expected);

    private static async Task CheckDepthAsync(string argument, string inside, int depth, string? expected)
    {
        var plan = await PlanAsync("{ places(" + argument + string.Concat(Enumerable.Repeat("{parent: ", depth)) + inside + new string('}', depth) + ") { nodes { id } } }");
        var error = new OperationLimits().Check(plan);
        if (expected is null)
            Assert.Null(error);
        else
            Assert.Contains(expected, error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_connections_of_one_node_are_rejected_with_the_size()
    {
        var aliases = string.Concat(Enumerable.Range(0, 100).Select(number => $"c{number}: backs(first: {number}) {{ nodes {{ id }} }} "));
        var error = new OperationLimits().Check(await PlanAsync($"{{ actor(id: \"actor:iran\") {{ {aliases} }} }}"));
        Assert.Contains("units of planning", error!.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
    }

    private static Task<long> SizeAsync(string word, string condition, int count, string root = "actors") => SizeAsync(
        $"{{ {root}(where: {{{word}: [{string.Join(", ", Enumerable.Range(0, count).Select(number => $"{{{condition.Replace("$", $"{number}", StringComparison.Ordinal)}}}"))}]}}) {{ nodes {{ id }} }} }}");

    private static async Task<long> SizeAsync(string query) => PlanSize.Of(await PlanAsync(query)).Parts;

    private static async Task<Plan> PlanAsync(string query)
    {
        var planned = await Planned.ReadAsync(query);
        return planned.Plan();
    }
}
