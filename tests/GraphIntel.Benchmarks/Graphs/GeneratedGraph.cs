using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Benchmarks.Graphs;

/// <summary>
/// A generated graph of the domain with the skew of real data: 1,000 actors, 2,000 places in a hierarchy, 20,000 events by default,
/// most of them by few actors in few places, one actor in a third of all. It is the same in every run.
/// </summary>
internal sealed class GeneratedGraph(GraphModel model, int events = GeneratedGraph.Events)
{
    public const int Actors = 1_000;
    public const int Places = 2_000;
    public const int Events = 20_000;

    /// <summary>Rows per batch.</summary>
    private const int BatchSize = 10_000;

    /// <summary>Days from the first event to the last.</summary>
    public const int Days = 3_650;

    /// <summary>The first day of an event.</summary>
    public static DateOnly FirstDay { get; } = new(2011, 1, 1);

    private readonly Random _random = new(20_170_604);
    private readonly List<string> _claimable = [];

    /// <summary>The ids of the relationships that have a standing; known after writing.</summary>
    public IReadOnlyList<string> Claimable => _claimable;

    /// <summary>The actor that takes part in a third of all events.</summary>
    public const string SuperActor = "actor:0";

    /// <summary>Writes the graph into an empty store; returns the number of nodes and relationships.</summary>
    public async Task<long> WriteAsync(IGraphStore store)
    {
        var count = 0L;
        foreach (var rows in Nodes("Actor", Actors, Actor).Concat(Nodes("Place", Places, Place)).Concat(Nodes("Event", events, Event)))
            count += (await store.WriteAsync(new GraphBatch([rows], []), CancellationToken.None)).Created;
        foreach (var rows in Relationships())
        {
            count += (await store.WriteAsync(new GraphBatch([], [rows]), CancellationToken.None)).Created;
            if (rows.Type.Standing is not null)
                _claimable.AddRange(rows.Rows.Select(row => row.Id!));
        }
        return count;
    }

    private IEnumerable<NodeRows> Nodes(string type, int count, Func<NodeType, int, Dictionary<string, object?>> values)
    {
        if (!model.TryGetNode(type, out var node))
            throw new InvalidOperationException($"The model has no {type}.");
        foreach (var numbers in Enumerable.Range(0, count).Chunk(BatchSize))
        {
            var rows = numbers.Select(number => (number, values: values(node, number))).ToList();
            var columns = node.Properties.Where(property => rows[0].values.ContainsKey(property.Name)).ToList();
            yield return new NodeRows(node, columns, [.. rows.Select(row => new NodeRow(
                Id(node, row.number), [.. columns.Select(column => row.values[column.Name])]))]);
        }
    }

    private static string Id(ElementType type, int number) => type.IdPrefix + ":" + number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> Actor(NodeType type, int number) => new()
    {
        ["name"] = $"Actor {number} of the conflict",
        ["aliases"] = new[] { $"A{number}", $"فاعل {number}" },
        ["kind"] = number % 5 == 0 ? "STATE" : "REBEL_GROUP",
    };

    private static Dictionary<string, object?> Place(NodeType type, int number) => new()
    {
        ["name"] = $"Place {number}",
        ["kind"] = number < 20 ? "PROVINCE" : "TOWN",

        // A grid over Syria.
        ["location"] = new GeoPoint(33 + (number % 50 * 0.08), 36 + (number / 50 * 0.15)),
    };

    private Dictionary<string, object?> Event(NodeType type, int number)
    {
        var day = FirstDay.AddDays(_random.Next(Days));
        return new()
        {
            ["title"] = $"Event {number}: fighting with \"several\" sides",
            ["kind"] = number % 3 == 0 ? "EXPLOSION" : "BATTLE",
            ["start"] = day,
            ["end"] = day,
            ["datePrecision"] = "DAY",
            ["placePrecision"] = "EXACT",
            ["deathsBest"] = number % 7 == 0 ? null : Skewed(200),
        };
    }

    private IEnumerable<RelationshipRows> Relationships() =>
        Between("PART_OF", Enumerable.Range(20, Places - 20).Select(child => (child, parent: Skewed(Math.Min(child, 200)))))
            .Concat(Between("OCCURRED_AT", Enumerable.Range(0, events).Select(number => (number, Skewed(Places)))))
            .Concat(Between("PARTICIPATED_IN", Participations(), ("role", "SIDE_A")))
            .Concat(Between("BACKS", Backings(), ("kinds", new[] { "TROOPS", "WEAPONS" }), ("from", new DateOnly(2012, 3, 1))));

    private IEnumerable<(int Actor, int Event)> Participations()
    {
        for (var number = 0; number < events; number++)
        {
            var actors = new HashSet<int> { 1 + Skewed(Actors - 1), 1 + Skewed(Actors - 1) };
            if (number % 3 == 0)
                actors.Add(0);
            foreach (var actor in actors)
                yield return (actor, number);
        }
    }

    private IEnumerable<(int Backer, int Backed)> Backings() =>
        Enumerable.Range(0, Actors).SelectMany(backer => Enumerable.Range(0, 5).Select(_ => (backer, backed: _random.Next(Actors))))
            .Where(pair => pair.backer != pair.backed)
            .Distinct();

    private IEnumerable<RelationshipRows> Between(string name, IEnumerable<(int Source, int Target)> ends, params (string Name, object Value)[] values)
    {
        if (!model.TryGetRelationship(name, out var type))
            throw new InvalidOperationException($"The model has no {name}.");
        var columns = values.Select(value => type.FindProperty(value.Name)!).ToList();
        return ends.Select((pair, number) => new RelationshipRow(
            type.Id is null ? null : Id(type, number),
            Id(type.Source, pair.Source),
            Id(type.Target, pair.Target),
            [.. values.Select(value => value.Value)])).Chunk(BatchSize).Select(rows => new RelationshipRows(type, columns, rows));
    }

    /// <summary>A random number below a bound, skewed towards small numbers.</summary>
    private int Skewed(int bound) => (int)(bound * Math.Pow(_random.NextDouble(), 3));
}
