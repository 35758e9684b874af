using System.Globalization;
using System.Net;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Server.Tests.CommandLine;
using GraphIntel.Server.Transport;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>Limits of a request: the queries of real clients are within them, and exceeded limits are reported.</summary>
public sealed class LimitTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const string ExamplesFolder = "src/GraphIntel.Web/src/examples";
    private const string IntrospectionFolder = "tests/GraphIntel.Server.Tests/Http/Introspection";

    /// <summary>The examples of the playground, by file.</summary>
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
    public async Task Every_example_is_within_the_default_limits(string file, string variables)
    {
        using var values = JsonDocument.Parse(variables);
        var document = await File.ReadAllTextAsync(Repository.PathOf($"{ExamplesFolder}/{file}"), TestContext.Current.CancellationToken);
        using var response = await QueryAsync(server, document, values.RootElement);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var body = JsonDocument.Parse(await response.TextAsync());
        Assert.False(body.RootElement.TryGetProperty("errors", out _), body.RootElement.ToString());
        Assert.NotEmpty(body.RootElement.GetProperty("data").EnumerateObject());
    }

    // Introspection queries of graphql-js 16: without options, with GraphiQL's options, and with all.
    [Theory]
    [InlineData("default")]
    [InlineData("graphiql")]
    [InlineData("full")]
    public async Task The_introspection_of_tools_is_within_the_default_limits(string name)
    {
        var document = await File.ReadAllTextAsync(
            Repository.PathOf($"{IntrospectionFolder}/{name}.graphql"), TestContext.Current.CancellationToken);
        using var response = await QueryAsync(server, document);
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        using var body = JsonDocument.Parse(text);
        var types = body.RootElement.GetProperty("data").GetProperty("__schema").GetProperty("types");
        Assert.Contains(types.EnumerateArray(), type => type.GetProperty("name").GetString() == "Place");
    }

    [Theory]
    [InlineData("{ place(id: \"a\") { events { nodes { title } } } }", "Operation depth 4 exceeds the limit of 3", "fewer levels")]
    [InlineData("{ a: __typename b: __typename c: __typename d: __typename __typename e: __typename }", "6 fields", "Split the operation")]
    [InlineData("{ a: __typename b: __typename c: __typename }", "3 aliases, with fragments expanded; at most 2", "Split the operation")]
    [InlineData("{ __typename @include(if: true) @skip(if: false) }", "2 directives, with fragments expanded; at most 1", "fragments")]
    [InlineData("{ places(first: 6) { nodes { name } } }", "at most 5 are allowed", "`first`")]
    [InlineData("{ __schema { types { fields { name } } } }", "Introspection list depth 2 exceeds the limit of 1", "`__type(name:)`")]
    [InlineData("{ __type(name: \"Place\") { ofType { ofType { name } } } }", "Introspection depth 4 exceeds the limit of 3", "`__type(name:)`")]
    [InlineData("{ __schema { types { name } } }", "objects; at most 90 are allowed", "`__type(name:)`")]
    [InlineData("query A { __typename } query B { __typename } query C { __typename }", "3 operations; at most 2", "its own document")]
    [InlineData("{ ...F ...G } fragment F on Query { __typename } fragment G on Query { __typename }", "2 fragments; at most 1", "Split the document")]
    [InlineData("query($a: Int, $b: Int, $c: Int) { __typename }", "3 variables; at most 2", "one list or input object")]
    [InlineData("{ ... { ... { ... { ... { __typename } } } } }", "Selection nesting 5, with fragments expanded, exceeds the limit of 4", "fewer fragments")]
    [InlineData("{ places(ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37]) }",
        "tokens; at most 45", "variables")]
    public async Task An_exceeded_limit_is_reported_with_the_requested_amount_and_what_to_do(string document, string named, string remedy)
    {
        await using var strict = await StartStrictAsync();
        // Twice: limits apply to cached documents too.
        for (var time = 0; time < 2; time++)
        {
            using var response = await QueryAsync(strict, document);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            var error = await response.ErrorAsync();
            Assert.StartsWith("LIMIT_EXCEEDED: ", error, StringComparison.Ordinal);
            Assert.Contains(named, error, StringComparison.Ordinal);
            Assert.Contains(remedy, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Limits_apply_to_a_cached_document_too()
    {
        await using var strict = await StartStrictAsync();
        const string document = "query Small($n: Int) { places(first: $n) { nodes { name } } }";
        using var small = await QueryAsync(strict, document, new { n = 1 }, "Small");
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);
        using var large = await QueryAsync(strict, document, new { n = 400 }, "Small");
        Assert.Contains("could return 400 objects", await large.ErrorAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query Small { __typename } query Deep { place(id: \"a\") { events { nodes { title } } } }", "Operation depth 4")]
    [InlineData("query Small { a: __typename b: __typename } query Other { c: __typename }", "3 aliases")]
    public async Task A_limit_exceeded_by_another_operation_of_the_document_rejects_it(string document, string named)
    {
        await using var strict = await StartStrictAsync();
        using var response = await QueryAsync(strict, document, operationName: "Small");
        Assert.Contains(named, await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_reported_with_its_size_and_the_limit()
    {
        await using var strict = await StartStrictAsync();
        using var response = await QueryAsync(strict, "{ __typename } #" + new string('x', 500));
        Assert.Contains("516 bytes; at most 400 are allowed. Split the document", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_reported_with_its_size_and_the_limit()
    {
        await using var strict = await StartStrictAsync();
        using var response = await strict.Client.SendAsync(
            Requests.Post(new string(' ', 2500)), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("2,500 bytes, which exceeds the limit of 2,000", await response.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_that_is_too_large_is_reported_with_the_limit()
    {
        await using var strict = await StartStrictAsync(engine => engine with
        {
            MaxResponseBytes = 10_000,
            Limits = new OperationLimits(),
        });
        var aliases = string.Concat(Enumerable.Range(0, 9).Select(index =>
            string.Create(CultureInfo.InvariantCulture, $"a{index}:events{{nodes{{...E}}}}")));
        using var response = await QueryAsync(strict, $"{{{aliases}}} fragment E on Event{{id title start place{{id name}}}}");
        var error = await response.ErrorAsync();
        Assert.Contains("exceeds the limit of 10000 bytes: request smaller pages", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_nested_too_deeply_to_parse_is_reported_with_its_depth()
    {
        var document = string.Concat(Enumerable.Repeat("{ a ", 300)) + new string('}', 300);
        using var response = await QueryAsync(server, document);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await response.ErrorAsync();
        Assert.StartsWith("LIMIT_EXCEEDED: Selection nesting 300, with fragments expanded, exceeds the limit of 150.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_the_maximum_depth_is_parsed_and_validated()
    {
        await using var deep = await StartStrictAsync(engine => engine with
        {
            MaxDocumentBytes = 100_000,
            Limits = new OperationLimits { Depth = 200, Nesting = 300, Items = long.MaxValue / 4 },
        });
        var document = string.Concat(Enumerable.Repeat("...{", 299)) + "__typename" + new string('}', 299);
        using var response = await QueryAsync(deep, "{" + document + "}");
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
                Operations = 2,
                Fragments = 1,
                Variables = 2,
                Depth = 3,
                Nesting = 4,
                Fields = 5,
                Aliases = 2,
                Directives = 1,
                Items = 5,
                IntrospectionDepth = 3,
                IntrospectionLists = 1,
                IntrospectionObjects = 90,
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

    private static Task<HttpResponseMessage> QueryAsync(
        InProcessServer server, string document, object? variables = null, string? operationName = null) =>
        server.Client.SendAsync(
            Requests.Post(Requests.Query(document, variables, operationName)), TestContext.Current.CancellationToken);
}
