using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Tests.Schema;

namespace GraphIntel.Tests.Planning;

/// <summary>
/// Statistics of a graph of 1,000 actors, 2,000 places and 20,000 events with 60,000 participations, one actor in a third of
/// all events.
/// </summary>
internal static class GraphOfTwentyThousand
{
    private static readonly GraphModel Model = Schemas.Domain.Model;

    public static GraphStatistics Statistics { get; } = new(
        new Dictionary<NodeType, long> { [Node("Actor")] = 1_000, [Node("Place")] = 2_000, [Node("Event")] = 20_000, [Node("Claim")] = 500 },
        new Dictionary<RelationshipType, RelationshipStatistics>
        {
            [Relationship("BACKS")] = new(new Degree(3_000, 10, 4), new Degree(3_000, 20, 6)),
            [Relationship("PARTICIPATED_IN")] = new(new Degree(60_000, 6_666, 800), new Degree(60_000, 5, 3.2)),
            [Relationship("OCCURRED_AT")] = new(new Degree(20_000, 1, 1), new Degree(20_000, 200, 30)),
            [Relationship("PART_OF")] = new(
                new Degree(1_999, 1, 1), new Degree(1_999, 40, 12), new Degree(8_000, 6, 4.5), new Degree(8_000, 2_000, 600)),
        },
        new Dictionary<Property, PropertyStatistics>
        {
            [Property("Event", "start")] = new(20, Day(2017, 1, 1), Day(2019, 9, 27)),
            [Property("Event", "kind")] = new(2_000, null, null),
            [Property("Event", "deathsBest")] = new(200, 0, 100),
            [Property("Actor", "name")] = new(1, null, null),
        },
        new Dictionary<Property, Degree> { [Model.Claim!.About] = new Degree(500, 4, 1.5) });

    private static NodeType Node(string name) => Model.Nodes.Single(node => node.Name == name);

    private static RelationshipType Relationship(string type) => Model.Relationships.Single(relationship => relationship.Type == type);

    private static Property Property(string type, string name) => Node(type).FindProperty(name)!;

    private static double Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;
}
