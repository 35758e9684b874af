using GraphIntel.Conformance.Tests.Oracle;
using GraphIntel.Conformance.Tests.Stores;
using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using Xunit;

namespace GraphIntel.Conformance.Tests.Random;

/// <summary>
/// Asks a store and the oracle for walks that are compared with a day, in each way in which a statement can walk: the day known at
/// the start or at the end, from nodes and from ends of relationships, with steps repeated before and after those compared, as
/// lists, filters and groups.
/// </summary>
internal static class DatedWalks
{
    private static readonly GraphModel Model = ModelReader.Read("""
        enum Stance { FOR AGAINST }
        enum Standing { ASSERTED DISPUTED DENIED }
        type Person @node {
          id: ID!
          name: String! @search
          knows: [Person!]! @relationship(type: "KNOWS", direction: OUT, properties: "Knowing")
          near: [Person!]! @relationship(type: "NEAR", direction: OUT)
          boss: Person @relationship(type: "REPORTS_TO", direction: OUT)
          deeds: [Deed!]! @relationship(type: "DID", direction: OUT, properties: "Doing", orderedBy: "day")
          deedsOfKnown: [Deed!]! @path(steps: "KNOWS> DID>", whileValid: true)
          deedsOfKnownTwice: [Deed!]! @path(steps: "KNOWS KNOWS> DID>", whileValid: true)
          deedsNearKnown: [Deed!]! @path(steps: "KNOWS> NEAR* DID>", whileValid: true)
          effectsOfKnown: [Deed!]! @path(steps: "KNOWS> DID> CAUSED>+", whileValid: true)
          effectsBelow: [Deed!]! @path(steps: "KNOWS> <REPORTS_TO* DID> CAUSED>?", whileValid: true)
        }
        type Deed @node(label: "title", day: "day") {
          id: ID!
          title: String! @search(text: true)
          day: Date @index
          doers: [Person!]! @relationship(type: "DID", direction: IN, properties: "Doing")
          causes: [Deed!]! @relationship(type: "CAUSED", direction: OUT)
          known: [Person!]! @path(steps: "<DID KNOWS>", whileValid: true)
          knownNear: [Person!]! @path(steps: "<DID NEAR? <KNOWS NEAR*", whileValid: true)
          knownAbove: [Person!]! @path(steps: "<DID REPORTS_TO>* KNOWS", whileValid: true)
          deedsOfKnown: [Deed!]! @path(steps: "<DID KNOWS> DID>", whileValid: true)
        }
        type Doing @edge(type: "DID") {
          id: ID!
          known: [Person!]! @path(steps: "KNOWS>", from: SOURCE, whileValid: true)
          knownNear: [Person!]! @path(steps: "NEAR{1,2} KNOWS", from: SOURCE, whileValid: true)
          knownToOthers: [Person!]! @path(steps: "<DID <KNOWS", from: TARGET, whileValid: true)
          effectsOfKnown: [Deed!]! @path(steps: "KNOWS> DID> CAUSED>{0,2}", from: SOURCE, whileValid: true)
        }
        type Knowing @edge(type: "KNOWS", valid: ["from", "until"], attested: ["first", "last"], standing: "standing") {
          id: ID!
          from: Date
          until: Date
          first: Date
          last: Date
          standing: Standing!
        }
        type Claim @node(label: "text", day: "made") @claim(about: "about", stance: "stance", denies: "AGAINST", made: "made") {
          id: ID!
          text: String!
          about: ID!
          stance: Stance!
          made: Date!
        }
        """);

    /// <summary>Compares every path over so many random graphs.</summary>
    public static async Task CompareAsync(IStoreSource source, int graphs)
    {
        var cancellation = TestContext.Current.CancellationToken;
        for (var number = 1; number <= graphs; number++)
        {
            var dice = Dice.Of(RandomRun.Seed, number);
            var graph = RandomGraph.Make(dice, Model, dice.Int(4, 9));
            await using var comparison = await Comparison.OpenAsync(source, SchemaBuilder.Build(Model), graph, new CursorBook(), cancellation);
            foreach (var (type, path) in Model.ElementTypes.SelectMany(type => type.Fields.OfType<PathField>(), (type, path) => (type, path)))
            {
                foreach (var query in Queries(dice, graph, type, path))
                {
                    var (disagreement, _) = await comparison.QueryOnceAsync(query, "{}", cancellation);
                    Assert.True(disagreement is null, $"GRAPHINTEL_RANDOM_SEED={RandomRun.Seed}, graph {number}: {query}\n{disagreement}");
                }
            }
        }
    }

    private static IEnumerable<string> Queries(Dice dice, GraphText graph, ElementType type, PathField path)
    {
        var (all, field) = (RootNames.Of(type).Plural!, path.Name);
        var day = Pools.Day(dice).ToString("yyyy-MM-dd", null);
        yield return $$"""
            { {{all}}(first: 500) { nodes { id
              {{field}} { totalCount edges { depth node { id } } }
              possible: {{field}}(certainty: POSSIBLE, asOf: "{{day}}") { totalCount nodes { id } }
              attested: {{field}}(certainty: ATTESTED, standing: [ASSERTED, DENIED], last: 3) { nodes { id } }
              whenever: {{field}}(whileValid: false, during: { from: "{{day}}" }) { edges { depth node { id } } }
            } } }
            """;
        yield return $$"""
            { {{all}} { aggregate {
              groups {
                {{field}}(first: 500) { node { id } count aggregate { groups { {{field}}(certainty: POSSIBLE) { node { id } count } } } }
                whenever: {{field}}(whileValid: false) { count }
              }
              distinct { {{field}} attested: {{field}}(certainty: ATTESTED) }
            } } }
            """;
        var text = graph.SearchedTexts.Count == 0 ? "a" : dice.Pick(graph.SearchedTexts);
        yield return $$"""
            { some: {{all}}(where: { {{field}}: { some: { search: {{InputText.Text(text).Literal}} } } }) { totalCount nodes { id } }
              any: {{all}}(where: { {{field}}: { any: true, certainty: POSSIBLE } }) { nodes { id } }
              none: {{all}}(where: { {{field}}: { none: {}, during: { until: "{{day}}" } } }) { totalCount } }
            """;
    }
}
