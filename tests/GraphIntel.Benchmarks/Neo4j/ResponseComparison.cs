using System.Text.Json;

namespace GraphIntel.Benchmarks.Neo4j;

/// <summary>
/// Compares the responses of this server and the peer in a canonical form, in which equal data is equal text. A connection is the list
/// of its items, with the relationship's properties among their fields; a to-one value is a list of one, as in the peer's schema;
/// items are sorted by their text except under <c>events</c>, where the queries define an order.
/// </summary>
internal static class ResponseComparison
{
    /// <summary>Throws an exception if the responses differ.</summary>
    public static void RequireEqual(string query, ReadOnlyMemory<byte> ours, ReadOnlyMemory<byte> peers)
    {
        var (left, right) = (Canonical(ours), Canonical(peers));
        if (left == right)
            return;
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        throw new InvalidOperationException(
            $"The responses to {query} differ at character {at} of the canonical form: this server has {Excerpt(left, at)}, the peer has {Excerpt(right, at)}");
    }

    private static string Excerpt(string text, int at) => text[Math.Min(at, text.Length)..Math.Min(at + 200, text.Length)];

    private static string Canonical(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return !document.RootElement.TryGetProperty("errors", out var errors)
            ? Fields(document.RootElement.GetProperty("data").EnumerateObject())
            : throw new InvalidOperationException($"A response has errors: {errors}");
    }

    private static string Fields(IEnumerable<JsonProperty> fields) => "{" + string.Join(',', fields
        .Select(field => $"\"{field.Name}\":{Value(field.Name, field.Value)}").Order(StringComparer.Ordinal)) + "}";

    private static string Value(string name, JsonElement value) => value.ValueKind switch
    {
        // The peer's aggregates of a node's values are in an object of their own.
        JsonValueKind.Object when value.EnumerateObject().ToList() is [{ Name: "node" } only] => Value(name, only.Value),
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
