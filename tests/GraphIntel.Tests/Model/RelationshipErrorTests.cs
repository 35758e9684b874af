using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class RelationshipErrorTests
{
    private const string End = "type B @node { id: ID! name: String! day: Date tags: [String!]! at: Point }\n";

    private static string A(string fields) => $"{End}type A @node {{ id: ID! name: String! day: Date {fields} }}\n";

    [Theory]
    [InlineData("§bs: [B!]!", "A.bs leads to B and needs one of @relationship, @path, @refersBy, @refersTo")]
    [InlineData("bs: [B!]! @refersTo §@refersBy(field: \"id\")", "A.bs already has @refersTo")]
    [InlineData("bs: [B!]! @relationship(type: \"T\", direction: OUT) §@path(steps: \"T>\")", "A.bs already has @relationship")]
    [InlineData("bs: [B!]! @relationship(type: \"T\", direction: OUT) §@index", "@index is for stored values; A.bs leads to B")]
    [InlineData("bs: [B!]! §@search @refersTo", "@search is for stored values")]
    public void A_field_that_returns_nodes_has_exactly_one_directive(string field, string message) => Refused.Model(A(field), message);

    [Theory]
    [InlineData("bs: §[B!] @relationship(type: \"T\", direction: OUT)", "write [B!]!")]
    [InlineData("bs: §[B]! @relationship(type: \"T\", direction: OUT)", "write [B!]!")]
    [InlineData("bs: §B! @relationship(type: \"T\", direction: OUT)", "a single relationship must be nullable: write B")]
    [InlineData("bs: §A @relationship(type: \"T\", direction: BOTH)", "a relationship of direction BOTH is a list")]
    [InlineData("bs: §B @refersTo", "a field with @refersTo must be a list: write [B!]!")]
    [InlineData("bs: §[B!] @refersBy(field: \"id\")", "a field with @refersBy must be a list")]
    public void Lists_are_non_null_and_single_relationships_are_nullable(string field, string message) => Refused.Model(A(field), message);

    [Fact]
    public void A_path_is_a_list() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT) b: §B @path(steps: \"T>\")"), "a field with @path must be a list");

    [Theory]
    [InlineData("backs")]
    [InlineData("BackedBy")]
    [InlineData("_T")]
    [InlineData("1T")]
    [InlineData("A B")]
    [InlineData("")]
    public void A_relationship_type_is_written_in_capitals(string type) =>
        Refused.Model(A($"bs: [B!]! @relationship(type: §\"{type}\", direction: OUT)"), "at most 100 capital letters");

    [Fact]
    public void An_edge_type_s_type_is_written_in_capitals() => Refused.Model(
        A("bs: [B!]! @relationship(type: §\"t\", direction: OUT)") + "type E @edge(type: §\"t\") { x: Int }",
        "at most 100 capital letters", "at most 100 capital letters");

    [Fact]
    public void Both_directions_lead_from_a_type_to_itself() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: §BOTH)"), "A.bs leads from A to B: use OUT or IN");

    [Fact]
    public void Two_relationships_that_disagree_on_their_ends_are_refused() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT)\n  as: [A!]! §@relationship(type: \"T\", direction: OUT)"),
        "A.as says that T leads from A to A, but A.bs at line 2, column 58 says from A to B");

    [Fact]
    public void Two_relationships_that_disagree_on_their_direction_are_refused() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT) cs: [B!]! §@relationship(type: \"T\", direction: IN)"),
        "A.cs says that T leads from B to A");

    [Theory]
    [InlineData("§\"Nope\"", "there is no type 'Nope'")]
    [InlineData("§\"B\"", "B has none")]
    [InlineData("§\"F\"", "F holds the properties of U, not those of T")]
    public void Properties_name_the_edge_type(string properties, string message) => Refused.Model(
        A($"bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: {properties}) "
            + "cs: [B!]! @relationship(type: \"U\", direction: OUT, properties: \"F\")")
        + "type F @edge(type: \"U\") { x: Int }",
        message);

    [Fact]
    public void Every_field_of_a_type_with_properties_names_them() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") cs: [B!]! §@relationship(type: \"T\", direction: OUT)")
        + "type E @edge(type: \"T\") { x: Int }",
        "add properties: \"E\"");

    [Fact]
    public void Two_edge_types_for_one_relationship_are_refused() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\")")
        + "type E @edge(type: \"T\") { x: Int }\ntype F @edge(type: §\"T\") { x: Int }",
        "as E at line 3, column 6 does");

    [Fact]
    public void An_edge_type_that_nothing_uses_is_refused() =>
        Refused.Model(Refused.Types + "type §E @edge(type: \"T\") { x: Int }", "no @relationship field has the type T");

    [Fact]
    public void A_field_leads_to_a_node_type() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") es: §[E!]! @relationship(type: \"U\", direction: OUT)")
        + "type E @edge(type: \"T\") { x: Int }",
        "A.es cannot lead to E");

    [Fact]
    public void A_bare_field_leads_to_a_node_type() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") es: §[E!]!") + "type E @edge(type: \"T\") { x: Int }",
        "A.es cannot lead to E");

    [Theory]
    [InlineData("x", "it has none called 'x'")]
    [InlineData("tags", "'tags' is [String!]!")]
    [InlineData("at", "'at' is Point")]
    public void An_order_is_by_a_single_value_of_the_other_end(string property, string message) =>
        Refused.Model(A($"bs: [B!]! @relationship(type: \"T\", direction: OUT, orderedBy: §\"{property}\")"), message);

    [Fact]
    public void Two_orders_of_one_end_that_differ_are_refused() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT, orderedBy: \"day\") "
            + "cs: [B!]! @relationship(type: \"T\", direction: OUT, orderedBy: §\"name\")"),
        "A.cs orders by 'name' what is ordered by 'day' at line 2, column 110");

    [Fact]
    public void An_order_of_both_directions_is_one_of_both_ends() => Refused.Model(
        A("xs: [A!]! @relationship(type: \"T\", direction: BOTH, orderedBy: \"day\") "
            + "ys: [A!]! @relationship(type: \"T\", direction: IN, orderedBy: §\"name\")"),
        "is ordered by 'day'");

    [Fact]
    public void A_late_order_of_both_directions_agrees_with_either_end() => Refused.Model(
        A("ys: [A!]! @relationship(type: \"T\", direction: IN, orderedBy: \"name\") "
            + "xs: [A!]! @relationship(type: \"T\", direction: OUT, orderedBy: \"day\") "
            + "zs: [A!]! @relationship(type: \"T\", direction: BOTH, orderedBy: §\"day\")"),
        "is ordered by 'name'");

    [Theory]
    [InlineData("valid: §[\"from\"]", "'valid' of @edge must name two properties")]
    [InlineData("valid: §[\"from\", \"from\"]", "'valid' of @edge must name two properties")]
    [InlineData("valid: §[\"from\", \"until\", \"day\"]", "'valid' of @edge must name two properties")]
    [InlineData("valid: [\"from\", §\"number\"]", "that is a Date; 'number' is Int")]
    [InlineData("valid: [§\"days\", \"until\"]", "that is a Date; 'days' is [Date!]!")]
    [InlineData("valid: [\"from\", \"until\"], attested: [§\"always\", \"day\"]", "a Date that may be null; 'always' is Date!")]
    [InlineData("valid: [\"from\", \"until\"], attested: [\"day\", §\"until\"]", "'until' cannot be in both 'valid' and 'attested'")]
    [InlineData("attested: §[\"from\", \"until\"]", "'attested' requires 'valid'")]
    [InlineData("standing: §\"number\"", "ASSERTED, DISPUTED and DENIED; 'number' is Int")]
    [InlineData("standing: §\"maybe\"", "'maybe' is Standing")]
    [InlineData("standing: §\"stance\"", "'stance' is Stance!")]
    [InlineData("standing: §\"nope\"", "it has none called 'nope'")]
    public void Dates_and_standing_are_properties_of_the_edge_type(string arguments, string message) => Refused.Model(
        Refused.Claims + A("bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\")")
        + $"type E @edge(type: \"T\", {arguments}) {{ from: Date until: Date day: Date always: Date! days: [Date!]! number: Int "
        + "maybe: Standing stance: Stance! }",
        message);

    [Theory]
    [InlineData("valid: [\"from\", \"until\"], attested: §[\"a\", \"b\"]", "'attested' requires a type with @claim")]
    [InlineData("standing: §\"standing\"", "'standing' requires a type with @claim")]
    public void Attested_days_and_standing_need_a_claim_type(string arguments, string message) => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\")")
        + $"enum S {{ ASSERTED DISPUTED DENIED }} type E @edge(type: \"T\", {arguments}) {{ from: Date until: Date a: Date b: Date standing: S! }}",
        message);

    [Theory]
    [InlineData("field: §\"nope\"", "it has none called 'nope'")]
    [InlineData("field: §\"name\"", "'name' is String!")]
    [InlineData("field: §\"refs\"", "'refs' is [ID!]!")]
    public void A_reference_is_held_by_an_id(string argument, string message) => Refused.Model(
        $"type A @node {{ id: ID! name: String! refs: [ID!]! ref: ID as: [A!]! @refersBy({argument}) }}", message);

    [Fact]
    public void Edge_types_have_no_relationships_of_their_own() => Refused.Model(
        A("bs: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\")")
        + "type E @edge(type: \"T\") { bs: [B!]! §@relationship(type: \"U\", direction: OUT) }",
        "is allowed only on a field of a node type; E is not a node type");

    [Theory]
    [InlineData("asOf", "valid: [\"from\", \"until\"]")]
    [InlineData("during", "valid: [\"from\", \"until\"]")]
    [InlineData("certainty", "valid: [\"from\", \"until\"], attested: [\"first\", \"last\"]")]
    [InlineData("standing", "standing: \"its\"")]
    public void An_argument_of_a_single_relationship_cannot_be_a_field_of_its_target(string name, string argument)
    {
        var edge = Refused.Claims
            + $"type E @edge(type: \"T\", {argument}) {{ from: Date until: Date first: Date last: Date its: Standing! }}\n"
            + $"type B @node {{ id: ID! name: String! {name}: Int }}\n";
        Refused.Model(
            edge + "type A @node { id: ID! name: String! §b: B @relationship(type: \"T\", direction: OUT, properties: \"E\") }",
            $"its argument '{name}' would conflict with B.{name}");
        GraphIntel.Core.Model.ModelReader.Read(
            edge + "type A @node { id: ID! name: String! b: [B!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") }");
    }
}
