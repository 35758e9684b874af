using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class DirectiveErrorTests
{
    [Fact]
    public void An_unknown_directive_is_refused() => Refused.Fields("x: Int §@indexed", "unknown directive @indexed");

    [Fact]
    public void A_mistyped_relationship_is_one_error() =>
        Refused.Fields("as: [A!]! §@relation(type: \"T\", direction: OUT)", "unknown directive @relation");

    [Fact]
    public void An_unknown_argument_is_refused() => Refused.Fields(
        "as: [A!]! @relationship(type: \"T\", direction: OUT, §order: \"name\")",
        "@relationship has no argument 'order'; it takes type, direction, properties, orderedBy");

    [Fact]
    public void An_argument_of_a_directive_without_arguments_is_refused() =>
        Refused.Fields("x: Int @index(§unique: true)", "@index has no argument 'unique'; it takes none");

    [Fact]
    public void A_missing_argument_is_refused() =>
        Refused.Fields("as: [A!]! §@relationship(type: \"T\")", "@relationship needs the argument 'direction' (Direction!)");

    [Fact]
    public void An_argument_given_twice_is_refused() =>
        Refused.Fields("as: [A!]! @relationship(type: \"T\", direction: OUT, §type: \"U\")", "'type' is given twice");

    [Theory]
    [InlineData("type: \"T\", direction: §\"OUT\"", "takes Direction! (OUT, IN or BOTH), not \"OUT\"")]
    [InlineData("type: \"T\", direction: §UP", "takes Direction! (OUT, IN or BOTH), not UP")]
    [InlineData("type: §T, direction: OUT", "takes String!, not T")]
    [InlineData("type: §null, direction: OUT", "takes String!, not null")]
    [InlineData("type: §[\"T\"], direction: OUT", "takes String!, not [\"T\"]")]
    [InlineData("type: \"T\", direction: OUT, orderedBy: §1", "takes String, not 1")]
    public void An_argument_of_the_wrong_type_is_refused(string arguments, string message) =>
        Refused.Fields($"as: [A!]! @relationship({arguments})", message);

    [Fact]
    public void A_wrong_value_is_truncated()
    {
        var text = $"type A @node(label: [\"{new string('x', 10_000)}\"]) {{ id: ID! name: String! }}";
        var mistake = Assert.Single(Assert.Throws<ModelException>(() => ModelReader.Read(text)).Diagnostics);
        Assert.InRange(mistake.Message.Length, 50, 200);
    }

    [Theory]
    [InlineData("type C @node(provenance: §\"yes\") { id: ID! name: String! }", "takes Boolean!, not \"yes\"")]
    [InlineData("type C @node(label: §true) { id: ID! name: String! }", "takes String!, not true")]
    [InlineData("type C @node(provenance: true) §@node { id: ID! name: String! }", "@node is repeated")]
    public void Uses_of_node_are_checked(string type, string message) => Refused.Model(Refused.Types + type, message);

    [Fact]
    public void A_directive_repeated_is_refused() => Refused.Fields("x: Int @index §@index", "@index is repeated");

    [Theory]
    [InlineData("type C @node §@index { id: ID! name: String! }", "@index is not allowed on an object type; it is allowed on a field")]
    [InlineData("type C @node { id: ID! name: String! §@node }", "@node is not allowed on a field; it is allowed on an object type")]
    [InlineData("enum E §@node { X }", "@node is not allowed on an enum")]
    [InlineData("enum E { X §@index }", "@index is not allowed on an enum value")]
    public void A_directive_at_the_wrong_place_is_refused(string definition, string message) =>
        Refused.Model(Refused.Types + definition, message);

    [Fact]
    public void A_null_argument_counts_as_omitted()
    {
        var model = ModelReader.Read("type Box @node(plural: null, standing: null) { id: ID! name: String! }");
        Assert.Equal("boxs", model.Nodes[0].Plural);
    }

    [Theory]
    [InlineData("directive @§search(fuzzy: Boolean) on FIELD_DEFINITION", "the built-in one, which is: directive @search(text: Boolean! = false) on FIELD_DEFINITION")]
    [InlineData("directive @§search on OBJECT", "@search differs")]
    [InlineData("directive @§search repeatable on FIELD_DEFINITION", "@search differs")]
    [InlineData("directive @§path(steps: String) on FIELD_DEFINITION", "@path(steps: String!, from: End, whileValid: Boolean! = false)")]
    [InlineData("directive @§path(steps: [String!]!) on FIELD_DEFINITION", "@path(steps: String!, from: End, whileValid: Boolean! = false)")]
    [InlineData(
        "directive @§node(label: String! = \"title\", plural: String, provenance: Boolean! = false, standing: String) on OBJECT",
        "label: String! = \"name\"")]
    [InlineData(
        "directive @§edge(type: String!, valid: [String!], attested: [String!], standing: String) on OBJECT",
        "@edge(type: String!, plural: String, valid: [String!], attested: [String!], standing: String) on OBJECT")]
    [InlineData("directive @§unique on FIELD_DEFINITION", "unknown directive @unique")]
    [InlineData("enum §Direction { OUT IN }", "the enum Direction differs")]
    [InlineData("enum §End { HERE THERE }", "the enum End differs from the built-in one, which is: enum End { SOURCE TARGET }")]
    public void A_built_in_definition_cannot_be_changed(string definition, string message) =>
        Refused.Model(Refused.Types + definition, message);

    [Fact]
    public void The_built_in_model_repeats_the_built_in_definitions()
    {
        using var stream = typeof(ModelReader).Assembly.GetManifestResourceStream("intel.graphql")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var types = text[text.IndexOf("\"Anyone who acts", StringComparison.Ordinal)..];
        Assert.Contains("directive @imprecise", text, StringComparison.Ordinal);
        Assert.DoesNotContain("directive @", types, StringComparison.Ordinal);
        Assert.Equal(ModelReader.Read(text).Relationships.Count, ModelReader.Read(types).Relationships.Count);
    }
}
