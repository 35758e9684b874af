using GraphIntel.Core.Model;
using Xunit;

namespace GraphIntel.Tests.Model;

public sealed class SyntaxErrorTests
{
    private static ModelDiagnostic Only(string text) =>
        Assert.Single(Assert.Throws<ModelException>(() => ModelReader.Read(text)).Diagnostics);

    [Fact]
    public void A_syntax_error_has_its_location_and_no_excerpt()
    {
        var mistake = Only("type A @node {\n  id: ID!\n  name String!\n}");
        Assert.Equal((3, 8), (mistake.Line, mistake.Column));
        Assert.StartsWith("syntax error: ", mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_file_is_not_a_model(string text)
    {
        var mistake = Only(text);
        Assert.Equal((1, 1), (mistake.Line, mistake.Column));
        Assert.Contains("empty", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_comments_is_not_a_model() => Assert.Equal(1, Only("# nothing\n").Line);

    [Fact]
    public void A_model_without_types_is_refused() => Refused.Model("§enum E { A }", "no types");

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        var mistake = Only(new string('#', ModelSyntax.MaxBytes + 1));
        Assert.Equal((1, 1), (mistake.Line, mistake.Column));
        Assert.Contains("1,000,000 bytes", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_counts_bytes_and_not_characters() =>
        Assert.Contains("bytes", Only("#" + new string('é', ModelSyntax.MaxBytes / 2)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("type A @node { id: ", "[")]
    [InlineData("type A @edge(type: ", "[")]
    [InlineData("type A @edge(type: ", "{a:")]
    [InlineData("query ", "{a")]
    [InlineData("", "{")]
    [InlineData("", "\"")]
    [InlineData("", "\0")]
    public void Deep_nesting_is_an_error_and_not_a_crash(string start, string repeated) =>
        Assert.NotEmpty(Only(start + string.Concat(Enumerable.Repeat(repeated, 100_000))).Message);

    [Fact]
    public void Many_errors_are_all_reported()
    {
        var text = string.Concat(Enumerable.Repeat("type A ", 100_000));
        Assert.Equal(100_001, Assert.Throws<ModelException>(() => ModelReader.Read(text)).Diagnostics.Count);
    }

    [Fact]
    public void Quoted_text_in_messages_is_printable_and_truncated()
    {
        var mistake = Only("type A @node(label: \"\\u001b[31m\\n" + new string('x', 10_000) + "\") { id: ID! name: String! }");
        Assert.DoesNotContain(mistake.Message, char.IsControl);
        Assert.InRange(mistake.Message.Length, 100, 700);
    }

    [Fact]
    public void Deep_nesting_has_its_own_message() =>
        Assert.Contains("nested too deeply", Only("type A @node { id: " + new string('[', 200)).Message, StringComparison.Ordinal);

    [Fact]
    public void Line_terminators_are_those_of_GraphQL()
    {
        var diagnostics = Assert.Throws<ModelException>(
            () => ModelReader.Read("\uFEFFtype A @node {\r\n  id: ID!\r  name: String!\n\n  x: Nope\r\n\r\n  y: Nope }")).Diagnostics;
        Assert.Equal([(5, 6), (7, 6)], diagnostics.Select(mistake => (mistake.Line, mistake.Column)));
    }

    [Fact]
    public void Errors_are_reported_in_the_order_of_the_file()
    {
        var diagnostics = Assert.Throws<ModelException>(() => ModelReader.Read(
            """
            type Film @node(label: "title", plurl: "films") {
              id: ID
              title: String! @search
              year: Intt
              cast: [Person!]! @relationship(type: "ACTED_IN", direction: IN, properties: "Casting")
              like: [Film!]! @path(steps: "LIKE>")
            }

            type Person @node {
              id: ID!
              name: String!
              films: [Film!] @relationship(type: "ACTED_IN", direction: OUT)
            }

            type Casting @edge(type: "ACTED_IN", valid: ["from", "until"]) {
              from: Date
            }
            """)).Diagnostics;
        Assert.Equal(
            [
                "1:33: @node has no argument 'plurl'; it takes label, plural, provenance, standing, day",
                "2:7: Film.id must be ID!, not ID",
                "4:9: there is no type Intt; Film.year needs a type or an enum of this model, or one of ID, String, Int, Float, "
                    + "Boolean, Date, Point",
                "6:18: the step 'LIKE>' has an unknown relationship type",
                "12:10: a list of nodes cannot be null: write [Film!]!",
                "12:18: ACTED_IN has properties: add properties: \"Casting\"",
                "15:54: 'valid' of @edge must name a property of Casting that is a Date; it has none called 'until'",
            ],
            diagnostics.Select(mistake => mistake.ToString()));
    }

    [Theory]
    [InlineData("§extend type A { x: Int }", "an extension")]
    [InlineData("§union U = A", "a union")]
    [InlineData("§interface I { x: Int }", "an interface")]
    [InlineData("§input I { x: Int }", "an input type")]
    [InlineData("§scalar Date", "a scalar definition")]
    [InlineData("§schema { query: A }", "a schema definition")]
    [InlineData("§extend schema { query: A }", "an extension")]
    [InlineData("§subscription { a }", "an operation")]
    [InlineData("§fragment F on A { a }", "a fragment")]
    public void Definitions_that_are_not_part_of_a_model_are_refused(string definition, string message) =>
        Refused.Model(Refused.Types + definition, message);

    [Fact]
    public void Types_implement_no_interfaces() =>
        Refused.Model("type A §implements I @node { id: ID! name: String! }", "cannot implement interfaces");

    [Fact]
    public void Fields_take_no_arguments() => Refused.Fields("x§(first: Int): Int", "cannot have arguments");

    [Fact]
    public void An_unknown_type_is_refused() => Refused.Fields("x: §Strin", "there is no type Strin");

    [Theory]
    [InlineData("enum Direction { OUT IN BOTH }", "Direction")]
    [InlineData("enum End { SOURCE TARGET }", "End")]
    public void An_enum_of_directives_cannot_be_the_type_of_a_field(string definition, string name) => Refused.Model(
        $"{definition} type A @node {{ id: ID! name: String! x: §{name} }}", $"cannot be of type {name}, which is reserved for directives");

    [Fact]
    public void A_type_needs_a_role() => Refused.Model(Refused.Types + "type §C { id: ID! }", "needs @node");

    [Fact]
    public void A_type_has_one_role() => Refused.Model(
        "type A @node §@edge(type: \"T\") { id: ID! name: String! t: [A!]! @relationship(type: \"T\", direction: OUT) }",
        "both @node and @edge");

    [Fact]
    public void Two_types_of_one_name_are_refused() =>
        Refused.Model(Refused.Types + "type §A @node { id: ID! name: String! }", "two types called A; the other is at line 1, column 6");

    [Fact]
    public void A_type_and_an_enum_of_one_name_are_refused() => Refused.Model(Refused.Types + "enum §B { X }", "two types called B");

    [Fact]
    public void Two_fields_of_one_name_are_refused() => Refused.Fields("x: Int §x: String", "two fields called x");

    [Fact]
    public void Two_values_of_one_name_are_refused() => Refused.Model(Refused.Types + "enum E { X Y §X }", "the value X twice");

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    public void An_enum_value_cannot_be_a_literal(string value)
    {
        var mistake = Only($"{Refused.Types}enum E {{ X {value} }}");
        Assert.Equal((3, 12), (mistake.Line, mistake.Column));
        Assert.Contains(value, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_without_fields_is_refused() => Refused.Model(
        Refused.Types + "type §E @edge(type: \"T\") type C @node { id: ID! name: String! "
        + "t: [C!]! @relationship(type: \"T\", direction: OUT, properties: \"E\") }",
        "no fields");

    [Fact]
    public void An_enum_without_values_is_refused() => Refused.Model(Refused.Types + "enum §E", "no values");

    [Theory]
    [InlineData("enum §__E { X }")]
    [InlineData("enum E { §__X }")]
    [InlineData("type §__C @node { id: ID! name: String! }")]
    [InlineData("type C @node { id: ID! name: String! §__x: Int }")]
    public void Names_that_begin_with_two_underscores_are_refused(string definition) =>
        Refused.Model(Refused.Types + definition, "begins with __");

    [Fact]
    public void A_name_has_a_maximum_length()
    {
        Refused.Fields("§" + new string('x', 101) + ": Int", "at most 100 are allowed");
        ModelReader.Read("type A @node { id: ID! name: String! " + new string('x', 100) + ": Int }");
    }

    [Fact]
    public void A_type_has_a_maximum_number_of_fields()
    {
        string Fields(int count) => string.Join(' ', Enumerable.Range(1, count).Select(number => $"x{number}: Int"));
        Refused.Model($"type §A @node {{ id: ID! name: String! {Fields(499)} }}", "501 fields; at most 500 are allowed");
        ModelReader.Read($"type A @node {{ id: ID! name: String! {Fields(498)} }}");
    }
}
