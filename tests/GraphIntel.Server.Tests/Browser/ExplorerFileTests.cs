using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GraphIntel.Server.Tests.Http;
using Microsoft.Playwright;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GraphIntel.Server.Tests.Browser;

/// <summary>What the explorer saves: pictures that it draws, and files that the server writes. Each is read back.</summary>
public sealed class ExplorerFileTests(BrowserFixture browser, RunningServer server) : IClassFixture<BrowserFixture>, IClassFixture<RunningServer>
{
    private const string Shown = "#n=place:maskanah&n=actor:islamic-state&n=actor:government-of-syria&n=event:maskanah-captured";

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    [Theory]
    [InlineData("GraphML")]
    [InlineData("GEXF")]
    public async Task The_graph_is_saved_with_its_nodes_and_relationships(string format)
    {
        await using var explorer = await OpenAsync(Shown);
        await explorer.ShowsAsync(4);
        var file = XElement.Parse(Encoding.UTF8.GetString(await explorer.DownloadAsync("the graph", "Save as " + format)));
        Assert.Equal(format.ToLowerInvariant(), file.Name.LocalName);
        Assert.Equal(
            (await explorer.PositionsAsync()).Keys.Order(StringComparer.Ordinal),
            file.Descendants(file.Name.Namespace + "node").Select(node => node.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.Equal(await explorer.RelationshipsAsync(), file.Descendants(file.Name.Namespace + "edge").Count());
        Assert.True(await explorer.RelationshipsAsync() > 3);
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task The_graph_is_saved_as_PNG_and_as_SVG_with_its_names()
    {
        await using var explorer = await OpenAsync("#n=place:maskanah&n=actor:islamic-state");
        await explorer.ShowsAsync(2);
        var png = await explorer.DownloadAsync("the graph", "Save as PNG");
        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        var svg = XElement.Parse(Encoding.UTF8.GetString(await explorer.DownloadAsync("the graph", "Save as SVG")));
        Assert.Contains("Maskanah", svg.Value, StringComparison.Ordinal);
        Assert.Contains("until 4 Jun 2017", svg.Value, StringComparison.Ordinal);
        Assert.Single(svg.Descendants(), element => element.Name.LocalName == "circle");
        Assert.Single(svg.Descendants(), element => element.Name.LocalName == "polygon");
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task The_events_of_the_map_are_saved_as_GeoJSON_with_their_points()
    {
        await using var explorer = await OpenAsync("#view=map&n=place:maskanah");
        await Expect(explorer.Page.Locator(".map[data-ready=true]")).ToBeVisibleAsync(new() { Timeout = ExplorerMapTests.MapTimeout });
        var events = (await explorer.AskAsync("{ events(where: {place: {id: {eq: \"place:maskanah\"}}}) { totalCount } }")).GetProperty("events").GetProperty("totalCount").GetInt32();
        var features = JsonSerializer.Deserialize<FeatureCollection>(await explorer.DownloadAsync("the map", "Save as GeoJSON"), GeoJson)!;
        Assert.Equal(events, features.Count);
        Assert.All(features, feature => Assert.InRange(feature.Geometry.Coordinate.X, 37, 39));
        Assert.All(features, feature => Assert.InRange(feature.Geometry.Coordinate.Y, 35, 37));
    }

    [Fact]
    public async Task The_table_is_saved_as_CSV_with_all_its_rows_as_it_is_filtered_and_sorted()
    {
        await using var explorer = await OpenAsync("#view=table&only=kind:BATTLE&sort=-title");
        var data = await explorer.AskAsync("{ events(where: {kind: {eq: BATTLE}}, order: [{title: DESC}], first: 500) { nodes { id title participants(first: 50) { nodes { label } } } } }");
        var nodes = data.GetProperty("events").GetProperty("nodes").EnumerateArray().ToList();
        await Expect(explorer.Page.GetByRole(AriaRole.Table)).ToHaveAttributeAsync("aria-rowcount", (nodes.Count + 1).ToString(CultureInfo.InvariantCulture));
        var bytes = await explorer.DownloadAsync("the table", "Save as CSV");
        // Excel recognizes UTF-8 by it.
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = ExportFiles.Rows(bytes);
        var header = rows[0].ToList();
        Assert.Equal(nodes.Select(node => node.GetProperty("id").GetString()), rows.Skip(1).Select(row => row[header.IndexOf("id")]));
        Assert.Equal(
            nodes.Select(node => string.Join("; ", node.GetProperty("participants").GetProperty("nodes").EnumerateArray().Select(actor => actor.GetProperty("label").GetString()))),
            rows.Skip(1).Select(row => row[header.IndexOf("participants.nodes.label")]));
        Assert.Empty(explorer.Complaints);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_not_saved_and_the_page_says_so()
    {
        await using var explorer = await OpenAsync("#view=table");
        await explorer.Page.RouteAsync("**/export/csv", route => route.AbortAsync());
        await explorer.Page.GetByLabel("Save the table").ClickAsync();
        await explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Save as CSV" }).ClickAsync();
        await Expect(explorer.Page.GetByText("Nothing was saved.")).ToBeVisibleAsync();
        await explorer.Page.UnrouteAsync("**/export/csv");
        var download = await explorer.Page.RunAndWaitForDownloadAsync(() => explorer.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync());
        Assert.Equal("table.csv", download.SuggestedFilename);
    }

    private Task<ExplorerPage> OpenAsync(string fragment) => ExplorerPage.OpenAsync(browser, server.Endpoint, fragment);
}
