using GraphIntel.Core.Values;
using Xunit;

namespace GraphIntel.Conformance.Tests.Oracle;

/// <summary>The oracle's responses about aggregates, edge roots and points, worked out by hand from the contract.</summary>
public sealed class NaiveAggregateTests
{
    private const string Sdl = """
        enum Kind { BATTLE RIOT }
        enum Stance { FOR AGAINST }
        enum Standing { ASSERTED DISPUTED DENIED }
        type Event @node {
          id: ID!
          name: String!
          kind: Kind
          marks: [Kind!]
          loud: Boolean
          deaths: Int
          cost: Float
          start: Date
          spot: Point
          place: Place @relationship(type: "AT", direction: OUT)
          actors: [Actor!]! @relationship(type: "FOUGHT", direction: IN, properties: "Fight")
          within: [Place!]! @path(steps: "AT> IN>*")
          seenBy: [Actor!]! @refersTo
        }
        type Place @node {
          id: ID!
          name: String!
          region: Place @relationship(type: "IN", direction: OUT)
        }
        type Actor @node {
          id: ID!
          name: String!
          fights: [Event!]! @relationship(type: "FOUGHT", direction: OUT, properties: "Fight")
          base: Place @relationship(type: "BASED", direction: OUT, properties: "Basing")
        }
        type Fight @edge(type: "FOUGHT", valid: ["since", "till"], standing: "state") {
          id: ID!
          role: Kind
          loss: Int
          since: Date
          till: Date
          state: Standing!
        }
        type Basing @edge(type: "BASED", valid: ["since", "till"]) {
          id: ID!
          since: Date
          till: Date
        }
        type Word @node(label: "text") @claim(about: "about", stance: "stance", denies: "AGAINST", made: "made") {
          id: ID!
          about: ID!
          stance: Stance!
          text: String!
          made: Date!
        }
        """;

    private static readonly MemoryGraph Graph = Make();

    [Theory]
    // Summaries are of what has a value, over the whole connection; a node that is listed twice counts once.
    [InlineData(
        "events(first: 1) { aggregate { count deaths { count sum min max average } cost { count min max } start { count min max } } }",
        """{"events":{"aggregate":{"count":4,"deaths":{"count":3,"sum":4294967293,"min":-1,"max":2147483647,"average":1431655764.3333333},"cost":{"count":2,"min":-0.5,"max":1.5},"start":{"count":3,"min":"2017-01-31","max":"2017-03-05"}}}}""")]
    [InlineData("events { aggregate { spot { count south west north east } } }", """{"events":{"aggregate":{"spot":{"count":2,"south":-5,"west":-179,"north":10,"east":179}}}}""")]
    [InlineData(
        "events(where: {id: {eq: \"no\"}}) { aggregate { count deaths { count sum min average } spot { south } groups { kind { count } } distinct { kind } timeline { start(by: DAY) { count } } } }",
        """{"events":{"aggregate":{"count":0,"deaths":{"count":0,"sum":null,"min":null,"average":null},"spot":{"south":null},"groups":{"kind":[]},"distinct":{"kind":0},"timeline":{"start":[]}}}}""")]
    [InlineData("actor(id: \"actor:1\") { fights { totalCount aggregate { count deaths { sum } } } }", """{"actor":{"fights":{"totalCount":3,"aggregate":{"count":2,"deaths":{"sum":2147483646}}}}}""")]
    [InlineData(
        "events(first: 0) { aggregate { __typename deaths { __typename } cost { __typename } start { __typename } spot { __typename } distinct { __typename } groups { __typename kind(first: 1) { __typename } } timeline { __typename start(by: YEAR) { __typename } } } }",
        """{"events":{"aggregate":{"__typename":"EventAggregate","deaths":{"__typename":"IntSummary"},"cost":{"__typename":"FloatSummary"},"start":{"__typename":"DateSummary"},"spot":{"__typename":"PointSummary"},"distinct":{"__typename":"EventDistinct"},"groups":{"__typename":"EventGroups","kind":[{"__typename":"EventKindGroup"}]},"timeline":{"__typename":"EventTimeline","start":[{"__typename":"EventPeriod"}]}}}}""")]
    // Edge roots: what is only denied is left out of the list alone; no date is open.
    [InlineData("fights { __typename totalCount edges { __typename node { id } } }", """{"fights":{"__typename":"FightsConnection","totalCount":4,"edges":[{"__typename":"FightsEdge","node":{"id":"fight:1"}},{"__typename":"FightsEdge","node":{"id":"fight:2"}},{"__typename":"FightsEdge","node":{"id":"fight:3"}},{"__typename":"FightsEdge","node":{"id":"fight:5"}}]}}""")]
    [InlineData("fight(id: \"fight:4\") { __typename state source { id } } other: fight(id: \"actor:1\") { id }", """{"fight":{"__typename":"Fight","state":"DENIED","source":{"id":"actor:2"}},"other":null}""")]
    [InlineData("fights(standing: [DENIED]) { nodes { id } }", """{"fights":{"nodes":[{"id":"fight:4"}]}}""")]
    [InlineData("fights(asOf: \"2017-02-01\") { totalCount }", """{"fights":{"totalCount":3}}""")]
    [InlineData("fights(where: {source: {name: {eq: \"two\"}}, not: {target: {place: {any: false}}}}) { nodes { id } }", """{"fights":{"nodes":[{"id":"fight:3"}]}}""")]
    [InlineData("fights(where: {or: [{id: {eq: \"fight:5\"}}, {and: [{loss: {eq: 3}}, {source: {id: {neq: \"actor:2\"}}}]}]}) { totalCount }", """{"fights":{"totalCount":2}}""")]
    [InlineData("fights(order: [{target: {deaths: ASC}}, {loss: DESC}]) { nodes { id } }", """{"fights":{"nodes":[{"id":"fight:5"},{"id":"fight:1"},{"id":"fight:3"},{"id":"fight:2"}]}}""")]
    [InlineData("fights(order: [{id: DESC}], first: 1) { nodes { id } }", """{"fights":{"nodes":[{"id":"fight:5"}]}}""")]
    [InlineData(
        "fights { aggregate { __typename count loss { sum } since { max } groups { source { node { id } count } role { key count } target(where: {kind: {eq: RIOT}}) { __typename node { id } count } } distinct { target role } timeline { since(by: YEAR) { from count } } } }",
        """{"fights":{"aggregate":{"__typename":"FightAggregate","count":4,"loss":{"sum":7},"since":{"max":"2017-01-01"},"groups":{"source":[{"node":{"id":"actor:1"},"count":3},{"node":{"id":"actor:2"},"count":1}],"role":[{"key":null,"count":2},{"key":"BATTLE","count":1},{"key":"RIOT","count":1}],"target":[{"__typename":"FightTargetGroup","node":null,"count":3},{"__typename":"FightTargetGroup","node":{"id":"event:3"},"count":1}]},"distinct":{"target":2,"role":2},"timeline":{"since":[{"from":"2017-01-01","count":1}]}}}}""")]
    // Of several nodes a to-one shows the least; filters and groups look at all.
    [InlineData("actor(id: \"actor:1\") { base { id } then: base(asOf: \"2017-01-01\") { id } }", """{"actor":{"base":{"id":"place:1"},"then":{"id":"place:2"}}}""")]
    [InlineData("actors(where: {base: {name: {eq: \"two\"}}}) { nodes { id } }", """{"actors":{"nodes":[{"id":"actor:1"}]}}""")]
    [InlineData("actors { aggregate { groups { base { node { id } count } } } }", """{"actors":{"aggregate":{"groups":{"base":[{"node":null,"count":1},{"node":{"id":"place:1"},"count":1},{"node":{"id":"place:2"},"count":1}]}}}}""")]
    // Boxes include their edges, and lead across the antimeridian where west is greater than east.
    [InlineData("events(where: {spot: {within: {south: -5, west: 178, north: 10, east: -179}}}) { totalCount }", """{"events":{"totalCount":2}}""")]
    [InlineData("events(where: {spot: {within: {south: -5, west: -179, north: 10, east: 178}}}) { nodes { id } }", """{"events":{"nodes":[{"id":"event:2"}]}}""")]
    [InlineData("events(where: {spot: {within: {south: 10, west: 179, north: 10, east: 179}}}) { nodes { id } }", """{"events":{"nodes":[{"id":"event:1"}]}}""")]
    [InlineData("events(where: {not: {spot: {within: {south: -90, west: -180, north: 90, east: 180}}}}) { nodes { id } }", """{"events":{"nodes":[{"id":"event:3"},{"id":"event:4"}]}}""")]
    [InlineData("events(where: {spot: {}}) { totalCount }", """{"events":{"totalCount":4}}""")]
    // A degree of a meridian has 111,319.543 meters.
    [InlineData("events(where: {spot: {distance: {from: {latitude: 11, longitude: 179}, lte: 111320}}}) { nodes { id } }", """{"events":{"nodes":[{"id":"event:1"}]}}""")]
    [InlineData("events(where: {spot: {distance: {from: {latitude: 11, longitude: 179}, lte: 111319}}}) { totalCount }", """{"events":{"totalCount":0}}""")]
    [InlineData("events(where: {spot: {distance: {from: {latitude: -5, longitude: -179.0}, lte: 0}, within: {south: 0, west: 0, north: 0, east: 0}}}) { totalCount }", """{"events":{"totalCount":0}}""")]
    [InlineData("events(order: {spot: {distance: {from: {latitude: 10, longitude: 179}}}}) { nodes { id } }", """{"events":{"nodes":[{"id":"event:3"},{"id":"event:4"},{"id":"event:1"},{"id":"event:2"}]}}""")]
    [InlineData("events(order: {spot: {distance: {from: {latitude: 10, longitude: 179}, direction: DESC}}}) { nodes { id } }", """{"events":{"nodes":[{"id":"event:2"},{"id":"event:1"},{"id":"event:4"},{"id":"event:3"}]}}""")]
    [InlineData("fights(order: {target: {spot: {distance: {from: {latitude: 0, longitude: 0}}}}}, first: 1) { nodes { id } }", """{"fights":{"nodes":[{"id":"fight:5"}]}}""")]
    public void An_answer_is_what_the_contract_says(string query, string data) => Assert.Equal(data, Execute($"{{ {query} }}").Data);

    [Theory]
    // By count, then key, null first. Lists and paths have no group for what has no key.
    [InlineData("kind { key count }", """{"kind":[{"key":"BATTLE","count":2},{"key":null,"count":1},{"key":"RIOT","count":1}]}""")]
    [InlineData("loud { key count }", """{"loud":[{"key":null,"count":2},{"key":false,"count":1},{"key":true,"count":1}]}""")]
    [InlineData("marks { key count aggregate { deaths { sum } } }", """{"marks":[{"key":"BATTLE","count":1,"aggregate":{"deaths":{"sum":2147483647}}},{"key":"RIOT","count":1,"aggregate":{"deaths":{"sum":2147483647}}}]}""")]
    [InlineData("place { node { id } count }", """{"place":[{"node":{"id":"place:1"},"count":2},{"node":null,"count":1},{"node":{"id":"place:2"},"count":1}]}""")]
    [InlineData("actors { node { id } count }", """{"actors":[{"node":{"id":"actor:1"},"count":2},{"node":{"id":"actor:2"},"count":1}]}""")]
    [InlineData("within { node { id } count }", """{"within":[{"node":{"id":"place:3"},"count":3},{"node":{"id":"place:1"},"count":2},{"node":{"id":"place:2"},"count":1}]}""")]
    [InlineData("seenBy { node { id } count }", """{"seenBy":[{"node":{"id":"actor:1"},"count":2},{"node":{"id":"actor:2"},"count":1}]}""")]
    // Orders.
    [InlineData("kind(order: {key: DESC}) { key }", """{"kind":[{"key":"RIOT"},{"key":"BATTLE"},{"key":null}]}""")]
    [InlineData("kind(order: [{count: ASC}]) { key }", """{"kind":[{"key":null},{"key":"RIOT"},{"key":"BATTLE"}]}""")]
    [InlineData("kind(order: [{deaths: {sum: ASC}}]) { key }", """{"kind":[{"key":null},{"key":"RIOT"},{"key":"BATTLE"}]}""")]
    [InlineData("kind(order: [{deaths: {average: DESC}}, {deaths: {average: ASC}}]) { key }", """{"kind":[{"key":"BATTLE"},{"key":"RIOT"},{"key":null}]}""")]
    [InlineData("kind(order: [{spot: {north: DESC}}, {key: DESC}], first: 2) { key }", """{"kind":[{"key":"BATTLE"},{"key":"RIOT"}]}""")]
    [InlineData("kind(first: 0) { key } loud(first: null, order: []) { key }", """{"kind":[],"loud":[{"key":null},{"key":false},{"key":true}]}""")]
    // What says by which relationships nodes are grouped.
    [InlineData("place(where: {name: {eq: \"two\"}}) { node { id } count }", """{"place":[{"node":null,"count":3},{"node":{"id":"place:2"},"count":1}]}""")]
    [InlineData("actors(standing: [DENIED]) { node { id } count }", """{"actors":[{"node":{"id":"actor:2"},"count":1}]}""")]
    [InlineData("actors(where: {edge: {role: {eq: RIOT}}}) { node { id } count }", """{"actors":[{"node":{"id":"actor:1"},"count":1}]}""")]
    [InlineData("actors(where: {edge: {loss: {gt: 0}}}, asOf: \"2017-02-01\") { node { id } aggregate { start { max } } }", """{"actors":[{"node":{"id":"actor:1"},"aggregate":{"start":{"max":"2017-03-05"}}}]}""")]
    [InlineData("seenBy(where: {name: {eq: \"two\"}}) { node { id } count }", """{"seenBy":[{"node":{"id":"actor:2"},"count":1}]}""")]
    // Groups of groups, and of what a group's node leads to.
    [InlineData(
        "kind(order: {key: ASC}, first: 2) { key aggregate { groups { place { node { id } count aggregate { deaths { max } } } } } }",
        """{"kind":[{"key":null,"aggregate":{"groups":{"place":[{"node":null,"count":1,"aggregate":{"deaths":{"max":null}}}]}}},{"key":"BATTLE","aggregate":{"groups":{"place":[{"node":{"id":"place:1"},"count":1,"aggregate":{"deaths":{"max":2147483647}}},{"node":{"id":"place:2"},"count":1,"aggregate":{"deaths":{"max":2147483647}}}]}}}]}""")]
    [InlineData(
        "actors(first: 1) { aggregate { timeline { start(by: MONTH, until: \"2017-02-01\") { count } } } node { fights { aggregate { groups { kind { aggregate { timeline { start(by: YEAR) { count } } } } } } } } }",
        """{"actors":[{"aggregate":{"timeline":{"start":[{"count":1}]}},"node":{"fights":{"aggregate":{"groups":{"kind":[{"aggregate":{"timeline":{"start":[{"count":1}]}}},{"aggregate":{"timeline":{"start":[{"count":1}]}}}]}}}}}]}""")]
    public void Groups_are_what_the_contract_says(string groups, string data) => Assert.Equal(
        """{"events":{"aggregate":{"groups":""" + data + "}}}", Execute($"{{ events {{ aggregate {{ groups {{ {groups} }} }} }} }}").Data);

    [Fact]
    public void Distinct_counts_the_keys_of_groups()
    {
        const string query = "{ events { aggregate { distinct { kind loud marks place actors within seenBy "
            + "two: place(where: {name: {eq: \"two\"}}) denied: actors(standing: DENIED) } } } }";
        const string data = """{"events":{"aggregate":{"distinct":{"kind":2,"loud":2,"marks":2,"place":2,"actors":2,"within":3,"seenBy":2,"two":1,"denied":1}}}}""";
        Assert.Equal(data, Execute(query).Data);
    }

    [Theory]
    [InlineData("by: MONTH", "2017-01-01 2017-02-01 1; 2017-02-01 2017-03-01 0; 2017-03-01 2017-04-01 2")]
    [InlineData("by: QUARTER", "2017-01-01 2017-04-01 3")]
    [InlineData("by: DAY, from: \"2017-03-02\"", "2017-03-02 2017-03-03 0; 2017-03-03 2017-03-04 0; 2017-03-04 2017-03-05 0; 2017-03-05 2017-03-06 1")]
    // Weeks begin on Mondays; a period is whole, also where the dates that count are not.
    [InlineData("by: WEEK, from: \"2017-03-01\", until: \"2017-03-07\"", "2017-02-27 2017-03-06 2; 2017-03-06 2017-03-13 0")]
    [InlineData("by: YEAR, until: \"2017-02-01\"", "2017-01-01 2018-01-01 1")]
    [InlineData("by: MONTH, until: \"2017-03-02\"", "2017-01-01 2017-02-01 1; 2017-02-01 2017-03-01 0; 2017-03-01 2017-04-01 1")]
    // Without a date that counts, a series needs both ends.
    [InlineData("by: MONTH, from: \"2018-01-01\"", "")]
    [InlineData("by: MONTH, until: \"2017-01-31\"", "")]
    [InlineData("by: MONTH, until: \"0001-01-01\"", "")]
    [InlineData("by: MONTH, from: \"2018-01-31\", until: \"2018-02-02\"", "2018-01-01 2018-02-01 0; 2018-02-01 2018-03-01 0")]
    // The first day and the last.
    [InlineData("by: WEEK, from: \"0001-01-01\", until: \"0001-01-02\"", "0001-01-01 0001-01-08 0")]
    [InlineData("by: DAY, from: \"9999-12-30\", until: \"9999-12-31\"", "9999-12-30 9999-12-31 0")]
    [InlineData("by: WEEK, from: \"9999-12-20\", until: \"9999-12-31\"", "9999-12-20 9999-12-27 0; 9999-12-27 null 0")]
    [InlineData("by: MONTH, from: \"9999-11-30\", until: \"9999-12-31\"", "9999-11-01 9999-12-01 0; 9999-12-01 null 0")]
    [InlineData("by: QUARTER, from: \"9999-12-30\", until: \"9999-12-31\"", "9999-10-01 null 0")]
    [InlineData("by: YEAR, from: \"9999-12-30\", until: \"9999-12-31\"", "9999-01-01 null 0")]
    public void A_timeline_has_no_gap(string arguments, string periods)
    {
        static string Quoted(string day) => day == "null" ? day : $"\"{day}\"";
        var expected = periods.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(period => period.Split(' '))
            .Select(parts => $$"""{"from":{{Quoted(parts[0])}},"until":{{Quoted(parts[1])}},"count":{{parts[2]}}}""");
        var response = Execute($"{{ events {{ aggregate {{ timeline {{ start({arguments}) {{ from until count }} }} }} }} }}");
        Assert.Equal("""{"events":{"aggregate":{"timeline":{"start":[""" + string.Join(',', expected) + "]}}}}", response.Data);
    }

    [Fact]
    public void A_timeline_has_at_most_1000_periods()
    {
        OracleResponse Until(int days) => Execute(
            "{ events { aggregate { groups { loud(first: 1) { aggregate { days: timeline { start(by: DAY, from: \"2015-01-01\", until: \""
            + $"{new DateOnly(2015, 1, 1).AddDays(days):yyyy-MM-dd}\") {{ __typename }} }} }} }} }} }} }} }}");
        Assert.Equal(1000, Until(1000).Data!.Split("EventPeriod").Length - 1);
        Assert.Empty(Until(1000).Errors);
        Assert.Equal("""{"events":{"aggregate":{"groups":{"loud":[{"aggregate":{"days":{"start":null}}}]}}}}""", Until(1001).Data);
        Assert.Equal([new FieldError("LIMIT_EXCEEDED", "events.aggregate.groups.loud.0.aggregate.days.start")], Until(1001).Errors);
    }

    [Theory]
    [InlineData("events(where: {spot: {within: {south: 1, west: 0, north: 0, east: 0}}}) { totalCount }")]
    [InlineData("events(where: {spot: {within: {south: 0, west: -180.5, north: 0, east: 0}}}) { totalCount }")]
    [InlineData("events(where: {not: {spot: {within: null}}}) { totalCount }")]
    [InlineData("events(where: {spot: {distance: {from: {latitude: 0, longitude: 0}, lte: -1}}}) { totalCount }")]
    [InlineData("events(where: {spot: {distance: {from: {latitude: 91, longitude: 0}, lte: 1}}}) { totalCount }")]
    [InlineData("events(order: [{spot: {distance: {from: {latitude: 0, longitude: 181}}}}]) { totalCount }")]
    [InlineData("events { aggregate { groups { kind(first: 501) { count } } } }")]
    [InlineData("events { aggregate { groups { place(where: {name: {gt: null}}) { count } } } }")]
    [InlineData("events { aggregate { distinct { actors(during: {from: \"2017-01-02\", until: \"2017-01-01\"}) } } }")]
    [InlineData("events { aggregate { timeline { start(by: DAY, from: \"2017-01-01\", until: \"2017-01-01\") { count } } } }")]
    [InlineData("event(id: \"no\") { actors { aggregate { groups { fights { aggregate { groups { fights { aggregate { groups { fights { count } } } } } } } } } } }")]
    [InlineData("events { aggregate { groups { kind { aggregate { timeline { start(by: DAY) { aggregate { timeline { start(by: DAY) { count } } } } } } } } } }")]
    [InlineData("fights(standing: [DENIED], after: \"no cursor\") { totalCount }")]
    public void A_mistaken_argument_refuses_the_operation(string query) => Assert.NotNull(Execute($"{{ {query} }}").Refusal);

    [Fact]
    public void A_cursor_of_a_distance_from_another_point_is_refused()
    {
        static string Query(string point, string rest) =>
            $"{{ events(first: 1, order: [{{spot: {{distance: {{from: {point}}}}}}}]{rest}) {{ edges {{ cursor }} nodes {{ id }} }} }}";
        var book = new CursorBook();
        var page = NaiveInterpreter.Execute(Graph, Query("{latitude: 10, longitude: -0.0}", ""), "{}", book);
        book.Add("c", page.Cursors.Single().Place);
        Assert.Contains("event:4", NaiveInterpreter.Execute(Graph, Query("{latitude: 10.0, longitude: 0}", ", after: \"c\""), "{}", book).Data);
        Assert.NotNull(NaiveInterpreter.Execute(Graph, Query("{latitude: 10, longitude: 1}", ", after: \"c\""), "{}", book).Refusal);
    }

    private static OracleResponse Execute(string query) => NaiveInterpreter.Execute(Graph, query, "{}", new CursorBook());

    private static MemoryGraph Make()
    {
        var graph = new SmallGraph(Sdl);
        static DateOnly Day(int month, int day) => new(2017, month, day);
        graph.Node("Place", "place:1", ("name", "one"));
        graph.Node("Place", "place:2", ("name", "two"));
        graph.Node("Place", "place:3", ("name", "three"));
        graph.Relate("IN", "", "place:1", "place:3");
        graph.Relate("IN", "", "place:2", "place:3");
        graph.Node("Actor", "actor:1", ("name", "one"));
        graph.Node("Actor", "actor:2", ("name", "two"));
        graph.Relate("BASED", "basing:1", "actor:1", "place:2", ("till", Day(2, 1)));
        graph.Relate("BASED", "basing:2", "actor:1", "place:1", ("since", Day(2, 1)));
        graph.Node(
            "Event", "event:1", ("name", "one"), ("kind", "BATTLE"), ("marks", new[] { "RIOT", "BATTLE", "RIOT" }), ("loud", true),
            ("deaths", int.MaxValue), ("cost", 1.5), ("start", Day(1, 31)), ("spot", new GeoPoint(10, 179)), ("seenByIds", new[] { "actor:1" }));
        graph.Node(
            "Event", "event:2", ("name", "two"), ("kind", "BATTLE"), ("marks", Array.Empty<string>()), ("loud", false),
            ("deaths", int.MaxValue), ("start", Day(3, 1)), ("spot", new GeoPoint(-5, -179)), ("seenByIds", new[] { "actor:2", "actor:1", "actor:2" }));
        graph.Node("Event", "event:3", ("name", "three"), ("kind", "RIOT"), ("deaths", -1), ("cost", -0.5), ("start", Day(3, 5)));
        graph.Node("Event", "event:4", ("name", "four"));
        graph.Relate("AT", "", "event:1", "place:1");
        graph.Relate("AT", "", "event:2", "place:2");
        graph.Relate("AT", "", "event:3", "place:1");
        graph.Relate(
            "FOUGHT", "fight:1", "actor:1", "event:1", ("role", "RIOT"), ("loss", 3), ("since", Day(1, 1)), ("till", Day(2, 1)));
        graph.Relate("FOUGHT", "fight:2", "actor:1", "event:1", ("role", "BATTLE"));
        graph.Relate("FOUGHT", "fight:3", "actor:2", "event:1");
        graph.Relate("FOUGHT", "fight:4", "actor:2", "event:2");
        graph.Relate("FOUGHT", "fight:5", "actor:1", "event:3", ("loss", 4));
        graph.Node("Word", "word:1", ("about", "fight:4"), ("stance", "AGAINST"), ("text", "no"), ("made", Day(3, 2)));
        return graph.ToMemory();
    }
}
