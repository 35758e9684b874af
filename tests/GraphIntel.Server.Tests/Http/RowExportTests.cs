using System.Net;
using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Exports as CSV and GeoJSON, read back by other libraries.</summary>
public sealed class RowExportTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<byte[]> ExportAsync(string format, string document, object? variables = null, bool? excel = null)
    {
        using var response = await server.Client.SendAsync(ExportFiles.Post(format, document, variables, excel), Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        return await response.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private async Task<JsonElement> QueryAsync(string document)
    {
        using var response = await server.Client.SendAsync(Requests.Post(Requests.Query(document)), Cancellation);
        return JsonElement.Parse(await response.TextAsync()).GetProperty("data");
    }

    [Fact]
    public async Task Every_row_is_in_the_file_with_a_column_for_each_selected_leaf()
    {
        const string Fields = "nodes { id title start deathsBest place { name aliases } participants { edges { role node { name } } } }";
        var rows = ExportFiles.Rows(await ExportAsync("csv", $"{{ events(order: [{{title: ASC}}]) {{ {Fields} }} }}"));
        Assert.Equal(
            ["id", "title", "start", "deathsBest", "place.name", "place.aliases", "participants.edges.role", "participants.edges.node.name"], rows[0]);
        var events = (await QueryAsync($"{{ events(first: 500, order: [{{title: ASC}}]) {{ totalCount {Fields} }} }}")).GetProperty("events");
        Assert.Equal(events.GetProperty("totalCount").GetInt32(), rows.Count - 1);
        Assert.All(events.GetProperty("nodes").EnumerateArray().Zip(rows.Skip(1)), pair =>
        {
            var (node, row) = pair;
            var place = node.GetProperty("place");
            var edges = node.GetProperty("participants").GetProperty("edges").EnumerateArray().ToList();
            Assert.Equal(
                [
                    node.GetProperty("id").GetString(), node.GetProperty("title").GetString(), node.GetProperty("start").GetString(),
                    node.GetProperty("deathsBest").ToString(),
                    place.ValueKind == JsonValueKind.Null ? "" : place.GetProperty("name").GetString(),
                    place.ValueKind == JsonValueKind.Null ? "" : string.Join("; ", place.GetProperty("aliases").EnumerateArray()),
                    string.Join("; ", edges.Select(edge => edge.GetProperty("role").GetString())),
                    string.Join("; ", edges.Select(edge => edge.GetProperty("node").GetProperty("name").GetString())),
                ],
                row);
        });
        Assert.Contains(rows, row => row[5].Contains("مسكنة", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("events", "order: [{start: DESC}, {title: ASC}]", "nodes { id start deathsBest }")]
    [InlineData("events", "where: {place: {search: \"maskanah\"}}", "nodes { id title }")]
    [InlineData("events", "order: [{deathsBest: ASC}]", "edges { node { id deathsBest } }")]
    [InlineData("controls", "order: [{source: {name: ASC}}]", "nodes { id from source { name } target { name } }")]
    [InlineData("places", "order: [{location: {distance: {from: {latitude: 36, longitude: 38}}}}]", "nodes { id name }")]
    public async Task Pages_of_any_size_and_order_come_to_the_same_file(string field, string arguments, string selection)
    {
        var whole = ExportFiles.Text(await ExportAsync("csv", $"{{ {field}({arguments}) {{ {selection} }} }}"));
        Assert.Contains('\n', whole);
        Assert.Equal(whole, ExportFiles.Text(await ExportAsync("csv", $"{{ {field}({arguments}, first: 2) {{ totalCount {selection} pageInfo {{ hasNextPage }} }} }}")));
    }

    [Fact]
    public async Task An_export_begins_after_the_given_cursor_and_ends_before_the_other()
    {
        var cursors = (await QueryAsync("{ places(first: 6) { edges { cursor } } }")).GetProperty("places").GetProperty("edges").EnumerateArray()
            .Select(edge => edge.GetProperty("cursor").GetString()).ToList();
        const string Between = "query($after: String, $before: String) { places(first: 1, after: $after, before: $before) { edges { cursor node { id } } } }";
        var rows = ExportFiles.Rows(await ExportAsync("csv", Between, new { after = cursors[0], before = cursors[4] }));
        Assert.Equal(["cursor", .. cursors[1..4]], rows.Select(row => row[0]));
    }

    [Fact]
    public async Task Objects_of_several_types_have_the_columns_of_all_of_them()
    {
        var rows = ExportFiles.Rows(await ExportAsync("csv", "{ claims { nodes { id fact { __typename ... on Control { status } ... on Event { title } } } } }"));
        Assert.Equal(["id", "fact.__typename", "fact.title", "fact.status"], rows[0]);
        Assert.Contains(rows, row => row[1] == "Control" && row[2].Length == 0 && row[3].Length > 0);
        Assert.Contains(rows, row => row[1] == "Event" && row[2].Length > 0 && row[3].Length == 0);
    }

    [Fact]
    public async Task A_point_is_the_geometry_of_its_feature()
    {
        const string Places = "places(where: {location: {within: {south: 35, west: 37, north: 37, east: 39}}}) {";
        var json = await ExportAsync("geojson", $"{{ {Places} nodes {{ id name aliases location {{ latitude longitude }} parent {{ name }} }} }} }}");
        var features = JsonSerializer.Deserialize<FeatureCollection>(json, GeoJson)!;
        var nodes = (await QueryAsync($"{{ {Places} totalCount }} }}")).GetProperty("places").GetProperty("totalCount").GetInt32();
        Assert.Equal(nodes, features.Count);
        var town = features.Single(feature => (string)feature.Attributes["id"] == "place:maskanah");
        Assert.Equal((38.035566, 35.963158), (town.Geometry.Coordinate.X, town.Geometry.Coordinate.Y));
        Assert.Equal("Maskanah", town.Attributes["name"]);
        Assert.Equal("Aleppo Province", town.Attributes["parent.name"]);
        Assert.Contains("مسكنة", (string)town.Attributes["aliases"], StringComparison.Ordinal);
        Assert.DoesNotContain("latitude", ExportFiles.Text(json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_a_point_has_no_geometry_and_no_rows_are_an_empty_collection()
    {
        var all = JsonElement.Parse(await ExportAsync("geojson", "{ places { nodes { id location { latitude longitude } } } }")).GetProperty("features");
        var without = (await QueryAsync("{ places(where: {location: {distance: {from: {latitude: 0, longitude: 0}, lte: 30000000}}}) { totalCount } }"))
            .GetProperty("places").GetProperty("totalCount").GetInt32();
        Assert.Equal(without, all.EnumerateArray().Count(feature => feature.GetProperty("geometry").ValueKind == JsonValueKind.Object));
        Assert.Equal(
            """{"type":"FeatureCollection","features":[]}""",
            ExportFiles.Text(await ExportAsync("geojson", "{ places(where: {or: []}) { nodes { id location { latitude longitude } } } }")));
        Assert.Equal("id\r\n", ExportFiles.Text(await ExportAsync("csv", "{ places(where: {or: []}) { nodes { id } } }")));
    }

    [Theory]
    [InlineData("csv", "{ actor(id: \"actor:iran\") { id } }", "`actor` is not a connection")]
    [InlineData("csv", "{ a: actors { nodes { id } } events { nodes { id } } }", "has 2 fields there: `a`, `events`")]
    [InlineData("csv", "{ __typename }", "`__typename` is not a connection")]
    [InlineData("csv", "{ actors { totalCount } }", "either `nodes` or `edges`, once")]
    [InlineData("csv", "{ actors { nodes { id } edges { cursor } } }", "either `nodes` or `edges`, once")]
    [InlineData("csv", "{ actors(last: 5) { nodes { id } } }", "leave out `last`")]
    [InlineData("csv", "{ actors(first: 0) { nodes { id } } }", "`first` is 0")]
    [InlineData("csv", "{ actors(first: 501) { nodes { id } } }", "`first` is 501; it must be between 0 and 500")]
    [InlineData("csv", "{ actors { nodes { nothing } } }", "nothing")]
    [InlineData("csv", "{ actors(after: \"x\") { nodes { id } } }", "`after` is not a valid cursor")]
    [InlineData("geojson", "{ places { nodes { id } } }", "GeoJSON needs a point")]
    [InlineData("geojson", "{ places { nodes { id location { latitude } } } }", "both `latitude` and `longitude`")]
    [InlineData("graphml", "{ places { nodes { name } } }", "selects no `id`")]
    [InlineData("csv", "{ events { nodes { participants(first: 500) { nodes { backers(first: 500) { nodes { id } } } } } } }", "objects (page sizes multiplied)")]
    public async Task An_operation_that_cannot_be_exported_is_rejected_with_what_is_wrong(string format, string document, string message)
    {
        using var response = await server.Client.SendAsync(ExportFiles.Post(format, document), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/graphql-response+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(message, await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_has_its_type_its_name_and_no_place_in_a_cache()
    {
        using var response = await server.Client.SendAsync(ExportFiles.Post("csv", "{ towns: places { nodes { id } } }"), Cancellation);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("towns.csv", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Only_POST_of_one_operation_is_answered_under_the_names_of_the_formats()
    {
        using var get = await server.Client.GetAsync(new Uri("/export/csv", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal(["POST"], get.Content.Headers.Allow);
        using var unknown = await server.Client.SendAsync(ExportFiles.Post("xlsx", "{ places { nodes { id } } }"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var batch = await server.Client.SendAsync(ExportFiles.PostBody("csv", """[{"query":"{ places { nodes { id } } }"}]"""), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, batch.StatusCode);
        Assert.Contains("not an array", await batch.ErrorAsync(), StringComparison.Ordinal);
        using var wrong = await server.Client.SendAsync(ExportFiles.PostBody("csv", """{"query":"{ places { nodes { id } } }","excel":"yes"}"""), Cancellation);
        Assert.Contains("`excel` must be true, false or null", await wrong.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checks_of_hosts_and_of_other_sites_hold_for_exports()
    {
        var foreign = ExportFiles.Post("csv", "{ places { nodes { id } } }");
        foreign.Headers.Host = "evil.example";
        using var misdirected = await server.Client.SendAsync(foreign, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, misdirected.StatusCode);
        var form = Requests.Post("""{"query":"{ places { nodes { id } } }"}""", "text/plain");
        form.RequestUri = new Uri("/export/csv", UriKind.Relative);
        using var simple = await server.Client.SendAsync(form, Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, simple.StatusCode);
    }
}
