using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Sqlite;
using Xunit;

namespace GraphIntel.Server.Tests.Memory;

/// <summary>A file with a dense graph, in which every page is full: many actors per event, each with a long description.</summary>
internal static class DenseStore
{
    private const int Actors = 300;
    private const int Events = 3_000;
    private const int ActorsOfEvent = 30;

    public static async Task WriteAsync(string path, CancellationToken cancellation)
    {
        var model = ModelReader.ReadDomain();
        await using var store = SqliteStore.Open(model, SqliteLocation.File(path));
        await store.PrepareAsync(cancellation);
        var description = string.Concat(Enumerable.Repeat("Long description of an actor. ", 40));
        var actors = Nodes(model, "Actor", Actors, number => new()
        {
            ["name"] = $"Actor {number}",
            ["kind"] = "STATE",
            ["description"] = description,
        });
        var events = Nodes(model, "Event", Events, number => new()
        {
            ["title"] = $"Event {number} with several sides",
            ["kind"] = "BATTLE",
            ["start"] = new DateOnly(2011, 1, 1).AddDays(number),
            ["end"] = new DateOnly(2011, 1, 1).AddDays(number),
            ["datePrecision"] = "DAY",
            ["placePrecision"] = "EXACT",
        });
        var participations = Between(
            model, "PARTICIPATED_IN", ("role", "SIDE_A"),
            Enumerable.Range(0, Events * ActorsOfEvent).Select(number => (number * 7 % Actors, number / ActorsOfEvent)));
        var backings = Between(
            model, "BACKS", ("kinds", new[] { "TROOPS" }),
            Enumerable.Range(0, Actors * 20).Select(number => (number / 20, ((number / 20) + (number % 20) + 1) % Actors)));
        await store.WriteAsync(new GraphBatch([actors, events], [participations, backings]), cancellation);
    }

    private static string Id(ElementType type, int number) => FormattableString.Invariant($"{type.IdPrefix}:{number}");

    private static NodeRows Nodes(GraphModel model, string name, int count, Func<int, Dictionary<string, object?>> values)
    {
        Assert.True(model.TryGetNode(name, out var type));
        var columns = type.Properties.Where(property => values(0).ContainsKey(property.Name)).ToList();
        return new NodeRows(type, columns, [.. Enumerable.Range(0, count).Select(number =>
            new NodeRow(Id(type, number), [.. columns.Select(column => values(number)[column.Name])]))]);
    }

    private static RelationshipRows Between(GraphModel model, string name, (string Name, object Value) property, IEnumerable<(int Source, int Target)> ends)
    {
        Assert.True(model.TryGetRelationship(name, out var type));
        return new RelationshipRows(type, [type.FindProperty(property.Name)!], [.. ends.Select((pair, number) =>
            new RelationshipRow(Id(type, number), Id(type.Source, pair.Source), Id(type.Target, pair.Target), [property.Value]))]);
    }
}
