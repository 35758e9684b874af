using System.Text;
using System.Text.Json;
using GraphIntel.Conformance.Tests.Harness;
using GraphIntel.Core.Execution;
using Xunit;

namespace GraphIntel.Conformance.Tests;

/// <summary>What the seed's divisions and regions promise to whoever asks for the events of a place.</summary>
public sealed class SeedHierarchyTests(SqliteGraphs graphs)
{
    [Fact]
    public async Task The_events_of_a_place_are_among_those_of_each_of_its_ancestors()
    {
        using var response = await graphs.Of(CaseGraph.Seed).Engine.ExecuteAsync(
            new GraphRequest(Encoding.UTF8.GetBytes("{ places(first: 100) { nodes { id ancestors { nodes { id } } events(first: 100) { nodes { id } } } pageInfo { hasNextPage } } }")),
            TestContext.Current.CancellationToken);
        var places = JsonElement.Parse(response.Body.Span).GetProperty("data").GetProperty("places");
        Assert.False(places.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        var events = places.GetProperty("nodes").EnumerateArray().ToDictionary(IdOf, place => Ids(place, "events"));
        var missing = places.GetProperty("nodes").EnumerateArray().SelectMany(place => Ids(place, "ancestors").SelectMany(
            ancestor => events[IdOf(place)].Except(events[ancestor]).Select(id => $"{ancestor} lacks {id} of {IdOf(place)}")));
        Assert.Equal([], missing);
        Assert.NotEmpty(events["place:eastern-aleppo"]);
        Assert.Contains(places.GetProperty("nodes").EnumerateArray(), place => IdOf(place) == "place:eastern-aleppo" && Ids(place, "ancestors").Contains("place:syria"));
    }

    private static string IdOf(JsonElement node) => node.GetProperty("id").GetString()!;

    private static List<string> Ids(JsonElement place, string connection) => [.. place.GetProperty(connection).GetProperty("nodes").EnumerateArray().Select(IdOf)];
}
