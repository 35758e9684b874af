using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Names that are words of a store's language, which a model may use, and those of the API, which it may not.</summary>
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

    [Theory]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("rowid")]
    [InlineData("rank")]
    [InlineData("match")]
    [InlineData("keys")]
    [InlineData("packed")]
    public async Task A_property_that_is_searched_may_have_the_name_of_a_word_of_SQL(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var model = ModelReader.Read($$"""
            type Thing @node { id: ID! name: String! @search {{name}}: String @search(text: true) }
            type Order @node { id: ID! name: String! {{name}}: [String!] @search(text: true) }
            """);
        var graph = new GraphText(model);
        foreach (var type in model.Nodes)
        {
            var node = new GraphText.Node(type, $"{type.IdPrefix}:a");
            node.Values[type.FindProperty("name")!] = "Aleppo";
            var property = type.FindProperty(name)!;
            node.Values[property] = property.IsList ? new[] { "Homs", "city of Aleppo" } : "Aleppo";
            graph.Nodes.Add(node);
        }
        await using var comparison = await Comparison.OpenAsync(
            SqliteSource.Instance, SchemaBuilder.Build(model), graph, new CursorBook(), cancellation);
        const string document = """
            {
              search(query: "aleppo") { items { node { id } property text match } }
              things(where: { search: "aleppo" }) { totalCount }
              orders(where: { search: "city" }) { totalCount }
            }
            """;
        var (disagreement, _) = await comparison.QueryOnceAsync(document, "{}", cancellation);
        Assert.Null(disagreement);
    }

    [Theory]
    [InlineData("type Thing @node { id: ID! name: String! search: String }", "cannot be called search")]
    [InlineData("type Thing @node { id: ID! name: String! near: [Thing!]! @relationship(type: \"NEAR\", direction: OUT, properties: \"Nearness\") }\ntype Nearness @edge(type: \"NEAR\") { search: String }", "cannot be called search")]
    [InlineData("type Search @node { id: ID! name: String! }", "the root field 'search'")]
    [InlineData("type SearchResult @node { id: ID! name: String! }", "the schema type SearchResult")]
    [InlineData("type SearchItem @node { id: ID! name: String! }", "the schema type SearchItem")]
    [InlineData("type Thing @node { id: ID! name: String! match: SearchMatch }\nenum SearchMatch { EXACT }", "the schema type SearchMatch")]
    [InlineData("type Thing @node { id: ID! name: String! type: NodeType }\nenum NodeType { THING }", "the schema type NodeType")]
    public void Names_of_searches_are_the_APIs_own(string sdl, string message) =>
        Assert.Contains(message, Assert.Throws<ModelException>(() => ModelReader.Read(sdl)).Message, StringComparison.Ordinal);
}
