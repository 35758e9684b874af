using System.Globalization;
using System.Text;
using GraphIntel.Core.Errors;
using GraphIntel.Core.Execution;
using GraphIntel.Tests.Schema;
using GraphQL;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>A small document cannot cause much work: nesting and expansion are limited before any other step.</summary>
public sealed class DocumentLimitTests
{
    [Fact]
    public async Task Fragments_that_spread_each_other_count_as_nesting()
    {
        // Each of these crashed the process once.
        var chain = Chain(450, "...F", 0);
        Assert.Contains("Selection nesting 452", Assert.Single(await ErrorsAsync(chain)).Message, StringComparison.Ordinal);
        var inline = Chain(40, string.Concat(Enumerable.Repeat("...{", 55)) + "...F", 55);
        Assert.Contains("Selection nesting 2242", Assert.Single(await ErrorsAsync(inline)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(140)]
    [InlineData(148)]
    public async Task A_chain_of_fragments_within_the_limit_is_valid(int length) => Assert.Empty(await ErrorsAsync(Chain(length, "...F", 0)));

    [Fact]
    public async Task The_deepest_selection_with_the_deepest_values_that_any_setting_allows_is_validated()
    {
        var limits = new OperationLimits { Depth = 200, Nesting = 300 };
        var value = string.Concat(Enumerable.Repeat("{and:[", 31)) + "{}" + string.Concat(Enumerable.Repeat("]}", 31));
        var fields = string.Concat(Enumerable.Repeat("parent{ ", 190)) + string.Concat(Enumerable.Repeat("...{ ", 105)) +
            $"events(where:{value}){{totalCount}}" + new string('}', 105 + 190);
        Assert.Empty(await ErrorsAsync($"{{places{{nodes{{{fields}}}}}}}", limits));
    }

    [Theory]
    [InlineData("{ ...F } fragment F on Query { ...F }", "`F` spreads itself:")]
    [InlineData("{ ...F } fragment F on Query { ... { ...G } } fragment G on Query { __typename ...F }", "`F` spreads itself through `G`:")]
    [InlineData("{ __typename } fragment F on Query { ...G } fragment G on Query { ...F }", "`F` spreads itself through `G`:")]
    public async Task A_fragment_cycle_is_reported_with_its_path(string document, string expected)
    {
        var error = Assert.Single(await ErrorsAsync(document));
        Assert.Equal("NO_FRAGMENT_CYCLES", error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Single(error.Locations);
    }

    [Fact]
    public async Task A_response_has_at_most_20_errors_and_says_that_there_are_more()
    {
        string[] documents =
        [
            // Cyclic spreads, fields, values, variables, directives, definitions.
            "{...F0}" + Many(60, i => $"fragment F{i} on Query{{{Many(60, k => $"...F{k} ")}}}"),
            "{" + Many(1_500, i => $"x{i} ") + "}",
            "{" + new string(' ', 200_000) + "places(where:{id:{in:[" + Many(4_000, _ => "$a ") + "]}}){totalCount}}",
            "query(" + Many(200, i => $"$v{i}:ID ") + "){__typename}",
            "query " + Many(400, _ => "@skip(if:true)") + "{__typename}",
            "{__typename}" + Many(1_000, i => $"type T{i} "),
            Many(50, _ => "{__typename}"),
        ];
        await using var graph = await DenseGraph.NewAsync(2);
        var engine = graph.Engine();
        foreach (var document in documents)
        {
            var response = await DenseGraph.QueryAsync(engine, document);
            var errors = response.GetProperty("errors").EnumerateArray().ToList();
            Assert.Equal(20, errors.Count);
            Assert.Equal("MORE_ERRORS", errors[^1].GetProperty("extensions").GetProperty("code").GetString());
            Assert.InRange(response.GetRawText().Length, 1, 50_000);
        }
    }

    [Fact]
    public async Task Errors_of_arguments_that_planning_finds_are_bounded_too()
    {
        await using var graph = await DenseGraph.NewAsync(2);
        var response = await DenseGraph.QueryAsync(graph.Engine(), "{" + Many(30, i => $"a{i}: people(first: 501) {{ totalCount }} ") + "}");
        Assert.Equal(20, response.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_message_that_quotes_the_request_is_truncated()
    {
        await using var graph = await DenseGraph.NewAsync(2);
        var response = await DenseGraph.QueryAsync(graph.Engine(), "{ person(id: \"" + new string('x', 200_000) + "\") { name nome } }");
        Assert.InRange(response.GetRawText().Length, 1, 5_000);
        var name = new string('x', 9_000);
        response = await DenseGraph.QueryAsync(graph.Engine(), $"{{ {name} }}");
        Assert.InRange(response.GetRawText().Length, 1, 5_000);
    }

    [Theory]
    [InlineData("type Foo { a: Int } { __typename }", "The object type definition `Foo` cannot be executed")]
    [InlineData("extend type Query { a: Int } { __typename }", "The object type extension `Query` cannot be executed")]
    [InlineData("schema { query: Query } { __typename }", "The schema definition cannot be executed")]
    [InlineData("directive @a on FIELD { __typename }", "The directive definition `a` cannot be executed")]
    [InlineData("{ __typename } extend schema @a", "The schema extension cannot be executed")]
    [InlineData("{ __typename } \"\"\"d\"\"\" enum E { A }", "The enum type definition `E` cannot be executed")]
    public async Task Definitions_that_cannot_be_executed_are_rejected(string document, string expected)
    {
        var error = Assert.Single(await ErrorsAsync(document));
        Assert.Equal("EXECUTABLE_DEFINITIONS", error.Code);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_operation_with_others_is_rejected()
    {
        var errors = await ErrorsAsync("{ __typename } query A { __typename } { __typename }");
        Assert.Equal(["LONE_ANONYMOUS_OPERATION", "LONE_ANONYMOUS_OPERATION"], errors.Select(error => error.Code));
        Assert.Equal([1, 39], errors.Select(error => error.Locations[0].Column));
    }

    [Theory]
    [InlineData("A", "{ __typename }", "`operationName` is `A`, and the only operation of the document has no name")]
    [InlineData("A", "query B { __typename }", "no operation named `A`; it has: B")]
    [InlineData(null, "query A { __typename } query B { __typename }", "several operations, A, B: name one of them in `operationName`")]
    [InlineData(null, "fragment F on Query { __typename }", "The document has no operation")]
    public async Task An_unknown_operation_is_explained(string? name, string document, string expected)
    {
        await using var graph = await DenseGraph.NewAsync(2);
        using var response = await graph.Engine().ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(document), name), TestContext.Current.CancellationToken);
        Assert.Contains(expected, Assert.Single(response.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ people(first: 1.0) { totalCount } }", null, "found 1.0. An Int is an integer")]
    [InlineData("query($n: Int) { people(first: $n) { totalCount } }", """{"n": 1.0}""", "without a decimal point or exponent: `1`, not `1.0`")]
    [InlineData("query($n: Int) { people(first: $n) { totalCount } }", """{"n": 3000000000}""", "from -2147483648 to 2147483647")]
    [InlineData("{ people(first: 3000000000) { totalCount } }", null, "from -2147483648 to 2147483647")]
    public async Task A_number_that_is_not_an_Int_is_explained(string document, string? variables, string expected)
    {
        await using var graph = await DenseGraph.NewAsync(2);
        var response = await DenseGraph.QueryAsync(graph.Engine(), document, variables);
        Assert.Contains(expected, Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_has_its_line_and_column()
    {
        var errors = await ErrorsAsync("query($a: Nothing) {\r\n  # a comment\n\tplace(id: \"😀\", x: 1) { nome }\n}");
        Assert.Equal(
            [(1, 11), (1, 7), (3, 18), (3, 26)],
            errors.Take(4).Select(error => (error.Locations[0].Line, error.Locations[0].Column)).OrderBy(place => place.Line).ThenByDescending(place => place.Line == 1 ? place.Column : -place.Column));
    }

    private static string Chain(int length, string into, int closing) => "{...F0 }" +
        Many(length, i => $"fragment F{i} on Query{{{into}{i + 1}{new string('}', closing)}}}") + $"fragment F{length} on Query{{__typename}}";

    private static string Many(int count, Func<int, FormattableString> part) =>
        string.Concat(Enumerable.Range(0, count).Select(index => part(index).ToString(CultureInfo.InvariantCulture)));

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static async Task<IReadOnlyList<GraphError>> ErrorsAsync(string text, OperationLimits? limits = null)
    {
        var reader = new DocumentReader(Schemas.Domain, new EngineOptions { Limits = limits ?? new OperationLimits() });
        if (reader.Read(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken, out var errors) is not { } document)
            return errors;
        var operation = document.Document.Definitions.OfType<GraphQLOperationDefinition>().First();
        return (await DocumentRules.ValidateAsync(Schemas.Domain, document, operation, Inputs.Empty, TestContext.Current.CancellationToken)).Errors;
    }
}
