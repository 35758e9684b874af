using System.Text;
using System.Text.Json;
using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Conformance.Tests;

/// <summary>What the seed's divisions and regions promise to whoever asks for the events of a place.</summary>
public sealed class SeedHierarchyTests(SqliteGraphs graphs)
{
    private readonly record struct Place(string Kind, List<string> Ancestors, HashSet<string> Events);

    [Fact]
    public async Task The_events_of_a_place_are_among_those_of_each_of_its_ancestors()
    {
        var places = await ReadAsync();
        Assert.Equal([], places.SelectMany(place => place.Value.Ancestors.SelectMany(
            ancestor => place.Value.Events.Except(places[ancestor].Events).Select(id => $"{ancestor} lacks {id} of {place.Key}"))));
        Assert.NotEmpty(places["place:eastern-aleppo"].Events);
        Assert.Contains("place:syria", places["place:eastern-aleppo"].Ancestors);
        Assert.Superset(places["place:maskanah"].Events, places["place:eastern-aleppo"].Events);
    }

    [Fact]
    public async Task A_region_is_part_of_a_division_and_never_of_another_region()
    {
        var places = await ReadAsync();
        string[] divisions = ["COUNTRY", "PROVINCE", "DISTRICT", "SUBDISTRICT"];
        Assert.Equal([], places.Where(place => place.Value.Ancestors.Exists(ancestor => !divisions.Contains(places[ancestor].Kind))).Select(place => place.Key));
        // The report does not say where the hill country is.
        Assert.Equal(["place:damascus-aleppo-road-hills"], places.Where(place => place.Value is { Kind: "REGION", Ancestors: [] }).Select(place => place.Key));
    }

    /// <summary>All places, with all their events.</summary>
    private async Task<Dictionary<string, Place>> ReadAsync()
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        for (JsonElement? cursor = null; ;)
        {
            var page = await PageAsync("query ($after: String) { page: places(first: 100, after: $after) { nodes { id kind ancestors { nodes { id } } } pageInfo { hasNextPage endCursor } } }", cursor);
            foreach (var place in page.GetProperty("nodes").EnumerateArray())
                places.Add(IdOf(place), new Place(place.GetProperty("kind").GetString()!, Ids(place.GetProperty("ancestors")), await EventsAsync(IdOf(place))));
            if (EndOf(page) is not { } end)
                return places;
            cursor = end;
        }
    }

    private async Task<HashSet<string>> EventsAsync(string place)
    {
        var events = new HashSet<string>(StringComparer.Ordinal);
        for (JsonElement? cursor = null; ;)
        {
            var page = await PageAsync($"query ($after: String) {{ place(id: {JsonSerializer.Serialize(place)}) {{ page: events(first: 100, after: $after) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }} }}", cursor);
            events.UnionWith(Ids(page));
            if (EndOf(page) is not { } end)
                return events;
            cursor = end;
        }
    }

    private async Task<JsonElement> PageAsync(string query, JsonElement? cursor)
    {
        var variables = JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement?> { ["after"] = cursor });
        using var response = await graphs.Of(CaseGraph.Seed).Engine.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes(query), Variables: variables), TestContext.Current.CancellationToken);
        Assert.Equal([], response.Errors.Select(error => error.Message));
        var data = JsonElement.Parse(response.Body.Span).GetProperty("data");
        return data.TryGetProperty("page", out var page) ? page : data.GetProperty("place").GetProperty("page");
    }

    private static JsonElement? EndOf(JsonElement page) =>
        page.GetProperty("pageInfo") is var info && info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor") : null;

    private static string IdOf(JsonElement node) => node.GetProperty("id").GetString()!;

    private static List<string> Ids(JsonElement connection) => [.. connection.GetProperty("nodes").EnumerateArray().Select(IdOf)];
}
