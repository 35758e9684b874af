using Xunit;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The oracle's responses to searches, worked out by hand from the contract.</summary>
public sealed class NaiveSearchTests
{
    private const string Sdl = """
        type Town @node {
          id: ID!
          name: String! @search
          aliases: [String!] @search
          note: String @search(text: true)
          near: [Town!]! @relationship(type: "NEAR", direction: OUT)
          of: River @relationship(type: "OF", direction: OUT)
        }
        type River @node(label: "id") { id: ID! title: String! @search(text: true) }
        type Road @node { id: ID! name: String! }
        """;

    private static readonly MemoryGraph Graph = Make();

    [Theory]
    // The kinds in their order; of two values of a node the better one; of nodes alike the shorter text, then the lesser id.
    [InlineData("query: \"meskene\"", "town:a name EXACT, town:b name START, town:d aliases START, town:c note WORDS, town:e name SPELLING, town:f name TYPO")]
    [InlineData("query: \"meskene\", first: 2", "town:a name EXACT, town:b name START")]
    [InlineData("query: \"meskene\", first: 0", "")]
    [InlineData("query: \"al-Meskene\", first: 1", "town:a name EXACT")]
    [InlineData("query: \"meskene\", types: []", "")]
    [InlineData("query: \"meskene\", types: [RIVER, ROAD]", "")]
    [InlineData("query: \"meskene\", types: null, first: null", "town:a name EXACT, town:b name START, town:d aliases START, town:c note WORDS, town:e name SPELLING, town:f name TYPO")]
    // One after another: what spells the query's words in two properties does not match, nor does a single letter begin a word.
    [InlineData("query: \"old near\"", "")]
    [InlineData("query: \"m\"", "")]
    [InlineData("query: \"me\", types: [TOWN], first: 1", "town:a name START")]
    // A text is not spelled otherwise, and no label here.
    [InlineData("query: \"Euphratis\"", "")]
    [InlineData("query: \"river Euphrates\"", "river:a title EXACT")]
    [InlineData("query: \"road on\"", "town:f note WORDS")]
    [InlineData("query: \"\"", "")]
    [InlineData("query: \" -!\"", "")]
    public void A_search_finds_the_best(string arguments, string found)
    {
        var query = $"{{ search({arguments}) {{ truncated items {{ node {{ id }} property match }} }} }}";
        var items = found.Length == 0 ? [] : found.Split(", ").Select(item => item.Split(' '))
            .Select(item => $$"""{"node":{"id":"{{item[0]}}"},"property":"{{item[1]}}","match":"{{item[2]}}"}""");
        Assert.Equal($$$"""{"search":{"truncated":false,"items":[{{{string.Join(',', items)}}}]}}""", Execute(query).Data);
    }

    [Theory]
    [InlineData("{ search: \"meskene\" }", "a b c d e f")]
    [InlineData("{ not: { search: \"meskene\" } }", "g")]
    [InlineData("{ search: \"\" }", "")]
    [InlineData("{ not: { search: \"\" } }", "a b c d e f g")]
    [InlineData("{ or: [{ search: \"town near\" }, { name: { eq: \"Homs\" } }] }", "c g")]
    [InlineData("{ near: { some: { search: \"miskina\" } } }", "g")]
    [InlineData("{ near: { none: { search: \"miskina\" } } }", "a b c d e f")]
    [InlineData("{ of: { search: \"euph\" } }", "a")]
    [InlineData("{ of: { not: { search: \"euph\" } } }", "b")]
    [InlineData("{ not: { of: { search: \"euph\" } } }", "b c d e f g")]
    public void A_condition_holds_for_what_a_search_finds(string where, string found)
    {
        var items = found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => $$"""{"id":"town:{{key}}"}""");
        Assert.Equal($$$"""{"towns":{"nodes":[{{{string.Join(',', items)}}}]}}""", Execute($"{{ towns(where: {where}) {{ nodes {{ id }} }} }}").Data);
    }

    [Fact]
    public void A_result_has_names_of_types_and_the_value_that_matches() => Assert.Equal(
        """{"search":{"__typename":"SearchResult","items":[{"__typename":"SearchItem","text":"Meskene the Old","node":{"__typename":"Town","label":"Tell"}}]}}""",
        Execute("{ search(query: \"old meskene\") { __typename items { __typename text node { __typename label } } } }").Data);

    [Theory]
    [InlineData(200, "a", false)]
    [InlineData(201, "a", true)]
    [InlineData(200, "\U00010437", false)]
    [InlineData(201, "\U00010437", true)]
    public void A_query_may_have_200_characters(int count, string character, bool isRefused)
    {
        var text = string.Concat(Enumerable.Repeat(character, count));
        Assert.Equal(isRefused, Execute($"{{ search(query: \"{text}\") {{ truncated }} }}").Refusal is not null);
        Assert.Equal(isRefused, Execute($"{{ towns(where: {{ near: {{ some: {{ search: \"{text}\" }} }} }}) {{ totalCount }} }}").Refusal is not null);
    }

    [Theory]
    [InlineData("{ search(query: \"a\", first: -1) { truncated } }")]
    [InlineData("{ search(query: \"a\", first: 101) { truncated } }")]
    [InlineData("{ towns(where: { search: null }) { totalCount } }")]
    [InlineData("{ towns(where: { or: [{ not: { search: null } }] }) { totalCount } }")]
    public void A_mistaken_argument_refuses_the_operation(string query) => Assert.NotNull(Execute(query).Refusal);

    private static OracleResponse Execute(string query) => NaiveInterpreter.Execute(Graph, query, "{}", new CursorBook());

    private static MemoryGraph Make()
    {
        var graph = new SmallGraph(Sdl);
        graph.Node("Town", "town:a", ("name", "Meskene"), ("note", "Meskene is a town"));
        graph.Node("Town", "town:b", ("name", "Meskene East"));
        graph.Node("Town", "town:c", ("name", "Camp"), ("note", "A town near Meskene"));
        graph.Node("Town", "town:d", ("name", "Tell"), ("aliases", new[] { "Tall", "Meskene the Old", "near" }));
        graph.Node("Town", "town:e", ("name", "Miskina"));
        graph.Node("Town", "town:f", ("name", "Meskepe"), ("note", "On a road"));
        graph.Node("Town", "town:g", ("name", "Homs"));
        graph.Node("River", "river:a", ("title", "River Euphrates"));
        graph.Node("River", "river:b", ("title", "Orontes"));
        graph.Node("Road", "road:a", ("name", "Meskene Road"));
        graph.Relate("NEAR", "", "town:g", "town:e");
        graph.Relate("OF", "", "town:a", "river:a");
        graph.Relate("OF", "", "town:b", "river:b");
        return graph.ToMemory();
    }
}
