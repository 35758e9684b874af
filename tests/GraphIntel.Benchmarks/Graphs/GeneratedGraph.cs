using System.Globalization;
using GraphIntel.Core.Model;
using GraphIntel.Core.Storage;
using GraphIntel.Core.Values;

namespace GraphIntel.Benchmarks.Graphs;

/// <summary>
/// A generated graph of the domain with the skew of real data: 1,000 actors, 2,000 places in a hierarchy, 20,000 events by default,
/// most of them by few actors in few places, one actor in a third of all; or larger ones, see <see cref="GraphSize"/>. It is the
/// same in every run, and made while it is written, so that memory does not grow with it.
/// </summary>
internal sealed class GeneratedGraph(GraphModel model, GraphSize size)
{
    public GeneratedGraph(GraphModel model, int events = Events)
        : this(model, GraphSize.Default(events))
    {
    }

    public const int Actors = 1_000;
    public const int Places = 2_000;
    public const int Events = 20_000;

    /// <summary>The province with a fifth of the events of a growing graph.</summary>
    public const string LargeProvince = "place:0";

    private const int Provinces = 20;
    private const int Districts = 200;

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
        foreach (var rows in Nodes("Actor", size.Actors, Actor).Concat(Nodes("Place", size.Places, Place)).Concat(Nodes("Event", size.Events, Event)))
            count += (await store.WriteAsync(new GraphBatch([rows], []), CancellationToken.None)).Created;
        foreach (var rows in Relationships())
        {
            count += (await store.WriteAsync(new GraphBatch([], [rows]), CancellationToken.None)).Created;
            if (rows.Type.Standing is not null && size.Claims == 0)
                _claimable.AddRange(rows.Rows.Select(row => row.Id!));
        }
        foreach (var rows in Claims())
            count += (await store.WriteAsync(new GraphBatch([rows], []), CancellationToken.None)).Created;
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
        ["kind"] = number < Provinces ? "PROVINCE" : "TOWN",

        // A grid over Syria.
        ["location"] = new GeoPoint(33 + (number % 50 * 0.08), 36 + (number / 50 % 40 * 0.15)),
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
        Between("PART_OF", Enumerable.Range(Provinces, size.Places - Provinces).Select(child => (child, Parent(child))))
            .Concat(Between("OCCURRED_AT", Enumerable.Range(0, size.Events).Select(number => (number, PlaceOf()))))
            .Concat(Between("PARTICIPATED_IN", Participations(), ("role", "SIDE_A")))
            .Concat(Between("BACKS", Backings(), ("kinds", new[] { "TROOPS", "WEAPONS" }), ("from", new DateOnly(2012, 3, 1))));

    /// <summary>In a growing graph the provinces have districts, and these the towns.</summary>
    private int Parent(int child) => !size.IsGrowing ? Skewed(Math.Min(child, Districts))
        : child < Provinces + Districts ? child % Provinces
        : Provinces + (child % Districts);

    /// <summary>In a growing graph, a fifth of the events are in towns of the first province.</summary>
    private int PlaceOf()
    {
        if (!size.IsGrowing)
            return Skewed(size.Places);
        const int First = Provinces + Districts;
        var town = First + Skewed(size.Places - First);

        // Towns of a province are as far apart as there are provinces.
        var offset = town % Provinces;
        if (_random.NextDouble() < 0.2)
            return town - offset >= First ? town - offset : First + Provinces - (First % Provinces);
        return offset == 0 ? Math.Min(town + 1, size.Places - 1) : town;
    }

    private IEnumerable<(int Actor, int Event)> Participations()
    {
        for (var number = 0; number < size.Events; number++)
        {
            var isSuper = size.IsGrowing ? number % 10 < 3 : number % 3 == 0;
            var actors = new HashSet<int> { 1 + Skewed(size.Actors - 1), 1 + Skewed(size.Actors - 1) };
            if (isSuper)
                actors.Add(0);
            while (size.IsGrowing && actors.Count < 3)
                actors.Add(1 + Skewed(size.Actors - 1));
            foreach (var actor in actors)
                yield return (actor, number);
        }
    }

    /// <summary>A claim about every third participation.</summary>
    private IEnumerable<NodeRows> Claims()
    {
        var claim = model.Claim!;
        model.TryGetRelationship("PARTICIPATED_IN", out var participation);
        return Nodes(claim.Type.Name, size.Claims, (_, number) => new()
        {
            [claim.About.Name] = Id(participation!, 3 * number),
            [claim.Stance.Name] = _random.Next(10) == 0 ? claim.Denies : "SUPPORTS",
            [claim.Made.Name] = FirstDay.AddDays(_random.Next(Days)),
            ["statement"] = "Said so",
        });
    }

    private IEnumerable<(int Backer, int Backed)> Backings() =>
        Enumerable.Range(0, size.Actors).SelectMany(backer => Enumerable.Range(0, 5).Select(_ => (backer, backed: _random.Next(size.Actors))))
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
