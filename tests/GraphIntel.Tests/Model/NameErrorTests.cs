using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class NameErrorTests
{
    private static string Plain(string name, string directive = "@node") => $"type {name} {directive} {{ id: ID! name: String! }}\n";

    private static string Tied(string edge) =>
        $"type A @node {{ id: ID! name: String! bs: [B!]! @relationship(type: \"TO_B\", direction: OUT, properties: \"{edge}\") }}\n";

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
    [InlineData("BoxInput")]
    [InlineData("PointInput")]
    [InlineData("PointOperationFilterInput")]
    [InlineData("PointSortInput")]
    [InlineData("DistanceFilterInput")]
    [InlineData("DistanceSortInput")]
    [InlineData("StringOperationFilterInput")]
    [InlineData("ListIdOperationFilterInput")]
    public void Names_of_API_types_are_reserved(string name) =>
        Refused.Model($"type §{name} @node(plural: \"others\") {{ id: ID! name: String! }}\n", $"the schema type {name} would be defined by both the API and");

    [Theory]
    [InlineData("enum §Date { X }")]
    [InlineData("enum §ViaInput { X }")]
    public void Enums_cannot_have_names_of_API_types(string definition) => Refused.Model(Refused.Types + definition, "by both the API and");

    [Theory]
    [InlineData("AFilterInput")]
    [InlineData("ASortInput")]
    [InlineData("AAggregate")]
    [InlineData("AGroups")]
    [InlineData("ADistinct")]
    [InlineData("ATimeline")]
    [InlineData("APeriod")]
    [InlineData("AGroupSortInput")]
    [InlineData("AKindGroup")]
    [InlineData("ABsGroup")]
    [InlineData("AOneGroup")]
    [InlineData("AWalkGroup")]
    [InlineData("TieAggregate")]
    [InlineData("TieGroups")]
    [InlineData("TieSourceGroup")]
    [InlineData("TieTargetGroup")]
    [InlineData("AsConnection")]
    [InlineData("AsEdge")]
    [InlineData("AsListFilterInput")]
    [InlineData("ABsConnection")]
    [InlineData("ABsEdge")]
    [InlineData("ABsFilterInput")]
    [InlineData("ABsListFilterInput")]
    [InlineData("ABsSortInput")]
    [InlineData("AWalkConnection")]
    [InlineData("AOneFilterInput")]
    [InlineData("AOneSortInput")]
    [InlineData("AOneSingleFilterInput")]
    [InlineData("BSingleFilterInput")]
    [InlineData("ToA")]
    [InlineData("TieFilterInput")]
    [InlineData("TieSortInput")]
    [InlineData("TiesConnection")]
    [InlineData("TiesEdge")]
    [InlineData("TiesFilterInput")]
    [InlineData("TiesSortInput")]
    [InlineData("KindOperationFilterInput")]
    [InlineData("ListKindOperationFilterInput")]
    public void A_name_that_the_schema_generates_is_refused(string name) => Refused.Model(
        "enum Kind { X }\ntype A @node { id: ID! name: String! kind: Kind bs: [B!]! @relationship(type: \"TO_B\", direction: OUT, properties: \"Tie\")\n"
        + "  walk: [B!]! @path(steps: \"TO_B>\") one: B @relationship(type: \"ONE\", direction: OUT, properties: \"Only\")\n"
        + "  others: [A!]! @relationship(type: \"TO_A\", direction: OUT) }\n" + Plain("B")
        + "type Tie @edge(type: \"TO_B\") { x: Int }\ntype Only @edge(type: \"ONE\") { x: Int }\n"
        + $"enum §{name} {{ X }}",
        $"the schema type {name} would be defined by both");

    [Theory]
    [InlineData("AOneConnection")]
    [InlineData("AOneEdge")]
    [InlineData("AOneFilterInput")]
    [InlineData("AOneSingleFilterInput")]
    [InlineData("AOneSortInput")]
    [InlineData("ABsFilterInput")]
    [InlineData("ABsListFilterInput")]
    [InlineData("ABsSortInput")]
    [InlineData("ToBFilterInput")]
    [InlineData("bsConnection")]
    [InlineData("OnesConnection")]
    [InlineData("OnesFilterInput")]
    public void A_name_that_the_schema_does_not_generate_is_allowed(string name) => ModelReader.Read(
        "type A @node { id: ID! name: String! one: B @relationship(type: \"ONE\", direction: OUT)\n"
        + "  bs: [B!]! @relationship(type: \"TO_B\", direction: OUT) }\n" + Plain("B") + $"enum {name} {{ X }}");

    [Fact]
    public void A_derived_type_cannot_have_the_name_of_a_node_type() => Refused.Model(
        "type OccurredAt @node(plural: \"xs\") { id: ID! name: String!\n"
        + "  xs: [OccurredAt!]! §@relationship(type: \"OCCURRED_AT\", direction: OUT) }",
        "the schema type OccurredAt would be defined by both the node type OccurredAt (line 1, column 6) and the relationship type OCCURRED_AT");

    [Fact]
    public void Two_derived_types_of_one_name_are_refused() => Refused.Model(
        "type A @node { id: ID! name: String!\n  xs: [A!]! @relationship(type: \"A_1\", direction: OUT)\n"
        + "  ys: [A!]! §@relationship(type: \"A1\", direction: OUT) }",
        "the relationship type A_1");

    [Theory]
    [InlineData("@node(plural: §\"nodes\")", "the root field 'nodes' would be defined by both the API and the plural of B")]
    [InlineData("@node(plural: §\"Search\")", "the root field 'search'")]
    [InlineData("@node(plural: §\"b\")", "the root field 'b' would be defined by both the node type B (line 2, column 6) and the plural of B")]
    [InlineData("@node(plural: §\"a\")", "the root field 'a' would be defined by both the node type A")]
    public void Root_fields_have_unique_names(string directive, string message) =>
        Refused.Model(Plain("A") + Plain("B", directive), message);

    [Fact]
    public void A_root_field_of_a_type_cannot_have_the_name_of_an_API_field() => Refused.Model(Plain("§Paths"), "the root field 'paths' would be defined by both the API");

    [Fact]
    public void A_root_field_of_a_type_cannot_have_the_plural_of_another() =>
        Refused.Model(Plain("B", "@node(plural: \"bees\")") + Plain("§Bees"), "the root field 'bees' would be defined by both the plural of B");

    [Theory]
    [InlineData("Tie", "@edge(type: \"TO_B\", plural: §\"node\")", "the root field 'node' would be defined by both the API and the plural of Tie")]
    [InlineData("Tie", "@edge(type: \"TO_B\", plural: §\"tie\")", "the root field 'tie' would be defined by both the relationship type TO_B (line 3, column 6) and the plural of Tie")]
    [InlineData("§Paths", "@edge(type: \"TO_B\")", "the root field 'paths' would be defined by both the API and the relationship type TO_B")]
    [InlineData("Tie", "@edge(type: \"TO_B\", plural: §\"two words\")", "'plural' of @edge must be a name")]
    public void Root_fields_of_relationships_have_unique_names(string name, string directive, string message) =>
        Refused.Model(Tied(name.TrimStart('§')) + Plain("B") + $"type {name} {directive} {{ x: Int }}", message);

    [Fact]
    public void A_relationship_cannot_have_the_plural_of_a_node_type() => Refused.Model(
        Tied("Tie") + Plain("B") + "type §Tie @edge(type: \"TO_B\", plural: §\"bs\") { x: Int }",
        "the schema type BsConnection would be defined by both the node type B (line 2, column 6) and the relationship type TO_B",
        "the root field 'bs' would be defined by both the plural of B (line 2, column 6) and the plural of Tie");

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
        "the id prefix 'backing:' would be used by both the node type Backing (line 1, column 6) and the relationship type BACKS");

    [Theory]
    [InlineData("deathsBest", "DEATHS_BEST")]
    [InlineData("start", "START")]
    [InlineData("a1B", "A1_B")]
    [InlineData("end_day", "END_DAY")]
    public void Fields_become_values_in_upper_snake_case(string field, string value) => Assert.Equal(value, Casing.UpperSnake(field));

    [Theory]
    [InlineData("EConnection")]
    [InlineData("ESortInput")]
    [InlineData("EGroup")]
    public void The_types_of_a_path_on_an_edge_type_are_unique(string suffix) => Refused.Model(
        $"type Tie @edge(type: \"TO_B\") {{ e: [B!]! @path(steps: \"TO_B>\", from: SOURCE) }}\n"
        + Tied("Tie") + Plain("B") + Plain("§Tie" + suffix), $"the schema type Tie{suffix} would be defined by both the field Tie.e");
}
