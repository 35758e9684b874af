using System.Text.Json;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>
/// Answers of both servers in one form, in which equal data is equal text. A connection is the list of its items, with the
/// relationship's properties among their fields; a single value is a list of one, as the peer has it; items stand in an order
/// of their text where the question asks for none, so everywhere but under <c>events</c>.
/// </summary>
internal static class SameAnswer
{
    /// <summary>Refuses answers that say different things.</summary>
    public static void Require(string question, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> peers)
    {
        var (left, right) = (Canonical(ours), Canonical(peers));
        if (left == right)
            return;
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        throw new InvalidOperationException(
            $"The answers to {question} differ, in one form at {at}: ours goes on with {Shown(left, at)}, the peer's with {Shown(right, at)}");
    }

    private static string Shown(string text, int at) => text[Math.Min(at, text.Length)..Math.Min(at + 200, text.Length)];

    private static string Canonical(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return !document.RootElement.TryGetProperty("errors", out var errors)
            ? Fields(document.RootElement.GetProperty("data").EnumerateObject())
            : throw new InvalidOperationException($"A question was answered with errors: {errors}");
    }

    private static string Fields(IEnumerable<JsonProperty> fields) => "{" + string.Join(',', fields
        .Select(field => $"\"{field.Name}\":{Value(field.Name, field.Value)}").Order(StringComparer.Ordinal)) + "}";

    private static string Value(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("nodes", out var nodes) => List(name, nodes.EnumerateArray().Select(Fields)),
        JsonValueKind.Object when value.TryGetProperty("edges", out var edges) => List(name, edges.EnumerateArray().Select(Edge)),
        JsonValueKind.Object => List(name, [Fields(value)]),
        JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object) =>
            List(name, value.EnumerateArray().Select(Fields)),
        _ => JsonSerializer.Serialize(value),
    };

    private static string Fields(JsonElement item) => Fields(item.EnumerateObject());

    private static string Edge(JsonElement edge) => Fields(edge.EnumerateObject()
        .SelectMany(field => field.Name == "properties" ? field.Value.EnumerateObject().AsEnumerable() : [field]));

    private static string List(string name, IEnumerable<string> items) =>
        "[" + string.Join(',', name == "events" ? items : items.Order(StringComparer.Ordinal)) + "]";
}
