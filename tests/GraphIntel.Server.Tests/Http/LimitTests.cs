using System.Globalization;
using System.Net;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Tests.CommandLine;
using GraphIntel.Server.Transport;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>What a request may cost: generous to what clients ask, and said where it is exceeded.</summary>
public sealed class LimitTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string ExamplesFolder = "src/GraphIntel.Web/src/examples";
    private const string IntrospectionFolder = "tests/GraphIntel.Server.Tests/Http/Introspection";

    /// <summary>Each example of the playground, by its file.</summary>
    public static TheoryData<string, string> Examples
    {
        get
        {
            using var list = JsonDocument.Parse(File.ReadAllText(Repository.PathOf($"{ExamplesFolder}/examples.json")));
            var data = new TheoryData<string, string>();
            foreach (var example in list.RootElement.EnumerateArray())
            {
                data.Add(
                    example.GetProperty("query").GetString()!,
                    example.TryGetProperty("variables", out var variables) ? variables.GetRawText() : "null");
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_question_of_the_examples_passes_the_defaults(string file, string variables)
    {
        using var values = JsonDocument.Parse(variables);
        var document = await File.ReadAllTextAsync(Repository.PathOf($"{ExamplesFolder}/{file}"), TestContext.Current.CancellationToken);
        using var response = await AskAsync(server, document, values.RootElement);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var body = JsonDocument.Parse(await response.TextAsync());
        Assert.False(body.RootElement.TryGetProperty("errors", out _), body.RootElement.ToString());
        Assert.NotEmpty(body.RootElement.GetProperty("data").EnumerateObject());
    }

    // As graphql-js 16 writes them: without options, with those that GraphiQL offers, and with all that GraphQL.NET knows:
    // `specifiedByURL` is not among them.
    [Theory]
    [InlineData("default")]
    [InlineData("graphiql")]
    [InlineData("full")]
    public async Task The_introspection_of_tools_passes_the_defaults(string name)
    {
        var document = await File.ReadAllTextAsync(
            Repository.PathOf($"{IntrospectionFolder}/{name}.graphql"), TestContext.Current.CancellationToken);
        using var response = await AskAsync(server, document);
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        using var body = JsonDocument.Parse(text);
        var types = body.RootElement.GetProperty("data").GetProperty("__schema").GetProperty("types");
        Assert.Contains(types.EnumerateArray(), type => type.GetProperty("name").GetString() == "Place");
    }

    [Theory]
    [InlineData("{ place(id: \"a\") { events { nodes { title } } } }", "4 fields inside each other; at most 3", "fewer levels")]
    [InlineData("{ a: __typename b: __typename c: __typename d: __typename __typename e: __typename }", "6 fields", "Ask in parts")]
    [InlineData("{ a: __typename b: __typename c: __typename }", "3 aliases; at most 2", "Ask in parts")]
    [InlineData("{ __typename @include(if: true) @skip(if: false) }", "2 directives; at most 1", "fragments")]
    [InlineData("{ places(first: 6) { nodes { name } } }", "at most 5 are allowed", "`first`")]
    [InlineData("{ __schema { types { fields { name } } } }", "2 lists inside each other in introspection; at most 1", "`__type(name:)`")]
    [InlineData("{ __type(name: \"Place\") { ofType { ofType { name } } } }", "4 fields inside each other in introspection; at most 3", "`__type(name:)`")]
    [InlineData("{ places(ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37]) }",
        "tokens; at most 45", "variables")]
    public async Task A_limit_is_named_with_what_was_asked_for_and_what_to_do(string document, string named, string remedy)
    {
        await using var strict = await StartStrictAsync();
        // Twice: what is kept is bounded like what is new.
        for (var time = 0; time < 2; time++)
        {
            using var response = await AskAsync(strict, document);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            var error = await response.ErrorAsync();
            Assert.StartsWith("LIMIT_EXCEEDED: ", error, StringComparison.Ordinal);
            Assert.Contains(named, error, StringComparison.Ordinal);
            Assert.Contains(remedy, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kept_document_is_bounded_too()
    {
        await using var strict = await StartStrictAsync();
        const string document =
            "query Small($n: Int) { places(first: $n) { nodes { name } } } query Deep { place(id: \"a\") { events { nodes { title } } } }";
        using var small = await AskAsync(strict, document, new { n = 1 }, "Small");
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);
        using var deep = await AskAsync(strict, document, operationName: "Deep");
        Assert.Contains("4 fields inside each other; at most 3", await deep.ErrorAsync(), StringComparison.Ordinal);
        using var large = await AskAsync(strict, document, new { n = 400 }, "Small");
        Assert.Contains("400 objects to answer at the most", await large.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_too_many_bytes_is_said_with_both_numbers()
    {
        await using var strict = await StartStrictAsync();
        using var response = await AskAsync(strict, "{ __typename } #" + new string('x', 500));
        Assert.Contains("516 bytes; at most 400 are allowed. Ask in parts", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_too_many_bytes_is_said_with_both_numbers()
    {
        await using var strict = await StartStrictAsync();
        using var response = await strict.Client.SendAsync(
            Requests.Post(new string(' ', 2500)), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("2,500 bytes; at most 2,000 are read", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_of_too_many_bytes_is_said_with_the_limit()
    {
        await using var strict = await StartStrictAsync(engine => engine with
        {
            MaxResponseBytes = 10_000,
            Limits = new OperationLimits(),
        });
        var aliases = string.Concat(Enumerable.Range(0, 9).Select(index =>
            string.Create(CultureInfo.InvariantCulture, $"a{index}:events{{nodes{{...E}}}}")));
        using var response = await AskAsync(strict, $"{{{aliases}}} fragment E on Event{{id title start place{{id name}}}}");
        var error = await response.ErrorAsync();
        Assert.Contains("more than 10000 bytes: ask for smaller pages", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_nested_beyond_the_parser_is_said_with_its_depth()
    {
        var document = string.Concat(Enumerable.Repeat("{ a ", 300)) + new string('}', 300);
        using var response = await AskAsync(server, document);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await response.ErrorAsync();
        Assert.StartsWith("LIMIT_EXCEEDED: The document has 300 brackets inside each other", error, StringComparison.Ordinal);
        Assert.Contains("50", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deepest_that_is_allowed_is_parsed_and_validated()
    {
        await using var deep = await StartStrictAsync(engine => engine with
        {
            MaxDocumentBytes = 100_000,
            Limits = new OperationLimits { Depth = 200, Items = long.MaxValue / 4 },
        });
        var document = string.Concat(Enumerable.Repeat("... { ", 150)) + "__typename" + new string('}', 150);
        using var response = await AskAsync(deep, "{" + document + "}");
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await response.TextAsync());
    }

    private static async Task<InProcessServer> StartStrictAsync(Func<EngineOptions, EngineOptions>? change = null)
    {
        var engine = new EngineOptions
        {
            MaxDocumentBytes = 400,
            Limits = new OperationLimits
            {
                Tokens = 45,
                Depth = 3,
                Fields = 5,
                Aliases = 2,
                Directives = 1,
                Items = 5,
                IntrospectionDepth = 3,
                IntrospectionLists = 1,
            },
        };
        var server = new InProcessServer(null, settings => settings with
        {
            Engine = change?.Invoke(engine) ?? engine,
            Transport = new TransportOptions { MaxBodyBytes = 2000 },
        });
        await server.InitializeAsync();
        return server;
    }

    private static Task<HttpResponseMessage> AskAsync(
        InProcessServer server, string document, object? variables = null, string? operationName = null) =>
        server.Client.SendAsync(
            Requests.Post(Requests.Query(document, variables, operationName)), TestContext.Current.CancellationToken);
}
