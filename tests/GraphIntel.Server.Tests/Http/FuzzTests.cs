using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GraphIntel.Neo4j.Testing;
using GraphIntel.Server.Tests.CommandLine;
using Xunit;

namespace GraphIntel.Server.Tests.Http;

/// <summary>
/// Every request gets a response: no internal error, no hang, no memory growth. CsCheck prints the seed of a
/// failure.
/// </summary>
[Long]
public sealed class FuzzTests(InProcessServer server) : IClassFixture<InProcessServer>
{
    private const int Rounds = 400;

    // Far above the time on a busy machine, far below a hang.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    // The document cache, pooled buffers, the captured log.
    private const long MaxGrowth = 64 * 1024 * 1024;

    private const string Filtered = """
        query($ids: [ID!], $first: Int, $last: Int, $after: String, $before: String, $where: EventFilterInput, $order: [EventSortInput!]) {
          nodes(ids: $ids) { id }
          events(first: $first, last: $last, after: $after, before: $before, where: $where, order: $order) {
            totalCount pageInfo { hasNextPage endCursor } nodes { id title start } } }
        """;

    private static readonly string[] Texts =
    [
        .. Directory.GetFiles(Repository.PathOf("src/GraphIntel.Web/src/examples"), "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText),
        Filtered,
    ];

    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "=", "|", "&", "#", "\"", "\"\"\"", "\\u", ",", "\n", "on", "query", "mutation",
        "subscription", "fragment", "__typename", "__schema", "__type", "types", "fields", "type", "ofType", "name", "id", "places", "events", "place",
        "actor", "nodes", "edges", "node", "first", "after", "where", "order", "and", "or", "not", "null", "true", "0", "-1", "1e999",
        "99999999999999999999", "\"x\"", "A", "Place", "Event", "@skip(if: true)", "@include(if: $a)", "$a", "é", "😀", "\u0000", "\ufeff",
    ];

    private static readonly Gen<string> Word = Any(Words);

    private static readonly Gen<string> Soup = Word.Array[0, 200].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Mutated =
        Gen.Select(Any(Texts), Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 12], Word).Array[1, 6], Mutate);

    private static readonly Gen<string> Nested = Gen.Select(
        Any("{a", "{places{nodes", "{a(b:", "{a(b:[", "{a(b:{c:", "{...", "{...on Query", "query($a:[", "{a@b(c:", "{__schema{types{ofType"),
        Any("}", ")", "]", "", "}}"),
        Gen.Int[1, 20_000],
        (open, close, count) => Repeat(open, count) + Repeat(close, count));

    private static readonly Gen<string> Huge = Gen.Select(
        Any("a:__typename ", "__typename @skip(if:true) ", "places{totalCount} ", "...F ", "\"\"\"a\"\"\" ", "# x\n", "😀", "{", "fragment F on Query{...F} "),
        Gen.Int[1, 30_000],
        (part, count) => "{" + Repeat(part, count) + "} fragment F on Query{...G ...G} fragment G on Query{...F __typename}");

    private static readonly Gen<string> Document = Gen.Frequency((3, Soup), (4, Mutated), (2, Nested), (1, Huge), (1, Gen.String));

    private static readonly Gen<string> Cursor = Gen.OneOf(
        Gen.Byte.Array[0, 60].Select(Convert.ToBase64String),
        Gen.String,
        Gen.Select(Any(0, 1, 2, 3, 127, 255), Gen.Byte.Array[0, 40], (version, rest) => Convert.ToBase64String([(byte)version, .. rest])),
        Gen.Int[0, 100_000].Select(length => new string('A', length)));

    private static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>((depth, again) => depth > 4 ? Leaf : Gen.Frequency(
        (3, Leaf),
        (1, again.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())]))),
        (3, Gen.Select(Any("and", "or", "not", "eq", "in", "title", "start", "place", "name", "contains", "id", "ASC", "some", "x"), again)
            .Array[0, 3].Select(members => (JsonNode?)ToObject(members)))));

    private static Gen<JsonNode?> Leaf => Gen.OneOf(
        Gen.String.Select(text => (JsonNode?)JsonValue.Create(text)),
        Cursor.Select(text => (JsonNode?)JsonValue.Create(text)),
        Any("2017-06-04", "ASC", "DESC", "place:maskanah", "-9999-99-99").Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Int[-2, 600].Select(number => (JsonNode?)JsonValue.Create(number)),
        Any("1e999", "-0.0", "99999999999999999999", "1.5").Select(text => JsonNode.Parse(text)),
        Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
        Gen.Const((JsonNode?)null));

    private static readonly Gen<byte[]> Body = Gen.Frequency(
        (2, Gen.Byte.Array[0, 3000]),
        (2, Gen.Select(Mutated, text => Encoding.UTF8.GetBytes(Requests.Query(text)))),
        (3, Gen.Select(
            Any(
                "{\"query\":\"{ __typename }\",\"variables\":{\"a\":[1,{}]},\"operationName\":null,\"extensions\":{}}",
                "[{\"query\":\"{ __typename }\"},{\"query\":\"{ a }\",\"variables\":{}}]",
                "{\"documentId\":\"sha256:00\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"00\"}}}"),
            Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 5], Any("{", "}", "[", "]", "\"", ":", ",", "null", "\\ud800", "\u0000", "1")).Array[1, 5],
            (text, changes) => Encoding.UTF8.GetBytes(Mutate(text, changes)))),
        (1, Gen.Select(Any("[", "{\"query\":", "{\"variables\":{\"a\":[", "[{\"query\":\"{a}\"},", " ", "\u0000"), Gen.Int[1, 150_000],
            (part, count) => Encoding.UTF8.GetBytes(Repeat(part, Math.Min(count, 1_100_000 / part.Length))))));

    [Fact]
    public Task Any_bytes_as_a_body_are_answered() => RunAsync(Body, PostBody, body =>
        body.Length > 500 ? $"{body.Length} bytes, beginning {Convert.ToBase64String(body, 0, 500)}" : Convert.ToBase64String(body));

    [Fact]
    public Task Any_document_is_answered() => RunAsync(Document, document => Requests.Post(Requests.Query(document)), text => text);

    [Fact]
    public Task Any_document_by_get_is_answered() => RunAsync(
        Document.Select(text => text.Length > 3000 ? text[..3000] : text), text => Requests.Get("?query=" + Escape(text)), text => text);

    [Fact]
    public Task Any_variables_are_answered() => RunAsync(
        Gen.Select(Any("ids", "first", "last", "after", "before", "where", "order"), Value).Array[0, 5],
        members => Requests.Post(Requests.Query(Filtered, ToObject(members))),
        members => ToObject(members).ToJsonString());

    [Fact]
    public Task Any_cursor_is_answered() => RunAsync(
        Gen.Select(Cursor, Gen.Bool, Any("start", "title", "id")),
        given => Requests.Post(Requests.Query(
            $"query($c: String) {{ events({(given.Item2 ? "after" : "before")}: $c, order: [{{{given.Item3}: ASC}}]) {{ nodes {{ id }} }} }}",
            new { c = given.Item1 })),
        given => given.ToString());

    [Fact]
    public async Task A_real_cursor_with_changed_characters_is_answered()
    {
        using var page = await server.Client.SendAsync(
            Requests.Post(Requests.Query("{ events(first: 2, order: [{start: DESC}]) { pageInfo { endCursor } } }")), TestContext.Current.CancellationToken);
        using var body = JsonDocument.Parse(await page.TextAsync());
        var cursor = body.RootElement.GetProperty("data").GetProperty("events").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        await RunAsync(
            Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 3], Any("A", "z", "_", "=", "0", "")).Array[1, 4].Select(changes => Mutate(cursor, changes)),
            changed => Requests.Post(Requests.Query(
                "query($c: String) { events(after: $c, order: [{start: DESC}]) { nodes { id } } }", new { c = changed })),
            changed => changed);
    }

    private static HttpRequestMessage PostBody(byte[] body) => Requests.Post(body);

    private static Gen<T> Any<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private async Task RunAsync<T>(Gen<T> gen, Func<T, HttpRequestMessage> make, Func<T, string> print)
    {
        using var hang = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        hang.CancelAfter(Timeout);
        await gen.SampleAsync(value => CheckAsync(make(value), hang.Token), iter: Rounds, threads: 1, print: print);
        var half = GC.GetTotalMemory(forceFullCollection: true);
        await gen.SampleAsync(value => CheckAsync(make(value), hang.Token), iter: Rounds, threads: 1, print: print);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - half, long.MinValue, MaxGrowth);
    }

    private async Task CheckAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        // The server does not read a body that is too large; a client that sends it anyway gets a connection error.
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 512 * 1024;
        using (request)
        using (var response = await server.Client.SendAsync(request, cancellation))
        {
            var text = await response.Content.ReadAsStringAsync(cancellation);
            Assert.True((int)response.StatusCode is 200 or 400 or 413 or 414, $"{(int)response.StatusCode}: {text}");
            // A response by Kestrel itself has no body.
            if ((int)response.StatusCode == 414)
                return;
            using var body = JsonDocument.Parse(text);
            foreach (var answer in body.RootElement.ValueKind == JsonValueKind.Array ? [.. body.RootElement.EnumerateArray()] : new[] { body.RootElement })
            {
                Assert.True(answer.TryGetProperty("data", out _) || answer.TryGetProperty("errors", out _), text);
                if (answer.TryGetProperty("errors", out var errors))
                    Assert.All(errors.EnumerateArray(), error => Assert.NotEqual("INTERNAL", error.GetProperty("extensions").GetProperty("code").GetString()));
            }
        }
    }

    private static string Mutate(string text, (int At, int Removed, string Inserted)[] changes)
    {
        foreach (var (at, removed, inserted) in changes)
        {
            var start = at % (text.Length + 1);
            text = text[..start] + inserted + text[Math.Min(text.Length, start + removed)..];
        }
        return text;
    }

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    private static JsonObject ToObject((string Name, JsonNode? Value)[] members)
    {
        var made = new JsonObject();
        foreach (var (name, value) in members)
            made[name] = value?.DeepClone();
        return made;
    }

    // A lone surrogate has no UTF-8 encoding, so the client cannot send it.
    private static string Escape(string text) =>
        Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
