using System.Text.Json;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>One statement an operation, ended when nobody waits for it any more.</summary>
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
        await graph.TraceAsync(statements.Add);
        var engine = graph.Engine();
        for (var time = 1; time <= 3; time++)
        {
            var response = await DenseGraph.AskAsync(engine, query);
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
    public async Task What_needs_no_data_or_is_refused_runs_nothing(string query)
    {
        await using var graph = await DenseGraph.NewAsync(3);
        var statements = new List<string>();
        await graph.TraceAsync(statements.Add);
        await DenseGraph.AskAsync(graph.Engine(), query);
        Assert.Equal([], statements);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_a_statement_that_runs()
    {
        await using var graph = await DenseGraph.NewAsync(120);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var began = 0;
        await graph.TraceAsync(_ =>
        {
            began++;
            source.Cancel();
        });
        var engine = graph.Engine();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DenseGraph.AskAsync(engine, DenseGraph.Endless, cancellation: source.Token));
        Assert.Equal(1, began);

        // The only reader is back, and not interrupted any more.
        var after = await DenseGraph.AskAsync(engine, "{ people { totalCount } }");
        Assert.Equal("""{"data":{"people":{"totalCount":120}}}""", JsonSerializer.Serialize(after));
    }

    [Fact]
    public async Task A_request_cancelled_before_runs_nothing()
    {
        await using var graph = await DenseGraph.NewAsync(3);
        var statements = new List<string>();
        await graph.TraceAsync(statements.Add);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => DenseGraph.AskAsync(graph.Engine(), "{ people { totalCount } }", cancellation: new CancellationToken(canceled: true)));
        Assert.Equal([], statements);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_one_error()
    {
        await using var graph = await DenseGraph.NewAsync(120);
        var engine = graph.Engine(new EngineOptions { Timeout = TimeSpan.FromMilliseconds(50) });
        var response = await DenseGraph.AskAsync(engine, "{ __typename slow: " + DenseGraph.Endless[2..]);
        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than 0.1 seconds: ask for less at once.","path":["slow"],"extensions":{"code":"TIMEOUT"}}],"data":null}""",
            JsonSerializer.Serialize(response));
        var after = await DenseGraph.AskAsync(graph.Engine(), "{ people { totalCount } }");
        Assert.False(after.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task A_response_larger_than_allowed_is_one_error()
    {
        await using var graph = await DenseGraph.NewAsync(30);
        var engine = graph.Engine(new EngineOptions { MaxResponseBytes = 1_000 });
        var response = await DenseGraph.AskAsync(engine, "{ people(first: 30) { nodes { id name } } }");
        Assert.Equal(
            """{"errors":[{"message":"The response would have more than 1000 bytes: ask for smaller pages.","path":["people"],"extensions":{"code":"LIMIT_EXCEEDED"}}],"data":null}""",
            JsonSerializer.Serialize(response));
        Assert.False((await DenseGraph.AskAsync(engine, "{ people(first: 3) { nodes { id name } } }")).TryGetProperty("errors", out _));
    }
}
