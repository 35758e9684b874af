using GraphIntel.Core.Planning;
using GraphIntel.Core.Planning.Printing;
using Xunit;

namespace GraphIntel.Tests.Planning;

/// <summary>Plans of conditions on points and of orders by distance: their parameters, errors, and shapes.</summary>
public sealed class PointPlanTests
{
    private const string ByTwo = """
        query($a: PointInput!, $latitude: Float!, $order: [PlaceSortInput!]) {
          places(order: [{location: {distance: {from: $a}}}, {location: {distance: {from: {latitude: $latitude, longitude: 2}}}}]) { nodes { id } }
          others: places(order: $order) { nodes { id } }
        }
        """;

    private static async Task<string> KeysAsync(string query, string variables = "{}")
    {
        var planned = await Planned.ReadAsync(query, variables);
        return string.Join(", ", ((ConnectionSlot)planned.Plan().Slots[0]).Page.Keys.Select(PlanText.Of));
    }

    private static async Task<string[]> ErrorsAsync(string query, string variables = "{}")
    {
        var planned = await Planned.ReadAsync(query, variables);
        return [.. (planned.Plan().Bind(planned.Variables).Errors ?? []).Select(error => $"{error.Locations[0].Column} {error.Message}")];
    }

    [Theory]
    [InlineData("{location: {distance: {from: {latitude: 1, longitude: 2}}}}", "distance(n1.location from $0 $1) asc nullable, id(n1) asc")]
    [InlineData("{location: {distance: {from: {latitude: 1, longitude: 2}, direction: DESC}}}", "distance(n1.location from $0 $1) desc nullable, id(n1) desc")]
    [InlineData(
        "[{location: {distance: {from: {latitude: 1, longitude: 2}}}}, {location: {distance: {from: {latitude: 1.0, longitude: 2e0}, direction: DESC}}}]",
        "distance(n1.location from $0 $1) asc nullable, id(n1) asc")]
    [InlineData(
        "[{location: {distance: {from: {latitude: 0, longitude: 0}}}}, {location: {distance: {from: {latitude: -0.0, longitude: -0.0}}}}, {name: DESC}]",
        "distance(n1.location from $0 $1) asc nullable, n1.name desc, id(n1) desc")]
    [InlineData(
        "[{location: {distance: {from: {latitude: 1, longitude: 180}}}}, {location: {distance: {from: {latitude: 1, longitude: -180}}}}]",
        "distance(n1.location from $0 $1) asc nullable, distance(n1.location from $2 $3) asc nullable, id(n1) asc")]
    [InlineData(
        "[{location: {distance: {from: {latitude: 1, longitude: 2}}}}, {parent: {location: {distance: {from: {latitude: 1, longitude: 2}}}}}]",
        "distance(n1.location from $0 $1) asc nullable, (n1 -[PART_OF r2]-> Place n3 -> distance(n3.location from $2 $3)) asc nullable, id(n1) asc")]
    public async Task A_distance_is_a_key_and_the_same_one_again_is_none(string order, string keys) =>
        Assert.Equal(keys, await KeysAsync($"{{ places(order: {order}) {{ nodes {{ id }} }} }}"));

    [Fact]
    public async Task An_absent_direction_is_the_default()
    {
        const string Query = "query($direction: SortEnumType) { places(order: {location: {distance: {from: {latitude: 1, longitude: 2}, direction: $direction}}}) { nodes { id } } }";
        Assert.Equal("distance(n1.location from $0 $1) asc nullable, id(n1) asc", await KeysAsync(Query));
        Assert.Equal("distance(n1.location from $0 $1) desc nullable, id(n1) desc", await KeysAsync(Query, """{"direction":"DESC"}"""));
        const string Order = "query($order: [PlaceSortInput!]) { places(order: $order) { nodes { id } } }";
        Assert.Equal(
            "distance(n1.location from $0 $1) asc nullable, id(n1) asc",
            await KeysAsync(Order, """{"order":[{"location":{"distance":{"from":{"latitude":1,"longitude":2}}}}]}"""));
    }

    [Fact]
    public async Task Conditions_on_a_location_are_predicates()
    {
        var planned = await Planned.ReadAsync(
            "{ places(where: {location: {distance: {lte: 5, from: {longitude: 2, latitude: 1}}, within: {north: 1, east: 2, south: 3, west: 4}}}) { nodes { id } } }");
        var source = ((ConnectionSlot)planned.Plan().Slots[0]).Source;
        Assert.Equal(
            "all Place n1 where (distance(n1.location from $0 $1) LessOrEqual $2 and n1.location within (south $3 west $4 north $5 east $6))", PlanText.Of(source));
    }

    [Theory]
    [InlineData("where: {location: {distance: {from: {latitude: 90.5, longitude: 0}, lte: 1}}}", "57 `latitude` is 90.5; it must be between -90 and 90.")]
    [InlineData("where: {location: {distance: {from: {latitude: 0, longitude: -181}, lte: 1}}}", "71 `longitude` is -181; it must be between -180 and 180.")]
    [InlineData("where: {location: {distance: {from: {latitude: 0, longitude: 0}, lte: -1}}}", "80 `lte` is -1; it must be 0 or more.")]
    [InlineData("where: {location: {within: {south: 5.5, west: 0, north: -3, east: 0}}}", "37 `within.south` must not be greater than `within.north`; they are 5.5 and -3.")]
    [InlineData("where: {location: {within: {south: -91, west: 0, north: 0, east: 0}}}", "45 `south` is -91; it must be between -90 and 90.")]
    [InlineData("where: {location: {within: {south: 0, west: 0, north: 0, east: 1e3}}}", "73 `east` is 1000; it must be between -180 and 180.")]
    [InlineData("order: {location: {distance: {from: {latitude: 91, longitude: 0}}}}", "57 `latitude` is 91; it must be between -90 and 90.")]
    public async Task Numbers_out_of_range_are_errors_at_their_locations(string argument, string expected) =>
        Assert.Equal([expected], await ErrorsAsync($"{{ places({argument}) {{ nodes {{ id }} }} }}"));

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    public async Task What_no_number_can_hold_is_out_of_range(string latitude) => Assert.Single(await ErrorsAsync(
        "query($latitude: Float!) { places(order: {location: {distance: {from: {latitude: $latitude, longitude: 0}}}}) { nodes { id } } }",
        $$"""{"latitude":{{latitude}}}"""));

    [Theory]
    [InlineData("within")]
    [InlineData("distance")]
    public async Task A_null_condition_is_an_error(string name)
    {
        var planned = await Planned.ReadAsync($"{{ places(where: {{location: {{{name}: null}}}}) {{ nodes {{ id }} }} }}");
        var (plan, errors) = Planner.Create(Schema.Schemas.Domain, planned.Document, planned.Operation, planned.Variables, TestContext.Current.CancellationToken);
        Assert.Null(plan);
        Assert.Equal($"`{name}` is null, which is not a valid condition: omit it.", Assert.Single(errors).Message);
    }

    [Theory]
    [InlineData("""{"a":{"latitude":1,"longitude":2},"latitude":3}""")]
    [InlineData("""{"a":{"latitude":1,"longitude":2},"latitude":1}""")]
    public async Task A_plan_that_compares_points_depends_on_their_numbers(string variables) =>
        Assert.True((await Planned.ReadAsync(ByTwo, variables)).Plan().DependsOnNumbers);

    [Theory]
    [InlineData("query($a: PointInput!, $b: PointInput!) { a: places(order: {location: {distance: {from: $a}}}) { totalCount } b: places(order: {location: {distance: {from: $b}}}) { totalCount } }")]
    [InlineData("query($a: PointInput!, $b: PointInput!) { places(order: [{location: {distance: {from: $a}}}, {parent: {location: {distance: {from: $b}}}}]) { totalCount } }")]
    [InlineData("query($a: PointInput!, $b: PointInput!) { places(where: {location: {distance: {from: $b, lte: 5}}}, order: [{location: {distance: {from: $a}}}]) { totalCount } }")]
    [InlineData("query($a: PointInput!, $b: PointInput!) { places(order: [{location: {distance: {from: $a}}}, {location: {distance: {from: $a}}}]) { totalCount } a: places(order: {location: {distance: {from: $b}}}) { totalCount } }")]
    [InlineData("query($a: PointInput!, $b: PointInput!) { places(order: [{location: {distance: {from: {latitude: 1, longitude: 2}}}}, {location: {distance: {from: {latitude: 1, longitude: 3}}}}]) { totalCount } a: places(order: {location: {distance: {from: $a}}}) { totalCount } b: places(order: {location: {distance: {from: $b}}}) { totalCount } }")]
    public async Task Other_plans_are_for_all_points(string query)
    {
        var one = await Planned.ReadAsync(query, """{"a":{"latitude":1,"longitude":2},"b":{"latitude":1,"longitude":2}}""");
        var other = await Planned.ReadAsync(query, """{"a":{"latitude":3,"longitude":4},"b":{"latitude":5,"longitude":6}}""");
        Assert.Equal(one.Shape, other.Shape);
        Assert.False(one.Plan().DependsOnNumbers);
        Assert.Equal(PlanPrinter.Print(one.Plan()), PlanPrinter.Print(other.Plan()));
    }

    [Fact]
    public async Task A_shape_with_numbers_tells_points_apart()
    {
        async Task<string> ShapeAsync(string variables) => (await Planned.ReadAsync(ByTwo, variables)).ShapeWithNumbers;
        const string Order = "[{\"location\":{\"distance\":{\"from\":{\"latitude\":$,\"longitude\":2}}}}]";
        var one = await ShapeAsync("""{"a":{"latitude":1,"longitude":2},"latitude":3}""");
        Assert.Equal(one, await ShapeAsync("""{"a":{"latitude":1.0,"longitude":2},"latitude":3}"""));
        Assert.NotEqual(one, await ShapeAsync("""{"a":{"latitude":1.5,"longitude":2},"latitude":3}"""));
        Assert.NotEqual(one, await ShapeAsync("""{"a":{"latitude":1,"longitude":2},"latitude":3.0000000000000004}"""));
        Assert.NotEqual(
            await ShapeAsync($$"""{"a":{"latitude":1,"longitude":2},"latitude":3,"order":{{Order.Replace("$", "1", StringComparison.Ordinal)}}}"""),
            await ShapeAsync($$"""{"a":{"latitude":1,"longitude":2},"latitude":3,"order":{{Order.Replace("$", "2", StringComparison.Ordinal)}}}"""));
    }

    [Fact]
    public async Task The_fingerprint_of_an_order_depends_on_its_points()
    {
        async Task<int> FingerprintAsync(string point)
        {
            var planned = await Planned.ReadAsync(
                "query($from: PointInput!) { places(order: {location: {distance: {from: $from}}}) { nodes { id } } }", $$"""{"from":{{point}}}""");
            var plan = planned.Plan();
            return ((ConnectionSlot)plan.Slots[0]).Page.Fingerprint.Of(plan.Bind(planned.Variables));
        }
        var one = await FingerprintAsync("""{"latitude":0,"longitude":2}""");
        Assert.Equal(one, await FingerprintAsync("""{"longitude":2.0,"latitude":-0.0}"""));
        Assert.NotEqual(one, await FingerprintAsync("""{"latitude":2,"longitude":0}"""));
        Assert.NotEqual(one, await FingerprintAsync("""{"latitude":0,"longitude":2.0000000000000004}"""));
    }
}
