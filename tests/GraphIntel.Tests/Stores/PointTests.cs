using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Tests.Stores;

/// <summary>
/// Conditions on points and orders by distance, compared with a calculation of our own, for a property with an index and one
/// without.
/// </summary>
public abstract class PointTests : IAsyncDisposable
{
    private const string Model =
        """
        type Site @node {
          id: ID! name: String! at: Point @index plain: Point
          next: Site @relationship(type: "NEXT", direction: OUT)
        }
        """;

    /// <summary>
    /// Edges of the earth, neighbors, equal places, and none; also a place whose haversine from the last of
    /// <see cref="Origins"/>, which is opposite, is greater than 1.
    /// </summary>
    private static readonly GeoPoint?[] Points =
    [
        new(0, 0), new(0, 180), new(0, -180), new(0.5, 179.9), new(-0.5, -179.9), new(90, 0), new(90, 45), new(-90, 0), new(-90, 180),
        new(36.2, 37.16), new(36.2, 37.160001), new(-36.2, -142.84), new(35.963158, 38.035566), new(-17.6097, 177.0336), new(51.9, -179.5), new(0, 0), new(-3.526747678164483, -148), null,
    ];

    private static readonly GeoPoint[] Origins =
        [new(0, 0), new(-0.0, 0), new(36.2, 37.16), new(90, 0), new(90, -120), new(-90, 17), new(0, 180), new(0, -180), new(1, 179.5), new(-36.2, -142.84), new(3.526747678164483, 32)];

    private readonly StoreFamily _stores;
    private TestGraph? _graph;
    private GraphEngine? _engine;

    private protected PointTests(StoreFamily stores) => _stores = stores;

    private protected TestGraph Graph => _graph!;

    public async ValueTask DisposeAsync()
    {
        if (_graph is not null)
            await _graph.DisposeAsync();
        await _stores.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task FillAsync()
    {
        _graph = await _stores.OpenAsync(Model);
        await _graph.WriteAsync(
            _graph.Nodes("Site", ["name", "at", "plain"], [.. Points.Select((point, index) => (Id(index), new object?[] { "s", point, point }))]),
            _graph.Links("NEXT", [.. Enumerable.Range(1, Points.Length - 1).Select(index => (Id(index - 1), Id(index)))]));
        _engine = new GraphEngine(SchemaBuilder.Build(_graph.Model), _graph.Store, new EngineOptions());
    }

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"site:{index:00}");

    private protected async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        using var response = await _engine!.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(query), Variables: variables is null ? null : JsonSerializer.SerializeToElement(variables)),
            TestContext.Current.CancellationToken);
        return JsonElement.Parse(response.Body.Span);
    }

    private protected async Task<string[]> IdsAsync(string query, object? variables = null)
    {
        var response = await QueryAsync(query, variables);
        Assert.False(response.TryGetProperty("errors", out _), response.ToString());
        return [.. response.GetProperty("data").GetProperty("sites").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];
    }

    /// <summary>Checks that a condition on either property finds these sites, and its complement all others.</summary>
    private async Task ExpectAsync(string condition, object variables, string definitions, Func<GeoPoint, bool> holds)
    {
        var expected = Enumerable.Range(0, Points.Length).ToLookup(index => Points[index] is { } point && holds(point), Id);
        foreach (var property in new[] { "at", "plain" })
        {
            var where = $"{{ {property}: {{ {condition} }} }}";
            Assert.Equal(expected[true], await IdsAsync($"query({definitions}) {{ sites(first: 100, where: {where}) {{ nodes {{ id }} }} }}", variables));
            Assert.Equal(expected[false], await IdsAsync($"query({definitions}) {{ sites(first: 100, where: {{ not: {where} }}) {{ nodes {{ id }} }} }}", variables));
        }
    }

    [Fact]
    public async Task A_box_has_its_edges_and_may_cross_the_antimeridian()
    {
        await FillAsync();
        foreach (var (south, west, north, east) in new (double, double, double, double)[]
        {
            (-90, -180, 90, 180), (0, 0, 0, 0), (0, 180, 0, 180), (0, -180, 0, -180), (0, 180, 0, -180), (-1, 179.9, 1, -179.9), (-1, 179, 1, -179.95),
            (-1, -179.9, 1, 179.9), (36, 37, 36.2, 37.16), (36.2, 37.160001, 36.2, 37.160001), (90, -10, 90, 10), (90, 40, 90, 50), (-90, 180, -90, 180),
            (-90, -180, -89, -180), (35, 38, 36.3, 37.1600005), (-60, 0.5, 60, 0), (-20, 177, 60, -140), (1, 1, 2, 2),
        })
        {
            await ExpectAsync(
                "within: { south: $south, west: $west, north: $north, east: $east }",
                new { south, west, north, east },
                "$south: Float!, $west: Float!, $north: Float!, $east: Float!",
                point => point.Latitude >= south && point.Latitude <= north && (west <= east
                    ? point.Longitude >= west && point.Longitude <= east
                    : point.Longitude >= west || point.Longitude <= east));
        }
    }

    [Fact]
    public async Task A_distance_is_compared_in_whole_meters()
    {
        await FillAsync();
        foreach (var from in Origins)
        {
            // Also exactly the distance of some places, and a meter less.
            var distances = Points.OfType<GeoPoint>().Select(point => Distance(from, point)).Distinct().Order().ToList();
            int[] edges = [distances[1], distances[distances.Count / 2], distances[^1]];
            foreach (var lte in edges.SelectMany(meters => new[] { meters, meters - 1 }).Concat([0, 20_037_518, int.MaxValue]).Distinct())
            {
                await ExpectAsync(
                    "distance: { from: $from, lte: $lte }",
                    new { from = new { latitude = from.Latitude, longitude = from.Longitude }, lte },
                    "$from: PointInput!, $lte: Int!",
                    point => Distance(from, point) <= lte);
            }
        }
    }

    [Fact]
    public async Task Both_conditions_must_hold_and_none_matches_everything()
    {
        await FillAsync();
        const string Both = "{ sites(where: { at: { within: { south: 36, west: 0, north: 37, east: 90 }, distance: { from: { latitude: 36.2, longitude: 37.16 }, lte: 0 } } }) { nodes { id } } }";
        Assert.Equal(["site:09", "site:10"], await IdsAsync(Both));
        Assert.Equal(Points.Length, (await IdsAsync("{ sites(first: 100, where: { at: {} }) { nodes { id } } }")).Length);
        Assert.Empty(await IdsAsync("{ sites(where: { not: { at: {} } }) { nodes { id } } }"));
        Assert.Equal(
            ["site:08", "site:09"],
            await IdsAsync("{ sites(where: { next: { at: { distance: { from: { latitude: 36.2, longitude: 37.16 }, lte: 60 } } } }) { nodes { id } } }"));
    }

    [Theory]
    [InlineData("ASC", 1, "")]
    [InlineData("DESC", 3, "")]
    [InlineData("ASC", 4, "next")]
    [InlineData("DESC", 5, "next")]
    public async Task Pages_are_in_the_order_of_distances(string direction, int size, string through)
    {
        await FillAsync();
        foreach (var from in Origins)
        {
            var sorted = Enumerable.Range(0, Points.Length).Select(index =>
            {
                var target = through.Length == 0 ? index : index + 1;
                return (Id: Id(index), Distance: target < Points.Length && Points[target] is { } point ? Distance(from, point) : -1);
            }).OrderBy(one => one.Distance).ThenBy(one => one.Id, StringComparer.Ordinal).Select(one => one.Id).ToList();
            if (direction == "DESC")
                sorted.Reverse();

            var key = $"{{ at: {{ distance: {{ from: $from, direction: {direction} }} }} }}";
            var order = through.Length == 0 ? key : $"{{ {through}: {key} }}";
            var point = new { latitude = from.Latitude, longitude = from.Longitude };
            foreach (var (count, bound, more, cursor) in new[] { ("first", "after", "hasNextPage", "endCursor"), ("last", "before", "hasPreviousPage", "startCursor") })
            {
                var query = $"query($from: PointInput!, $cursor: String) {{ sites({count}: {size}, {bound}: $cursor, order: [{order}]) "
                    + $"{{ nodes {{ id }} pageInfo {{ {more} {cursor} }} }} }}";
                var found = new List<string>();
                string? at = null;
                for (var isEnd = false; !isEnd;)
                {
                    var response = await QueryAsync(query, new { from = point, cursor = at });
                    Assert.False(response.TryGetProperty("errors", out _), response.ToString());
                    var page = response.GetProperty("data").GetProperty("sites");
                    found.InsertRange(count == "first" ? found.Count : 0, page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
                    at = page.GetProperty("pageInfo").GetProperty(cursor).GetString();
                    isEnd = !page.GetProperty("pageInfo").GetProperty(more).GetBoolean();
                    Assert.True(found.Count <= Points.Length, "the pages do not end");
                }
                Assert.Equal(sorted, found);
            }
        }
    }

    [Fact]
    public async Task A_cursor_is_valid_for_its_point_only()
    {
        await FillAsync();
        const string Query = "query($from: PointInput!, $after: String) { sites(first: 2, after: $after, order: [{ at: { distance: { from: $from } } }]) { nodes { id } pageInfo { endCursor } } }";
        var first = await QueryAsync(Query, new { from = new { latitude = 0.0, longitude = 10.0 } });
        var after = first.GetProperty("data").GetProperty("sites").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        Assert.Equal(["site:15", "site:09"], await IdsAsync(Query, new { from = new { latitude = -0.0, longitude = 10 }, after }));
        var refused = await QueryAsync(Query, new { from = new { latitude = 0.0, longitude = 10.0000001 }, after });
        var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal("`after` is a cursor for a different order: use the `order` of the page that returned it.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_point_that_is_given_again_counts_for_nothing()
    {
        await FillAsync();
        const string Query =
            """
            query($a: PointInput!, $latitude: Float!, $longitude: Float!) {
              sites(first: 3, order: [
                { at: { distance: { from: $a } } },
                { at: { distance: { from: { latitude: $latitude, longitude: $longitude }, direction: DESC } } }
              ]) { nodes { id } pageInfo { endCursor } }
            }
            """;
        async Task<(string Ids, string Cursor)> RunAsync(double latitude)
        {
            var response = await QueryAsync(Query, new { a = new { latitude = 0, longitude = 0 }, latitude, longitude = -0.0 });
            Assert.False(response.TryGetProperty("errors", out _), response.ToString());
            var page = response.GetProperty("data").GetProperty("sites");
            return (string.Join(' ', page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString())),
                page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!);
        }

        // Ids end the order in the last key's direction: that of the first key where both points are the same.
        var same = await RunAsync(0);
        Assert.Equal("site:17 site:00 site:15", same.Ids);
        var other = await RunAsync(1);
        Assert.Equal("site:17 site:15 site:00", other.Ids);
        Assert.Equal(same, await RunAsync(-0.0));
        Assert.Equal(other, await RunAsync(1));
        const string Alone = "{ sites(first: 3, order: [{ at: { distance: { from: { latitude: 0, longitude: 0 } } } }]) { nodes { id } pageInfo { endCursor } } }";
        var alone = await QueryAsync(Alone);
        Assert.Equal(same.Cursor, alone.GetProperty("data").GetProperty("sites").GetProperty("pageInfo").GetProperty("endCursor").GetString());
    }

    /// <summary>Checks that a site, whose property holds something else, has no location.</summary>
    private protected async Task ExpectNoLocationAsync(string id, string property)
    {
        const string World = "within: { south: -90, west: -180, north: 90, east: 180 }";
        const string Near = "distance: { from: { latitude: 0, longitude: 0 }, lte: 2147483647 }";
        foreach (var condition in new[] { World, Near })
        {
            Assert.DoesNotContain(id, await IdsAsync($"{{ sites(first: 100, where: {{ {property}: {{ {condition} }} }}) {{ nodes {{ id }} }} }}"));
            Assert.Contains(id, await IdsAsync($"{{ sites(first: 100, where: {{ not: {{ {property}: {{ {condition} }} }} }}) {{ nodes {{ id }} }} }}"));
        }
        Assert.Equal(
            [id, "site:17"],
            await IdsAsync($"{{ sites(first: 2, order: [{{ {property}: {{ distance: {{ from: {{ latitude: 0, longitude: 0 }} }} }} }}]) {{ nodes {{ id }} }} }}"));
    }

    private static int Distance(GeoPoint from, GeoPoint to)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        static double SinusSquared(double half) => Math.Pow(Math.Sin(half), 2);
        var (latitude, longitude) = (Radians(to.Latitude) - Radians(from.Latitude), Radians(to.Longitude) - Radians(from.Longitude));
        var haversine = SinusSquared(latitude / 2) + (Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * SinusSquared(longitude / 2));
        return (int)Math.Floor((2 * 6_378_140 * Math.Atan2(Math.Sqrt(haversine), Math.Sqrt(Math.Max(0, 1 - haversine)))) + 0.5);
    }
}

public sealed class PointOnSqliteTests() : PointTests(new SqliteFamily())
{
    [Theory]
    [InlineData("at$lat")]
    [InlineData("at$lon")]
    public async Task Half_a_location_is_none(string column)
    {
        await FillAsync();
        await Graph.SetAsync("Site", "site:04", column, "NULL");
        await ExpectNoLocationAsync("site:04", "at");
    }
}

public abstract class PointOnNeo4jTests : PointTests
{
    private protected PointOnNeo4jTests(StoreFamily stores)
        : base(stores)
    {
    }

    [Theory]
    [InlineData("point({x: 1, y: 2})")]
    [InlineData("point({x: 1, y: 2, z: 3})")]
    [InlineData("point({latitude: 1, longitude: 2, height: 3})")]
    [InlineData("'Aleppo'")]
    [InlineData("[1, 2]")]
    public async Task What_other_tools_wrote_is_no_location(string literal)
    {
        await FillAsync();
        foreach (var property in new[] { "at", "plain" })
        {
            await Graph.SetAsync("Site", "site:04", property, literal);
            await ExpectNoLocationAsync("site:04", property);
        }
    }
}

[Collection(Neo4j526Collection.Name)]
public sealed class PointOnNeo4j526Tests(Neo4j526 server) : PointOnNeo4jTests(new Neo4jFamily(server));

[Collection(Neo4j2026Collection.Name)]
public sealed class PointOnNeo4j2026Tests(Neo4j2026 server) : PointOnNeo4jTests(new Neo4jFamily(server));
