using System.Text;
using System.Text.Json;
using GraphIntel.Core.Execution;
using GraphIntel.Sqlite;
using GraphIntel.Tests.Schema;
using Xunit;

namespace GraphIntel.Tests.Execution;

/// <summary>Tests that measure the heap of the process, in which nothing else may run.</summary>
[CollectionDefinition(nameof(HeapTests), DisableParallelization = true)]
public sealed class HeapTests;

/// <summary>The accounted size of cached documents is at least their size in memory.</summary>
[Collection(nameof(HeapTests))]
public sealed class CachedMemoryTests
{
    private const int Documents = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Distinct documents of a kind by a number.</summary>
    private static readonly Dictionary<string, Func<int, string>> Kinds = new(StringComparer.Ordinal)
    {
        ["small"] = number => $$"""{ place(id: "place:{{number}}") { name } }""",
        ["many short fields"] = number => $$"""{ place(id: "place:{{number}}") { {{Repeat(1_500, " ", index => "id")}} } }""",
        ["aliases"] = number => $$"""{ place(id: "place:{{number}}") { {{Repeat(400, " ", index => $"a{index}:kind")}} } }""",
        ["a long comment"] = number => $"{{ place(id: \"place:{number}\") {{ name }} }} # {new string('x', 50_000)}",
        ["a comment of short words"] = number => $"{{ place(id: \"place:{number}\") {{ name }} }} # {Repeat(20_000, " ", index => "x")}",
        ["a list of values"] = number => $"{{ nodes(ids: [{Repeat(3_000, ",", index => $"\"a:{number}{index}\"")}]) {{ id }} }}",
        ["conditions"] = number => $$"""{ events(where: {or: [{{Repeat(600, ",", index => $$$"""{title:{eq:"{{{number}}}{{{index}}}"}}""")}}]}) { totalCount } }""",
        ["conditions along paths"] = number => $$"""{ events(where: {or: [{{Repeat(150, ",", index => $$$$$$$"""{participants:{some:{backers:{some:{name:{contains:"{{{{{{{number}}}}}}}"}}}}}}""")}}]}) { totalCount } }""",
        ["connections"] = number => $$"""{ {{Repeat(100, " ", index => $$"""e{{index}}: events(first: {{number + 1}}, order: [{start: DESC}, {title: ASC}]) { edges { cursor node { id participants { nodes { name } } } } }""")}} }""",
        ["depth"] = number => $$"""{ place(id: "place:{{number}}") { {{Repeat(15, " ", index => "parent { id children { nodes {")}} id {{Repeat(15, " ", index => "} } }")}} } }""",
        ["fragments"] = number => $$"""{ place(id: "place:{{number}}") { {{Repeat(200, " ", index => $"...F{index}")}} } } {{Repeat(200, " ", index => $"fragment F{index} on Place {{ id name }}")}}""",
        ["operations"] = number => Repeat(50, " ", index => $$"""query Q{{index}} { place(id: "place:{{number}}") { id name kind } }"""),
        ["variables"] = number => $$"""query({{Repeat(200, ",", index => $"$v{index}: ID!")}}) { {{Repeat(200, " ", index => $"p{index}: place(id: $v{index}) {{ id }}")}} q: place(id: "{{number}}") { id } }""",
        ["pages with cursors"] = number => $$"""{ {{Repeat(60, " ", index => $$"""e{{index}}: events(first: {{number + 1}}, after: "x", order: [{title: DESC}]) { nodes { id } }""")}} }""",
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cached_documents_take_no_more_memory_than_accounted_for(string kind)
    {
        await using var store = SqliteStore.Open(Schemas.Domain.Model, SqliteLocation.Memory());
        GraphEngine Engine() => new(Schemas.Domain, store, new EngineOptions { MaxCachedBytes = 1L << 40 });
        var text = Kinds[kind];
        // The first document of a kind allocates static data of the runtime and the library.
        await KeepAsync(Engine(), text(0));
        await KeepAsync(Engine(), text(1));

        var engine = Engine();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < Documents; number++)
            await KeepAsync(engine, text(number));
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.SendDiagnosticMessage(
            "{0}: {1:N0} bytes of text, {2:N0} taken, {3:N0} accounted for", kind, text(0).Length * Documents, taken, engine.CachedBytes);
        // Each is cached: a document is at least as large as its text.
        Assert.True(engine.CachedBytes > text(0).Length * Documents);
        Assert.True(taken <= engine.CachedBytes, $"{taken:N0} bytes are kept and {engine.CachedBytes:N0} accounted for.");
    }

    /// <summary>Executes it, so that it is parsed, validated, planned and cached; the store is unavailable.</summary>
    private static async Task KeepAsync(GraphEngine engine, string text)
    {
        var variables = JsonElement.Parse("{" + Repeat(200, ",", index => $"\"v{index}\":\"place:1\"") + "}");
        using var answer = await engine.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(text), text.StartsWith("query Q", StringComparison.Ordinal) ? "Q1" : null, variables), Cancellation);
    }

    private static string Repeat(int count, string separator, Func<int, string> part) =>
        string.Join(separator, Enumerable.Range(0, count).Select(part));
}
