using System.Globalization;
using System.Text;
using GraphIntel.Core.Execution;
using GraphIntel.Core.Schema;
using GraphQL;
using GraphQLParser.AST;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>Caches stay within their limits, and used entries stay, whatever clients send.</summary>
public sealed class CacheTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_distinct_documents_leave_the_maximum_in_the_cache()
    {
        await using var graph = await DenseGraph.NewAsync(2);
        var documents = new DocumentCache(SchemaBuilder.Build(graph.Store.Model), new EngineOptions { MaxCachedDocuments = 50 });
        byte[] Text(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{ person(id: \"person:{number}\") {{ name }} }}"));
        async Task KeepAsync(byte[] text)
        {
            var document = documents.Parse(text, Cancellation, out _)!;
            var operation = document.Document.Definitions.OfType<GraphQLOperationDefinition>().Single();
            Assert.Empty((await documents.ValidateAsync(text, document, operation, Inputs.Empty, Cancellation)).Errors);
        }

        await KeepAsync(Text(0));
        for (var number = 1; number <= 500; number++)
        {
            await KeepAsync(Text(number));
            Assert.True(documents.TryGet(Text(0), out _));
        }
        Assert.Equal(50, Enumerable.Range(0, 501).Count(number => documents.TryGet(Text(number), out _)));
    }

    [Fact]
    public async Task A_document_that_is_not_valid_is_not_cached()
    {
        await using var graph = await DenseGraph.NewAsync(2);
        var documents = new DocumentCache(SchemaBuilder.Build(graph.Store.Model), new EngineOptions());
        var text = "{ person { nome } }"u8.ToArray();
        var document = documents.Parse(text, Cancellation, out _)!;
        var operation = document.Document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        Assert.NotEmpty((await documents.ValidateAsync(text, document, operation, Inputs.Empty, Cancellation)).Errors);
        Assert.False(documents.TryGet(text, out _));
    }

    [Fact]
    public async Task Many_distinct_statements_leave_the_maximum_in_the_cache_of_a_reader()
    {
        await using var graph = await DenseGraph.NewAsync(2, statements: 8);
        var engine = graph.Engine();
        for (var number = 0; number < 100; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"n{number}");
            var fields = string.Join(' ', Enumerable.Range(0, number + 1).Select(index => $"{name}_{index}: born"));
            var response = await DenseGraph.QueryAsync(engine, $"{{ person(id: \"person:1\") {{ {fields} }} }}");
            Assert.Equal(1901, response.GetProperty("data").GetProperty("person").GetProperty($"{name}_{number}").GetInt32());
        }
        using var reader = await graph.Store.Store.Readers.RentAsync(Cancellation);
        Assert.InRange(reader.StatementCount, 1, 8);
    }

    [Fact]
    public async Task More_shapes_of_variables_than_are_cached_are_executed()
    {
        await using var graph = await DenseGraph.NewAsync(2);
        var engine = graph.Engine();
        const string Query = "query Q($where: PersonFilterInput) { people(where: $where) { totalCount } }";
        for (var count = 0; count < 100; count++)
        {
            var alternatives = string.Join(',', Enumerable.Repeat("""{"name":{"eq":"Person 1"}}""", count));
            var response = await DenseGraph.QueryAsync(engine, Query, "{\"where\":{\"or\":[" + alternatives + "]}}");
            Assert.Equal(count == 0 ? 0 : 1, response.GetProperty("data").GetProperty("people").GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task Variables_of_one_request_do_not_affect_the_next()
    {
        await using var graph = await DenseGraph.NewAsync(3);
        var engine = graph.Engine();
        const string query = "query($id: ID!, $first: Int = 2) { person(id: $id) { name knows(first: $first) { nodes { id } } } }";
        for (var time = 0; time < 2; time++)
        {
            var right = await DenseGraph.QueryAsync(engine, query, """{"id": "person:1", "first": 1}""");
            Assert.Equal("""{"data":{"person":{"name":"Person 1","knows":{"nodes":[{"id":"person:0"}]}}}}""", right.GetRawText());
            var byDefault = await DenseGraph.QueryAsync(engine, query, """{"id": "person:1"}""");
            Assert.Equal(2, byDefault.GetProperty("data").GetProperty("person").GetProperty("knows").GetProperty("nodes").GetArrayLength());
            var rejected = await DenseGraph.QueryAsync(engine, query, """{"id": "person:1", "first": "one"}""");
            Assert.Equal(1, rejected.GetProperty("errors").GetArrayLength());
            var missing = await DenseGraph.QueryAsync(engine, query, "{}");
            Assert.Equal(1, missing.GetProperty("errors").GetArrayLength());
        }
        var together = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => DenseGraph.QueryAsync(
            engine, query, $$"""{"id": "person:{{number % 3}}"}"""))));
        Assert.Equal(
            Enumerable.Range(0, 60).Select(number => $"Person {number % 3}"),
            together.Select(answer => answer.GetProperty("data").GetProperty("person").GetProperty("name").GetString()));
    }
}
