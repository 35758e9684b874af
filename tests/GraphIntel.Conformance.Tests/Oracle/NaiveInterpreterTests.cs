using Xunit;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The oracle's own responses, worked out by hand from the contract over a graph that fits on a page.</summary>
public sealed class NaiveInterpreterTests
{
    private const string Sdl = """
        enum Stance { FOR AGAINST }
        enum Standing { ASSERTED DISPUTED DENIED }
        type Town @node {
          id: ID!
          name: String!
          size: Float
          tags: [String!]
          founded: Date
          county: Town @relationship(type: "IN_COUNTY", direction: OUT)
          towns: [Town!]! @relationship(type: "IN_COUNTY", direction: IN)
          roads: [Town!]! @relationship(type: "ROAD", direction: BOTH)
          rules: [Town!]! @relationship(type: "RULES", direction: OUT, properties: "Rule")
          within: [Town!]! @path(steps: "ROAD>{1,3}")
          around: [Town!]! @path(steps: "RULES>*")
          claims: [Word!]! @refersBy(field: "about")
        }
        type Rule @edge(type: "RULES", valid: ["since", "till"], attested: ["seenFirst", "seenLast"], standing: "state") {
          id: ID!
          since: Date
          till: Date
          seenFirst: Date
          seenLast: Date
          state: Standing!
          because: [Town!]! @refersTo
        }
        type Word @node(label: "text") @claim(about: "about", field: "field", stance: "stance", denies: "AGAINST", made: "made", source: "sayer") {
          id: ID!
          sayer: Town @relationship(type: "SAID_BY", direction: OUT)
          about: ID!
          field: String
          stance: Stance!
          text: String!
          made: Date!
        }
        """;

    private static readonly MemoryGraph Graph = Make();

    [Theory]
    // Default order: by id; a missing value comes first ascending and last descending.
    [InlineData("{ towns { nodes { id } totalCount } }", """{"towns":{"nodes":[{"id":"town:a"},{"id":"town:b"},{"id":"town:c"},{"id":"town:d"}],"totalCount":4}}""")]
    [InlineData("{ towns(order: {size: ASC}) { nodes { size } } }", """{"towns":{"nodes":[{"size":null},{"size":null},{"size":1},{"size":1E+21}]}}""")]
    [InlineData("{ towns(order: {size: DESC}) { nodes { id } } }", """{"towns":{"nodes":[{"id":"town:c"},{"id":"town:a"},{"id":"town:d"},{"id":"town:b"}]}}""")]
    [InlineData("{ towns(order: {county: {name: DESC}}) { nodes { id } } }", """{"towns":{"nodes":[{"id":"town:b"},{"id":"town:a"},{"id":"town:d"},{"id":"town:c"}]}}""")]
    [InlineData("{ towns(order: {name: ASC}) { nodes { name } } }", """{"towns":{"nodes":[{"name":"A\"\\\u0001"},{"name":"ab"},{"name":"ｦ"},{"name":"𐐷"}]}}""")]
    // Complements include what is absent; an empty list of conditions holds or fails.
    [InlineData("{ towns(where: {size: {neq: 1}}) { totalCount } }", """{"towns":{"totalCount":3}}""")]
    [InlineData("{ towns(where: {not: {size: {gt: 1}}}) { totalCount } }", """{"towns":{"totalCount":3}}""")]
    [InlineData("{ towns(where: {size: {nin: [1]}}) { totalCount } }", """{"towns":{"totalCount":3}}""")]
    [InlineData("{ towns(where: {size: {eq: null}}) { totalCount } }", """{"towns":{"totalCount":2}}""")]
    [InlineData("{ towns(where: {or: []}) { totalCount } }", """{"towns":{"totalCount":0}}""")]
    [InlineData("{ towns(where: {and: [], size: {}}) { totalCount } }", """{"towns":{"totalCount":4}}""")]
    [InlineData("{ towns(where: {tags: {all: {eq: \"x\"}}}) { nodes { id } } }", """{"towns":{"nodes":[{"id":"town:a"},{"id":"town:c"},{"id":"town:d"}]}}""")]
    // A to-one relationship: conditions hold for one that is there, nothing at all holds for everyone.
    [InlineData("{ towns(where: {county: {name: {neq: \"ab\"}}}) { nodes { id } } }", """{"towns":{"nodes":[{"id":"town:b"}]}}""")]
    [InlineData("{ towns(where: {county: {and: []}}) { totalCount } }", """{"towns":{"totalCount":2}}""")]
    [InlineData("{ towns(where: {county: {}}) { totalCount } }", """{"towns":{"totalCount":4}}""")]
    [InlineData("{ towns(where: {county: {any: false}}) { totalCount } }", """{"towns":{"totalCount":2}}""")]
    // Time: from the first day to the day before the last; a null end is open.
    [InlineData("{ town(id: \"town:a\") { rules(asOf: \"2017-03-31\") { edges { fact { id } } } } }", """{"town":{"rules":{"edges":[{"fact":{"id":"rule:1"}},{"fact":{"id":"rule:2"}}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(asOf: \"2017-04-01\") { edges { fact { id } } } } }", """{"town":{"rules":{"edges":[{"fact":{"id":"rule:2"}}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(during: {from: \"2017-04-01\"}) { totalCount } } }", """{"town":{"rules":{"totalCount":1}}}""")]
    // An unknown first day is presumed to be the first attested one; where no day is left, it was never so.
    [InlineData("{ town(id: \"town:a\") { rules(asOf: \"2017-03-01\") { edges { fact { id } } } } }", """{"town":{"rules":{"edges":[{"fact":{"id":"rule:2"}}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(asOf: \"2017-03-01\", certainty: POSSIBLE) { totalCount } } }", """{"town":{"rules":{"totalCount":2}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(during: {until: \"2017-03-02\"}) { totalCount } } }", """{"town":{"rules":{"totalCount":1}}}""")]
    [InlineData("{ town(id: \"town:c\") { rules(during: {}) { totalCount } } }", """{"town":{"rules":{"totalCount":0}}}""")]
    [InlineData("{ town(id: \"town:c\") { rules(during: {}, certainty: POSSIBLE) { totalCount } } }", """{"town":{"rules":{"totalCount":1}}}""")]
    [InlineData("{ town(id: \"town:c\") { rules(certainty: PRESUMED) { totalCount } } }", """{"town":{"rules":{"totalCount":1}}}""")]
    // Attested days come from the claims; a claim about a field counts for nothing.
    [InlineData("{ town(id: \"town:a\") { rules(asOf: \"2017-03-05\", certainty: ATTESTED) { edges { seenFirst seenLast state } } } }", """{"town":{"rules":{"edges":[{"seenFirst":"2017-03-02","seenLast":"2017-03-06","state":"DISPUTED"}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(certainty: ATTESTED) { totalCount } } }", """{"town":{"rules":{"totalCount":2}}}""")]
    [InlineData("{ town(id: \"town:b\") { rules { totalCount } denied: rules(standing: [DENIED]) { nodes { id } } } }", """{"town":{"rules":{"totalCount":0},"denied":{"nodes":[{"id":"town:c"}]}}}""")]
    // As known on a day: what the claims until then come to; without a claim, always; with later claims alone, not at all.
    [InlineData("{ town(id: \"town:a\") { rules(knownBy: \"2017-03-01\") { edges { fact { id } } } } }", """{"town":{"rules":{"edges":[{"fact":{"id":"rule:2"}}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(knownBy: \"2017-03-08\", standing: [ASSERTED]) { edges { fact { id } state } } } }", """{"town":{"rules":{"edges":[{"fact":{"id":"rule:1"},"state":"DISPUTED"},{"fact":{"id":"rule:2"},"state":"ASSERTED"}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(knownBy: \"2017-03-09\", standing: [DISPUTED]) { edges { fact { id } } } } }", """{"town":{"rules":{"edges":[{"fact":{"id":"rule:1"}}]}}}""")]
    // According to sources: what their claims come to; without one of theirs, not at all.
    [InlineData("{ town(id: \"town:a\") { rules(accordingTo: [\"town:c\"]) { edges { fact { id } } } } }", """{"town":{"rules":{"edges":[{"fact":{"id":"rule:1"}}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(accordingTo: [\"town:d\"]) { totalCount } denied: rules(accordingTo: [\"town:d\"], standing: DENIED) { nodes { id } } } }", """{"town":{"rules":{"totalCount":0},"denied":{"nodes":[{"id":"town:b"}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(accordingTo: [\"town:c\", \"town:d\"], standing: DISPUTED) { totalCount } before: rules(accordingTo: [\"town:c\", \"town:d\"], standing: DISPUTED, knownBy: \"2017-03-08\") { totalCount } } }", """{"town":{"rules":{"totalCount":1},"before":{"totalCount":0}}}""")]
    [InlineData("{ town(id: \"town:a\") { rules(accordingTo: []) { totalCount } all: rules(accordingTo: null, knownBy: null) { totalCount } } }", """{"town":{"rules":{"totalCount":0},"all":{"totalCount":2}}}""")]
    [InlineData("{ rules(knownBy: \"2017-03-02\", standing: [ASSERTED, DENIED]) { nodes { id } } }", """{"rules":{"nodes":[{"id":"rule:1"},{"id":"rule:2"},{"id":"rule:3"}]}}""")]
    // Either way lists a relationship from both of its ends, once; two that lead there and back are two.
    [InlineData("{ town(id: \"town:a\") { roads { edges { node { id } fact { id } } } } }", """{"town":{"roads":{"edges":[{"node":{"id":"town:b"},"fact":{"id":"road:town:a>town:b"}},{"node":{"id":"town:b"},"fact":{"id":"road:town:b>town:a"}},{"node":{"id":"town:c"},"fact":{"id":"road:town:c>town:a"}}]}}}""")]
    // A path: each node once at its least depth, the origin at depth 0 or not at all.
    [InlineData("{ town(id: \"town:a\") { within { edges { depth node { id } } } } }", """{"town":{"within":{"edges":[{"depth":1,"node":{"id":"town:b"}},{"depth":2,"node":{"id":"town:c"}}]}}}""")]
    [InlineData("{ town(id: \"town:a\") { around { edges { depth node { id } } } } }", """{"town":{"around":{"edges":[{"depth":0,"node":{"id":"town:a"}},{"depth":1,"node":{"id":"town:b"}}]}}}""")]
    // Pages.
    [InlineData("{ towns(first: 3) { pageInfo { hasNextPage hasPreviousPage } } }", """{"towns":{"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}}""")]
    [InlineData("{ towns(last: 3) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }", """{"towns":{"nodes":[{"id":"town:b"},{"id":"town:c"},{"id":"town:d"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}""")]
    [InlineData("{ towns(first: 0) { pageInfo { hasNextPage startCursor } totalCount(atMost: 2) } }", """{"towns":{"pageInfo":{"hasNextPage":true,"startCursor":null},"totalCount":2}}""")]
    // References, interfaces, names.
    [InlineData("{ node(id: \"rule:1\") { __typename id label ... on Rule { because { nodes { id } } claims { totalCount } target { name } } } }", """{"node":{"__typename":"Rule","id":"rule:1","label":"RULES","because":{"nodes":[{"id":"town:b"}]},"claims":{"totalCount":3},"target":{"name":"ab"}}}""")]
    [InlineData("{ nodes(ids: [\"road:town:a>town:b\", \"town:x\", \"town:a\"]) { __typename ... on Fact { id } ... on Relationship { source { id } } } }", """{"nodes":[{"__typename":"Road","id":"road:town:a>town:b","source":{"id":"town:a"}},null,{"__typename":"Town","id":"town:a"}]}""")]
    [InlineData("{ word(id: \"word:1\") { fact { __typename } } town(id: \"word:1\") { id } }", """{"word":{"fact":{"__typename":"Rule"}},"town":null}""")]
    public void An_answer_is_what_the_contract_says(string query, string data) =>
        Assert.Equal(data, NaiveInterpreter.Execute(Graph, query, "{}", new CursorBook()).Data);

    [Theory]
    [InlineData("{ towns(first: -1) { totalCount } }")]
    [InlineData("{ towns(first: 501) { totalCount } }")]
    [InlineData("{ towns(first: 1, last: 1) { totalCount } }")]
    [InlineData("{ towns { totalCount(atMost: -1) } }")]
    [InlineData("{ towns(where: {name: {gt: null}}) { totalCount } }")]
    [InlineData("{ towns(where: {not: null}) { totalCount } }")]
    [InlineData("{ town(id: \"town:none\") { rules(during: {from: \"2017-03-01\", until: \"2017-03-01\"}) { totalCount } } }")]
    [InlineData("{ towns(after: \"no cursor\") { totalCount } }")]
    public void A_mistaken_argument_refuses_the_operation(string query) =>
        Assert.NotNull(NaiveInterpreter.Execute(Graph, query, "{}", new CursorBook()).Refusal);

    [Fact]
    public void A_variable_that_is_left_out_leaves_its_condition_out()
    {
        const string query = "query($size: Float, $where: TownFilterInput = {name: {eq: \"ab\"}}, $all: Boolean!) "
            + "{ towns(where: {size: {eq: $size}}) { totalCount } some: towns(where: $where) @skip(if: $all) { totalCount } }";
        string? Execute(string variables) => NaiveInterpreter.Execute(Graph, query, variables, new CursorBook()).Data;
        Assert.Equal("""{"towns":{"totalCount":4},"some":{"totalCount":1}}""", Execute("""{"all":false}"""));
        Assert.Equal("""{"towns":{"totalCount":2},"some":{"totalCount":4}}""", Execute("""{"all":false,"size":null,"where":null}"""));
        Assert.Equal("""{"towns":{"totalCount":1}}""", Execute("""{"all":true,"size":1}"""));
    }

    private static MemoryGraph Make()
    {
        var graph = new SmallGraph(Sdl);
        void Claim(string id, string about, string stance, int day, string? field = null) => graph.Node(
            "Word", id, ("about", about), ("stance", stance), ("made", new DateOnly(2017, 3, day)), ("text", "said"), ("field", field!));

        graph.Node("Town", "town:a", ("name", "\U00010437"), ("size", 1.0));
        graph.Node("Town", "town:b", ("name", "ab"), ("tags", new[] { "x", "y" }));
        graph.Node("Town", "town:c", ("name", "\uff66"), ("size", 1e21), ("tags", Array.Empty<string>()));
        graph.Node("Town", "town:d", ("name", "A\"\\\u0001"), ("tags", new[] { "x" }));
        graph.Relate("IN_COUNTY", "", "town:a", "town:b");
        graph.Relate("IN_COUNTY", "", "town:b", "town:c");
        graph.Relate("ROAD", "", "town:a", "town:b");
        graph.Relate("ROAD", "", "town:b", "town:a");
        graph.Relate("ROAD", "", "town:b", "town:c");
        graph.Relate("ROAD", "", "town:c", "town:a");
        graph.Relate("RULES", "rule:1", "town:a", "town:b", ("till", new DateOnly(2017, 4, 1)), ("becauseIds", new[] { "town:b", "town:gone", "town:b" }));
        graph.Relate("RULES", "rule:2", "town:a", "town:b", ("since", new DateOnly(2017, 3, 1)));
        graph.Relate("RULES", "rule:3", "town:b", "town:c");
        graph.Relate("RULES", "rule:4", "town:c", "town:d", ("till", new DateOnly(2017, 3, 5)));
        Claim("word:1", "rule:1", "FOR", 6);
        Claim("word:2", "rule:1", "FOR", 2);
        Claim("word:3", "rule:1", "AGAINST", 9);
        Claim("word:4", "rule:2", "AGAINST", 1, "since");
        Claim("word:5", "rule:2", "FOR", 1, "since");
        Claim("word:6", "rule:3", "AGAINST", 1);
        Claim("word:7", "rule:4", "FOR", 9);
        graph.Relate("SAID_BY", "", "word:1", "town:c");
        graph.Relate("SAID_BY", "", "word:3", "town:d");
        graph.Relate("SAID_BY", "", "word:5", "town:c");
        return graph.ToMemory();
    }
}
