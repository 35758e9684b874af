using System.Net.Http.Json;
using System.Text.Json;

namespace GraphIntel.Attacks;

/// <summary>Ids and words of the served graph, so that attacks find data.</summary>
/// <param name="Actors">Ids of actors; of a generated graph the first is its supernode.</param>
/// <param name="Places">Ids of places; of a generated graph the first has the most events.</param>
/// <param name="Events">Ids of events.</param>
/// <param name="Words">Words of names and titles.</param>
internal sealed record GraphSample(
    IReadOnlyList<string> Actors, IReadOnlyList<string> Places, IReadOnlyList<string> Events, IReadOnlyList<string> Words)
{
    private const string Query =
        "{ actors(first: 150) { nodes { id label } } places(first: 150) { nodes { id label } } events(first: 150) { nodes { id label } } }";

    private static readonly string[] Types = ["actors", "places", "events"];

    /// <summary>Reads a sample from the server.</summary>
    public static async Task<GraphSample> ReadAsync(HttpClient client, Uri endpoint, CancellationToken cancellation = default)
    {
        using var response = await client.PostAsJsonAsync(endpoint, new { query = Query }, cancellation);
        using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), default, cancellation);
        var data = body.RootElement.GetProperty("data");
        var words = Types.SelectMany(type => Texts(data, type, "label")).SelectMany(label => label.Split(' ')).Distinct().ToList();
        return new GraphSample(Texts(data, "actors", "id"), Texts(data, "places", "id"), Texts(data, "events", "id"), words);
    }

    /// <summary>The variables that a document of the corpus can declare.</summary>
    public IReadOnlyDictionary<string, object> Variables => new Dictionary<string, object>
    {
        ["actor"] = Actors[0],
        ["place"] = Places[0],
        ["event"] = Events[0],
        ["ids"] = Ids,
    };

    /// <summary>All ids.</summary>
    public IEnumerable<string> Ids => Actors.Concat(Places).Concat(Events);

    private static IReadOnlyList<string> Texts(JsonElement data, string type, string field) =>
        [.. data.GetProperty(type).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty(field).GetString()!)];
}
