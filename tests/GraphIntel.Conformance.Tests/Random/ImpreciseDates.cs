using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>Bounds on many imprecise dates, close to each other and to the limits of the calendar.</summary>
internal static class ImpreciseDates
{
    private const string Sdl = """
        enum Exactness { DAY DAYS WEEK MONTH LONGER GUESS }
        type Thing @node {
          id: ID!
          name: String!
          seen: Date @index @imprecise(precision: "exact")
          exact: Exactness
          made: Date @index @imprecise(precision: "exact", until: "unmade")
          unmade: Date
          likes: [Thing!]! @relationship(type: "LIKES", direction: OUT, properties: "Liking")
        }
        type Liking @edge(type: "LIKES", valid: ["since", "till"]) {
          id: ID!
          since: Date @imprecise(precision: "exact", until: "till")
          till: Date @index @imprecise(precision: "exact")
          exact: Exactness
        }
        """;

    private const string Document = """
        query($bounds: DateBoundsInput!) {
          possibly: things(where: {seen: {possibly: $bounds}}, first: 500) { nodes { id } }
          definitely: things(where: {seen: {definitely: $bounds}}, first: 500) { nodes { id } }
          both: things(where: {made: {possibly: $bounds, definitely: {gte: "0001-01-01"}}}, first: 500) { nodes { id } }
          neither: things(where: {not: {made: {definitely: $bounds}}}, first: 500) { totalCount }
          ordered: things(where: {made: {definitely: $bounds}}, order: [{made: DESC}], first: 500) { nodes { id } }
          likings(where: {or: [{since: {definitely: $bounds}}, {till: {possibly: $bounds}}]}, first: 500) { totalCount nodes { id } }
          some: things(where: {likes: {some: {edge: {till: {definitely: $bounds}}, seen: {possibly: $bounds}}}}) { totalCount }
          things { aggregate { groups { likes(first: 500, where: {edge: {since: {possibly: $bounds}}}) { node { id } count } } } }
        }
        """;

    private static readonly DateOnly[] Around = [DateOnly.MinValue, DateOnly.MaxValue, new(2017, 1, 1), new(2016, 2, 29), new(2017, 6, 4)];

    /// <summary>Asks a store and the oracle for dates within random bounds.</summary>
    public static async Task CompareAsync(IStoreSource source, int count, ITestOutputHelper output)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var dice = Dice.Of(RandomRun.Seed, 0);
        output.WriteLine($"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}");
        var model = ModelReader.Read(Sdl);
        await using var comparison = await Comparison.OpenAsync(source, SchemaBuilder.Build(model), Graph(dice, model), new CursorBook(), cancellation);
        for (var i = 0; i < count; i++)
        {
            var names = dice.Some(["gt", "gte", "lt", "lte"], dice.Pick([0, 1, 1, 2, 2, 2, 3, 4]));
            var variables = $"{{\"bounds\":{{{string.Join(',', names.Select(name => $"\"{name}\":\"{Day(dice):yyyy-MM-dd}\""))}}}}}";
            var (disagreement, _) = await comparison.QueryOnceAsync(Document, variables, cancellation);
            if (disagreement is not null)
                Assert.Fail($"{variables}: {disagreement}");
        }
    }

    private static GraphText Graph(Dice dice, GraphModel model)
    {
        var (type, likes) = (model.Nodes.Single(), model.Relationships.Single());
        var graph = new GraphText(model);
        for (var number = 0; number < 250; number++)
        {
            var node = new GraphText.Node(type, $"thing:{number}");
            node.Values[type.FindProperty("name")!] = "a";
            SetExactness(node);
            node.Values[type.FindProperty("seen")!] = MaybeDay();
            SetPeriod(node, "made", "unmade");
            graph.Nodes.Add(node);
        }
        for (var number = 0; number < 100; number++)
        {
            var ends = dice.Some(graph.Nodes, 2);
            var liking = new GraphText.Relationship(likes, $"liking:{number}", ends[0].Id, ends[1].Id);
            SetExactness(liking);
            SetPeriod(liking, "since", "till");
            graph.Relationships.Add(liking);
        }
        return graph;

        object? MaybeDay() => dice.Chance(10) ? null : Day(dice);

        void SetExactness(GraphText.Fact fact)
        {
            var exact = fact.Type.FindProperty("exact")!;
            fact.Values[exact] = dice.Chance(10) ? null : dice.Pick(exact.Enum!.Values).Name;
        }

        void SetPeriod(GraphText.Fact fact, string first, string last)
        {
            var (from, until) = (MaybeDay(), MaybeDay());
            (from, until) = from is DateOnly one && until is DateOnly other && other < one ? (until, from) : (from, until);
            fact.Values[fact.Type.FindProperty(first)!] = from;
            fact.Values[fact.Type.FindProperty(last)!] = until;
        }
    }

    private static DateOnly Day(Dice dice) =>
        DateOnly.FromDayNumber(Math.Clamp(dice.Pick(Around).DayNumber + dice.Int(-40, 40), 0, DateOnly.MaxValue.DayNumber));
}
