using System.IO.Compression;
using System.Net;
using System.Text.Json;
using GraphIntel.Attacks;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.Http;
using Xunit;

namespace GraphIntel.Server.Tests.Hostile;

/// <summary>Every known attack on a server with default settings: the server keeps running, responds as specified, and serves other clients afterwards.</summary>
[Long]
public sealed class AttackTests(AttackedServer server) : IClassFixture<AttackedServer>
{
    // The maximum number of errors of a rejected request.
    private const int MaxErrors = 20;

    // Longer than the server's own timeout.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(3);

    // Texts that only internal code, the database or the runtime would write.
    private static readonly string[] InternalTexts = ["   at ", "GraphIntel.", "System.", "SELECT ", "json_group", "WITH RECURSIVE"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Attacks => [.. AttackCorpus.Names];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_answered_and_others_are_served_afterwards(string name)
    {
        await server.EnsureAsync();
        var attack = AttackCorpus.For(server.Sample).Single(attack => attack.Name == name) with { Hold = HoldTime };
        using (var client = new AttackClient(server.Endpoint, RequestTimeout))
        {
            foreach (var (request, response) in attack.Requests.Zip(await client.SendAsync(attack, Cancellation)))
            {
                Assert.True(await server.IsRunningAsync(response), $"The process ended:\n{Shorten(server.Output)}");
                Assert.True(response.Failure is null, response.Failure);
                CheckResponse(response, request.AcceptEncoding is null ? response.Body : Decompress(response.Body));
            }
        }
        Assert.True(server.IsAlive, $"The process ended:\n{Shorten(server.Output)}");
        await OthersAreServedAsync();
    }

    private async Task OthersAreServedAsync()
    {
        using var client = new HttpClient { Timeout = RequestTimeout };
        var id = server.Sample.Places[0];
        using var point = await client.PostAsync(
            server.Endpoint, Requests.Post(Requests.Query("query($id: ID!) { place(id: $id) { id } }", new { id })).Content, Cancellation);
        Assert.Equal($"{{\"data\":{{\"place\":{{\"id\":\"{id}\"}}}}}}", await point.TextAsync());
        using var health = await client.GetAsync(new Uri(server.Endpoint, "/health/ready"), Cancellation);
        Assert.True(health.StatusCode == HttpStatusCode.OK, await health.TextAsync());
    }

    private static void CheckResponse(AttackResponse response, byte[] body)
    {
        // Kestrel rejects some requests itself, without a body.
        if (response.Status is 408 or 413 or 414 or 431 && body.Length == 0)
            return;
        Assert.Contains(response.Status, new[] { 200, 400, 413, 429, 503 });
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind == JsonValueKind.Array)
            Assert.All(document.RootElement.EnumerateArray(), CheckResult);
        else
            CheckResult(document.RootElement);
    }

    private static void CheckResult(JsonElement response)
    {
        Assert.All(response.EnumerateObject(), member => Assert.Contains(member.Name, new[] { "data", "errors", "extensions" }));
        if (!response.TryGetProperty("errors", out var errors))
        {
            Assert.Equal(JsonValueKind.Object, response.GetProperty("data").ValueKind);
            return;
        }
        Assert.NotEmpty(errors.EnumerateArray());
        if (!response.TryGetProperty("data", out _))
            Assert.InRange(errors.GetArrayLength(), 1, MaxErrors);
        foreach (var error in errors.EnumerateArray())
        {
            var message = error.GetProperty("message").GetString()!;
            Assert.NotEmpty(message);
            Assert.NotEmpty(error.GetProperty("extensions").GetProperty("code").GetString()!);
            Assert.All(InternalTexts, inner => Assert.DoesNotContain(inner, message, StringComparison.Ordinal));
        }
    }

    private static byte[] Decompress(byte[] body)
    {
        // A small response is not compressed.
        if (body is [(byte)'{', ..])
            return body;
        using var result = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        brotli.CopyTo(result);
        return result.ToArray();
    }

    private static string Shorten(string text) => text.Length <= 2000 ? text : text[..2000];
}
