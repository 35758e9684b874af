using System.Net;
using System.Text.Json;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>A process of <c>graphintel serve --store neo4j</c> over a real Neo4j.</summary>
internal sealed class ServedFromNeo4j : IAsyncDisposable
{
    /// <summary>Timeout of operations that must not hang.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(90);

    private readonly HttpClient _client = new() { Timeout = Timeout };

    private ServedFromNeo4j(GraphIntelProcess process, Uri endpoint) => (Process, Endpoint) = (process, endpoint);

    public GraphIntelProcess Process { get; }

    public Uri Endpoint { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The environment variables for a Neo4j.</summary>
    public static IReadOnlyList<(string Name, string Value)> Environment(Neo4jServer neo4j, Uri? uri = null) =>
    [
        ("NEO4J_URI", (uri ?? neo4j.Uri).ToString()), ("NEO4J_USER", neo4j.User), ("NEO4J_PASSWORD", neo4j.Password),
        ("NEO4J_DATABASE", neo4j.Database),
    ];

    /// <summary>Starts the process, and waits until it listens.</summary>
    public static async Task<ServedFromNeo4j> StartAsync(
        string folder, IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> arguments)
    {
        var process = GraphIntelProcess.Start(folder, ["serve", "--urls", "http://127.0.0.1:0", "--store", "neo4j", .. arguments], environment);
        return new ServedFromNeo4j(process, await process.EndpointAsync());
    }

    /// <summary>Sends a query; returns the body of the response.</summary>
    public async Task<string> QueryAsync(string document, object? variables = null)
    {
        using var response = await _client.PostAsync(Endpoint, Requests.Post(Requests.Query(document, variables)).Content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.TextAsync();
    }

    /// <summary>Status and body of a health check.</summary>
    public async Task<(HttpStatusCode Status, string Body)> HealthAsync(string page)
    {
        using var response = await _client.GetAsync(new Uri(Endpoint, "/health/" + page), Cancellation);
        return (response.StatusCode, await response.TextAsync());
    }

    /// <summary>Waits until the server reports that it is ready, or that it is not.</summary>
    public Task UntilReadyAsync(bool isReady = true) => UntilAsync(
        async () => (await HealthAsync("ready")).Status == HttpStatusCode.OK == isReady, $"It is not {(isReady ? "" : "un")}ready");

    /// <summary>Waits until the server reports that Neo4j is unavailable.</summary>
    public Task UntilAwayAsync() => UntilAsync(
        async () => (await HealthAsync("ready")).Body.Contains(" is unavailable: ", StringComparison.Ordinal), "The server does not report that Neo4j is unavailable");

    /// <summary>Waits until the output contains a text.</summary>
    public Task UntilSaidAsync(string text) => UntilAsync(
        () => Task.FromResult(Process.Output.Contains(text, StringComparison.Ordinal)), $"It did not say `{text}`");

    /// <summary>The error codes of a response.</summary>
    public static IReadOnlyList<string> Codes(string answer)
    {
        using var body = JsonDocument.Parse(answer);
        return body.RootElement.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString()!)]
            : [];
    }

    private async Task UntilAsync(Func<Task<bool>> holds, string otherwise)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Timeout, $"{otherwise}. Its output:\n{Process.Output}\n{Process.Error}");
            await Task.Delay(50, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Process.DisposeAsync();
    }
}
