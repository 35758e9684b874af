using System.Text;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Tests.Schema;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>Strings, comments and locations in a document (specification, section 2).</summary>
public sealed class SourceTextTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\"", "a")]
    [InlineData("\"\\u{1F600}\"", "😀")]
    [InlineData("\"\\u{41}\\u{0000042}c\"", "ABc")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"😀\"", "😀")]
    [InlineData("\"\\u0041\\n\\t\\\"\\\\\\/\\b\\f\\r\"", "A\n\t\"\\/\b\f\r")]
    [InlineData("\"# no comment\"", "# no comment")]
    [InlineData("\"\"\"a\"\"\"", "a")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"\n  a\n    b\n  \\\"\"\" \\u{41} \\uD83D\n\"\"\"", "a\n  b\n\"\"\" \\u{41} \\uD83D")]
    [InlineData("\"\"\"a \"quoted\" one\"\"\"", "a \"quoted\" one")]
    public void A_string_has_its_value(string written, string expected)
    {
        Assert.Equal(expected, ValueOf($"{{ place(id: {written}) {{ name }} }}"));
        Assert.Equal(expected, ValueOf($"query($a: [ID!] = [{written}]) {{ nodes(ids: $a) {{ id }} }}"));
        Assert.Equal(expected, ValueOf($"{{ places(where: {{ id: {{ in: [{written}] }} }}) {{ totalCount }} }}"));
        Assert.Equal(expected, ValueOf($"fragment F on Query {{ ... @a(b: {{ c: {written} }}) {{ __typename }} }} {{ ...F }}"));
        Assert.Equal(expected, ValueOf($"query @a(b: {written}) {{ __typename }}"));
    }

    [Theory]
    [InlineData("\"\\uD83D\"", "`\\uD83D` is an unpaired surrogate", 13)]
    [InlineData("\"ab\\uDE00\"", "`\\uDE00` is an unpaired surrogate", 15)]
    [InlineData("\"\\uD83Dx\\uDE00\"", "unpaired surrogate", 13)]
    [InlineData("\"\\uD83D\\u0041\"", "unpaired surrogate", 13)]
    [InlineData("\"\\u{D83D}\"", "`\\u{D83D}` is not a code point", 13)]
    [InlineData("\"\\u{110000}\"", "`\\u{110000}` is not a code point", 13)]
    [InlineData("\"\\u{FFFFFFFFFF}\"", "is not a code point", 13)]
    [InlineData("\"\\u{}\"", "`\\u{}` is not a code point", 13)]
    [InlineData("\"\\u{41\"", "is not a code point", 13)]
    [InlineData("\"\\u004\"", "`\\u004\"", 13)]
    [InlineData("\"\\x\"", "is not an escape sequence", 13)]
    [InlineData("\"a", "`\"` is missing", 12)]
    [InlineData("\"a\n\"", "not terminated on its line", 14)]
    [InlineData("\"\"\"a\"\"", "`\"\"\"` is missing", 12)]
    [InlineData("\"\u0001\"", "control character U+0001", 13)]
    [InlineData("\"\"\"\u0001\"\"\"", "control character U+0001", 15)]
    public void A_string_that_is_not_valid_is_rejected_at_its_location(string written, string reason, int column)
    {
        var error = Refusal($"{{place(id: {written}");
        Assert.Equal("SYNTAX_ERROR", error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal((1, column), (error.Locations[0].Line, error.Locations[0].Column));
    }

    [Theory]
    [InlineData("# C:\\x \"\n{ __typename }")]
    [InlineData("{ # \"\"\"\n __typename # \\u{ \r}")]
    [InlineData("{ __typename }#")]
    public void A_comment_can_contain_anything(string text) => Assert.NotNull(Read(text));

    [Theory]
    [InlineData("{\n  # one\n  place(id: \"😀\") ] }", 3, 19)]
    [InlineData("{\r\n\"\"\"a\r\nb\"\"\" ] }", 2, 1)]
    [InlineData("{\r\r a ] }", 3, 4)]
    [InlineData("{ a(b: \"x\" c: ] }", 1, 15)]
    public void A_syntax_error_has_its_location_in_the_request(string text, int line, int column)
    {
        var error = Refusal(text);
        Assert.Equal("SYNTAX_ERROR", error.Code);
        Assert.Equal((line, column), (error.Locations[0].Line, error.Locations[0].Column));
    }

    [Fact]
    public void A_syntax_error_after_a_long_line_has_its_column()
    {
        var line = "{ place(id: \"" + new string('x', 100_000) + "\") { " + string.Concat(Enumerable.Repeat("name, ", 1_000));
        var error = Refusal(line + "] } }");
        Assert.Equal((1, line.Length + 1), (error.Locations[0].Line, error.Locations[0].Column));
    }

    [Fact]
    public void Values_have_their_locations_in_the_request()
    {
        var document = Read("{ place(id: \"\\u{1F600}\") { name } }")!;
        var place = (GraphQLField)document.Document.Definitions.OfType<GraphQLOperationDefinition>().Single().SelectionSet.Selections[0];
        Assert.Equal((12, 23), (place.Arguments![0].Value.Location.Start, place.Arguments[0].Value.Location.End));
        Assert.Equal(25, place.SelectionSet!.Location.Start);
    }

    [Fact]
    public void A_text_without_spaces_beyond_the_limit_is_rejected()
    {
        var error = Refusal("{ " + new string('a', SourceText.MaxUnbrokenLength + 1) + " }");
        Assert.Equal("LIMIT_EXCEEDED", error.Code);
        Assert.Equal(3, error.Locations[0].Column);
    }

    private static ValidDocument? Read(string text) =>
        new DocumentReader(Schemas.Domain, new EngineOptions()).Read(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken, out _);

    private static GraphError Refusal(string text)
    {
        Assert.Null(new DocumentReader(Schemas.Domain, new EngineOptions()).Read(
            Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken, out var errors));
        return Assert.Single(errors);
    }

    /// <summary>The only string of a document.</summary>
    private static string ValueOf(string text)
    {
        var strings = new List<string>();
        var open = new Stack<ASTNode>(Read(text)!.Document.Definitions);
        while (open.TryPop(out var node))
        {
            if (node is GraphQLStringValue value)
                strings.Add(value.Value.ToString());
            foreach (var child in ChildrenOf(node))
                open.Push(child);
        }
        return Assert.Single(strings);
    }

    private static IEnumerable<ASTNode> ChildrenOf(ASTNode node) =>
    [
        .. (node as IHasSelectionSetNode)?.SelectionSet?.Selections ?? [],
        .. (node as IHasDirectivesNode)?.Directives?.Items ?? [],
        .. (node as IHasArgumentsNode)?.Arguments?.Items ?? [],
        .. (node as GraphQLOperationDefinition)?.Variables?.Items ?? [],
        .. node switch
        {
            GraphQLVariableDefinition { DefaultValue: { } value } => new ASTNode[] { value },
            GraphQLArgument argument => [argument.Value],
            GraphQLObjectField field => [field.Value],
            GraphQLListValue list => [.. list.Values ?? []],
            GraphQLObjectValue made => [.. made.Fields ?? []],
            _ => [],
        },
    ];
}
