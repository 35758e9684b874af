using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Properties whose names are words of a store's language.</summary>
public sealed class ReservedNameTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("False")]
    [InlineData("null")]
    [InlineData("rowid")]
    public async Task A_property_may_have_the_name_of_a_word_of_SQL(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var model = ModelReader.Read($$"""
            type Thing @node {
              id: ID!
              name: String!
              {{name}}: Boolean
              near: [Thing!]! @relationship(type: "NEAR", direction: BOTH, properties: "Nearness")
            }
            type Nearness @edge(type: "NEAR") { id: ID! {{name}}: Boolean! }
            """);
        var (type, near) = (model.Nodes.Single(), model.Relationships.Single());
        var graph = new GraphText(model);
        foreach (var value in (bool?[])[true, false, null])
        {
            var node = new GraphText.Node(type, $"thing:{graph.Nodes.Count}");
            node.Values[type.FindProperty("name")!] = "a";
            node.Values[type.FindProperty(name)!] = value;
            graph.Nodes.Add(node);
        }
        var relationship = new GraphText.Relationship(near, $"{near.IdPrefix}:a", "thing:0", "thing:1");
        relationship.Values[near.FindProperty(name)!] = false;
        graph.Relationships.Add(relationship);
        await using var comparison = await Comparison.OpenAsync(
            SqliteSource.Instance, SchemaBuilder.Build(model), graph, new CursorBook(), cancellation);
        var document = $$"""
            {
              things(where: { not: { name: { eq: "a" }, {{name}}: { eq: true } } }, order: [{ {{name}}: DESC }]) {
                edges { cursor node { {{name}} near(last: 2, order: [{ edge: { {{name}}: ASC } }]) { edges { {{name}} node { id {{name}} } } } } }
              }
            }
            """;
        var (disagreement, _) = await comparison.QueryOnceAsync(document, "{}", cancellation);
        Assert.Null(disagreement);
    }
}
