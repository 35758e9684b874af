using System.Net;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using GraphIntel.Core.Export;
using GraphIntel.Core.Model;
using GraphIntel.Server.Exports;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Exports as GraphML and GEXF are valid by the rules of their formats, which <c>Schemas</c> has as XML schemas.</summary>
public sealed class GraphFileSchemaTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string Around =
        "{ neighborhood(of: [\"place:maskanah\", \"actor:russia\"], depth: 3, maxNodes: 500) { nodes { id label } relationships { id label source { id } target { id } " +
        "... on Control { from until status } ... on Backing { from kinds } } } }";

    private const string Paths =
        "{ paths(from: \"actor:iran\", to: \"place:maskanah\", maxLength: 3) { items { nodes { id } relationships { id source { id } target { id } } } } }";

    private const string Scalars =
        "{ events(first: 500) { nodes { id title start end deathsBest location { latitude } place { id name } participants(first: 50) { edges { role node { id } } } } } " +
        "places(first: 500) { nodes { id borders { nodes { id } } } } }";

    public static TheoryData<string, string> Files => new MatrixTheoryData<string, string>(
        ["graphml", "gexf"], [Around, Paths, Scalars, "{ actors(where: {id: {eq: \"actor:none\"}}) { nodes { id } } }"]);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_valid(string format, string document)
    {
        using var response = await server.Client.SendAsync(ExportFiles.Post(format, document), TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        Assert.Empty(Violations(format, XDocument.Parse(await response.TextAsync())));
    }

    [Fact]
    public void Relationships_of_a_type_with_the_same_ends_are_edges_of_different_kinds()
    {
        Assert.True(ModelReader.ReadDomain().TryGetRelationship("CONTROLS", out var controls));
        var graph = new ExportedGraph(default);
        foreach (var id in (string[])["actor:a", "place:b"])
            graph.Nodes.Add(new GraphElement { Id = id, Type = null });
        foreach (var id in (string?[])["control:1", "control:2", null])
            graph.Edges.Add(new GraphElement { Id = id, Type = controls, Source = "actor:a", Target = "place:b" });
        var file = new XDocument();
        using (var xml = file.CreateWriter())
            Assert.Equal(graph.Nodes.Count + graph.Edges.Count, new GexfFormat().Write(xml, graph).Count());
        Assert.Empty(Violations("gexf", file));
        Assert.Equal(["CONTROLS", "CONTROLS 2", "CONTROLS 3"], file.Descendants().Attributes("kind").Select(kind => kind.Value));
        Assert.All(file.Descendants().Attributes("label").Skip(graph.Nodes.Count), label => Assert.Equal("CONTROLS", label.Value));
    }

    private static List<string> Violations(string format, XDocument file)
    {
        var schemas = new XmlSchemaSet();
        using var schema = XmlReader.Create(Repository.PathOf($"tests/GraphIntel.Server.Tests/Http/Schemas/{format}.xsd"));
        schemas.Add(null, schema);
        var violations = new List<string>();
        file.Validate(schemas, (_, violation) => violations.Add(violation.Message));
        return violations;
    }
}
