using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class DomainModelTests
{
    private static readonly GraphModel Model = ModelReader.ReadDomain();

    private static NodeType Node(string name) => Model.TryGetNode(name, out var node) ? node : throw new KeyNotFoundException(name);

    private static RelationshipType Relationship(string type) =>
        Model.TryGetRelationship(type, out var relationship) ? relationship : throw new KeyNotFoundException(type);

    private static T Field<T>(ElementType type, string name) where T : class =>
        (T)(object)type.Fields.Single(field => field.Name == name);

    [Fact]
    public void The_built_in_model_is_read_completely()
    {
        Assert.Equal(["Actor", "Place", "Event", "Source", "Report", "Claim"], Model.Nodes.Select(node => node.Name));
        Assert.Equal(
            [
                "BASED_IN", "BACKS", "MEMBER_OF", "SUCCEEDS", "PARTICIPATED_IN", "CONTROLS", "PART_OF", "LIES_IN", "BORDERS",
                "OCCURRED_AT", "PART_OF_EVENT", "REPORTED_IN", "VOICE_OF", "PUBLISHED_BY", "MADE_BY", "MADE_IN",
            ],
            Model.Relationships.Select(relationship => relationship.Type));
        Assert.Equal(17, Model.Enums.Count);
        Assert.Equal(29, Model.Nodes.Sum(node => node.Fields.Count(field => field is RelationshipField)));
        Assert.DoesNotContain(Model.Enums, found => found.Name == "Direction");
    }

    [Fact]
    public void A_relationship_with_an_edge_type_has_its_ends_properties_dates_and_standing()
    {
        var backs = Relationship("BACKS");
        Assert.Equal("Backing", backs.Name);
        Assert.Equal(("backing", "backing", "backings"), (backs.IdPrefix, backs.Singular, backs.Plural));
        Assert.False(backs.IsDerived);
        Assert.Same(Node("Actor"), backs.Source);
        Assert.Same(Node("Actor"), backs.Target);
        Assert.Equal(
            [
                "id", "kinds", "from", "fromPrecision", "until", "untilPrecision", "attestedFrom", "attestedUntil", "standing",
                "againstIds",
            ],
            backs.Properties.Select(property => property.Name));
        Assert.Equal(Enumerable.Range(0, backs.Properties.Count), backs.Properties.Select(property => property.Ordinal));
        Assert.Equal(("from", "until"), (backs.Valid?.From.Name, backs.Valid?.Until.Name));
        Assert.Equal(("attestedFrom", "attestedUntil"), (backs.Attested?.From.Name, backs.Attested?.Until.Name));
        Assert.Same(backs.FindProperty("standing"), backs.Standing);
        Assert.Same(backs.FindProperty("id"), backs.Id);
        Assert.Equal("Support by one actor for another, in the categories of the UCDP External Support Dataset.", backs.Description);
        Assert.Same(Node("Claim"), backs.Claims?.Target);
        Assert.False(backs.IsHierarchy);
    }

    [Fact]
    public void Properties_have_the_kind_and_the_directives_of_the_model()
    {
        var backs = Relationship("BACKS");
        var from = backs.FindProperty("from")!;
        Assert.Equal((ScalarKind.Date, true, false, false), (from.Kind, from.IsIndexed, from.IsRequired, from.IsList));
        Assert.Same(backs.FindProperty("fromPrecision"), from.Imprecise?.Precision);
        Assert.Null(from.Imprecise?.Until);
        var kinds = backs.FindProperty("kinds")!;
        Assert.Equal((ScalarKind.Enum, "SupportKind", true, true), (kinds.Kind, kinds.Enum?.Name, kinds.IsList, kinds.IsRequired));
        var hidden = backs.FindProperty("againstIds")!;
        Assert.Equal((ScalarKind.Id, true, true, true), (hidden.Kind, hidden.IsList, hidden.IsRequired, hidden.IsHidden));
        Assert.Same(hidden, Field<RefersToField>(backs, "against").Ids);
        var start = Node("Event").FindProperty("start")!;
        Assert.Same(Node("Event").FindProperty("end"), start.Imprecise?.Until);
        Assert.True(Node("Actor").FindProperty("aliases")!.SearchedAs == SearchedAs.Name);
        Assert.Equal(ScalarKind.Point, Node("Place").FindProperty("location")!.Kind);
    }

    [Fact]
    public void Orders_are_kept_for_the_end_that_is_read_in_them()
    {
        var participated = Relationship("PARTICIPATED_IN");
        Assert.Same(Node("Event").FindProperty("start"), participated.TargetOrder);
        Assert.Null(participated.SourceOrder);
        Assert.Same(participated.TargetOrder, Field<RelationshipField>(Node("Actor"), "events").OrderedBy);
        Assert.Null(Field<RelationshipField>(Node("Event"), "participants").OrderedBy);
        var part = Relationship("PART_OF_EVENT");
        Assert.Equal(("start", "start"), (part.TargetOrder?.Name, part.SourceOrder?.Name));
        Assert.Equal("start", Relationship("OCCURRED_AT").SourceOrder?.Name);
    }

    [Fact]
    public void A_to_one_relationship_from_a_type_to_itself_is_a_hierarchy()
    {
        var part = Relationship("PART_OF");
        Assert.True(part.OnePerSource);
        Assert.False(part.OnePerTarget);
        Assert.True(part.IsHierarchy);
        Assert.False(Relationship("LIES_IN").IsHierarchy);
        Assert.True(Relationship("OCCURRED_AT").OnePerSource);
        Assert.False(Relationship("OCCURRED_AT").IsHierarchy);
    }

    [Fact]
    public void A_relationship_without_an_edge_type_is_derived()
    {
        var occurred = Relationship("OCCURRED_AT");
        Assert.True(occurred.IsDerived);
        Assert.Equal(("OccurredAt", "occurredAt"), (occurred.Name, occurred.IdPrefix));
        Assert.Equal(("Event", "Place"), (occurred.Source.Name, occurred.Target.Name));
        Assert.Empty(occurred.Properties);
        Assert.Empty(occurred.Fields);
        Assert.Null(occurred.Id);
        Assert.Equal("occurredAt:event:1>place:2", occurred.DeriveId("event:1", "place:2"));
    }

    [Fact]
    public void Steps_of_a_path_have_a_direction_and_bounds()
    {
        var events = Field<PathField>(Node("Place"), "events");
        Assert.Equal(
            [
                new PathStep(Relationship("LIES_IN"), Direction.In, 0, 1),
                new PathStep(Relationship("PART_OF"), Direction.In, 0, 32),
                new PathStep(Relationship("OCCURRED_AT"), Direction.In, 1, 1),
            ],
            events.Steps);
        Assert.Same(Node("Event"), events.Target);
        Assert.Equal(
            [new PathStep(Relationship("BACKS"), Direction.In, 1, 6)], Field<PathField>(Node("Actor"), "indirectBackers").Steps);
        Assert.Equal(
            [new PathStep(Relationship("PART_OF"), Direction.Out, 1, 32)], Field<PathField>(Node("Place"), "ancestors").Steps);
    }

    [Fact]
    public void Claims_name_the_types_that_are_facts()
    {
        var claim = Model.Claim!;
        Assert.Same(Node("Claim"), claim.Type);
        Assert.Equal(
            ("about", "field", "stance", "DENIES", "made"),
            (claim.About.Name, claim.Field?.Name, claim.Stance.Name, claim.Denies, claim.Made.Name));
        Assert.Same(Field<RelationshipField>(Node("Claim"), "source"), claim.Source);
        Assert.Same(claim, Relationship("BACKS").Claim);
        Assert.Null(Relationship("OCCURRED_AT").Claim);
        Assert.Equal(["Actor", "Place", "Event"], Model.Nodes.Where(node => node.IsFact).Select(node => node.Name));
        Assert.Same(claim.About, Node("Actor").Claims?.Property);
        Assert.IsType<RelationshipField>(Field<ModelField>(Node("Source"), "claims"));
    }

    [Fact]
    public void Node_types_have_their_names_label_and_role()
    {
        var place = Node("Event");
        Assert.Equal(("event", "event", "events"), (place.IdPrefix, place.Singular, place.Plural));
        Assert.Equal("title", place.Label.Name);
        Assert.Equal("name", Node("Actor").Label.Name);
        Assert.Equal("standing", place.Standing?.Name);
        Assert.Equal(["Source", "Report", "Claim"], Model.Nodes.Where(node => node.Provenance).Select(node => node.Name));
        Assert.Same(Node("Actor"), Model.TypeOfId("actor:syr-army"));
        Assert.Same(Relationship("OCCURRED_AT"), Model.TypeOfId("occurredAt:event:1>place:2"));
    }
}
