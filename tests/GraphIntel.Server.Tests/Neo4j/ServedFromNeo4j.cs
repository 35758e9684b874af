using System.Net;
using System.Text.Json;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.Neo4j;

/// <summary>The built <c>graphintel serve --store neo4j</c> in front of a real Neo4j, with what a client and an operator see of it.</summary>
internal sealed class ServedFromNeo4j : IAsyncDisposable
{
    /// <summary>How long anything may take that must not hang.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient _client = new() { Timeout = Patience };

    private ServedFromNeo4j(GraphIntelProcess process, Uri endpoint) => (Process, Endpoint) = (process, endpoint);

    public GraphIntelProcess Process { get; }

    public Uri Endpoint { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The variables that name a Neo4j.</summary>
    public static IReadOnlyList<(string Name, string Value)> Environment(Neo4jServer neo4j, Uri? uri = null) =>
    [
        ("NEO4J_URI", (uri ?? neo4j.Uri).ToString()), ("NEO4J_USER", neo4j.User), ("NEO4J_PASSWORD", neo4j.Password),
        ("NEO4J_DATABASE", neo4j.Database),
    ];

    /// <summary>Starts it, and waits until it listens.</summary>
    public static async Task<ServedFromNeo4j> StartAsync(
        string folder, IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> arguments)
    {
        var process = GraphIntelProcess.Start(folder, ["serve", "--urls", "http://127.0.0.1:0", "--store", "neo4j", .. arguments], environment);
        return new ServedFromNeo4j(process, await process.EndpointAsync());
    }

    /// <summary>The body of an answer.</summary>
    public async Task<string> AskAsync(string document, object? variables = null)
    {
        using var response = await _client.PostAsync(Endpoint, Requests.Post(Requests.Query(document, variables)).Content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.TextAsync();
    }

    /// <summary>Status and body of a page of health.</summary>
    public async Task<(HttpStatusCode Status, string Body)> HealthAsync(string page)
    {
        using var response = await _client.GetAsync(new Uri(Endpoint, "/health/" + page), Cancellation);
        return (response.StatusCode, await response.TextAsync());
    }

    /// <summary>Waits until it says that it is ready, or that it is not.</summary>
    public Task UntilReadyAsync(bool isReady = true) => UntilAsync(
        async () => (await HealthAsync("ready")).Status == HttpStatusCode.OK == isReady, $"It is not {(isReady ? "" : "un")}ready");

    /// <summary>Waits until it no longer asks Neo4j for its clients, and says so.</summary>
    public Task UntilAwayAsync() => UntilAsync(
        async () => (await HealthAsync("ready")).Body.Contains(" is away: ", StringComparison.Ordinal), "It does not say that Neo4j is away");

    /// <summary>Waits until it has written that.</summary>
    public Task UntilSaidAsync(string text) => UntilAsync(
        () => Task.FromResult(Process.Output.Contains(text, StringComparison.Ordinal)), $"It did not say `{text}`");

    /// <summary>The codes of an answer's errors; none where it has none.</summary>
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
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"{otherwise}. It said:\n{Process.Output}\n{Process.Error}");
            await Task.Delay(50, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Process.DisposeAsync();
    }
}
