using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Searches of nodes that have several values.</summary>
public sealed class SearchedValueTests
{
    private const string Sdl = """
        type Thing @node {
          id: ID!
          name: String! @search
          aliases: [String!] @search
          note: String @search(text: true)
          notes: [String!] @search(text: true)
          remark: String @search(text: true)
        }
        """;

    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 120).Select(number => $"x{number}"));

    [Theory]
    [InlineData("Alepqo")]
    [InlineData("Halab")]
    [InlineData("x3 x119")]
    [InlineData("x119 zebra")]
    [InlineData("zebra")]
    public async Task A_long_text_matches_by_its_own_words_only(string query) => Assert.Null(await CompareAsync(
        query,
        Thing("a", ("name", "Aleppo"), ("note", Long)),
        Thing("b", ("name", "حلب"), ("note", Long + " zebra"), ("remark", Long)),
        Thing("c", ("name", "x"), ("note", Long), ("remark", "zebra")),
        Thing("d", ("name", "x"), ("notes", new[] { "zebra", "x119", "Aleppo" }))));

    [Theory]
    [InlineData("Bashar Assad")]
    [InlineData("Assad Damascus")]
    public async Task A_better_match_comes_first_although_its_words_are_not_among_those_of_a_lesser_one(string query) => Assert.Null(await CompareAsync(
        query,
        Thing("a", ("name", "x"), ("aliases", new[] { "Bashar", "Assad", "Damascus", "Baxhar Asxad", "Asxad Dxmascus" })),
        Thing("b", ("name", "Bachar Asad")),
        Thing("c", ("name", "Asad of Dimashq, Damaskus"))));

    private static (string Id, (string Name, object Value)[] Values) Thing(string key, params (string Name, object Value)[] values) => ($"thing:{key}", values);

    private static async Task<Disagreement?> CompareAsync(string query, params (string Id, (string Name, object Value)[] Values)[] things)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var model = ModelReader.Read(Sdl);
        var graph = new GraphText(model);
        foreach (var (id, values) in things)
        {
            var node = new GraphText.Node(model.Nodes.Single(), id);
            foreach (var (name, value) in values)
                node.Values[node.Type.FindProperty(name)!] = value;
            graph.Nodes.Add(node);
        }
        await using var comparison = await Comparison.OpenAsync(SqliteSource.Instance, SchemaBuilder.Build(model), graph, new CursorBook(), cancellation);
        var text = InputText.Text(query).Literal;
        var searches = string.Join(' ', Enumerable.Range(0, 5).Select(first => $"first{first}: search(query: {text}, first: {first}) {{ ...Found }}"));
        var document = $$"""
            { {{searches}} things(where: { search: {{text}} }) { nodes { id } } others: things(where: { not: { search: {{text}} } }) { nodes { id } } }
            fragment Found on SearchResult { truncated items { node { id } property text match } }
            """;
        var (disagreement, _) = await comparison.QueryOnceAsync(document, "{}", cancellation);
        return disagreement;
    }
}
