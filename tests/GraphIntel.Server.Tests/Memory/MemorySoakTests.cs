using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.Memory;

/// <summary>
/// The server with default limits, under a combination of all requests known to increase the memory of such servers.
/// GRAPHINTEL_SOAK_SECONDS sets the duration; the default is short, for regular test runs.
/// </summary>
[Long]
[CollectionDefinition(nameof(MemorySoakTests), DisableParallelization = true)]
[Collection(nameof(MemorySoakTests))]
public sealed class MemorySoakTests : IAsyncLifetime
{
    /// <summary>The limit documented in docs/operations.md, in bytes.</summary>
    private const long Most = 600_000_000;

    private const string Point = """{ actor(id: "actor:1") { name } }""";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private int _number;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TimeSpan Duration => TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("GRAPHINTEL_SOAK_SECONDS") ?? "10", CultureInfo.InvariantCulture));

    public async ValueTask InitializeAsync() => await DenseStore.WriteAsync(_folder.File("graph.db"), Cancellation);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whatever_is_sent_the_process_stays_below_600_MB_and_answers_afterwards()
    {
        if (!ProcessMemory.IsKnown)
            Assert.Skip("What a process takes is read from Linux's /proc.");
        await using var server = GraphIntelProcess.Start(
            _folder.Path,
            ["serve", "--urls", "http://127.0.0.1:0", "--store", _folder.Store(), "--seed", "none"],
            ("Logging__LogLevel__GraphIntel", "Warning"));
        var endpoint = await server.EndpointAsync();
        using var client = new HttpClient { BaseAddress = endpoint, Timeout = TimeSpan.FromMinutes(2) };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        end.CancelAfter(Duration);

        await Task.WhenAll(
            Work(2, () => PostAsync(client, DistinctShape(), end.Token), end.Token),
            Work(4, () => PostAsync(client, HugeAnswer(3), end.Token), end.Token),
            Work(2, () => PostAsync(client, HugeAnswer(1), end.Token, "br"), end.Token),
            Work(2, () => PostAsync(client, Conditions(), end.Token), end.Token),
            Work(4, () => PostAsync(client, LargeList(), end.Token), end.Token),
            Work(4, () => PostAsync(client, LongDocument(), end.Token), end.Token),
            Work(20, () => ReadSlowlyAsync(endpoint, null, end.Token), end.Token),
            Work(20, () => ReadSlowlyAsync(endpoint, "br", end.Token), end.Token),
            Work(60, () => SendSlowlyAsync(endpoint, end.Token), end.Token));

        var peak = ProcessMemory.Peak(server.Id);
        TestContext.Current.SendDiagnosticMessage(
            "Peak {0:N0} bytes, {1:N0} of its own at the end; {2}", peak, ProcessMemory.Own(server.Id), Outcomes());
        Assert.True(peak < Most, $"The process had {peak:N0} bytes. {Outcomes()}");
        // Operations in flight can run until their timeout.
        using var answer = await client.SendAsync(Requests.Post(Requests.Query(Point)), Cancellation);
        Assert.Equal("""{"data":{"actor":{"name":"Actor 1"}}}""", await answer.TextAsync());
        // The memory budget is free again, and a request that is too large is rejected for that reason.
        string refusal;
        do
        {
            using var refused = await client.SendAsync(Requests.Post(HugeAnswer(3)), Cancellation);
            refusal = await refused.ErrorAsync();
        }
        while (refusal.StartsWith("STORE_BUSY", StringComparison.Ordinal));
        Assert.StartsWith("LIMIT_EXCEEDED", refusal, StringComparison.Ordinal);
        using var large = await client.SendAsync(Requests.Post(HugeAnswer(1)), Cancellation);
        Assert.InRange((await large.TextAsync()).Length, 15_000_000, 32 * 1024 * 1024);
    }

    private string Outcomes() => string.Join(", ", _outcomes.Select(outcome => $"{outcome.Key}: {outcome.Value}"));

    private static Task Work(int workers, Func<Task> work, CancellationToken end) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(
            async () =>
            {
                while (!end.IsCancellationRequested)
                    await work();
            },
            CancellationToken.None)));

    private async Task PostAsync(HttpClient client, string body, CancellationToken end, string? encoding = null)
    {
        try
        {
            using var request = Requests.Post(body);
            if (encoding is not null)
                request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end);
            await using var content = await response.Content.ReadAsStreamAsync(end);
            var beginning = new byte[1024];
            var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, end);
            await content.CopyToAsync(Stream.Null, end);
            Note(response.StatusCode, Encoding.UTF8.GetString(beginning, 0, length));
        }
        catch (Exception failure) when (failure is OperationCanceledException or HttpRequestException or IOException)
        {
            Note(failure.GetType().Name);
        }
    }

    private void Note(HttpStatusCode status, string beginning)
    {
        const string Code = "\"code\":\"";
        var at = beginning.IndexOf(Code, StringComparison.Ordinal) + Code.Length;
        Note(at < Code.Length ? $"{(int)status}" : $"{(int)status} {beginning[at..].Split('"')[0]}");
    }

    private void Note(string outcome) => _outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);

    /// <summary>Requests a large response, and reads it slowly.</summary>
    private async Task ReadSlowlyAsync(Uri endpoint, string? encoding, CancellationToken end)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, end);
            var body = HugeAnswer(1);
            await socket.SendAsync(Encoding.UTF8.GetBytes(
                $"POST /graphql HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Type: application/json\r\n" +
                (encoding is null ? "" : $"Accept-Encoding: {encoding}\r\n") + $"Content-Length: {body.Length}\r\n\r\n{body}"), end);
            var taken = new byte[1024];
            while (await socket.ReceiveAsync(taken, end) > 0)
                await Task.Delay(100, end);
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            Note("slow reader, " + failure.GetType().Name);
        }
    }

    /// <summary>Sends a large body except for its end.</summary>
    private async Task SendSlowlyAsync(Uri endpoint, CancellationToken end)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, end);
            var body = new string(' ', 1_000_000);
            await socket.SendAsync(Encoding.UTF8.GetBytes(
                $"POST /graphql HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length + 1}\r\n\r\n{body}"), end);
            while (await socket.ReceiveAsync(new byte[1024], end) > 0)
                await Task.Delay(100, end);
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            Note("slow sender, " + failure.GetType().Name);
        }
    }

    private int Next() => Interlocked.Increment(ref _number);

    /// <summary>An operation with a new, large statement.</summary>
    private string DistinctShape()
    {
        var number = Next();
        return Requests.Query("{" + Repeat(40, " ", index =>
            $$"""s{{number}}_{{index}}: events(first: 2, where: { title: { contains: "x" }, participants: { some: { backers: { some: { name: { startsWith: "q" } } } } } }) { nodes { id participants(first: 2) { nodes { id backers(first: 1) { edges { kinds node { id } } } } } } }""") + "}");
    }

    /// <summary>A response of several times 20 MB.</summary>
    private static string HugeAnswer(int times) => Requests.Query("{" + Repeat(times, " ", index =>
        $$"""a{{index}}: events(first: 500) { nodes { id participants(first: 30) { nodes { id description } } } }""") + "}");

    /// <summary>Many conditions in a variable, for a long statement.</summary>
    private string Conditions() => Requests.Query(
        $"query Q{Next()}($w: [EventFilterInput!]) {{ events(where: {{or: $w}}) {{ totalCount }} }}",
        new { w = Enumerable.Range(0, 1_000 + (Next() % 4_000)).Select(_ => new { title = new { eq = "a" } }) });

    private static string LargeList() => Requests.Query(
        "query($ids: [ID!]) { actors(where: {id: {in: $ids}}) { totalCount } }", new { ids = Enumerable.Repeat("a:1", 120_000) });

    private string LongDocument()
    {
        var number = Next();
        return Requests.Query("{" + Repeat(400, " ", index => $$"""d{{number}}_{{index}}: actor(id: "actor:{{index}}") { id name kind }""") + "}");
    }

    private static string Repeat(int count, string separator, Func<int, string> part) =>
        string.Join(separator, Enumerable.Range(0, count).Select(part));
}
