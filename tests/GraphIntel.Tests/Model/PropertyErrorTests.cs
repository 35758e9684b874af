using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class PropertyErrorTests
{
    [Theory]
    [InlineData("x: §[Int]", "write [Int!]")]
    [InlineData("x: §[Int]!", "write [Int!]!")]
    [InlineData("x: §[[Int!]!]!", "a list of lists")]
    [InlineData("x: §[Point!]", "a list of Point")]
    public void Lists_are_of_non_null_scalars(string field, string message) => Refused.Fields(field, message);

    [Theory]
    [InlineData("x: Int §@search", "@search is for String and [String!], not for Int")]
    [InlineData("x: ID §@search", "not for ID")]
    [InlineData("x: [Int!]! §@search", "not for [Int!]!")]
    [InlineData("x: [String!] §@index", "@index is for a single value, not for [String!]")]
    [InlineData("x: Int §@relationship(type: \"T\", direction: OUT)", "Int is not a node type")]
    [InlineData("x: Int §@refersTo", "@refersTo is not allowed on A.x")]
    [InlineData("x: Int §@path(steps: \"T>\")", "@path is not allowed on A.x")]
    [InlineData("x: Int §@refersBy(field: \"id\")", "@refersBy is not allowed on A.x")]
    public void Directives_fit_the_type(string field, string message) => Refused.Fields(field, message);

    [Theory]
    [InlineData("x: Int §@imprecise(precision: \"p\")", "@imprecise is for Date")]
    [InlineData("x: [Date!] §@imprecise(precision: \"p\")", "@imprecise is for Date")]
    [InlineData("x: Date @imprecise(precision: §\"q\")", "that is an enum; it has none called 'q'")]
    [InlineData("x: Date @imprecise(precision: §\"name\")", "that is an enum; 'name' is String!")]
    [InlineData("x: Date @imprecise(precision: §\"ps\")", "'ps' is [Precision!]!")]
    [InlineData("x: Date @imprecise(precision: \"p\", until: §\"p\")", "'until' of @imprecise must name a property of C that is a Date")]
    [InlineData("x: Date @imprecise(precision: \"p\", until: §\"x\")", "not itself")]
    public void Imprecise_days_name_their_precision_and_last_day(string field, string message) => Refused.Model(
        "enum Precision { DAY }\ntype C @node { id: ID! name: String! p: Precision ps: [Precision!]! " + field + " }", message);

    [Theory]
    [InlineData("x: Date @imprecise(precision: \"p\", until: §\"last\")", "'until' of @imprecise cannot be used with last, an attested day")]
    [InlineData("x: Date", "'until' of @imprecise cannot be used with first, an attested day", "@imprecise(precision: \"p\", until: §\"x\")")]
    public void An_imprecise_day_is_not_until_an_attested_one_or_the_reverse(string field, string message, string first = "") => Refused.Model(
        $$"""
        enum Precision { DAY }
        enum Stance { FOR AGAINST }
        type C @node { id: ID! name: String! likes: [C!]! @relationship(type: "LIKES", direction: OUT, properties: "Liking") }
        type Liking @edge(type: "LIKES", valid: ["from", "until"], attested: ["first", "last"]) {
          from: Date until: Date first: Date {{first}} last: Date p: Precision {{field}}
        }
        type Word @node(label: "text") @claim(about: "about", stance: "stance", denies: "AGAINST", made: "made") {
          id: ID! about: ID! text: String! stance: Stance! made: Date!
        }
        """,
        message);

    [Theory]
    [InlineData("type §A @node { name: String! }", "needs the field id: ID!")]
    [InlineData("type A @node { id: §ID name: String! }", "A.id must be ID!, not ID")]
    [InlineData("type A @node { id: §String! name: String! }", "A.id must be ID!, not String!")]
    [InlineData("type A @node { id: §[ID!]! name: String! }", "A.id must be ID!, not [ID!]!")]
    public void A_node_type_has_an_id(string type, string message) => Refused.Model(type, message);

    [Fact]
    public void An_id_of_an_edge_type_is_a_non_null_ID() => Refused.Model(
        "type A @node { id: ID! name: String! t: [A!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") }\n"
        + "type E @edge(type: \"T\") { id: §String }",
        "E.id must be ID!, not String");

    [Theory]
    [InlineData("type A §@node { id: ID! }", "'label' of @node must name a property of A that is String! or ID!; it has none called 'name'")]
    [InlineData("type A @node(label: §\"x\") { id: ID! x: String }", "'x' is String")]
    [InlineData("type A @node(label: §\"x\") { id: ID! x: [String!]! }", "'x' is [String!]!")]
    [InlineData("type A @node(label: §\"x\") { id: ID! x: Int! }", "'x' is Int!")]
    [InlineData("type A @node { id: ID! name: String! §label: String! }", "every node has a 'label' in the API, here A.name")]
    [InlineData("type A @node { id: ID! name: String! §label: Int }", "every node has a 'label'")]
    public void A_node_type_has_a_label(string type, string message) => Refused.Model(type, message);

    [Theory]
    [InlineData("edge")]
    [InlineData("and")]
    [InlineData("or")]
    [InlineData("not")]
    [InlineData("any")]
    public void Names_of_filter_fields_are_reserved_on_node_types(string name) =>
        Refused.Fields($"§{name}: String", $"a field of a node type cannot be called {name}");

    [Theory]
    [InlineData("fact")]
    [InlineData("cursor")]
    [InlineData("node")]
    [InlineData("depth")]
    [InlineData("label")]
    [InlineData("source")]
    [InlineData("target")]
    [InlineData("and")]
    [InlineData("or")]
    [InlineData("not")]
    [InlineData("edge")]
    [InlineData("any")]
    public void Names_of_connection_fields_are_reserved_on_edge_types(string name) => Refused.Model(
        "type A @node { id: ID! name: String! t: [A!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") }\n"
        + $"type E @edge(type: \"T\") {{ §{name}: String }}",
        $"a field of an @edge type cannot be called {name}");

    [Theory]
    [InlineData("§count: Int", "A.count would conflict with 'count' of its aggregates")]
    [InlineData("§timeline: Date!", "A.timeline would conflict")]
    [InlineData("§key: Float", "A.key would conflict")]
    [InlineData("§groups: Point", "A.groups would conflict")]
    public void Names_of_aggregate_fields_are_reserved_for_aggregated_properties(string field, string message) => Refused.Fields(field, message);

    [Fact]
    public void Names_of_aggregate_fields_are_allowed_for_other_properties() => GraphIntel.Core.Model.ModelReader.Read(
        "type A @node { id: ID! name: String! count: String key: [Int!] groups: Boolean period: Date }");

    [Fact]
    public void Properties_that_differ_only_in_case_are_refused() =>
        Refused.Fields("start: Int §Start: Int", "the properties start and Start of A differ only in letter case");

    [Fact]
    public void A_hidden_property_that_differs_only_in_case_is_refused() =>
        Refused.Fields("asids: Int §as: [A!]! @refersTo", "asids and asIds of A differ only in letter case");

    [Fact]
    public void A_hidden_property_cannot_have_the_name_of_a_field() =>
        Refused.Fields("asIds: [ID!]! §as: [A!]! @refersTo", "a hidden property asIds");

    [Fact]
    public void A_hidden_property_cannot_be_named() => Refused.Model(
        "type A @node { id: ID! name: String! as: [A!]! @refersTo bs: [A!]! @refersBy(field: §\"asIds\") }",
        "it has none called 'asIds'");
}
