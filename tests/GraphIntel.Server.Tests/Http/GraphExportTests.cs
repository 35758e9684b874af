using System.Net;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Exports as GraphML and GEXF. The npm package in tests/clients reads them with graphology.</summary>
public sealed class GraphExportTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private static readonly XNamespace GraphMl = "http://graphml.graphdrawing.org/xmlns";
    private static readonly XNamespace Gexf = "http://gexf.net/1.3";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<XElement> ExportAsync(string format, string document)
    {
        using var response = await server.Client.SendAsync(ExportFiles.Post(format, document), Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        Assert.Equal($"graph.{format}", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        return XElement.Parse(await response.TextAsync());
    }

    private async Task<JsonElement> QueryAsync(string document)
    {
        using var response = await server.Client.SendAsync(Requests.Post(Requests.Query(document)), Cancellation);
        return JsonElement.Parse(await response.TextAsync()).GetProperty("data");
    }

    [Theory]
    [InlineData("graphml")]
    [InlineData("gexf")]
    public async Task Every_node_and_every_relationship_of_a_neighborhood_is_in_the_file_once(string format)
    {
        const string Document =
            "{ neighborhood(of: [\"place:maskanah\"], depth: 2) { nodes { id label } relationships { id source { id } target { id } } } }";
        var answer = (await QueryAsync(Document)).GetProperty("neighborhood");
        var file = await ExportAsync(format, Document);
        Assert.Equal(
            Ids(answer.GetProperty("nodes")),
            file.Descendants(file.Name.Namespace + "node").Select(node => IdOf(node, "id")).Order(StringComparer.Ordinal));
        var edges = file.Descendants(file.Name.Namespace + "edge").ToList();
        Assert.Equal(answer.GetProperty("relationships").GetArrayLength(), edges.Count);
        Assert.NotEmpty(edges);
        Assert.All(answer.GetProperty("relationships").EnumerateArray(), relationship => Assert.Contains(
            edges,
            edge => IdOf(edge, "source") == relationship.GetProperty("source").GetProperty("id").GetString()
                && IdOf(edge, "target") == relationship.GetProperty("target").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Connections_and_fields_that_follow_a_relationship_make_edges_in_its_direction()
    {
        var file = await ExportAsync(
            "graphml",
            """
            {
              actor(id: "actor:syrian-arab-army") { id backers { edges { kinds node { id name } fact { id } } } backs { nodes { id } } }
              event(id: "event:maskanah-fighting") { id place { id parent { id } } }
            }
            """);
        var edges = file.Descendants(GraphMl + "edge").ToList();
        var backers = edges.Where(edge => edge.Attribute("target")!.Value == "actor:syrian-arab-army").ToList();
        Assert.NotEmpty(backers);
        Assert.All(backers, edge => Assert.StartsWith("backing:", edge.Attribute("id")!.Value, StringComparison.Ordinal));
        Assert.Contains(backers, edge => edge.Attribute("source")!.Value == "actor:russia" && DataOf(file, edge, "kinds").Length > 0);
        var occurred = edges.Single(edge => edge.Attribute("source")!.Value == "event:maskanah-fighting");
        Assert.Equal("place:maskanah", occurred.Attribute("target")!.Value);
        Assert.Equal("OCCURRED_AT", DataOf(file, occurred, "label"));
        Assert.Equal("occurredAt:event:maskanah-fighting>place:maskanah", DataOf(file, occurred, "id"));
        // A name token of XML cannot have a >.
        Assert.Equal("occurredAt:event:maskanah-fighting_x003E_place:maskanah", occurred.Attribute("id")!.Value);
        Assert.Single(edges, edge => edge.Attribute("source")!.Value == "place:maskanah");
    }

    [Fact]
    public async Task A_relationship_that_is_seen_from_both_ends_is_one_edge()
    {
        var file = await ExportAsync(
            "gexf", "{ places(first: 500) { nodes { id borders(first: 50) { nodes { id } } parent { id } children(first: 100) { nodes { id } } } } }");
        var edges = file.Descendants(Gexf + "edge").ToList();
        var borders = edges.Where(edge => edge.Attribute("label")!.Value == "BORDERS").ToList();
        Assert.All(borders, edge => Assert.Equal("undirected", edge.Attribute("type")!.Value));
        Assert.Equal(
            borders.Count,
            borders.Select(edge => string.Join(' ', new[] { edge.Attribute("source")!.Value, edge.Attribute("target")!.Value }.Order())).Distinct().Count());
        var places = (await QueryAsync("{ places(where: {parent: {any: true}}) { totalCount } }")).GetProperty("places").GetProperty("totalCount").GetInt32();
        Assert.Equal(places, edges.Count(edge => edge.Attribute("label")!.Value == "PART_OF"));
    }

    [Fact]
    public async Task Days_of_nodes_and_dates_of_relationships_are_intervals_whose_last_day_is_included()
    {
        const string Document =
            """
            {
              controls(first: 500) { nodes { id from until status source { id name } target { id } } }
              events(first: 500) { nodes { id title start end } }
            }
            """;
        var file = await ExportAsync("gexf", Document);
        Assert.Equal(("dynamic", "date"), (file.Element(Gexf + "graph")!.Attribute("mode")!.Value, file.Element(Gexf + "graph")!.Attribute("timeformat")!.Value));
        var edges = file.Descendants(Gexf + "edge").ToDictionary(edge => edge.Attribute("id")!.Value);
        var controls = (await QueryAsync(Document)).GetProperty("controls").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(controls.Count, edges.Count);
        Assert.All(controls, control =>
        {
            var edge = edges[control.GetProperty("id").GetString()!];
            Assert.Equal(control.GetProperty("from").GetString(), edge.Attribute("start")?.Value);
            Assert.Equal(
                control.GetProperty("until").GetString() is { } until ? $"{DateOnly.Parse(until, null).AddDays(-1):yyyy-MM-dd}" : null,
                edge.Attribute("end")?.Value);
        });
        Assert.Contains(controls, control => control.GetProperty("until").ValueKind == JsonValueKind.String);
        var fighting = file.Descendants(Gexf + "node").Single(node => node.Attribute("id")!.Value == "event:maskanah-fighting");
        Assert.Equal("Heavy fighting for Maskanah between the army and Islamic State", fighting.Attribute("label")!.Value);
        Assert.NotNull(fighting.Attribute("start"));
        Assert.NotNull(fighting.Attribute("end"));
    }

    [Fact]
    public async Task Scalars_are_attributes_with_their_types()
    {
        var file = await ExportAsync("graphml", "{ events(first: 500) { nodes { id title deathsBest location { latitude } } } }");
        var keys = file.Elements(GraphMl + "key").Where(key => key.Attribute("for")!.Value == "node").ToDictionary(key => key.Attribute("attr.name")!.Value, key => key.Attribute("attr.type")!.Value);
        Assert.Equal("string", keys["title"]);
        Assert.Equal("string", keys["__typename"]);
        Assert.All(keys.Where(key => key.Key == "deathsBest"), key => Assert.Equal("int", key.Value));
        Assert.All(keys.Where(key => key.Key == "location.latitude"), key => Assert.Equal("double", key.Value));
        Assert.All(file.Descendants(GraphMl + "node"), node => Assert.Equal("Event", DataOf(file, node, "__typename")));
    }

    [Fact]
    public async Task Found_nodes_and_paths_are_graphs_too()
    {
        const string Paths = "paths(from: \"actor:iran\", to: \"place:maskanah\", maxLength: 3) { items { nodes { id } relationships { id source { id } target { id } } } }";
        var answer = (await QueryAsync($"{{ {Paths} }}")).GetProperty("paths").GetProperty("items").EnumerateArray().ToList();
        var file = await ExportAsync("graphml", $"{{ {Paths} search(query: \"maskanah\") {{ items {{ match node {{ id label }} }} }} }}");
        Assert.Equal(
            answer.SelectMany(path => Ids(path.GetProperty("relationships"))).Distinct().Count(), file.Descendants(GraphMl + "edge").Count());
        Assert.Contains(file.Descendants(GraphMl + "node"), node => node.Attribute("id")!.Value == "place:maskanah");
    }

    private static IEnumerable<string> Ids(JsonElement list) =>
        list.EnumerateArray().Select(item => item.GetProperty("id").GetString()!).Order(StringComparer.Ordinal);

    /// <summary>An id of a node: GraphML's are name tokens, which cannot have all characters.</summary>
    private static string IdOf(XElement element, string attribute) => XmlConvert.DecodeName(element.Attribute(attribute)!.Value)!;

    private static string DataOf(XElement file, XElement element, string name)
    {
        var key = file.Elements(GraphMl + "key").Single(
            key => key.Attribute("attr.name")!.Value == name && key.Attribute("for")!.Value == element.Name.LocalName).Attribute("id")!.Value;
        return element.Elements(GraphMl + "data").Single(data => data.Attribute("key")!.Value == key).Value;
    }
}
