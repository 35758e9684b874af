using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class NameMistakeTests
{
    private static string Plain(string name, string directive = "@node") => $"type {name} {directive} {{ id: ID! name: String! }}\n";

    [Fact]
    public void Node_types_that_differ_only_in_case_are_refused() =>
        Refused.Model(Plain("Road") + Plain("§ROAD"), "the node types Road (line 1, column 6) and ROAD differ only in letter case");

    [Theory]
    [InlineData("Query")]
    [InlineData("Mutation")]
    [InlineData("Subscription")]
    [InlineData("Node")]
    [InlineData("Fact")]
    [InlineData("Relationship")]
    [InlineData("PageInfo")]
    [InlineData("RelationshipType")]
    [InlineData("Certainty")]
    [InlineData("Long")]
    [InlineData("StringOperationFilterInput")]
    [InlineData("ListIdOperationFilterInput")]
    public void Types_of_the_API_are_no_names_of_a_model(string name) =>
        Refused.Model($"type §{name} @node(plural: \"others\") {{ id: ID! name: String! }}\n", $"the type {name} of the schema would come from the API and from");

    [Theory]
    [InlineData("enum §Date { X }")]
    [InlineData("enum §ViaInput { X }")]
    public void Enums_have_no_name_of_the_API(string definition) => Refused.Model(Refused.Types + definition, "from the API");

    [Theory]
    [InlineData("AFilterInput")]
    [InlineData("ASortInput")]
    [InlineData("AGroupBy")]
    [InlineData("ATimelineBy")]
    [InlineData("AsConnection")]
    [InlineData("AsEdge")]
    [InlineData("AsListFilterInput")]
    [InlineData("AsAggregate")]
    [InlineData("ABsConnection")]
    [InlineData("ABsEdge")]
    [InlineData("ABsFilterInput")]
    [InlineData("ABsListFilterInput")]
    [InlineData("ABsSortInput")]
    [InlineData("ABsAggregate")]
    [InlineData("AWalkConnection")]
    [InlineData("AWalkAggregate")]
    [InlineData("AOneFilterInput")]
    [InlineData("AOneSortInput")]
    [InlineData("ToB")]
    [InlineData("ToBFilterInput")]
    [InlineData("ToBSortInput")]
    [InlineData("KindOperationFilterInput")]
    [InlineData("ListKindOperationFilterInput")]
    public void A_name_that_the_schema_makes_of_another_is_refused(string name) => Refused.Model(
        "enum Kind { X }\ntype A @node { id: ID! name: String! kind: Kind bs: [B!]! @relationship(type: \"TO_B\", direction: OUT)\n"
        + "  walk: [B!]! @path(steps: \"TO_B>\") one: B @relationship(type: \"ONE\", direction: OUT) }\n" + Plain("B")
        + $"enum §{name} {{ X }}",
        $"the type {name} of the schema would come from");

    [Theory]
    [InlineData("AOneConnection")]
    [InlineData("AOneEdge")]
    [InlineData("bsConnection")]
    public void A_name_that_the_schema_does_not_make_is_free(string name) => ModelReader.Read(
        "type A @node { id: ID! name: String! one: B @relationship(type: \"ONE\", direction: OUT) }\n" + Plain("B") + $"enum {name} {{ X }}");

    [Fact]
    public void A_derived_type_takes_no_node_type_s_name() => Refused.Model(
        "type OccurredAt @node(plural: \"xs\") { id: ID! name: String!\n"
        + "  xs: [OccurredAt!]! §@relationship(type: \"OCCURRED_AT\", direction: OUT) }",
        "the type OccurredAt of the schema would come from the node type OccurredAt (line 1, column 6) and from the relationship type OCCURRED_AT");

    [Fact]
    public void Two_derived_types_of_one_name_are_refused() => Refused.Model(
        "type A @node { id: ID! name: String!\n  xs: [A!]! @relationship(type: \"A_1\", direction: OUT)\n"
        + "  ys: [A!]! §@relationship(type: \"A1\", direction: OUT) }",
        "the relationship type A_1");

    [Theory]
    [InlineData("@node(plural: §\"nodes\")", "the root field 'nodes' would come from the API and from the plural of B")]
    [InlineData("@node(plural: §\"Search\")", "the root field 'search'")]
    [InlineData("@node(plural: §\"b\")", "the root field 'b' would come from the node type B (line 2, column 6) and from the plural of B")]
    [InlineData("@node(plural: §\"a\")", "the root field 'a' would come from the node type A")]
    public void Root_fields_have_names_of_their_own(string directive, string message) =>
        Refused.Model(Plain("A") + Plain("B", directive), message);

    [Fact]
    public void A_type_s_root_field_is_none_of_the_API() => Refused.Model(Plain("§Paths"), "the root field 'paths' would come from the API");

    [Fact]
    public void A_type_s_root_field_is_no_other_s_plural() =>
        Refused.Model(Plain("B", "@node(plural: \"bees\")") + Plain("§Bees"), "the root field 'bees' would come from the plural of B");

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("1st")]
    [InlineData("__x")]
    public void A_plural_is_a_name(string plural) => Refused.Model(Plain("A", $"@node(plural: §\"{plural}\")"), "'plural' of @node must be a name");

    [Fact]
    public void Ids_have_a_prefix_for_each_type() => Refused.Model(
        "type Backing @node { id: ID! name: String! bs: [Backing!]! @relationship(type: \"BACKS\", direction: OUT, properties: \"backing\") }\n"
        + "type §backing @edge(type: \"BACKS\") { x: Int }",
        "ids would begin with 'backing:' for the node type Backing (line 1, column 6) and for the relationship type BACKS");

    [Fact]
    public void Values_that_group_have_names_of_their_own() => Refused.Fields(
        "isOld: Boolean §is_old: Boolean", "the value IS_OLD of AGroupBy would come from the field A.isOld");

    [Fact]
    public void Days_of_timelines_have_names_of_their_own() =>
        Refused.Fields("endDay: Date §end_day: Date", "the value END_DAY of ATimelineBy");

    [Theory]
    [InlineData("deathsBest", "DEATHS_BEST")]
    [InlineData("start", "START")]
    [InlineData("a1B", "A1_B")]
    [InlineData("end_day", "END_DAY")]
    public void Fields_become_values_in_upper_snake_case(string field, string value) => Assert.Equal(value, Casing.UpperSnake(field));
}
