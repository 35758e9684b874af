using System.Text.Json;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>One statement per operation, cancelled with its request.</summary>
public sealed class RunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ people { totalCount nodes { name knows(first: 2) { totalCount edges { cursor fact { id source { name } } node { knows { nodes { id } } } } } } } }")]
    [InlineData("{ a: person(id: \"person:0\") { name } b: person(id: \"person:1\") { acquaintances { totalCount } } c: people(where: { knows: { some: { born: { gt: 1901 } } } }) { totalCount } }")]
    [InlineData("{ node(id: \"knows:person:0>person:1\") { label } nodes(ids: [\"person:0\", \"person:9\"]) { id } }")]
    [InlineData("{ __schema { queryType { name } } person(id: \"person:0\") { name } __typename }")]
    [InlineData("{ people { totalCount } }")]
    public async Task An_operation_is_one_statement(string query)
    {
        await using var graph = await DenseGraph.NewAsync(3);
        var statements = new List<string>();
        var engine = graph.Engine();
        await engine.Statistics.GetAsync(Cancellation);
        await graph.TraceAsync(statements.Add);
        for (var time = 1; time <= 3; time++)
        {
            var response = await DenseGraph.QueryAsync(engine, query);
            Assert.False(response.TryGetProperty("errors", out _), response.ToString());
            Assert.Equal(time, statements.Count);
        }
    }

    [Theory]
    [InlineData("{ __typename }")]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("{ people { __typename } }")]
    [InlineData("{ people(first: 501) { nodes { id } } }")]
    [InlineData("{ people { nodes { nome } } }")]
    [InlineData("{ people {")]
    public async Task Operations_without_data_or_with_errors_execute_no_statement(string query)
    {
        await using var graph = await DenseGraph.NewAsync(3);
        var statements = new List<string>();
        await graph.TraceAsync(statements.Add);
        await DenseGraph.QueryAsync(graph.Engine(), query);
        Assert.Equal([], statements);
    }

    [Fact]
    public async Task Cancellation_by_the_caller_ends_a_running_statement()
    {
        await using var graph = await DenseGraph.NewAsync(120);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var engine = graph.Engine();
        await engine.Statistics.GetAsync(Cancellation);
        var began = 0;
        await graph.TraceAsync(_ =>
        {
            began++;
            source.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DenseGraph.QueryAsync(engine, DenseGraph.Endless, cancellation: source.Token));
        Assert.Equal(1, began);

        // The only reader is returned and no longer interrupted.
        var after = await DenseGraph.QueryAsync(engine, "{ people { totalCount } }");
        Assert.Equal("""{"data":{"people":{"totalCount":120}}}""", JsonSerializer.Serialize(after));
    }

    [Fact]
    public async Task A_request_that_is_already_cancelled_executes_nothing()
    {
        await using var graph = await DenseGraph.NewAsync(3);
        var statements = new List<string>();
        await graph.TraceAsync(statements.Add);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => DenseGraph.QueryAsync(graph.Engine(), "{ people { totalCount } }", cancellation: new CancellationToken(canceled: true)));
        Assert.Equal([], statements);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_one_error()
    {
        await using var graph = await DenseGraph.NewAsync(120);
        var engine = graph.Engine(new EngineOptions { Timeout = TimeSpan.FromSeconds(1) });
        var response = await DenseGraph.QueryAsync(engine, "{ __typename slow: " + DenseGraph.Endless[2..]);
        Assert.Equal(
            """{"errors":[{"message":"The request exceeded the time limit of 1 seconds. Request less data.","path":["slow"],"extensions":{"code":"TIMEOUT"}}],"data":null}""",
            JsonSerializer.Serialize(response));
        var after = await DenseGraph.QueryAsync(graph.Engine(), "{ people { totalCount } }");
        Assert.False(after.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task A_response_larger_than_allowed_is_one_error()
    {
        await using var graph = await DenseGraph.NewAsync(30);
        var engine = graph.Engine(new EngineOptions { MaxResponseBytes = 1_000 });
        var response = await DenseGraph.QueryAsync(engine, "{ people(first: 30) { nodes { id name } } }");
        Assert.Equal(
            """{"errors":[{"message":"The response exceeds the limit of 1000 bytes: request smaller pages.","path":["people"],"extensions":{"code":"LIMIT_EXCEEDED"}}],"data":null}""",
            JsonSerializer.Serialize(response));
        Assert.False((await DenseGraph.QueryAsync(engine, "{ people(first: 3) { nodes { id name } } }")).TryGetProperty("errors", out _));
    }
}
