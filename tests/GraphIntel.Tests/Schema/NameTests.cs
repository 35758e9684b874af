using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;
using GraphQL.Types;
using Xunit;

namespace GraphIntel.Tests.Schema;

/// <summary>Types and arguments have the names of the API.</summary>
public sealed class NameTests
{
    private static IComplexGraphType Type(string name) => (IComplexGraphType)Schemas.Domain.AllTypes[name]!;

    private static string Fields(string type) => string.Join(' ', Type(type).Fields.Select(field => field.Name));

    private static string Arguments(string type, string field) =>
        string.Join(' ', Type(type).GetField(field)!.Arguments!.Select(argument => $"{argument.Name}:{argument.ResolvedType}"));

    [Theory]
    [InlineData("Query", "events", "EventsConnection!")]
    [InlineData("Query", "event", "Event")]
    [InlineData("Query", "node", "Node")]
    [InlineData("Query", "nodes", "[Node]!")]
    [InlineData("Query", "backing", "Backing")]
    [InlineData("Query", "backings", "BackingsConnection!")]
    [InlineData("BackingsConnection", "edges", "[BackingsEdge!]!")]
    [InlineData("BackingsConnection", "nodes", "[Backing!]!")]
    [InlineData("BackingsEdge", "node", "Backing!")]
    [InlineData("BackingsFilterInput", "and", "[BackingsFilterInput!]")]
    [InlineData("BackingsFilterInput", "source", "ActorFilterInput")]
    [InlineData("ControlsFilterInput", "target", "PlaceFilterInput")]
    [InlineData("ControlsFilterInput", "claims", "ClaimsListFilterInput")]
    [InlineData("ControlsSortInput", "target", "PlaceSortInput")]
    [InlineData("EventsConnection", "edges", "[EventsEdge!]!")]
    [InlineData("EventsConnection", "nodes", "[Event!]!")]
    [InlineData("EventsConnection", "totalCount", "Int!")]
    [InlineData("EventsEdge", "node", "Event!")]
    [InlineData("Actor", "events", "ActorEventsConnection!")]
    [InlineData("ActorEventsConnection", "edges", "[ActorEventsEdge!]!")]
    [InlineData("ActorEventsEdge", "fact", "Participation!")]
    [InlineData("ActorEventsEdge", "claims", "ClaimsConnection!")]
    [InlineData("ActorEventsOfBackedEdge", "depth", "Int!")]
    [InlineData("Backing", "against", "ActorsConnection!")]
    [InlineData("Backing", "source", "Actor!")]
    [InlineData("OccurredAt", "target", "Place!")]
    [InlineData("Claim", "fact", "Fact")]
    [InlineData("Relationship", "source", "Node!")]
    [InlineData("EventFilterInput", "kind", "EventKindOperationFilterInput")]
    [InlineData("EventFilterInput", "and", "[EventFilterInput!]")]
    [InlineData("EventFilterInput", "place", "PlaceSingleFilterInput")]
    [InlineData("PlaceSingleFilterInput", "and", "[PlaceFilterInput!]")]
    [InlineData("PlaceFilterInput", "children", "PlacesListFilterInput")]
    [InlineData("PlaceFilterInput", "descendants", "PlacesListFilterInput")]
    [InlineData("EventFilterInput", "participants", "EventParticipantsListFilterInput")]
    [InlineData("EventFilterInput", "claims", "ClaimsListFilterInput")]
    [InlineData("EventFilterInput", "externalIds", "ListIdOperationFilterInput")]
    [InlineData("ActorEventsListFilterInput", "some", "ActorEventsFilterInput")]
    [InlineData("ActorEventsFilterInput", "edge", "ParticipationFilterInput")]
    [InlineData("ActorEventsSortInput", "edge", "ParticipationSortInput")]
    [InlineData("EventSortInput", "place", "PlaceSortInput")]
    [InlineData("PlacesListFilterInput", "some", "PlaceFilterInput")]
    [InlineData("DateOperationFilterInput", "in", "[Date!]")]
    [InlineData("PlaceFilterInput", "location", "PointOperationFilterInput")]
    [InlineData("PlaceSortInput", "location", "PointSortInput")]
    [InlineData("DistanceFilterInput", "from", "PointInput!")]
    [InlineData("DistanceFilterInput", "lte", "Int!")]
    [InlineData("DistanceSortInput", "direction", "SortEnumType!")]
    public void A_field_has_its_type(string type, string field, string expected) =>
        Assert.Equal(expected, Type(type).GetField(field)!.ResolvedType!.ToString());

    [Theory]
    [InlineData("StringOperationFilterInput", "eq neq in nin contains startsWith endsWith")]
    [InlineData("IdOperationFilterInput", "eq neq in nin")]
    [InlineData("StandingOperationFilterInput", "eq neq in nin")]
    [InlineData("IntOperationFilterInput", "eq neq gt gte lt lte in nin")]
    [InlineData("DateOperationFilterInput", "eq neq gt gte lt lte in nin")]
    [InlineData("ListStringOperationFilterInput", "some all none any")]
    [InlineData("ActorBackersListFilterInput", "some all none any asOf during certainty standing knownBy accordingTo")]
    [InlineData("ActorIndirectBackersListFilterInput", "some all none any asOf during certainty standing knownBy accordingTo")]
    [InlineData("PlacesListFilterInput", "some all none any")]
    [InlineData("PathSortInput", "depth")]
    [InlineData("PointOperationFilterInput", "within distance")]
    [InlineData("BoxInput", "south west north east")]
    [InlineData("PointInput", "latitude longitude")]
    [InlineData("PointSortInput", "distance")]
    [InlineData("DistanceSortInput", "from direction")]
    [InlineData("ActorBacksEdge", "cursor node kinds against from fromPrecision until untilPrecision attestedFrom attestedUntil standing claims fact")]
    [InlineData("PlaceChildrenEdge", "cursor node claims fact")]
    [InlineData("ClaimsEdge", "cursor node")]
    [InlineData("BackingsEdge", "cursor node")]
    [InlineData("BackingsConnection", "edges nodes pageInfo totalCount aggregate")]
    [InlineData("BackingsFilterInput", "and or not id source target kinds against from fromPrecision until untilPrecision attestedFrom attestedUntil standing claims")]
    [InlineData("BackingFilterInput", "and or not id kinds against from fromPrecision until untilPrecision attestedFrom attestedUntil standing claims")]
    [InlineData("BackingsSortInput", "id source target from fromPrecision until untilPrecision attestedFrom attestedUntil standing")]
    [InlineData("Fact", "id label claims")]
    [InlineData("Node", "id label")]
    [InlineData("Relationship", "id label source target claims")]
    public void A_type_has_these_fields(string type, string expected) => Assert.Equal(expected, Fields(type));

    [Theory]
    [InlineData("Query", "events", "first:Int after:String last:Int before:String where:EventFilterInput order:[EventSortInput!]")]
    [InlineData("Query", "backing", "id:ID!")]
    [InlineData("Query", "backings", "first:Int after:String last:Int before:String where:BackingsFilterInput order:[BackingsSortInput!] asOf:Date during:DateRangeInput certainty:Certainty standing:[Standing!] knownBy:Date accordingTo:[ID!]")]
    [InlineData("Query", "participations", "first:Int after:String last:Int before:String where:ParticipationsFilterInput order:[ParticipationsSortInput!] standing:[Standing!] knownBy:Date accordingTo:[ID!]")]
    [InlineData("Actor", "backs", "first:Int after:String last:Int before:String where:ActorBacksFilterInput order:[ActorBacksSortInput!] asOf:Date during:DateRangeInput certainty:Certainty standing:[Standing!] knownBy:Date accordingTo:[ID!]")]
    [InlineData("Actor", "events", "first:Int after:String last:Int before:String where:ActorEventsFilterInput order:[ActorEventsSortInput!] standing:[Standing!] knownBy:Date accordingTo:[ID!]")]
    [InlineData("Actor", "eventsOfBacked", "first:Int after:String last:Int before:String where:EventFilterInput order:[ActorEventsOfBackedSortInput!] asOf:Date during:DateRangeInput certainty:Certainty standing:[Standing!] knownBy:Date accordingTo:[ID!] whileValid:Boolean")]
    [InlineData("Actor", "indirectBackers", "first:Int after:String last:Int before:String where:ActorFilterInput order:[ActorIndirectBackersSortInput!] asOf:Date during:DateRangeInput certainty:Certainty standing:[Standing!] knownBy:Date accordingTo:[ID!]")]
    [InlineData("Participation", "backers", "first:Int after:String last:Int before:String where:ActorFilterInput order:[ParticipationBackersSortInput!] asOf:Date during:DateRangeInput certainty:Certainty standing:[Standing!] knownBy:Date accordingTo:[ID!] whileValid:Boolean")]
    [InlineData("Actor", "claims", "first:Int after:String last:Int before:String where:ClaimFilterInput order:[ClaimSortInput!]")]
    [InlineData("Place", "ancestors", "first:Int after:String last:Int before:String where:PlaceFilterInput order:[PlaceAncestorsSortInput!]")]
    [InlineData("Event", "place", "")]
    [InlineData("EventsConnection", "totalCount", "atMost:Int")]
    [InlineData("Query", "nodes", "ids:[ID!]!")]
    public void A_field_takes_these_arguments(string type, string field, string expected) => Assert.Equal(expected, Arguments(type, field));

    [Fact]
    public void The_schema_has_no_default_page_size() =>
        Assert.All(Type("Actor").Fields.SelectMany(field => field.Arguments ?? []), argument =>
            Assert.True(argument.Name is "certainty" or "standing" or "whileValid" || argument.DefaultValue is null));

    [Fact]
    public void A_relationship_without_an_edge_type_is_no_root() =>
        Assert.DoesNotContain(Schemas.Domain.Query.Fields, field => field.Name is "occurredAt" or "occurredAts");

    [Fact]
    public void Every_order_but_its_arguments_is_one_of() =>
        Assert.All(Schemas.Domain.AllTypes.OfType<IInputObjectGraphType>(), input =>
            Assert.Equal(input.Name.EndsWith("SortInput", StringComparison.Ordinal) && input.Name != "DistanceSortInput", input.IsOneOf));

    [Fact]
    public void A_model_without_points_has_no_input_types_for_them()
    {
        var schema = SchemaBuilder.Build(ModelReader.Read("type Thing @node { id: ID! name: String! }"));
        string[] types = ["Point", "PointInput", "PointOperationFilterInput", "BoxInput", "DistanceFilterInput", "PointSortInput", "DistanceSortInput"];
        Assert.DoesNotContain(schema.AllTypes, type => types.Contains(type.Name));
    }

    [Fact]
    public void Plurals_are_those_of_the_model() =>
        Assert.Equal(["person", "people", "paths"], Schemas.Films.Query.Fields.Select(field => field.Name).Where(name => name.StartsWith('p')));
}
