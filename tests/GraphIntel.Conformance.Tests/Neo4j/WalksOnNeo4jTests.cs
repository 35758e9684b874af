using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Random;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphIntel.Neo4j.Testing;
using Xunit;

namespace GraphIntel.Conformance.Tests.Neo4j;

/// <inheritdoc/>
[Collection(Neo4j526Collection.Name)]
public sealed class WalksOnNeo4j526Tests(Neo4j526 server) : WalksOnNeo4jTests(server);

/// <inheritdoc/>
[Collection(Neo4j2026Collection.Name)]
public sealed class WalksOnNeo4j2026Tests(Neo4j2026 server) : WalksOnNeo4jTests(server);

/// <summary>Walks that take a relationship twice, which a pattern of Cypher does not, and walks that are compared with a day.</summary>
public abstract class WalksOnNeo4jTests
{
    private readonly Neo4jSource _source;

    private protected WalksOnNeo4jTests(Neo4jServer server)
    {
        server.Require();
        _source = new Neo4jSource(server);
    }

    [Fact]
    public Task Walks_over_random_graphs_are_compared_with_their_day() => DatedWalks.CompareAsync(_source, graphs: 2);

    [Theory]
    [InlineData("NEAR+ NEAR>{2}")]
    [InlineData("NEAR> NEAR+")]
    [InlineData("NEAR{1,2} NEAR>{2}")]
    [InlineData("NEAR+")]
    [InlineData("NEAR{2,3}")]
    public async Task A_step_either_way_leads_back_to_where_it_began(string steps)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var model = ModelReader.Read($$"""
            type Thing @node {
              id: ID!
              name: String!
              near: [Thing!]! @relationship(type: "NEAR", direction: OUT)
              walk: [Thing!]! @path(steps: "{{steps}}")
            }
            """);
        var (type, near) = (model.Nodes.Single(), model.Relationships.Single());
        var graph = new GraphText(model);
        for (var number = 0; number < 4; number++)
        {
            var node = new GraphText.Node(type, $"thing:{number}");
            node.Values[type.FindProperty("name")!] = "a";
            graph.Nodes.Add(node);
        }
        foreach (var (source, target) in graph.Nodes.Zip(graph.Nodes.Skip(1)))
            graph.Relationships.Add(new GraphText.Relationship(near, near.DeriveId(source.Id, target.Id), source.Id, target.Id));
        await using var comparison = await Comparison.OpenAsync(
            _source, SchemaBuilder.Build(model), graph, new CursorBook(), cancellation);
        var (disagreement, _) = await comparison.QueryOnceAsync(
            "{ things { nodes { id walk { totalCount edges { depth node { id } } } } } }", "{}", cancellation);
        Assert.Null(disagreement);
    }
}
